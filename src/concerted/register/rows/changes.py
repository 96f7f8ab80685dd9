"""What changed since a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from concerted.register.rows.history import Value
from concerted.register.rows.references import CoalitionRef, LineRef, MeetingRef


@dataclass(frozen=True, slots=True)
class ChangedField:
    """A field before and after, and who wrote it last and when (``by`` empty: nobody who may be named)."""

    field: str
    before: Value
    after: Value
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class ChangedRecord:
    """A record that came, changed or went since the day.

    ``kind`` is new, reached (released to the person since), changed (then ``fields``) or withdrawn; ``by`` and ``at``
    are those of the last entry.
    """

    noun: str
    id: int
    title: str
    line: LineRef | None
    kind: str
    fields: tuple[ChangedField, ...]
    by: str
    at: datetime

    @property
    def noted(self) -> tuple[tuple[str, int], ...]:
        """Name the record: wherever it is shown, its owner learns to whom."""
        return ((self.noun, self.id),)


@dataclass(frozen=True, slots=True)
class ChangesPage:
    """The changes since the end of a day (None: since the beginning), the newest first.

    ``meeting`` is the one that the day is the last of, where nobody asked for another day; ``more`` tells that there
    are older ones that are left out.
    """

    coalition: CoalitionRef
    noun: str
    since: date | None
    meeting: MeetingRef | None
    records: tuple[ChangedRecord, ...]
    lines: tuple[LineRef, ...]
    more: bool
