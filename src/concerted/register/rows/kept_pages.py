"""What the pages of a noun show that people keep: its list, one record, and what a record may say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any, TypeAlias

from concerted.register.nouns import Noun
from concerted.register.rows.paging import Paging
from concerted.register.rows.references import CoalitionRef, LineRef, PartyRef, RecordRef, ReleaseRow

Shown: TypeAlias = PartyRef | LineRef | RecordRef | Decimal | date | str | None


@dataclass(frozen=True, slots=True)
class KeptRecord:
    """A record with what it says by column: ``values`` for people, ``content`` for a form.

    A line or party is there by name, another record (None where the person does not see it) by its title. ``edition``
    counts the changes, ``owner`` is None for the coalition's own.
    """

    noun: str
    id: int
    edition: int
    owner: PartyRef | None
    release: ReleaseRow
    may_change: bool
    content: Any
    values: Mapping[str, Shown]

    @property
    def noted(self) -> tuple[tuple[str, int], ...]:
        """Name the record: wherever it is shown, its owner learns to whom."""
        return ((self.noun, self.id),)


@dataclass(frozen=True, slots=True)
class KeptChoice:
    """What a record of a noun may say: the coalition's lines and parties, and, by column, records to point at
    and names that are ``proposed``.

    ``party`` is the one that the person speaks for (None: they keep the coalition's own). ``may_add`` tells whether
    they enter records at all.
    """

    coalition: CoalitionRef
    noun: Noun
    lines: tuple[LineRef, ...]
    parties: tuple[PartyRef, ...]
    records: Mapping[str, tuple[RecordRef, ...]]
    proposed: Mapping[str, tuple[str, ...]]
    party: PartyRef | None
    may_add: bool


@dataclass(frozen=True, slots=True)
class KeptList:
    """A page of a list; ``asked`` are the filters in force, by column."""

    choice: KeptChoice
    rows: tuple[KeptRecord, ...]
    asked: Mapping[str, str]
    paging: Paging


@dataclass(frozen=True, slots=True)
class KeptPage:
    """A record; ``changed_by`` and ``changed_at`` say who wrote it last, as far as the person may know."""

    choice: KeptChoice
    record: KeptRecord
    changed_by: str | None
    changed_at: datetime | None
