"""Rows of lines. Written by `make api`."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from concerted.client.rows.account import CoalitionRef
from concerted.client.rows.boards import CommitmentRow, LineRef, MeetingRef, PartyRef, Source
from concerted.client.rows.contributions import ContributionRow


@dataclass(frozen=True, slots=True)
class LeadRow:
    """A party that leads a line of effort."""

    party: PartyRef
    line: LineRef
    since: datetime.date | None
    until: datetime.date | None
    source: Source | None
    said_by: str


@dataclass(frozen=True, slots=True)
class CallRow:
    """Something that the issuers ask for; ``addressees`` are those who are to act, where the text names them."""

    id: int
    text: str
    verb: str
    by_issuers: bool
    actors: tuple[PartyRef, ...]
    addressees: tuple[PartyRef, ...]
    lines: tuple[LineRef, ...]
    due_words: str | None
    due_on: datetime.date | None
    source: Source


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """A gathering, past or coming. ``source`` is None where the coalition's own file says so."""

    meeting: MeetingRef
    place: str | None
    hosts: tuple[PartyRef, ...]
    line: LineRef | None
    series: str | None
    attendance: str | None
    note: str | None
    source: Source | None
    said_by: str


@dataclass(frozen=True, slots=True)
class LinePage:
    """A line of effort: who leads it, what is promised, asked for and given, when it meets.

    ``seats`` are the partners in its working group; ``parties`` those who could be, where the person
    ``may_seat`` them."""

    coalition: CoalitionRef
    line: LineRef
    leads: tuple[LeadRow, ...]
    commitments: tuple[CommitmentRow, ...]
    calls: tuple[CallRow, ...]
    contributions: tuple[ContributionRow, ...]
    meetings: tuple[MeetingRow, ...]
    sources: tuple[Source, ...]
    seats: tuple[PartyRef, ...]
    parties: tuple[PartyRef, ...]
    may_seat: bool
