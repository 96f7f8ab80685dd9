"""Rows of searches. Written by `make api`."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import Decimal

from concerted.client.rows.account import CoalitionRef
from concerted.client.rows.action_points import PartyRef
from concerted.client.rows.agendas import LineRef, MeetingRef
from concerted.client.rows.boards import StatementRef
from concerted.client.rows.lines import Paging


@dataclass(frozen=True, slots=True)
class Hit:
    """A text or record with the words that were looked for.

    ``noun`` is statement, commitment, call, instrument, meeting, partner or one that people keep; ``key``
    what its page's address takes. ``match`` is what was found, with the words ``before`` and ``after`` it.
    ``start`` is the match's place in the statement's text, None elsewhere."""

    noun: str
    key: str
    title: str
    before: str
    match: str
    after: str
    statement: StatementRef | None
    start: int | None


@dataclass(frozen=True, slots=True)
class SearchResults:
    """The hits, the best first; ``counts`` by noun covers all of them, up to 500 each.

    There may be ``more`` than were counted."""

    coalition: CoalitionRef
    query: str
    hits: tuple[Hit, ...]
    total: int
    counts: dict[str, int]
    more: bool


@dataclass(frozen=True, slots=True)
class ChangedField:
    """A field before and after, and who wrote it last and when (``by`` empty: nobody who may be named)."""

    field: str
    before: (
        str
        | bool
        | int
        | float
        | Decimal
        | datetime.date
        | datetime.datetime
        | datetime.time
        | PartyRef
        | tuple[str | PartyRef, ...]
        | None
    )
    after: (
        str
        | bool
        | int
        | float
        | Decimal
        | datetime.date
        | datetime.datetime
        | datetime.time
        | PartyRef
        | tuple[str | PartyRef, ...]
        | None
    )
    by: str
    at: datetime.datetime


@dataclass(frozen=True, slots=True)
class ChangedRecord:
    """A record that came, changed or went since the day.

    ``kind`` is new, reached (released to the person since), changed (then ``fields``) or withdrawn; ``by``
    and ``at`` are those of the last entry."""

    noun: str
    id: int
    title: str
    line: LineRef | None
    kind: str
    fields: tuple[ChangedField, ...]
    by: str
    at: datetime.datetime


@dataclass(frozen=True, slots=True)
class ChangesPage:
    """The changes since the end of a day (None: since the beginning), the newest first.

    ``meeting`` is the one that the day is the last of, where nobody asked for another day; ``more`` tells
    that there are older ones that are left out."""

    coalition: CoalitionRef
    noun: str
    since: datetime.date | None
    meeting: MeetingRef | None
    records: tuple[ChangedRecord, ...]
    lines: tuple[LineRef, ...]
    more: bool


@dataclass(frozen=True, slots=True)
class FieldRow:
    """A field of a row before and after a change; None where there was no row, or nothing in the field."""

    field: str
    before: (
        str
        | bool
        | int
        | float
        | Decimal
        | datetime.date
        | datetime.datetime
        | datetime.time
        | PartyRef
        | tuple[str | PartyRef, ...]
        | None
    )
    after: (
        str
        | bool
        | int
        | float
        | Decimal
        | datetime.date
        | datetime.datetime
        | datetime.time
        | PartyRef
        | tuple[str | PartyRef, ...]
        | None
    )


@dataclass(frozen=True, slots=True)
class EntryRow:
    """A change of the record or of one of its parts (``noun``).

    ``action`` and ``by`` are empty where a row was changed past the program. ``verb`` is came, changed or
    went. ``index`` is the entry's place in the ledger; None while it waits for one. ``opens`` tells that a
    row came without an action: it is older than the ledger, or came past the program."""

    at: datetime.datetime
    by: str
    action: str
    noun: str
    verb: str
    fields: tuple[FieldRow, ...]
    index: int | None
    opens: bool


@dataclass(frozen=True, slots=True)
class StateRow:
    """A record as it stood at the end of a day; without fields it was not there, or did not reach the person."""

    on: datetime.date
    fields: tuple[FieldRow, ...]


@dataclass(frozen=True, slots=True)
class HistoryPage:
    """The history of a record, the newest entry first; ``title`` is what the record is called now."""

    coalition: CoalitionRef
    noun: str
    key: str
    title: str | PartyRef
    entries: tuple[EntryRow, ...]
    paging: Paging
    state: StateRow | None
