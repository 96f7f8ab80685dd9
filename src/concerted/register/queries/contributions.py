"""Contributions: their list with its sums, and one of them."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from typing import Any

from django.db.models import F, Q, QuerySet

from concerted.register.access import Permission
from concerted.register.merged import absent
from concerted.register.models import Contribution, ContributionStage, Entry, LineOfEffort, Party, Release
from concerted.register.models.scope import Person
from concerted.register.queries import records, references
from concerted.register.queries.clarifications import asked_of, clarification_rows
from concerted.register.queries.ladders import ladder
from concerted.register.queries.paging import AT_ONCE, cut, past
from concerted.register.queries.partners import parties
from concerted.register.queries.scope import Scope, enter
from concerted.register.queries.tallies import Figure, counts, figures, tallies, total
from concerted.register.rows.contributions import (
    ContributionChoice,
    ContributionPage,
    ContributionRow,
    Contributions,
    SumRow,
)
from concerted.register.rows.references import LineRef
from concerted.terms.errors import NotAllowed

NEWEST, OLDEST, LARGEST = "newest", "oldest", "largest"
ORDERS: dict[str, tuple[Any, ...]] = {
    NEWEST: ("-pk",),
    OLDEST: ("pk",),
    LARGEST: (F("amount").desc(nulls_last=True), "-pk"),
}


STATEMENTS, PARTNERS, COALITION = "statements", "partners", "coalition"
_STATED = Q(finding__isnull=False)
# Who says so, as a row and as the tallies tell it: what was read in a statement is counted within that.
SOURCES: dict[str, tuple[Q, Q]] = {
    STATEMENTS: (_STATED, Q(within_release__isnull=False)),
    PARTNERS: (~_STATED & Q(owner__isnull=False), Q(within_release=None, owner__isnull=False)),
    COALITION: (~_STATED & Q(owner=None), Q(within_release=None, owner=None)),
}
_NOTHING = Q(pk__in=())


def contributions(
    user: Person,
    slug: str,
    *,
    party: str | None = None,
    line: int | None = None,
    kind: str | None = None,
    release: str | None = None,
    stage: str | None = None,
    source: str | None = None,
    order: str = NEWEST,
    page: int = 1,
    size: int = AT_ONCE,
) -> Contributions:
    """Give a page of what is contributed to a coalition, narrowed or all, with the sums of all that is listed.

    ``source`` is ``statements``, ``partners`` (what they enter themselves) or ``coalition`` (what its
    secretariat does). Nothing that the person may not see is in a row, a sum or a choice.
    """
    scope = enter(user, slug)
    narrowed = _asked(scope, party, line, kind, release, stage)
    every, found = tallies(scope, "contribution"), _from(source, records.contributions(scope).filter(**narrowed))
    counted = every.filter(**{"status" if name == "stage" else name: value for name, value in narrowed.items()})
    if source is not None:
        counted = counted.filter(SOURCES.get(source, (_NOTHING, _NOTHING))[1])
    # What was taken back is given by nobody.
    standing = counted if stage is not None else counted.exclude(status=ContributionStage.WITHDRAWN)
    listed = figures(standing, "line__number", "line__title", "currency")
    rows, paging = cut(
        found.order_by(*ORDERS[order if order in ORDERS else NEWEST]),
        page,
        size=size,
        count=total(counted),
    )
    givers = counts(every, "party")
    return Contributions(
        coalition=scope.ref,
        rows=tuple(records.contribution_row(one, scope.part) for one in rows),
        paging=paging,
        sums=_sums(listed),
        totals=_totals(listed),
        kinds=tuple(sorted(counts(every, "kind"))),
        parties=tuple(references.party(one) for one in parties(scope) if one.pk in givers),
        lines=tuple(LineRef(*one) for one in sorted(figures(every.exclude(line=None), "line__number", "line__title"))),
        releases=tuple(sorted(counts(every, "release__kind"))),
        sources=tuple(name for name, (_row, tally) in SOURCES.items() if every.filter(tally).exists()),
        may_add=_may_add(scope),
    )


def contributions_after(
    user: Person,
    slug: str,
    after: int,
    *,
    size: int,
    party: str | None = None,
    line: int | None = None,
    kind: str | None = None,
    release: str | None = None,
    stage: str | None = None,
    source: str | None = None,
) -> tuple[ContributionRow, ...]:
    """Give the contributions from past the number ``after`` on, one more than ``size`` where others follow."""
    scope = enter(user, slug)
    found = _from(source, records.contributions(scope).filter(**_asked(scope, party, line, kind, release, stage)))
    return tuple(records.contribution_row(one, scope.part) for one in past(found, after, size))


def _from(source: str | None, found: QuerySet[Contribution]) -> QuerySet[Contribution]:
    return found if source is None else found.filter(SOURCES.get(source, (_NOTHING, _NOTHING))[0])


def _asked(
    scope: Scope, party: str | None, line: int | None, kind: str | None, release: str | None, stage: str | None
) -> dict[str, Any]:
    """Write what is asked for as columns of rows and tallies.

    Parties, lines and releases by their numbers: through joined tables PostgreSQL could not tell how many rows to
    expect, and would gather and sort them all for a page.
    """

    def numbers(model: type[Party | LineOfEffort | Release], **named: str | int) -> list[int]:
        found = model.objects.visible_to(scope.user).filter(coalition=scope.coalition, **named)
        return list(found.order_by().values_list("pk", flat=True))

    asked = {
        "party__in": None if party is None else numbers(Party, code=party),
        "line__in": None if line is None else numbers(LineOfEffort, number=line),
        "release__in": None if release is None else numbers(Release, kind=release),
        "kind": kind,
        "stage": stage,
    }
    return {name: value for name, value in asked.items() if value is not None}


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


def _sums(listed: dict[tuple[Any, ...], Figure]) -> tuple[SumRow, ...]:
    """Give what is listed by line and currency, as far as it has amounts; no line comes first."""
    ordered = sorted((number or 0, currency, title or "") for number, title, currency in listed if currency)
    return tuple(
        SumRow(LineRef(number, title) if number else None, currency, one.amount, one.count)
        for number, currency, title in ordered
        for one in [listed[number or None, title or None, currency]]
    )


def _totals(listed: dict[tuple[Any, ...], Figure]) -> tuple[SumRow, ...]:
    found: dict[str, list[Figure]] = defaultdict(list)
    for (_number, _title, currency), one in listed.items():
        found[currency].append(one)
    return tuple(
        SumRow(None, currency, sum((one.amount for one in each), Decimal()), sum(one.count for one in each))
        for currency, each in sorted(found.items())
        if currency
    )
