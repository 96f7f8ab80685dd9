"""One time limit, as its words say it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from concerted.reading.dates import DateMention
from concerted.terms.passage import Passage


class Period(StrEnum):
    """A stretch of the calendar whose end is a time limit."""

    MONTH = "month"
    HALF_YEAR = "half year"
    YEAR = "year"
    DECADE = "decade"


@dataclass(frozen=True, slots=True)
class TimeLimit:
    """A time by which something is to happen: exactly one of a length, a day or the end of a period.

    ``day`` is the last day that a date fixes; ``yearless`` a date that still needs its year.
    ``event`` is what a length counts from if that is not the statement itself.
    """

    passage: Passage
    days: int | None = None
    months: int | None = None
    day: date | None = None
    yearless: DateMention | None = None
    period: Period | None = None
    periods_on: int = 0
    event: str | None = None
