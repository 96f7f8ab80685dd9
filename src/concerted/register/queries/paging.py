"""Lists cut into pages by the database: no page loads or counts more rows than it must."""

from __future__ import annotations

from typing import Any, TypeVar

from django.db.models import Model, QuerySet

from concerted.register.rows.paging import MOST, Paging

AT_ONCE = 50
# A list that is a part of a page.
PART = 20
M = TypeVar("M", bound=Model)


def past(found: QuerySet[M, Any], after: int, size: int) -> list[M]:
    """Load the rows from past the one of a number on, by their numbers: one more than ``size`` where others follow."""
    return list(found.filter(pk__gt=after).order_by("pk")[: size + 1])


def cut(
    found: QuerySet[M, Any], number: int = 1, *, size: int = AT_ONCE, count: int | None = None
) -> tuple[list[M], Paging]:
    """Load a page of an ordered list; a number outside of it gives the nearest page.

    ``count`` is how many rows there are, where that is known; else they are counted, up to ``MOST``.
    """
    known = found.order_by().values("pk")[: MOST + 1].count() if count is None else count
    more = count is None and known > MOST
    paging = Paging(1, size, min(known, MOST) if more else known, more)
    paging = Paging(min(max(number, 1), paging.pages), size, paging.count, more)
    start = (paging.number - 1) * size
    return list(found[start : start + size]) if known else [], paging
