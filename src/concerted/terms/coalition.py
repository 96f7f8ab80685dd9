"""A coalition is data: its names, its lines of effort and how often it meets."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Name:
    """A name and the days from and to which it held (None: open)."""

    text: str
    language: str = "en"
    since: date | None = None
    until: date | None = None

    def holds_on(self, day: date | None) -> bool:
        """Tell whether the name was in use on a day; any name is when no day is known."""
        if day is None:
            return True
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class LineOfEffort:
    """One of the strands that a coalition divides its work into.

    ``words`` are the subject words that show a passage to be about this line.
    """

    number: int
    title: str
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cadence:
    """How often a series of meetings must come together: at least every ``days`` days."""

    series: str
    days: int


@dataclass(frozen=True, slots=True)
class Coalition:
    """What a reader knows about a coalition before it opens one of its statements."""

    slug: str
    names: tuple[Name, ...]
    lines: tuple[LineOfEffort, ...] = ()
    cadences: tuple[Cadence, ...] = ()
    host: str | None = None
