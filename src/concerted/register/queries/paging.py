"""Lists cut into pages by the database: no page loads or counts more rows than it must."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from django.db.models import Model, QuerySet

from concerted.register.rows.paging import MOST, Paging

AT_ONCE = 50
# A list that is a part of a page.
PART = 20
# So far a part of a page is counted whose number no tally gives.
_PART_COUNTED = 1_000
M = TypeVar("M", bound=Model)


def past(found: QuerySet[M, Any], after: int, size: int) -> list[M]:
    """Load the rows from past the one of a number on, by their numbers: one more than ``size`` where others follow."""
    return list(found.filter(pk__gt=after).order_by("pk")[: size + 1])


@dataclass(frozen=True, slots=True)
class Part:
    """An ordered list that is a part of a page; ``count`` as for ``cut``."""

    found: QuerySet[Any, Any]
    count: int | None = None


def parts(
    wanted: Mapping[str, int] | None, lists: Mapping[str, Part]
) -> tuple[dict[str, list[Any]], dict[str, Paging]]:
    """Load of each list of a page, by its name, the page of it that is wanted, else its first."""
    asked = wanted or {}
    cuts = {
        name: cut(one.found, asked.get(name, 1), size=PART, count=one.count, most=_PART_COUNTED)
        for name, one in lists.items()
    }
    return {name: rows for name, (rows, _) in cuts.items()}, {name: paging for name, (_, paging) in cuts.items()}


def cut(
    found: QuerySet[M, Any], number: int = 1, *, size: int = AT_ONCE, count: int | None = None, most: int | None = None
) -> tuple[list[M], Paging]:
    """Load a page of an ordered list; a number outside of it gives the nearest page.

    ``count`` is how many rows there are, where that is known; else they are counted, up to ``most`` (else ``MOST``).
    """
    limit = MOST if most is None else most
    known = found.order_by().values("pk")[: limit + 1].count() if count is None else count
    more = count is None and known > limit
    paging = Paging(1, size, limit if more else known, more)
    paging = Paging(min(max(number, 1), paging.pages), size, paging.count, more)
    start = (paging.number - 1) * size
    return list(found[start : start + size]) if known else [], paging
