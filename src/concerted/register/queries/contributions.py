"""Contributions: their list with its sums, and one of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from decimal import Decimal

from concerted.register.access import Permission
from concerted.register.merged import absent
from concerted.register.models import Contribution, ContributionStage, Entry, LineOfEffort, Party
from concerted.register.models.scope import Person
from concerted.register.queries import records, references
from concerted.register.queries.clarifications import asked_of, clarification_rows
from concerted.register.queries.ladders import ladder
from concerted.register.queries.scope import Scope, enter
from concerted.register.rows.contributions import (
    ContributionChoice,
    ContributionPage,
    ContributionRow,
    Contributions,
    SumRow,
)
from concerted.register.rows.references import LineRef
from concerted.terms.errors import NotAllowed


def contributions(
    user: Person,
    slug: str,
    *,
    party: str | None = None,
    line: int | None = None,
    kind: str | None = None,
    release: str | None = None,
    stage: str | None = None,
) -> Contributions:
    """List what is contributed to a coalition by party and line, narrowed or all, with the sums of what is listed.

    Nothing that the person may not see is in a row, a sum or a choice.
    """
    scope = enter(user, slug)
    every = [records.contribution_row(one, scope.part) for one in records.contributions(scope)]
    rows = [
        row
        for row in every
        if party in (None, row.party.code)
        and (line is None or (row.line is not None and row.line.number == line))
        and kind in (None, row.kind)
        and release in (None, row.release.kind)
        and stage in (None, row.stage)
    ]
    # What was taken back is given by nobody.
    standing = [row for row in rows if row.stage != ContributionStage.WITHDRAWN or stage is not None]
    return Contributions(
        coalition=scope.ref,
        rows=tuple(rows),
        sums=_sums(standing, lambda row: row.line),
        totals=_sums(standing, lambda row: None),
        kinds=tuple(sorted({row.kind for row in every})),
        parties=tuple(sorted({row.party for row in every}, key=lambda one: one.name)),
        lines=tuple(sorted({row.line for row in every if row.line}, key=lambda one: one.number)),
        releases=tuple(sorted({row.release.kind for row in every})),
        may_add=_may_add(scope),
    )


def contribution(user: Person, slug: str, id: int) -> ContributionPage:
    """Give a contribution; raises NotFound."""
    scope = enter(user, slug)
    one = records.contributions(scope).filter(pk=id).first()
    if one is None:
        raise absent("contribution", id, user)
    every = Entry.objects.visible_to(user).filter(noun=Contribution._meta.model_name, record=str(one.pk))
    last = scope.told(every).select_related("by").order_by("-pk").first()
    return ContributionPage(
        coalition=scope.ref,
        contribution=records.contribution_row(one, scope.part),
        lines=_lines(scope),
        changed_by=references.name(last.by) if last else None,
        changed_at=last.at if last else None,
        ladder=ladder(scope, one),
        clarifications=clarification_rows(scope, asked_of(scope).filter(contribution=one)),
        may_ask=one.owner is not None and scope.part.may_ask(one.line),
    )


def contribution_choice(user: Person, slug: str) -> ContributionChoice:
    """Give what a new contribution may be; raises NotFound, or NotAllowed for who keeps none."""
    scope = enter(user, slug)
    if not _may_add(scope):
        raise NotAllowed(
            "others keep contributions", where=slug, expected="a partner's focal point, or the secretariat"
        )
    every = Party.objects.visible_to(user).filter(coalition=scope.coalition).order_by("name")
    if scope.part.party is None:
        return ContributionChoice(scope.ref, None, tuple(map(references.party, every)), _lines(scope))
    return ContributionChoice(scope.ref, references.party(every.get(pk=scope.part.party)), (), _lines(scope))


def _may_add(scope: Scope) -> bool:
    return scope.part.may(Permission.RECORD_KEEP)


def _lines(scope: Scope) -> tuple[LineRef, ...]:
    found = LineOfEffort.objects.visible_to(scope.user).filter(coalition=scope.coalition)
    return tuple(references.line(one) for one in found.order_by("number"))


def _sums(rows: Iterable[ContributionRow], line: Callable[[ContributionRow], LineRef | None]) -> tuple[SumRow, ...]:
    """Add up amounts by line and currency; in Python, as SQLite would add them up as floating point."""
    amounts: dict[tuple[LineRef | None, str], list[Decimal]] = defaultdict(list)
    for row in rows:
        if row.amount is not None:
            amounts[line(row), row.currency].append(row.amount)
    ordered = sorted(amounts.items(), key=lambda one: (one[0][0].number if one[0][0] else 0, one[0][1]))
    return tuple(SumRow(of, currency, sum(given, Decimal()), len(given)) for (of, currency), given in ordered)
