"""Rows of minutes. Written by `make api`."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import Decimal

from concerted.client.rows.account import CoalitionRef
from concerted.client.rows.action_points import PartyRef
from concerted.client.rows.agendas import Agenda, FundingGapRow, ItemRow, LineRef, ReleaseRow
from concerted.client.rows.boards import StatementRef
from concerted.client.rows.calendars import MeetingRow


@dataclass(frozen=True, slots=True)
class MinuteContent:
    """What a minute says."""

    meeting: int
    item: int | None
    text: str


@dataclass(frozen=True, slots=True)
class KeptMinute:
    """A record of a noun that people keep: what it says (the noun's ``content``), whose it is, and who sees
    it.

    ``owner`` is a party's code (None: the coalition); ``release`` says how far it is released; ``edition``
    counts its changes."""

    id: int
    edition: int
    owner: str | None
    release: str
    may_change: bool
    content: MinuteContent


@dataclass(frozen=True, slots=True)
class ReservationRow:
    """A party's reservation; ``about`` is the title of the statement or the words of the decision that it is
    about.

    ``paragraph`` is that of the statement, "" for all of it; ``ordinal`` the number of the decision in its
    meeting."""

    id: int
    party: PartyRef
    statement: int | None
    paragraph: str
    conclusion: int | None
    ordinal: int | None
    about: str
    text: str
    since: datetime.date
    until: datetime.date | None
    release: ReleaseRow


@dataclass(frozen=True, slots=True)
class MinuteRow:
    """Something written down: a ``minute``, a ``conclusion`` with its ``ordinal``, or an ``action`` with the
    rest.

    ``by`` wrote it last, ``at`` that moment; None where the person may not know it. ``responsible`` None
    stands for the secretariat."""

    noun: str
    id: int
    edition: int
    text: str
    item: int | None
    by: str | None
    at: datetime.datetime | None
    release: ReleaseRow
    may_change: bool
    ordinal: int | None
    responsible: PartyRef | None
    verifier: PartyRef | None
    due: datetime.date | None
    status: str
    reservations: tuple[ReservationRow, ...]


@dataclass(frozen=True, slots=True)
class MinutesPart:
    """What was written down at an item of the agenda, in the order of time; ``item`` None: at none."""

    item: ItemRow | None
    rows: tuple[MinuteRow, ...]


@dataclass(frozen=True, slots=True)
class Minutes:
    """The minutes of a meeting by the items of its agenda, after them what was said at none.

    ``version`` differs as soon as anything in them does. ``parties`` and ``lines`` are those of the
    coalition."""

    agenda: Agenda
    parts: tuple[MinutesPart, ...]
    version: str
    may_write: bool
    parties: tuple[PartyRef, ...]
    lines: tuple[LineRef, ...]


@dataclass(frozen=True, slots=True)
class NextMeeting:
    """When a series must meet again after the meeting: the last day (None: not known) and the length in words."""

    series: str
    due_on: datetime.date | None
    within: str
    said_by: str


@dataclass(frozen=True, slots=True)
class Section:
    """The parts of a statement; there is one ``LINE`` for each line of effort that something is said of."""


@dataclass(frozen=True, slots=True)
class Clause:
    """What a paragraph of a joint statement does, in the order in which they stand."""


@dataclass(frozen=True, slots=True)
class MeasuredRow:
    """How much: an ``amount`` in a ``currency``, a ``quantity`` in a ``unit``, perhaps of a ``target`` in that
    unit."""

    amount: Decimal | None
    currency: str
    quantity: Decimal | None
    unit: str
    target: Decimal | None


@dataclass(frozen=True, slots=True)
class DraftPoint:
    """What a paragraph names: a record by its ``noun`` and number ``id``, and its words.

    ``statement`` is the one in which the words stand, from the ``finding`` on; ``parties`` are those who
    act or are asked, ``day`` is when it was said or is so, ``due`` by when it is to be done. ``status`` is
    the record's own, ``paragraph`` that of the statement or the number of the decision to which a
    reservation is made. Of an act, ``verb`` is the operative one, ``start`` the place of its first target
    in ``text``, ``language`` that of its statement. ``count`` tells how many of the kind there are for its
    line. ``release`` None: the record has none of its own."""

    clause: Clause
    line: int | None
    noun: str
    id: int
    text: str
    parties: tuple[PartyRef, ...]
    day: datetime.date | None
    due: datetime.date | None
    status: str
    paragraph: str
    statement: StatementRef | None
    finding: int | None
    much: MeasuredRow | None
    gap: FundingGapRow | None
    verb: str
    start: int | None
    language: str
    release: ReleaseRow | None
    count: int


@dataclass(frozen=True, slots=True)
class DraftParagraph:
    """A paragraph by its number; ``more`` counts, on the last of a kind, those that are on record and not
    named."""

    number: int
    section: Section
    line: LineRef | None
    clause: Clause
    points: tuple[DraftPoint, ...]
    more: int


@dataclass(frozen=True, slots=True)
class DraftStatement:
    """The draft of a meeting's statement from the record of a day, as far as a person sees it.

    ``since`` is the day of the last meeting of the like (None: there was none): what was done counts from
    then on."""

    coalition: CoalitionRef
    meeting: MeetingRow
    as_of: datetime.date
    since: datetime.date | None
    next: NextMeeting | None
    paragraphs: tuple[DraftParagraph, ...]
