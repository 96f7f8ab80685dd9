"""Which meeting satisfies an obligation to meet again, when the next one is due, and how late it is.

Days are calendar days of the statement's own place; today is handed in.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


class State(StrEnum):
    """How an obligation stands."""

    DUE = "due"
    OVERDUE = "overdue"
    MET = "met"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Days:
    """A day that is known, or only bounded (None: open on that side)."""

    earliest: date | None
    latest: date | None

    @classmethod
    def on(cls, day: date) -> Days:
        """Make the bounds of a day that is known."""
        return cls(day, day)

    @property
    def day(self) -> date | None:
        """The day itself, None where there is a choice."""
        return self.earliest if self.earliest == self.latest else None


@dataclass(frozen=True, slots=True)
class Term:
    """The time that an obligation leaves: a fixed day (``until``), or a length from the day it is counted from."""

    until: date | None = None
    days: int | None = None
    months: int | None = None

    def ends(self, start: Days) -> Days:
        """Work out the last day; open where there is nothing to count from, and past the calendar's own end."""
        if self.until is not None:
            return Days.on(self.until)
        return Days(self._after(start.earliest), self._after(start.latest))

    def _after(self, day: date | None) -> date | None:
        if day is None or (self.days is None and self.months is None):
            return None
        try:
            return _months_later(day, self.months or 0) + timedelta(days=self.days or 0)
        except (OverflowError, ValueError):
            return None


@dataclass(frozen=True, slots=True)
class Gathering:
    """A meeting of the series on its first day; ``key`` is the caller's own."""

    key: int
    day: date
    held: bool


@dataclass(frozen=True, slots=True)
class Span:
    """The time from a day to the one by which the series must have met again.

    ``days`` from today to the last day, negative when past: to the earliest such day while that
    is ahead, else to the latest. None when met or unknown. ``late`` counts the days that the
    meeting came after the last day. ``planned`` is the next meeting that is announced.
    """

    counted_from: Days
    due: Days
    state: State
    days: int | None = None
    met_by: Gathering | None = None
    late: int = 0
    planned: Gathering | None = None


def spans(
    term: Term, start: Days, gatherings: Iterable[Gathering], today: date, *, recurring: bool = False
) -> tuple[Span, ...]:
    """Follow an obligation from the day it counts from, the oldest span first; never empty.

    A meeting satisfies it if it was held after that day: the first one does, in time or late.
    When ``recurring``, each meeting starts the count anew, and the last span is the one that
    is running. With a fixed day there is nothing to start anew.
    """
    waiting = sorted((one for one in gatherings if _after(one, start)), key=lambda one: (one.day, one.key))
    held = [one for one in waiting if one.held and one.day <= today]
    planned = next((one for one in waiting if one.day >= today and one not in held), None)
    found: list[Span] = []
    for one in held:
        due = term.ends(start)
        late = max((one.day - due.latest).days, 0) if due.latest else 0
        found.append(Span(start, due, State.MET, met_by=one, late=late))
        if not recurring or term.until is not None:
            return tuple(found)
        start = Days.on(one.day)
    due = term.ends(start)
    state, days = standing(due, today)
    return (*found, Span(start, due, state, days, planned=planned))


def standing(due: Days, today: date) -> tuple[State, int | None]:
    """Tell whether something not done is due, overdue or unknown today, and by how many days."""
    if due.earliest is not None and today <= due.earliest:
        return State.DUE, (due.earliest - today).days
    if due.latest is None:
        return State.UNKNOWN, None
    days = (due.latest - today).days
    return (State.DUE if days >= 0 else State.OVERDUE), days


def _after(one: Gathering, start: Days) -> bool:
    """Tell whether a meeting came surely after the day that the count starts at."""
    bound = start.latest or start.earliest
    return bound is None or one.day > bound


def _months_later(day: date, months: int) -> date:
    """Count months on; a day that the month lacks becomes its last one."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
