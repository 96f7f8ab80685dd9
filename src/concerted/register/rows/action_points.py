"""How action points are followed up."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from concerted.register.rows.kept_pages import KeptRecord
from concerted.register.rows.references import CoalitionRef, PartyRef


@dataclass(frozen=True, slots=True)
class FollowUpRow:
    """What somebody said of an action point: ``done``, ``adequate`` or ``not adequate``, with evidence or reason.

    ``by`` is None for who may not know it; ``party`` is whom they spoke for, None for the secretariat.
    """

    said: str
    text: str
    link: str
    by: str | None
    party: PartyRef | None
    at: datetime


@dataclass(frozen=True, slots=True)
class ActionFollowUp:
    """How an action point stands; ``is_late`` tells that it is open after its day.

    ``unseen`` tells that its owner or its verifier does not see it yet, as it is not released to them.
    """

    coalition: CoalitionRef
    id: int
    edition: int
    status: str
    due: date | None
    is_late: bool
    follow_ups: tuple[FollowUpRow, ...]
    may_say_done: bool
    may_verify: bool
    unseen: bool

    @property
    def noted(self) -> tuple[tuple[str, int], ...]:
        """Name the record of which its owner is told who has seen it."""
        return (("action", self.id),)


@dataclass(frozen=True, slots=True)
class OpenActions:
    """Action points on the page of something else, those due first first; ``every`` counts them all."""

    rows: tuple[KeptRecord, ...]
    every: int
