"""What was read in a statement and what people decided about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from concerted.register.rows.references import CoalitionRef, LineRef, PartyRef, StatementRef, VersionRow


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """A person's decision: ``verdict`` is accepted, corrected, rejected or undone."""

    verdict: str
    by: str | None
    at: datetime
    comment: str


@dataclass(frozen=True, slots=True)
class RecordRef:
    """The record that an accepted finding has become.

    ``noun`` is commitment, call, instrument, meeting, participation or line; ``key`` is what its
    page's address takes (an id, a party's code, a line's number).
    """

    noun: str
    key: str


@dataclass(frozen=True, slots=True)
class MovedRow:
    """How a finding came into a corrected text.

    ``quote`` are the words in which it was read in ``version``. ``how`` is other typography, moved, small changes,
    the words changed or not found; ``turned`` names the sorts of words that changed. ``by`` whom and ``at`` when.
    """

    quote: str
    version: int
    how: str
    turned: tuple[str, ...]
    confidence: float
    by: str | None
    at: datetime


@dataclass(frozen=True, slots=True)
class FindingRow:
    """One fact that the machine proposes, and how it stands.

    ``fact`` is act, participant, instrument, meeting, deadline, line, person, definition, sum,
    quantity, check or passed_over. ``kind`` is an act's kind, else None. ``data`` is the fact
    as it stands now (a correction's where there is one), ``proposal`` as it was read; both in
    the form of the record file. ``state`` is proposed, accepted, corrected or rejected;
    ``decision`` the one in force, ``history`` all of them, the oldest first. ``reviewable``
    is False for what asks for no decision (what was passed over). ``standing`` is read, anchored,
    orphaned, superseded or withdrawn; ``version`` is that of the text in which it was read,
    ``standing_in`` that of its place; ``moved`` says how it came into a later one if its words or their place changed.
    """

    id: int
    ordinal: int
    fact: str
    kind: str | None
    start: int
    end: int
    quote: str
    state: str
    confidence: float
    reviewable: bool
    data: Mapping[str, Any]
    proposal: Mapping[str, Any]
    actors: tuple[PartyRef, ...] = ()
    by_issuers: bool = False
    lines: tuple[LineRef, ...] = ()
    decision: DecisionRow | None = None
    history: tuple[DecisionRow, ...] = ()
    record: RecordRef | None = None
    standing: str = "read"
    version: int = 1
    standing_in: int = 1
    moved: MovedRow | None = None


@dataclass(frozen=True, slots=True)
class BlockRow:
    """A block of the text as it was laid out: heading, paragraph, list item, footnote ...

    ``kind`` is a value of ``reading.layout.BlockKind``, ``label`` the number or bullet as written.
    """

    kind: str
    start: int
    end: int
    label: str | None
    depth: int


@dataclass(frozen=True, slots=True)
class Reviewed:
    """How much of a text is decided: ``decided`` of ``total`` reviewable findings."""

    decided: int
    total: int

    @property
    def percent(self) -> int:
        """The share in whole percent, rounded down, so that 100 means all."""
        return 100 * self.decided // self.total if self.total else 100


@dataclass(frozen=True, slots=True)
class Promised:
    """How much a text promises: ``commitments`` as acts, their ``targets``, and how many acts are ``specific``."""

    commitments: int
    targets: int
    specific: int


@dataclass(frozen=True, slots=True)
class StatementPage:
    """A statement as a critical edition: its text, blocks and findings in the order of the text.

    ``by_kind``, ``by_line`` and ``promised`` count the acts that are not rejected. ``taken_in_by`` is a name.
    ``issued_from`` ... are the passages that the day, or its bounds, follow from. ``version`` is
    that of the text shown, ``versions`` are all of them; ``gone`` are the findings that have no
    place in it, ``orphans`` of which wait for a person. ``given_by`` names who gave the day.
    """

    coalition: CoalitionRef
    statement: StatementRef
    kind: str
    place: str | None
    language: str
    source: str
    media_type: str
    sha256: str
    taken_in_at: datetime
    taken_in_by: str | None
    given_date: date | None
    text: str
    blocks: tuple[BlockRow, ...]
    findings: tuple[FindingRow, ...]
    reviewed: Reviewed
    by_kind: Mapping[str, int]
    by_line: tuple[tuple[LineRef, int], ...]
    next_statement: StatementRef | None = None
    issued_from: tuple[int, int] | None = None
    earliest_from: tuple[int, int] | None = None
    latest_from: tuple[int, int] | None = None
    promised: Promised = Promised(0, 0, 0)
    version: int = 1
    versions: tuple[VersionRow, ...] = ()
    gone: tuple[FindingRow, ...] = ()
    orphans: int = 0
    given_by: str | None = None

    @property
    def is_last(self) -> bool:
        """Tell whether the text shown is the statement's present one."""
        return not self.versions or self.version == self.versions[-1].number


@dataclass(frozen=True, slots=True)
class Original:
    """The bytes that a statement came in as, with a name to save them under."""

    data: bytes
    media_type: str
    name: str


@dataclass(frozen=True, slots=True)
class StatementRow:
    """A statement in a list."""

    statement: StatementRef
    place: str | None
    language: str
    parties: int
    by_kind: Mapping[str, int]
    reviewed: Reviewed


@dataclass(frozen=True, slots=True)
class QueuedFinding:
    """A finding that waits for a person, with the words around it."""

    finding: FindingRow
    statement: StatementRef
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ReviewQueue:
    """What waits for a decision, first what most needs a person.

    ``waiting`` counts all, ``items`` holds the first ones.
    """

    coalition: CoalitionRef
    items: tuple[QueuedFinding, ...]
    waiting: int
