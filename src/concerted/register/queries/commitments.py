"""Commitments: their lists, and one with its history and what it renews."""

from __future__ import annotations

from datetime import date

from concerted.register.merged import absent, gathered
from concerted.register.models import Renewal, StatusChange
from concerted.register.models.scope import Person
from concerted.register.queries import records, references
from concerted.register.queries.scope import enter
from concerted.register.rows.records import CommitmentPage, CommitmentRow, StatusRow


def commitments(
    user: Person,
    slug: str,
    *,
    today: date,
    status: str | None = None,
    aim: str | None = None,
    line: int | None = None,
    party: str | None = None,
) -> tuple[CommitmentRow, ...]:
    """List a coalition's commitments in the order of the texts, narrowed to a status, aim, line or party's own."""
    found = records.commitments(enter(user, slug))
    if status is not None:
        found = found.filter(status=status)
    if aim is not None:
        found = found.filter(aim=aim)
    if line is not None:
        found = found.filter(lines__number=line)
    if party is not None:
        found = found.filter(actors__code=party)
    return tuple(records.commitment_row(one, today) for one in found)


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
