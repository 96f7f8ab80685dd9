"""What the coalition's record holds: commitments, calls, contributions, instruments, meetings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time

from concerted.register.rows.clarifications import ClarificationRow
from concerted.register.rows.contributions import ContributionRow
from concerted.register.rows.paging import Paging
from concerted.register.rows.parties import LeadRow, NameRow, StandingRow
from concerted.register.rows.references import (
    CoalitionRef,
    LineRef,
    MeetingRef,
    PartyRef,
    Source,
    StatementRef,
)


@dataclass(frozen=True, slots=True)
class StatusRow:
    """A change of a commitment's status; ``evidence`` says what it rests on."""

    status: str
    by: str | None
    at: datetime
    evidence: str


@dataclass(frozen=True, slots=True)
class CommitmentRow:
    """A promise. ``by_issuers`` tells that all issuers made it, then ``actors`` is empty.

    ``status`` is open, in progress, fulfilled, lapsed or superseded. ``due_words`` are the
    text's own, ``due_on`` the day they come to where that is known, ``days`` the days from
    today until then (negative: past), None where it is settled or no day is known.
    ``aim`` is specific or general aim, None where it is not judged. ``targets`` are places in
    ``text``; ``marks`` and ``missing`` are target, date, amount, place or addressee.
    """

    id: int
    text: str
    verb: str
    status: str
    by_issuers: bool
    actors: tuple[PartyRef, ...]
    lines: tuple[LineRef, ...]
    renews: bool
    due_words: str | None
    due_on: date | None
    days: int | None
    source: Source
    aim: str | None = None
    targets: tuple[tuple[int, int], ...] = ()
    marks: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Commitments:
    """A page of commitments in a list; ``lines`` are those that it can be narrowed to."""

    rows: tuple[CommitmentRow, ...]
    paging: Paging
    lines: tuple[LineRef, ...]


@dataclass(frozen=True, slots=True)
class CommitmentPage:
    """A commitment with its history; ``earlier`` and ``later`` are the promises it renews and that renew it."""

    coalition: CoalitionRef
    commitment: CommitmentRow
    history: tuple[StatusRow, ...]
    earlier: tuple[CommitmentRow, ...]
    later: tuple[CommitmentRow, ...]
    may_change_status: bool


@dataclass(frozen=True, slots=True)
class CallRow:
    """Something that the issuers ask for; ``addressees`` are those who are to act, where the text names them."""

    id: int
    text: str
    verb: str
    by_issuers: bool
    actors: tuple[PartyRef, ...]
    addressees: tuple[PartyRef, ...]
    lines: tuple[LineRef, ...]
    due_words: str | None
    due_on: date | None
    source: Source


@dataclass(frozen=True, slots=True)
class ParticipationRow:
    """A party's part in a statement: role is issuer, joined or host; ``name`` as the text writes it."""

    party: PartyRef
    role: str
    name: str
    note: str | None
    source: Source


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """A gathering, past or coming. ``source`` is None where the coalition's own file says so.

    It ``opens`` on its first day and ``closes`` on its last, by the clocks of its ``zone`` (an IANA name, "" where
    nobody said it). ``reason`` is why it was cancelled; ``edition`` counts its changes.
    """

    meeting: MeetingRef
    zone: str
    opens: time | None
    closes: time | None
    place: str | None
    room: str | None
    hosts: tuple[PartyRef, ...]
    line: LineRef | None
    series: str | None
    attendance: str | None
    note: str | None
    source: Source | None
    said_by: str
    reason: str | None
    edition: int


@dataclass(frozen=True, slots=True)
class CitationRow:
    """A statement that cites an instrument; ``relation`` is implements, recalls, welcomes ... or None."""

    statement: StatementRef
    relation: str | None
    source: Source


@dataclass(frozen=True, slots=True)
class InstrumentRow:
    """A legal or political text; ``key`` is its canonical id, such as UNSCR 2178."""

    id: int
    key: str
    title: str
    date: date | None
    body: str | None
    cited_by: int


@dataclass(frozen=True, slots=True)
class InstrumentPage:
    """An instrument and who cites it."""

    coalition: CoalitionRef
    instrument: InstrumentRow
    citations: tuple[CitationRow, ...]
    acts: tuple[CommitmentRow, ...] = ()


@dataclass(frozen=True, slots=True)
class PartnerPage:
    """What a party promised, gave and is asked for.

    ``commitments`` are those made by name, ``joint`` those of all issuers of statements that
    the party issued or joined. ``leads`` and ``seats`` are those of the day, ``former`` others. ``standings`` and
    ``names`` come in the order of time. ``paging`` says of the long
    lists, by name, where they were cut.
    """

    coalition: CoalitionRef
    party: PartyRef
    participations: tuple[ParticipationRow, ...]
    commitments: tuple[CommitmentRow, ...]
    joint: tuple[CommitmentRow, ...]
    calls: tuple[CallRow, ...]
    contributions: tuple[ContributionRow, ...]
    leads: tuple[LeadRow, ...]
    meetings: tuple[MeetingRow, ...]
    clarifications: tuple[ClarificationRow, ...]
    may_ask: bool
    seats: tuple[LeadRow, ...]
    former: tuple[LeadRow, ...]
    standings: tuple[StandingRow, ...]
    names: tuple[NameRow, ...]
    may_keep: bool
    paging: Mapping[str, Paging]


@dataclass(frozen=True, slots=True)
class LineRow:
    """A line of effort in a list, and the figures of its card on the board.

    ``open_commitments`` leaves out general aims, which ``general_aims`` counts.
    """

    line: LineRef
    open_commitments: int
    general_aims: int
    calls: int
    contributions: int
    leads: tuple[PartyRef, ...]
    next_meeting: MeetingRef | None


@dataclass(frozen=True, slots=True)
class LinePage:
    """A line of effort: who leads it, what is promised, asked for and given, when it meets.

    ``leads`` and ``seats`` (partners in its working group) are those of the day; before or after it there are
    ``former_leads`` and ``former_seats``. ``paging`` says of the long lists, by name, where they were
    cut.
    """

    coalition: CoalitionRef
    line: LineRef
    leads: tuple[LeadRow, ...]
    commitments: tuple[CommitmentRow, ...]
    calls: tuple[CallRow, ...]
    contributions: tuple[ContributionRow, ...]
    meetings: tuple[MeetingRow, ...]
    sources: tuple[Source, ...]
    seats: tuple[LeadRow, ...]
    former_leads: tuple[LeadRow, ...]
    former_seats: tuple[LeadRow, ...]
    may_seat: bool
    paging: Mapping[str, Paging]
