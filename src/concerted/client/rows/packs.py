"""Rows of packs. Written by `make api`."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Any

from concerted.client.rows.account import CoalitionRef


@dataclass(frozen=True, slots=True)
class PackRow:
    """A pack that was written (``outward``) or imported, and what became of those of its ``records`` that are
    done."""

    id: int
    party: str
    outward: bool
    other: str
    sha256: str
    made_at: datetime.datetime
    records: int
    done: int
    added: int
    changed: int
    withdrawn: int
    held: int
    by: str
    at: datetime.datetime


@dataclass(frozen=True, slots=True)
class PackKeyRow:
    """The key of another register, for the packs of a party (a code); it holds no more from ``until`` on."""

    party: str
    register: str
    key: str
    since: datetime.date
    until: datetime.date | None
    by: str


@dataclass(frozen=True, slots=True)
class HeldRow:
    """A record of a pack that waits for a decision: ``why`` is "" where both registers changed it.

    ``record`` is its number here (None: it is not here), ``number`` that of the register where it was
    entered."""

    id: int
    noun: str
    record: int | None
    origin: str
    number: int
    why: str
    made_at: datetime.datetime


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

    ``goes_on`` tells that it is not done and its file is here: else the same file has to come again."""

    pack: PackRow
    held: tuple[HeldRow, ...]
    goes_on: bool


@dataclass(frozen=True, slots=True)
class HeldDifference:
    """A column that both versions say differently."""

    column: str
    mine: Any
    theirs: Any


@dataclass(frozen=True, slots=True)
class HeldPage:
    """A record as it is here (mine) and as a pack says it (theirs): what a record of its noun says, null for
    nothing.

    ``edition`` is that of the record here, 0 where there is none; ``why`` says what stands against theirs,
    "" where it is only that both were changed."""

    held: int
    noun: str
    record: int | None
    origin: str
    number: int
    edition: int
    mine: dict[str, Any] | None
    theirs: dict[str, Any] | None
    mine_released: str | None
    theirs_released: str | None
    differences: tuple[HeldDifference, ...]
    why: str
    may_decide: bool
