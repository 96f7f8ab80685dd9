"""Imports of sheets, as their own people see them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from concerted.register.rows.references import CoalitionRef


@dataclass(frozen=True, slots=True)
class Came:
    """What rows of an import come to: how many in each outcome, and how many that are imported are marked."""

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    held: int = 0
    refused: int = 0
    marked: int = 0


@dataclass(frozen=True, slots=True)
class ImportRow:
    """An import: its file, who began it and when, how far it is, and what its rows come to.

    ``owner`` is the code of the party whose own its rows become (None: the coalition's); ``state`` reading, comparing,
    ready, writing, done or abandoned; ``decimals`` and ``days`` say how numbers and days are meant, where a person
    did. ``compared`` and ``written`` of ``rows`` are through.
    """

    id: int
    noun: str
    name: str
    sheet: str
    profile: str
    owner: str | None
    reach: str
    by: str
    at: datetime
    sha256: str
    state: str
    decimals: str
    days: str
    rows: int
    compared: int
    written: int
    came: Came
    may_keep: bool

    @property
    def done(self) -> int:
        """Count the rows that are through the step that the import is in."""
        if self.state in ("writing", "done"):
            return self.written
        return self.rows if self.state in ("reading", "ready") else self.compared


@dataclass(frozen=True, slots=True)
class ImportFindingRow:
    """What is to be said of a row (``place`` None: of the whole sheet); ``choice`` is what was decided on it, if held.

    ``tier`` is critical, error or warning.
    """

    place: int | None
    row: int
    column: str
    tier: str
    trouble: str
    found: str
    expected: str
    choice: str
    decided_by: str
    decided_at: datetime | None


@dataclass(frozen=True, slots=True)
class Imports:
    """The imports of those whom the person belongs to, newest first."""

    coalition: CoalitionRef
    rows: tuple[ImportRow, ...]
    may_import: bool


@dataclass(frozen=True, slots=True)
class ImportPage:
    """An import with some of its findings, from ``after`` on: ``more`` where others follow.

    ``tiers`` counts all findings by tier; ``ambiguous`` names what of numbers and days nobody can read for certain;
    ``earlier`` are imports of the same file.
    """

    coalition: CoalitionRef
    one: ImportRow
    findings: tuple[ImportFindingRow, ...]
    more: bool
    tiers: tuple[tuple[str, int], ...]
    ambiguous: tuple[str, ...]
    earlier: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a record's values come from: the row of an import, with who and when; ``added`` tells it was made by it."""

    id: int
    name: str
    row: int
    added: bool
    by: str
    at: datetime
