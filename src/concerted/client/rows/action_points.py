"""Rows of action_points. Written by `make api`."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from concerted.client.rows.account import CoalitionRef


@dataclass(frozen=True, slots=True)
class Called:
    """A name of a party in a language, and a short form of it or ""."""

    since: datetime.date | None
    until: datetime.date | None
    language: str
    name: str
    short: str


@dataclass(frozen=True, slots=True)
class Stood:
    """How a party stands to the coalition: acceded or withdrawn."""

    since: datetime.date | None
    until: datetime.date | None
    standing: str


@dataclass(frozen=True, slots=True)
class PartyRef:
    """A party; ``code`` is ISO 3166-1 alpha-3, the vocabulary's id of an organisation, or the coalition's own.

    ``name`` is its English name now; ``names`` are those that the register keeps of it, over time and in
    several languages, ``standings`` when it was in the coalition (none: nobody recorded it). ``has_page``
    is false for one that only a proposal names: the record holds nothing of it yet."""

    code: str
    name: str
    has_page: bool
    names: tuple[Called, ...]
    standings: tuple[Stood, ...]


@dataclass(frozen=True, slots=True)
class FollowUpRow:
    """What somebody said of an action point: ``done``, ``adequate`` or ``not adequate``, with evidence or
    reason.

    ``by`` is None for who may not know it; ``party`` is whom they spoke for, None for the secretariat."""

    said: str
    text: str
    link: str
    by: str | None
    party: PartyRef | None
    at: datetime.datetime


@dataclass(frozen=True, slots=True)
class ActionFollowUp:
    """How an action point stands; ``is_late`` tells that it is open after its day.

    ``unseen`` tells that its owner or its verifier does not see it yet, as it is not released to them."""

    coalition: CoalitionRef
    id: int
    edition: int
    status: str
    due: datetime.date | None
    is_late: bool
    follow_ups: tuple[FollowUpRow, ...]
    may_say_done: bool
    may_verify: bool
    unseen: bool
