"""What became of a record: its entries in the ledger, as people read them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from typing import TypeAlias

from concerted.register.rows.paging import Paging
from concerted.register.rows.references import CoalitionRef, PartyRef

# Names instead of numbers for what a field points at; several for marks and for the parties and lines of an act.
Value: TypeAlias = (
    str | bool | int | float | Decimal | date | datetime | time | PartyRef | tuple[str | PartyRef, ...] | None
)


@dataclass(frozen=True, slots=True)
class FieldRow:
    """A field of a row before and after a change; None where there was no row, or nothing in the field."""

    field: str
    before: Value
    after: Value


@dataclass(frozen=True, slots=True)
class EntryRow:
    """A change of the record or of one of its parts (``noun``).

    ``action`` and ``by`` are empty where a row was changed past the program. ``verb`` is came, changed or went.
    ``index`` is the entry's place in the ledger; None while it waits for one. ``opens`` tells that a row came
    without an action: it is older than the ledger, or came past the program.
    """

    at: datetime
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

    on: date
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
