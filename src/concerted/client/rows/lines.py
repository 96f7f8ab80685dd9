"""Rows of lines. Written by `make api`."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from concerted.client.rows.account import CoalitionRef
from concerted.client.rows.action_points import PartyRef
from concerted.client.rows.agendas import LineRef
from concerted.client.rows.boards import CadenceRow, CommitmentRow, Source
from concerted.client.rows.calendars import MeetingRow
from concerted.client.rows.contributions import ContributionRow


@dataclass(frozen=True, slots=True)
class LeadRow:
    """A party that leads a line of effort, or sits in its working group."""

    id: int
    since: datetime.date | None
    until: datetime.date | None
    said_by: str
    end_said_by: str
    edition: int
    party: PartyRef
    line: LineRef
    source: Source | None


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
class Paging:
    """A page of a list: its ``number`` from 1 on, how many rows a page has (``size``) and the list in all
    (``count``).

    Of a list that was not counted to its end, there are ``more`` rows than its count."""

    number: int
    size: int
    count: int
    more: bool


@dataclass(frozen=True, slots=True)
class LinePage:
    """A line of effort: who leads it, what is promised, asked for and given, when it meets.

    ``leads`` and ``seats`` (partners in its working group) are those of the day; before or after it there
    are ``former_leads`` and ``former_seats``. ``paging`` says of the long lists, by name, where they were
    cut."""

    coalition: CoalitionRef
    line: LineRef
    leads: tuple[LeadRow, ...]
    commitments: tuple[CommitmentRow, ...]
    calls: tuple[CallRow, ...]
    contributions: tuple[ContributionRow, ...]
    meetings: tuple[MeetingRow, ...]
    sources: tuple[Source, ...]
    seats: tuple[LeadRow, ...]
    former_leads: tuple[LeadRow, ...]
    former_seats: tuple[LeadRow, ...]
    may_seat: bool
    paging: dict[str, Paging]


@dataclass(frozen=True, slots=True)
class StandingRow:
    """How a party stands to the coalition: invited, acceded or withdrawn."""

    id: int
    since: datetime.date | None
    until: datetime.date | None
    said_by: str
    end_said_by: str
    edition: int
    standing: str


@dataclass(frozen=True, slots=True)
class NameRow:
    """A name of a party in a language, and a short form of it or ""."""

    id: int
    since: datetime.date | None
    until: datetime.date | None
    said_by: str
    end_said_by: str
    edition: int
    language: str
    name: str
    short: str


@dataclass(frozen=True, slots=True)
class DatedPage:
    """One row that holds from a day to a day; ``noun`` is standing, name, lead, seat or cadence.

    ``party`` is whose it is; None for a cadence, which is the whole coalition's."""

    coalition: CoalitionRef
    noun: str
    party: PartyRef | None
    line: LineRef | None
    row: StandingRow | NameRow | LeadRow | CadenceRow
