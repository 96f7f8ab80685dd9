"""Rows of texts. Written by `make api`."""

from __future__ import annotations

from dataclasses import dataclass

from concerted.client.rows.account import CoalitionRef
from concerted.client.rows.boards import StatementRef
from concerted.client.rows.findings import FindingRow


@dataclass(frozen=True, slots=True)
class CarriedRow:
    """A finding on its way into a corrected text: its words before and after ("" for no place)."""

    finding: int
    before: str
    after: str
    how: str
    turned: tuple[str, ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class Correction:
    """What a corrected text changes, or (``version``) has changed; ``known_as`` says why it changes nothing.

    ``stays``, ``moved``, ``orphaned`` and ``new`` count findings; the rows are those of a preview."""

    version: int
    stays: int
    moved: int
    orphaned: int
    new: int
    known_as: str
    moving: tuple[CarriedRow, ...]
    losing: tuple[CarriedRow, ...]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place in the present text that a finding may have, with the words around it."""

    start: int
    end: int
    quote: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Orphan:
    """An accepted finding without a place in the corrected text; ``finding`` has the last place that it had.

    ``before`` and ``after`` stood around it there. ``version`` is that of the statement's present text,
    into which ``candidates`` point, the likeliest first; ``language`` is the text's."""

    finding: FindingRow
    statement: StatementRef
    version: int
    language: str
    before: str
    after: str
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class OrphanQueue:
    """The orphaned findings of a coalition."""

    coalition: CoalitionRef
    items: tuple[Orphan, ...]
