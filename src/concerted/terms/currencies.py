"""The currencies in which money is promised and given: those of ISO 4217 that are legal tender somewhere today."""

from __future__ import annotations

from functools import cache

from babel.core import get_global


@cache
def codes() -> frozenset[str]:
    """Give the codes of the currencies that are tender in some territory now, from Unicode's CLDR."""
    return frozenset(
        code
        for currencies in get_global("territory_currencies").values()
        for code, _first, last, tender in currencies
        if last is None and tender
    )
