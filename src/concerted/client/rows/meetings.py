"""Rows of meetings. Written by `make api`."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from concerted.client.rows.account import CoalitionRef
from concerted.client.rows.agendas import LineRef, MeetingRef
from concerted.client.rows.boards import ClockRow, CommitmentRow, Source
from concerted.client.rows.calendars import MeetingRow


@dataclass(frozen=True, slots=True)
class OverlapRow:
    """A planned meeting that sits at the same time; they share a room, line or series."""

    meeting: MeetingRef
    shared: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MeetingPage:
    """A meeting, the obligations that it satisfies, and what is open when it comes together.

    ``edition`` counts its changes. Of a time that comes ``twice`` on its day, as clocks are put back, the
    first is meant."""

    coalition: CoalitionRef
    row: MeetingRow
    satisfies: tuple[ClockRow, ...]
    open_commitments: tuple[CommitmentRow, ...]
    overlaps: tuple[OverlapRow, ...]
    twice: tuple[datetime.time, ...]
    may_hold: bool
    may_keep: bool
    edition: int


@dataclass(frozen=True, slots=True)
class WarningRow:
    """A warning of a series: so many days before it is due, -1 the day after; ``reached`` once its day has
    come."""

    stage: int
    on: datetime.date
    reached: bool


@dataclass(frozen=True, slots=True)
class BreachRow:
    """A series did not meet by the day that was ``due``; it stays on record whatever is read or corrected
    later.

    It was counted from a day, on which the meeting ``after`` was held (None: the statement was made).
    ``met_on`` is when a meeting ended it, ``late`` by so many days; None while it lasts. ``source`` is the
    passage (None: the coalition's own cadence, or a passage that is no longer accepted). ``reread_at`` is
    when what the register holds no longer led to it."""

    id: int
    series: str
    counted_from: datetime.date | None
    after: MeetingRef | None
    due: datetime.date
    met_on: datetime.date | None
    met_by: MeetingRef | None
    late: int | None
    source: Source | None
    noted_at: datetime.datetime
    noted_by: str
    reread_at: datetime.datetime | None


@dataclass(frozen=True, slots=True)
class SeriesRow:
    """A series with its spans, the oldest first, the warnings of the running one, and its breaches on record.

    ``line`` is the line of effort that all its meetings are of, None where they are not of one alone."""

    series: str
    spans: tuple[ClockRow, ...]
    warnings: tuple[WarningRow, ...]
    breaches: tuple[BreachRow, ...]
    line: int | None


@dataclass(frozen=True, slots=True)
class WhatIfRow:
    """What would follow if a series met ``on`` a day.

    It would end the time from ``counted_from`` to ``due_on`` (None: not known), ``late`` by so many days or
    with ``spare`` days left; ``next_due_on`` is when the one after it would be due. ``satisfies`` is false
    where it would end none. Beside it what falls due from today to that day: ``commitments``, ``windows``
    by title and last day; and the ``planned`` meetings of that day."""

    series: str
    on: datetime.date
    satisfies: bool
    counted_from: datetime.date | None
    due_on: datetime.date | None
    late: int
    spare: int | None
    next_due_on: datetime.date | None
    commitments: tuple[CommitmentRow, ...]
    windows: tuple[tuple[str, datetime.date], ...]
    planned: tuple[MeetingRef, ...]


@dataclass(frozen=True, slots=True)
class ClockPage:
    """Every series of a coalition's meetings; ``what_if`` where a day was asked about."""

    coalition: CoalitionRef
    as_of: datetime.date
    series: tuple[SeriesRow, ...]
    what_if: WhatIfRow | None


@dataclass(frozen=True, slots=True)
class MeetingChoice:
    """The lines and series that a meeting can be of, the zones that clocks can be of, and what parties are
    called by.

    ``zones`` are names of the IANA database."""

    lines: tuple[LineRef, ...]
    series: tuple[str, ...]
    zones: tuple[str, ...]
