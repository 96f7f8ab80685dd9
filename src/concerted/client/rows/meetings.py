"""Rows of meetings. Written by `make api`."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from concerted.client.rows.account import CoalitionRef
from concerted.client.rows.boards import ClockRow, CommitmentRow, LineRef, MeetingRef
from concerted.client.rows.lines import MeetingRow


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
class MeetingChoice:
    """The lines and series that a meeting can be of, the zones that clocks can be of, and what parties are
    called by.

    ``zones`` are names of the IANA database."""

    lines: tuple[LineRef, ...]
    series: tuple[str, ...]
    zones: tuple[str, ...]
