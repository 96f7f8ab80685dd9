"""A meeting's page."""

from __future__ import annotations

from dataclasses import dataclass

from concerted.register.rows.board import ClockRow
from concerted.register.rows.records import CommitmentRow, MeetingRow
from concerted.register.rows.references import CoalitionRef


@dataclass(frozen=True, slots=True)
class MeetingPage:
    """A meeting, the obligations that it satisfies, and what is open when it comes together.

    ``edition`` counts its changes.
    """

    coalition: CoalitionRef
    row: MeetingRow
    satisfies: tuple[ClockRow, ...]
    open_commitments: tuple[CommitmentRow, ...]
    may_hold: bool
    edition: int
