"""Questions to partners, and their answers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from concerted.register.rows.references import CoalitionRef, LineRef, PartyRef


@dataclass(frozen=True, slots=True)
class ClarificationRow:
    """A question to a party; ``answer`` is "" while it is open.

    ``contribution`` is the number of the one that it is about, None where it is about none that stands; ``about`` is
    what that says.
    """

    id: int
    party: PartyRef
    contribution: int | None
    about: str
    line: LineRef | None
    text: str
    by: str
    at: datetime
    answer: str
    answered_by: str | None
    answered_at: datetime | None
    may_answer: bool
    may_withdraw: bool

    @property
    def noted(self) -> tuple[tuple[str, int], ...]:
        """Name the contribution whose words are shown: its owner learns to whom."""
        return () if self.contribution is None else (("contribution", self.contribution),)


@dataclass(frozen=True, slots=True)
class ClarificationPage:
    """A question by itself."""

    coalition: CoalitionRef
    clarification: ClarificationRow


@dataclass(frozen=True, slots=True)
class ClarificationChoice:
    """Whom to ask, and about what: a contribution, or one of ``lines``; ``in_general`` tells that it may be no line."""

    coalition: CoalitionRef
    party: PartyRef
    contribution: int | None
    about: str
    lines: tuple[LineRef, ...]
    in_general: bool

    @property
    def noted(self) -> tuple[tuple[str, int], ...]:
        """Name the contribution whose words are shown: its owner learns to whom."""
        return () if self.contribution is None else (("contribution", self.contribution),)
