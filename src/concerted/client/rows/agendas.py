"""Rows of agendas. Written by `make api`."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import Decimal

from concerted.client.rows.account import CoalitionRef
from concerted.client.rows.action_points import PartyRef


@dataclass(frozen=True, slots=True)
class MeetingRef:
    """A meeting; ``status`` is held, planned or cancelled."""

    id: int
    name: str
    start: datetime.date | None
    end: datetime.date | None
    status: str


@dataclass(frozen=True, slots=True)
class LineRef:
    """A line of effort of the coalition."""

    number: int
    title: str


@dataclass(frozen=True, slots=True)
class ReleaseRow:
    """How far a record is released.

    ``kind`` is owner only, named partners (then ``parties``), working group (then ``line``), coalition or
    public."""

    kind: str
    parties: tuple[PartyRef, ...]
    line: LineRef | None


@dataclass(frozen=True, slots=True)
class ItemRecordRow:
    """A record that an item is about, by its noun and number."""

    noun: str
    id: int
    title: str


@dataclass(frozen=True, slots=True)
class PaperRow:
    """A paper as an agenda names it: how many versions there are (0: not yet filed), and why it is withdrawn."""

    id: int
    title: str
    item: int | None
    version: int
    withdrawn: str


@dataclass(frozen=True, slots=True)
class FundingGapRow:
    """What the requirements of a line (None: of no line) that stand ask in a currency (ISO 4217), and what is
    there.

    ``pledged`` is what partners have bound themselves to, from pledged to under way, ``delivered`` what is
    there; offers count as nothing. ``missing`` is the rest of what is ``asked``, never less than nothing.
    ``requirements`` are the numbers of those that ask. All of it as far as the person sees it."""

    line: LineRef | None
    currency: str
    asked: Decimal
    pledged: Decimal
    delivered: Decimal
    missing: Decimal
    requirements: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ItemRow:
    """An agenda item; ``starts`` is when it is taken up (None: left out), ``minutes`` how long (None: no time
    set).

    ``day`` is on which of the meeting's days (None: not known).

    ``reason`` says why it was drafted ("": a person added it), ``records`` are those it is about that the
    person sees, ``why`` the reason for which it is left out. ``gaps`` are those of the lines and currencies
    of the requirements that an item on funding is about, as they stand now. ``is_first`` and ``is_last``
    tell its place on its line."""

    id: int
    edition: int
    title: str
    line: LineRef | None
    minutes: int | None
    day: datetime.date | None
    starts: datetime.time | None
    speaker: str
    room: str
    note: str
    reason: str
    why: str
    owner: PartyRef | None
    release: ReleaseRow
    records: tuple[ItemRecordRow, ...]
    papers: tuple[PaperRow, ...]
    gaps: tuple[FundingGapRow, ...]
    may_change: bool
    is_first: bool
    is_last: bool


@dataclass(frozen=True, slots=True)
class AgendaPart:
    """The items of a line of effort, of the whole coalition where None; ``minutes`` is the time they get."""

    line: LineRef | None
    minutes: int
    items: tuple[ItemRow, ...]


@dataclass(frozen=True, slots=True)
class Agenda:
    """What a meeting will talk about, by line in the order of lines, the whole coalition's first.

    It ``opens`` by the clocks of its ``zone``, in its ``room`` where an item has none of its own.
    ``minutes`` is what all items take, ``length`` how many the meeting has. ``left_out`` is remembered with
    the reasons, ``papers`` are those of no item that is shown."""

    coalition: CoalitionRef
    meeting: MeetingRef
    opens: datetime.time
    zone: str
    room: str
    minutes: int
    length: int
    parts: tuple[AgendaPart, ...]
    left_out: tuple[ItemRow, ...]
    papers: tuple[PaperRow, ...]
    may_draft: bool
    may_add: bool


@dataclass(frozen=True, slots=True)
class DelegateRow:
    """Somebody who is registered for a meeting, with the role and the name on the plate of whom they come for."""

    id: int
    person: str
    role: str
    plate: str


@dataclass(frozen=True, slots=True)
class SeatRow:
    """A delegation in its place, from 1; ``plate`` is the name on its plate, ``party`` None for an
    organisation."""

    place: int
    plate: str
    party: PartyRef | None
    is_chair: bool
    delegates: tuple[DelegateRow, ...]


@dataclass(frozen=True, slots=True)
class Seating:
    """Who sits where: by the alphabet of ``language`` (en or fr) and ``form`` (short or long name).

    ``first`` is the code of the delegation drawn by lot to sit first ("": the alphabet's own first). Who is
    ``invited`` and has not registered, and who has ``withdrawn``, has no seat."""

    coalition: CoalitionRef
    meeting: MeetingRef
    language: str
    form: str
    first: str
    seats: tuple[SeatRow, ...]
    invited: tuple[DelegateRow, ...]
    withdrawn: tuple[DelegateRow, ...]
    may_add: bool
