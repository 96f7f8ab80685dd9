"""Rows of meetings. Written by `make api`."""

from __future__ import annotations

from dataclasses import dataclass

from concerted.client.rows.account import CoalitionRef
from concerted.client.rows.boards import ClockRow, CommitmentRow
from concerted.client.rows.lines import MeetingRow


@dataclass(frozen=True, slots=True)
class MeetingPage:
    """A meeting, the obligations that it satisfies, and what is open when it comes together.

    ``edition`` counts its changes."""

    coalition: CoalitionRef
    row: MeetingRow
    satisfies: tuple[ClockRow, ...]
    open_commitments: tuple[CommitmentRow, ...]
    may_hold: bool
    edition: int
