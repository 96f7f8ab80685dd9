"""Findings that a corrected text left without a place."""

from __future__ import annotations

from dataclasses import dataclass

from concerted.register.rows.findings import FindingRow
from concerted.register.rows.references import CoalitionRef, StatementRef


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

    ``before`` and ``after`` stood around it there. ``version`` is that of the statement's present text, into which
    ``candidates`` point, the likeliest first; ``language`` is the text's.
    """

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
