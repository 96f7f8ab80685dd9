"""How much there is of what, as far as the person who asks sees it: sums over tallies that the database keeps."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import CharField, QuerySet, Sum
from django.db.models.functions import Cast

from concerted.register.models import ContributionStage, Tally
from concerted.register.queries.scope import Scope

_PLACES = Decimal(100)


@dataclass(frozen=True, slots=True)
class Figure:
    """How many rows there are, and what their amounts come to; ``only`` is the number of the one row that there is."""

    count: int
    amount: Decimal
    only: int | None


def tallies(scope: Scope, noun: str) -> QuerySet[Tally]:
    """Give the tallies of a noun that the person sees in the coalition.

    Those of commitments and calls for any party or line have none: whoever counts says of both which are meant.
    """
    return Tally.objects.visible_to(scope.user).filter(coalition=scope.coalition, noun=noun).exclude(count=0)


def given(scope: Scope) -> QuerySet[Tally]:
    """Give the tallies of what partners give; what was taken back is given by nobody."""
    return tallies(scope, "contribution").exclude(status=ContributionStage.WITHDRAWN)


def total(found: QuerySet[Tally]) -> int:
    """Count the rows of some tallies."""
    return found.aggregate(count=Sum("count"))["count"] or 0


def counts(found: QuerySet[Tally], field: str) -> dict[Any, int]:
    """Count the rows of some tallies by a field of theirs."""
    return {one: int(count) for one, count in found.order_by().values_list(field).annotate(Sum("count"))}


def figures(found: QuerySet[Tally], *fields: str) -> dict[tuple[Any, ...], Figure]:
    """Count the rows of some tallies and add their amounts up, exactly on either engine, by fields of theirs."""
    # As text: a driver for SQLite would give a great sum as floating point.
    amount = Cast(Sum("hundredths"), CharField())
    sums = found.order_by().values_list(*fields).annotate(rows=Sum("count"), amount=amount, numbers=Sum("keys"))
    return {
        tuple(key): Figure(int(rows), Decimal(hundredths) / _PLACES, int(numbers) if rows == 1 else None)
        for *key, rows, hundredths, numbers in sums
    }
