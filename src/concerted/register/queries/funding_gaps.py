"""Funding gaps: what requirements ask in money, set against what is pledged and delivered, as a person sees both."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import BigIntegerField, F, Q, Sum
from django.db.models.functions import Cast, Round

from concerted.convening.funding_gaps import DELIVERED, PLEDGED, STANDING, Asked, Given, Key, first_days, gaps
from concerted.register.models import Contribution, ContributionKind, Requirement
from concerted.register.queries.scope import Scope
from concerted.register.queries.tallies import figures, given
from concerted.register.rows.funding_gaps import FundingGapRow
from concerted.register.rows.references import LineRef

_COUNTED = (*PLEDGED, *DELIVERED)
_FUNDS = ContributionKind.FUNDS


def funding_gaps(scope: Scope, lines: Collection[int | None] | None = None) -> tuple[FundingGapRow, ...]:
    """Give what is asked, pledged, delivered and missing by line and currency, also where nothing is missing.

    ``lines`` are the numbers of those that are meant, with None in it what is for no line; left out, all are. Three
    questions at most, however much there is.
    """
    titles, ids, asked = _asked(scope, lines)
    if not asked:
        return ()
    numbers = {id: number for number, id in ids.items()}
    currencies = {one.currency for one in asked}
    return tuple(
        FundingGapRow(
            line=None if one.line is None else LineRef(one.line, titles[one.line]),
            currency=one.currency,
            asked=one.asked,
            pledged=one.pledged,
            delivered=one.delivered,
            missing=one.missing,
            requirements=one.requirements,
        )
        for one in gaps(asked, [*_given(scope, numbers, currencies), *_over(scope, ids, first_days(asked))])
    )


def _asked(
    scope: Scope, lines: Collection[int | None] | None
) -> tuple[dict[int, str], dict[int | None, int | None], list[Asked]]:
    """Load what is asked for, with the titles of lines and their keys, both by their numbers."""
    rows = Requirement.objects.visible_to(scope.user).filter(
        coalition=scope.coalition, kind=_FUNDS, status__in=STANDING, amount__isnull=False
    )
    if lines is not None:
        rows = rows.filter(_on("line__number", lines))
    titles: dict[int, str] = {}
    ids: dict[int | None, int | None] = {}
    asked = []
    fields = ("pk", "line", "line__number", "line__title", "currency", "amount", "needed_from")
    for pk, line, number, title, currency, amount, day in rows.order_by("pk").values_list(*fields):
        ids[number] = line
        if number is not None:
            titles[number] = title
        asked.append(Asked(number, currency, amount, pk, day))
    return titles, ids, asked


def _given(scope: Scope, numbers: dict[int | None, int | None], currencies: set[str]) -> list[Given]:
    """Give what the tallies say of money, by line, currency and stage."""
    found = given(scope).filter(_on("line", numbers), kind=_FUNDS, status__in=_COUNTED, currency__in=currencies)
    return [
        Given(numbers[line], currency, stage, one.amount)
        for (line, currency, stage), one in figures(found, "line", "currency", "status").items()
    ]


def _over(scope: Scope, ids: dict[int | None, int | None], days: dict[Key, date]) -> list[Given]:
    """Give what was over before it was needed, to be taken off: tallies know no days."""
    if not days:
        return []
    early = Q()
    for (number, currency), day in days.items():
        early |= Q(line=ids[number], currency=currency, last__lt=day)
    numbers = {id: number for number, id in ids.items()}
    rows = Contribution.objects.visible_to(scope.user).filter(
        early, coalition=scope.coalition, kind=_FUNDS, stage__in=_COUNTED
    )
    # In hundredths: SQLite keeps amounts as floating point, and would add them up so.
    amount = Sum(Cast(Round(F("amount") * 100), BigIntegerField()))
    sums: Any = rows.order_by().values_list("line", "currency", "stage").annotate(hundredths=amount)
    return [
        Given(numbers[line], currency, stage, -Decimal(hundredths) / 100) for line, currency, stage, hundredths in sums
    ]


def _on(field: str, lines: Collection[int | None]) -> Q:
    """Narrow to lines by a field of theirs, with None among them to what is for no line."""
    meant = Q(**{f"{field}__in": [one for one in lines if one is not None]})
    return meant | Q(line=None) if None in lines else meant
