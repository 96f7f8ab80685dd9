"""Rows of findings. Written by `make api`."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Any

from concerted.client.rows.account import CoalitionRef
from concerted.client.rows.action_points import PartyRef
from concerted.client.rows.agendas import LineRef
from concerted.client.rows.boards import StatementRef


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """A person's decision: ``verdict`` is accepted, corrected, rejected or undone."""

    verdict: str
    by: str | None
    at: datetime.datetime
    comment: str


@dataclass(frozen=True, slots=True)
class RecordRef:
    """The record that an accepted finding has become.

    ``noun`` is commitment, call, instrument, meeting, participation or line; ``key`` is what its page's
    address takes (an id, a party's code, a line's number)."""

    noun: str
    key: str


@dataclass(frozen=True, slots=True)
class MovedRow:
    """How a finding came into a corrected text.

    ``quote`` are the words in which it was read in ``version``. ``how`` is other typography, moved, small
    changes, the words changed or not found; ``turned`` names the sorts of words that changed. ``by`` whom
    and ``at`` when."""

    quote: str
    version: int
    how: str
    turned: tuple[str, ...]
    confidence: float
    by: str | None
    at: datetime.datetime


@dataclass(frozen=True, slots=True)
class FindingRow:
    """One fact that the machine proposes, and how it stands.

    ``fact`` is act, participant, instrument, meeting, deadline, line, person, definition, sum, quantity,
    check or passed_over. ``kind`` is an act's kind, else None. ``data`` is the fact as it stands now (a
    correction's where there is one), ``proposal`` as it was read; both in the form of the record file.
    ``state`` is proposed, accepted, corrected or rejected; ``decision`` the one in force, ``history`` all
    of them, the oldest first. ``reviewable`` is False for what asks for no decision (what was passed over).
    ``standing`` is read, anchored, orphaned, superseded or withdrawn; ``version`` is that of the text in
    which it was read, ``standing_in`` that of its place; ``moved`` says how it came into a later one if its
    words or their place changed."""

    id: int
    ordinal: int
    fact: str
    kind: str | None
    start: int
    end: int
    quote: str
    state: str
    confidence: float
    reviewable: bool
    data: dict[str, Any]
    proposal: dict[str, Any]
    actors: tuple[PartyRef, ...]
    by_issuers: bool
    lines: tuple[LineRef, ...]
    decision: DecisionRow | None
    history: tuple[DecisionRow, ...]
    record: RecordRef | None
    standing: str
    version: int
    standing_in: int
    moved: MovedRow | None


@dataclass(frozen=True, slots=True)
class QueuedFinding:
    """A finding that waits for a person, with the words around it."""

    finding: FindingRow
    statement: StatementRef
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ReviewQueue:
    """What waits for a decision, first what most needs a person.

    ``waiting`` counts all, ``items`` holds the first ones."""

    coalition: CoalitionRef
    items: tuple[QueuedFinding, ...]
    waiting: int
