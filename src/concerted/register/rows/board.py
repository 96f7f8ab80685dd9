"""The board of a coalition: what is due, what is missing, who gives what."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from concerted.register.rows.parties import CadenceRow
from concerted.register.rows.records import CommitmentRow, LineRow
from concerted.register.rows.references import CoalitionRef, LineRef, MeetingRef, PartyRef, Source, StatementRef


@dataclass(frozen=True, slots=True)
class ClockRow:
    """An obligation to meet again, and how it stands today.

    ``series`` names the meetings ("ministerial plenary"). ``state`` is due, overdue, met or
    unknown (no day can be worked out). ``due_on`` is the last day; where the statement has no
    date it lies between ``due_earliest`` and ``due_latest``. ``days`` from today to the due
    day (to ``due_earliest`` where only a window is known), negative when past; None when met
    or unknown. ``met_by`` is the meeting that satisfied it. ``counted_from`` is the day the
    count starts at, ``within`` the length in words. ``source`` is the passage it follows
    from; None where a rule of the coalition's own (``rule``) says so, by ``said_by``. ``late`` counts the
    days that the meeting came too late, ``planned`` is the next one that is announced.
    """

    series: str
    state: str
    due_on: date | None
    due_earliest: date | None
    due_latest: date | None
    days: int | None
    counted_from: date | None
    within: str
    words: str
    met_by: MeetingRef | None
    source: Source | None
    said_by: str
    late: int = 0
    planned: MeetingRef | None = None
    rule: CadenceRow | None = None


@dataclass(frozen=True, slots=True)
class MarkRow:
    """A mark in the matrix: ``kind`` is a contribution's kind, or commitment for a promise by name.

    ``summary`` says what the one is that stands alone, "" for several; ``contribution`` is its number, where its
    partner entered it, ``given`` its number whoever did.
    """

    kind: str
    count: int
    summary: str
    contribution: int | None = None
    given: tuple[int, ...] = ()

    @property
    def noted(self) -> tuple[tuple[str, int], ...]:
        """Name the contributions that it stands for: their owners learn to whom they are shown."""
        return tuple(("contribution", number) for number in self.given)


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A partner and, for each line in the matrix's order, its marks; ``total`` counts them."""

    party: PartyRef
    cells: tuple[tuple[MarkRow, ...], ...]
    total: int


@dataclass(frozen=True, slots=True)
class Matrix:
    """Partners down, lines of effort across."""

    lines: tuple[LineRef, ...]
    rows: tuple[MatrixRow, ...]


@dataclass(frozen=True, slots=True)
class TimelineItem:
    """Something on a day, or between two (``last``).

    ``kind`` is statement, meeting or deadline; ``status`` held or planned (meetings), due,
    overdue or met (deadlines), "" (statements). ``exact`` is False where only the window is
    known. ``id`` is the statement's or the meeting's; a deadline's is that of its statement.
    """

    kind: str
    title: str
    first: date
    last: date | None
    status: str
    exact: bool
    id: int | None


@dataclass(frozen=True, slots=True)
class TimelineSpan:
    """The days from a statement or meeting to the day by which its series meets again."""

    first: date
    last: date
    title: str
    state: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """Everything with a day, the oldest first; ``undated`` lists what has none."""

    items: tuple[TimelineItem, ...]
    spans: tuple[TimelineSpan, ...]
    undated: tuple[StatementRef | MeetingRef, ...]


@dataclass(frozen=True, slots=True)
class FollowUp:
    """What is still to be done of what was promised.

    ``first`` are the commitments to look at first: by their day, then the easiest to check.
    ``count`` counts all that are running and no general aim; ``aims`` are the first of the general ones, ``aim_count``
    how many these are.
    """

    first: tuple[CommitmentRow, ...]
    count: int
    aims: tuple[CommitmentRow, ...]
    aim_count: int


@dataclass(frozen=True, slots=True)
class Board:
    """One coalition on one page. ``clock`` is the obligation that comes first (or is longest overdue).

    ``waiting`` counts findings for review, ``orphans`` accepted ones without a place in a corrected text.
    """

    coalition: CoalitionRef
    as_of: date
    clock: ClockRow | None
    clocks: tuple[ClockRow, ...]
    lines: tuple[LineRow, ...]
    matrix: Matrix
    timeline: Timeline
    waiting: int
    orphans: int
    follow_up: FollowUp


@dataclass(frozen=True, slots=True)
class Head:
    """What frames every page: the coalition, its first clock, how many findings wait, and the record's edition.

    ``edition`` counts the entries of the coalition's ledger that the person sees, leaving out those of records about
    others, ``changed_at`` is the last one's time. ``asked`` counts the open questions to the party that the person
    belongs to.
    """

    coalition: CoalitionRef
    clock: ClockRow | None
    waiting: int
    edition: int
    changed_at: datetime | None
    asked: int = 0
    packs: int | None = None
