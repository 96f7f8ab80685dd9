"""Rows of instruments. Written by `make api`."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from concerted.client.rows.account import CoalitionRef
from concerted.client.rows.boards import CommitmentRow, Source, StatementRef


@dataclass(frozen=True, slots=True)
class InstrumentRow:
    """A legal or political text; ``key`` is its canonical id, such as UNSCR 2178."""

    id: int
    key: str
    title: str
    date: datetime.date | None
    body: str | None
    cited_by: int


@dataclass(frozen=True, slots=True)
class CitationRow:
    """A statement that cites an instrument; ``relation`` is implements, recalls, welcomes ... or None."""

    statement: StatementRef
    relation: str | None
    source: Source


@dataclass(frozen=True, slots=True)
class InstrumentPage:
    """An instrument and who cites it."""

    coalition: CoalitionRef
    instrument: InstrumentRow
    citations: tuple[CitationRow, ...]
    acts: tuple[CommitmentRow, ...]
