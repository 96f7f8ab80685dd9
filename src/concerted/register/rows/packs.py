"""Rows of packs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from concerted.register.rows.references import CoalitionRef


@dataclass(frozen=True, slots=True)
class PackRow:
    """A pack that was written (``outward``) or imported, and what became of those of its ``records`` that are done."""

    id: int
    party: str
    outward: bool
    other: str
    sha256: str
    made_at: datetime
    records: int
    done: int
    added: int
    changed: int
    withdrawn: int
    held: int
    by: str
    at: datetime

    @property
    def same(self) -> int:
        """Count those that were as they are here, or older."""
        return self.done - self.added - self.changed - self.withdrawn - self.held

    @property
    def finished(self) -> bool:
        """Tell whether every record is done."""
        return self.done == self.records


@dataclass(frozen=True, slots=True)
class PackKeyRow:
    """The key of another register, for the packs of a party (a code); it holds no more from ``until`` on."""

    party: str
    register: str
    key: str
    since: date
    until: date | None
    by: str


@dataclass(frozen=True, slots=True)
class HeldRow:
    """A record of a pack that waits for a decision: ``why`` is "" where both registers changed it.

    ``record`` is its number here (None: it is not here), ``number`` that of the register where it was entered.
    """

    id: int
    noun: str
    record: int | None
    origin: str
    number: int
    why: str
    made_at: datetime


@dataclass(frozen=True, slots=True)
class PacksPage:
    """Every pack and key that a person sees, and what the person may decide."""

    coalition: CoalitionRef
    packs: tuple[PackRow, ...]
    keys: tuple[PackKeyRow, ...]
    held: tuple[HeldRow, ...]
    may_trust: bool


@dataclass(frozen=True, slots=True)
class PackPage:
    """A pack, and what of it waits for the person's decision.

    ``goes_on`` tells that it is not done and its file is here: else the same file has to come again.
    """

    pack: PackRow
    held: tuple[HeldRow, ...]
    goes_on: bool
