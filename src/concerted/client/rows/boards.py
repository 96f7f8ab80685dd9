"""Rows of boards. Written by `make api`."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from concerted.client.rows.account import CoalitionRef
from concerted.client.rows.action_points import PartyRef
from concerted.client.rows.agendas import LineRef, MeetingRef


@dataclass(frozen=True, slots=True)
class StatementRef:
    """A statement; without ``issued_on``, ``earliest`` and ``latest`` bound its day (None: open)."""

    id: int
    title: str
    issued_on: datetime.date | None
    earliest: datetime.date | None
    latest: datetime.date | None


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact comes from: a passage of a statement, and who accepted it and when.

    ``verdict`` is accepted or corrected. ``start`` and ``end`` count code points of the statement's text in
    ``version``. ``standing`` is read, anchored, orphaned (its words wait for a person) or withdrawn;
    ``moved`` tells that the words are those of a corrected text."""

    statement: StatementRef
    finding: int
    start: int
    end: int
    quote: str
    verdict: str
    by: str | None
    at: datetime.datetime
    version: int
    standing: str
    moved: bool


@dataclass(frozen=True, slots=True)
class CadenceRow:
    """A rule that a series must meet at least every so many days; ``quote`` is the passage that says so or ""."""

    id: int
    since: datetime.date | None
    until: datetime.date | None
    said_by: str
    end_said_by: str
    edition: int
    series: str
    days: int
    quote: str


@dataclass(frozen=True, slots=True)
class ClockRow:
    """An obligation to meet again, and how it stands today.

    ``series`` names the meetings ("ministerial plenary"). ``state`` is due, overdue, met or unknown (no day
    can be worked out). ``due_on`` is the last day; where the statement has no date it lies between
    ``due_earliest`` and ``due_latest``. ``days`` from today to the due day (to ``due_earliest`` where only
    a window is known), negative when past; None when met or unknown. ``met_by`` is the meeting that
    satisfied it. ``counted_from`` is the day the count starts at, ``within`` the length in words.
    ``source`` is the passage it follows from; None where a rule of the coalition's own (``rule``) says so,
    by ``said_by``. ``late`` counts the days that the meeting came too late, ``planned`` is the next one
    that is announced."""

    series: str
    state: str
    due_on: datetime.date | None
    due_earliest: datetime.date | None
    due_latest: datetime.date | None
    days: int | None
    counted_from: datetime.date | None
    within: str
    words: str
    met_by: MeetingRef | None
    source: Source | None
    said_by: str
    late: int
    planned: MeetingRef | None
    rule: CadenceRow | None


@dataclass(frozen=True, slots=True)
class LineRow:
    """A line of effort in a list, and the figures of its card on the board.

    ``open_commitments`` leaves out general aims, which ``general_aims`` counts."""

    line: LineRef
    open_commitments: int
    general_aims: int
    calls: int
    contributions: int
    leads: tuple[PartyRef, ...]
    next_meeting: MeetingRef | None


@dataclass(frozen=True, slots=True)
class MarkRow:
    """A mark in the matrix: ``kind`` is a contribution's kind, or commitment for a promise by name.

    ``summary`` says what the one is that stands alone, "" for several; ``contribution`` is its number,
    where its partner entered it, ``given`` its number whoever did."""

    kind: str
    count: int
    summary: str
    contribution: int | None
    given: tuple[int, ...]


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

    ``kind`` is statement, meeting or deadline; ``status`` held or planned (meetings), due, overdue or met
    (deadlines), "" (statements). ``exact`` is False where only the window is known. ``id`` is the
    statement's or the meeting's; a deadline's is that of its statement."""

    kind: str
    title: str
    first: datetime.date
    last: datetime.date | None
    status: str
    exact: bool
    id: int | None


@dataclass(frozen=True, slots=True)
class TimelineSpan:
    """The days from a statement or meeting to the day by which its series meets again."""

    first: datetime.date
    last: datetime.date
    title: str
    state: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """Everything with a day, the oldest first; ``undated`` lists what has none."""

    items: tuple[TimelineItem, ...]
    spans: tuple[TimelineSpan, ...]
    undated: tuple[StatementRef | MeetingRef, ...]


@dataclass(frozen=True, slots=True)
class CommitmentRow:
    """A promise. ``by_issuers`` tells that all issuers made it, then ``actors`` is empty.

    ``status`` is open, in progress, fulfilled, lapsed or superseded. ``due_words`` are the text's own,
    ``due_on`` the day they come to where that is known, ``days`` the days from today until then (negative:
    past), None where it is settled or no day is known. ``aim`` is specific or general aim, None where it is
    not judged. ``targets`` are places in ``text``; ``marks`` and ``missing`` are target, date, amount,
    place or addressee."""

    id: int
    text: str
    verb: str
    status: str
    by_issuers: bool
    actors: tuple[PartyRef, ...]
    lines: tuple[LineRef, ...]
    renews: bool
    due_words: str | None
    due_on: datetime.date | None
    days: int | None
    source: Source
    aim: str | None
    targets: tuple[tuple[int, int], ...]
    marks: tuple[str, ...]
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FollowUp:
    """What is still to be done of what was promised.

    ``first`` are the commitments to look at first: by their day, then the easiest to check. ``count``
    counts all that are running and no general aim; ``aims`` are the first of the general ones,
    ``aim_count`` how many these are."""

    first: tuple[CommitmentRow, ...]
    count: int
    aims: tuple[CommitmentRow, ...]
    aim_count: int


@dataclass(frozen=True, slots=True)
class Board:
    """One coalition on one page. ``clock`` is the obligation that comes first (or is longest overdue).

    ``waiting`` counts findings for review, ``orphans`` accepted ones without a place in a corrected text."""

    coalition: CoalitionRef
    as_of: datetime.date
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
    """What frames every page: the coalition, its first clock, how many findings wait, and the record's
    edition.

    ``edition`` counts the entries of the coalition's ledger that the person sees, leaving out those of
    records about others, ``changed_at`` is the last one's time. ``asked`` counts the open questions to the
    party that the person belongs to."""

    coalition: CoalitionRef
    clock: ClockRow | None
    waiting: int
    edition: int
    changed_at: datetime.datetime | None
    asked: int
    packs: int | None


@dataclass(frozen=True, slots=True)
class RoleRow:
    """A role; ``mine`` where the person who asks holds it.

    ``of_coalition``, ``of_own`` and ``of_others`` are the releases by which it sees records of the
    coalition itself, of its own partner (none for a role without one) and of other partners.
    ``permissions`` are what it may do."""

    role: str
    mine: bool
    of_coalition: tuple[str, ...]
    of_own: tuple[str, ...]
    of_others: tuple[str, ...]
    permissions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RolesPage:
    """Every role of a coalition; ``is_open`` where the public reads what is released to it."""

    coalition: CoalitionRef
    roles: tuple[RoleRow, ...]
    is_open: bool
    may_open: bool
