"""Rows of statements. Written by `make api`."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Any

from concerted.client.rows.account import CoalitionRef
from concerted.client.rows.agendas import LineRef
from concerted.client.rows.boards import StatementRef
from concerted.client.rows.findings import FindingRow


@dataclass(frozen=True, slots=True)
class Reviewed:
    """How much of a text is decided: ``decided`` of ``total`` reviewable findings."""

    decided: int
    total: int


@dataclass(frozen=True, slots=True)
class StatementRow:
    """A statement in a list."""

    statement: StatementRef
    place: str | None
    language: str
    parties: int
    by_kind: dict[str, int]
    reviewed: Reviewed


@dataclass(frozen=True, slots=True)
class BlockRow:
    """A block of the text as it was laid out: heading, paragraph, list item, footnote ...

    ``kind`` is a value of ``reading.layout.BlockKind``, ``label`` the number or bullet as written."""

    kind: str
    start: int
    end: int
    label: str | None
    depth: int


@dataclass(frozen=True, slots=True)
class Promised:
    """How much a text promises: ``commitments`` as acts, their ``targets``, and how many acts are
    ``specific``."""

    commitments: int
    targets: int
    specific: int


@dataclass(frozen=True, slots=True)
class VersionRow:
    """A text of a statement: when it came in and by whom; the last one is the statement's own."""

    number: int
    at: datetime.datetime
    by: str | None
    source: str
    media_type: str
    sha256: str


@dataclass(frozen=True, slots=True)
class StatementPage:
    """A statement as a critical edition: its text, blocks and findings in the order of the text.

    ``by_kind``, ``by_line`` and ``promised`` count the acts that are not rejected. ``taken_in_by`` is a
    name. ``issued_from`` ... are the passages that the day, or its bounds, follow from. ``version`` is that
    of the text shown, ``versions`` are all of them; ``gone`` are the findings that have no place in it,
    ``orphans`` of which wait for a person. ``given_by`` names who gave the day."""

    coalition: CoalitionRef
    statement: StatementRef
    kind: str
    place: str | None
    language: str
    source: str
    media_type: str
    sha256: str
    taken_in_at: datetime.datetime
    taken_in_by: str | None
    given_date: datetime.date | None
    text: str
    blocks: tuple[BlockRow, ...]
    findings: tuple[FindingRow, ...]
    reviewed: Reviewed
    by_kind: dict[str, int]
    by_line: tuple[tuple[LineRef, int], ...]
    next_statement: StatementRef | None
    issued_from: tuple[int, int] | None
    earliest_from: tuple[int, int] | None
    latest_from: tuple[int, int] | None
    promised: Any
    version: int
    versions: tuple[VersionRow, ...]
    gone: tuple[FindingRow, ...]
    orphans: int
    given_by: str | None


@dataclass(frozen=True, slots=True)
class ComparisonChoice:
    """The statements that one can be compared with, the latest first; ``before`` is the one made before it.

    For the first of all ``before`` is the one made after it; None where there is no other."""

    coalition: CoalitionRef
    statement: StatementRef
    others: tuple[StatementRef, ...]
    before: StatementRef | None
