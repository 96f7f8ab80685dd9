"""Which of two statements is the earlier one."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from concerted.reading.facts import Reading


class Order(StrEnum):
    """What the days of two statements say about their order."""

    AS_GIVEN = "as given"
    TURNED = "turned"
    NOT_KNOWN = "not known"


def in_order(first: Reading, second: Reading) -> tuple[Reading, Reading, Order]:
    """Put the earlier statement first; they stay as given where their days, or the windows around them, do not tell."""
    (opens, closes), (its_opening, its_closing) = _bounds(first), _bounds(second)
    if closes is not None and its_opening is not None and closes < its_opening:
        return first, second, Order.AS_GIVEN
    if opens is not None and its_closing is not None and its_closing < opens:
        return second, first, Order.TURNED
    return first, second, Order.NOT_KNOWN


def _bounds(reading: Reading) -> tuple[date | None, date | None]:
    statement, window = reading.statement, reading.statement.window
    day = statement.issued_on or statement.given_date
    if day is not None or window is None:
        return day, day
    return window.earliest, window.latest
