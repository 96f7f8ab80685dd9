"""The clock: each series of meetings with its spans and warnings, and what would follow if one met on a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from concerted.register.rows.board import ClockRow
from concerted.register.rows.records import CommitmentRow
from concerted.register.rows.references import CoalitionRef, MeetingRef, Source


@dataclass(frozen=True, slots=True)
class WarningRow:
    """A warning of a series: so many days before it is due, -1 the day after; ``reached`` once its day has come."""

    stage: int
    on: date
    reached: bool


@dataclass(frozen=True, slots=True)
class BreachRow:
    """A series did not meet by the day that was ``due``; it stays on record whatever is read or corrected later.

    It was counted from a day, on which the meeting ``after`` was held (None: the statement was made). ``met_on`` is
    when a meeting ended it, ``late`` by so many days; None while it lasts. ``source`` is the passage (None: the
    coalition's own cadence, or a passage that is no longer accepted). ``reread_at`` is when what the register holds no
    longer led to it.
    """

    id: int
    series: str
    counted_from: date | None
    after: MeetingRef | None
    due: date
    met_on: date | None
    met_by: MeetingRef | None
    late: int | None
    source: Source | None
    noted_at: datetime
    noted_by: str
    reread_at: datetime | None


@dataclass(frozen=True, slots=True)
class SeriesRow:
    """A series with its spans, the oldest first, the warnings of the running one, and its breaches on record.

    ``line`` is the line of effort that all its meetings are of, None where they are not of one alone.
    """

    series: str
    spans: tuple[ClockRow, ...]
    warnings: tuple[WarningRow, ...]
    breaches: tuple[BreachRow, ...]
    line: int | None

    @property
    def running(self) -> ClockRow | None:
        """Give the span that runs, if its last day is known."""
        return next((row for row in reversed(self.spans) if row.state in ("due", "overdue") and row.due_on), None)


@dataclass(frozen=True, slots=True)
class WhatIfRow:
    """What would follow if a series met ``on`` a day.

    It would end the time from ``counted_from`` to ``due_on`` (None: not known), ``late`` by so many days or with
    ``spare`` days left; ``next_due_on`` is when the one after it would be due. ``satisfies`` is false where it would
    end none. Beside it what falls due from today to that day: ``commitments``, ``windows`` by title and last day; and
    the ``planned`` meetings of that day.
    """

    series: str
    on: date
    satisfies: bool
    counted_from: date | None
    due_on: date | None
    late: int
    spare: int | None
    next_due_on: date | None
    commitments: tuple[CommitmentRow, ...]
    windows: tuple[tuple[str, date], ...]
    planned: tuple[MeetingRef, ...]


@dataclass(frozen=True, slots=True)
class ClockPage:
    """Every series of a coalition's meetings; ``what_if`` where a day was asked about."""

    coalition: CoalitionRef
    as_of: date
    series: tuple[SeriesRow, ...]
    what_if: WhatIfRow | None
