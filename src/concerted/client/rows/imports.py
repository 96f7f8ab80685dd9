"""Rows of imports. Written by `make api`."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Any

from concerted.client.rows.account import CoalitionRef


@dataclass(frozen=True, slots=True)
class Came:
    """What rows of an import come to: how many in each outcome, and how many that are imported are marked."""

    added: int
    changed: int
    unchanged: int
    held: int
    refused: int
    marked: int


@dataclass(frozen=True, slots=True)
class ImportRow:
    """An import: its file, who began it and when, how far it is, and what its rows come to.

    ``owner`` is the code of the party whose own its rows become (None: the coalition's); ``state`` reading,
    comparing, ready, writing, done or abandoned; ``decimals`` and ``days`` say how numbers and days are
    meant, where a person did. ``compared`` and ``written`` of ``rows`` are through."""

    id: int
    noun: str
    name: str
    sheet: str
    profile: str
    owner: str | None
    reach: str
    by: str
    at: datetime.datetime
    sha256: str
    state: str
    decimals: str
    days: str
    rows: int
    compared: int
    written: int
    came: Came
    may_keep: bool


@dataclass(frozen=True, slots=True)
class Imports:
    """The imports of those whom the person belongs to, newest first."""

    coalition: CoalitionRef
    rows: tuple[ImportRow, ...]
    may_import: bool


@dataclass(frozen=True, slots=True)
class ImportFindingRow:
    """What is to be said of a row (``place`` None: of the whole sheet); ``choice`` is what was decided on it,
    if held.

    ``tier`` is critical, error or warning."""

    place: int | None
    row: int
    column: str
    tier: str
    trouble: str
    found: str
    expected: str
    choice: str
    decided_by: str
    decided_at: datetime.datetime | None


@dataclass(frozen=True, slots=True)
class ImportPage:
    """An import with some of its findings, from ``after`` on: ``more`` where others follow.

    ``tiers`` counts all findings by tier; ``ambiguous`` names what of numbers and days nobody can read for
    certain; ``earlier`` are imports of the same file."""

    coalition: CoalitionRef
    one: ImportRow
    findings: tuple[ImportFindingRow, ...]
    more: bool
    tiers: tuple[tuple[str, int], ...]
    ambiguous: tuple[str, ...]
    earlier: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class SheetDifference:
    """A field as the record has it (``was``; of a new row: nothing), and as the sheet says it (``now``)."""

    column: str
    was: Any
    now: Any


@dataclass(frozen=True, slots=True)
class LookedAt:
    """A row with what would become of it; ``number`` is its record's, null for a new one."""

    place: int
    row: int
    outcome: str
    number: int | None
    differences: tuple[SheetDifference, ...]


@dataclass(frozen=True, slots=True)
class ImportRows:
    """Rows of an import; ``more`` tells that others follow, past the place of the last."""

    rows: tuple[LookedAt, ...]
    more: bool
