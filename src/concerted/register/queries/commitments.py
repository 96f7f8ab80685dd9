"""Commitments: their lists, and one with its history and what it renews."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import F, QuerySet

from concerted.register.merged import absent, gathered
from concerted.register.models import Commitment, LineOfEffort, Renewal, StatusChange
from concerted.register.models.scope import Person
from concerted.register.queries import records, references
from concerted.register.queries.paging import AT_ONCE, cut, past
from concerted.register.queries.scope import enter
from concerted.register.queries.tallies import tallies, total
from concerted.register.rows.records import CommitmentPage, CommitmentRow, Commitments, StatusRow

TEXT, DUE = "text", "due"
# Findings are numbered in the order in which they were read, statement by statement: by their own number the database
# finds the first rows without loading the others.
ORDERS: dict[str, tuple[Any, ...]] = {TEXT: ("finding_id",), DUE: (F("due_on").asc(nulls_last=True), "finding_id")}


def commitments(
    user: Person,
    slug: str,
    *,
    today: date,
    status: str | None = None,
    aim: str | None = None,
    line: int | None = None,
    party: str | None = None,
    order: str = TEXT,
    page: int = 1,
    size: int = AT_ONCE,
) -> Commitments:
    """Give a page of a coalition's commitments, narrowed to a status, aim, line or party's own.

    They come in the ``order`` in which their texts were read, or with the soonest due first.
    """
    scope = enter(user, slug)
    found = _narrowed(records.commitments(scope), status, aim, line, party).order_by(
        *ORDERS[order if order in ORDERS else TEXT]
    )
    # A tally for no line or no party counts each commitment once.
    counted = tallies(scope, "commitment")
    counted = counted.filter(line=None) if line is None else counted.filter(line__number=line)
    counted = counted.filter(party=None) if party is None else counted.filter(party__code=party)
    counted = counted if status is None else counted.filter(status=status)
    counted = counted if aim is None else counted.filter(kind=aim)
    rows, paging = cut(found, page, size=size, count=total(counted))
    lines = LineOfEffort.objects.visible_to(user).filter(coalition=scope.coalition).order_by("number")
    return Commitments(
        rows=tuple(records.commitment_row(one, today) for one in rows),
        paging=paging,
        lines=tuple(references.line(one) for one in lines),
    )


def commitments_after(
    user: Person,
    slug: str,
    after: int,
    *,
    today: date,
    size: int,
    status: str | None = None,
    aim: str | None = None,
    line: int | None = None,
    party: str | None = None,
) -> tuple[CommitmentRow, ...]:
    """Give the commitments from past the number ``after`` on, one more than ``size`` where others follow."""
    found = past(_narrowed(records.commitments(enter(user, slug)), status, aim, line, party), after, size)
    return tuple(records.commitment_row(one, today) for one in found)


def _narrowed(
    found: QuerySet[Commitment], status: str | None, aim: str | None, line: int | None, party: str | None
) -> QuerySet[Commitment]:
    asked = {"status": status, "aim": aim, "lines__number": line, "actors__code": party}
    return found.filter(**{name: value for name, value in asked.items() if value is not None})


def commitment(user: Person, slug: str, id: int, *, today: date) -> CommitmentPage:
    """Give a commitment with its history; raises NotFound."""
    scope = enter(user, slug)
    every = records.commitments(scope)
    one = every.filter(pk=id).first()
    if one is None:
        raise absent("commitment", id, user)
    same = gathered(one)
    links = Renewal.objects.visible_to(user)
    earlier = every.filter(pk__in=links.filter(later__in=same).values("earlier"))
    later = every.filter(pk__in=links.filter(earlier__in=same).values("later"))
    return CommitmentPage(
        coalition=scope.ref,
        commitment=records.commitment_row(one, today),
        history=tuple(
            StatusRow(change.status, references.name(change.by), change.at, change.evidence)
            for change in scope.told(StatusChange.objects.filter(commitment=one)).select_related("by")
        ),
        earlier=tuple(records.commitment_row(other, today) for other in earlier),
        later=tuple(records.commitment_row(other, today) for other in later),
        may_change_status=scope.part.may_change_status(one),
    )
