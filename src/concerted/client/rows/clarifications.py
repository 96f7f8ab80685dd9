"""Rows of clarifications. Written by `make api`."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from concerted.client.rows.account import CoalitionRef
from concerted.client.rows.action_points import PartyRef
from concerted.client.rows.agendas import LineRef


@dataclass(frozen=True, slots=True)
class ClarificationRow:
    """A question to a party; ``answer`` is "" while it is open.

    ``contribution`` is the number of the one that it is about, None where it is about none that stands;
    ``about`` is what that says."""

    id: int
    party: PartyRef
    contribution: int | None
    about: str
    line: LineRef | None
    text: str
    by: str
    at: datetime.datetime
    answer: str
    answered_by: str | None
    answered_at: datetime.datetime | None
    may_answer: bool
    may_withdraw: bool


@dataclass(frozen=True, slots=True)
class ClarificationPage:
    """A question by itself."""

    coalition: CoalitionRef
    clarification: ClarificationRow


@dataclass(frozen=True, slots=True)
class ClarificationChoice:
    """Whom to ask, and about what: a contribution, or one of ``lines``; ``in_general`` tells that it may be no
    line."""

    coalition: CoalitionRef
    party: PartyRef
    contribution: int | None
    about: str
    lines: tuple[LineRef, ...]
    in_general: bool
