"""Rows of announcements. Written by `make api`."""

from __future__ import annotations

import datetime
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CalendarDifference:
    """A field that the register (`was`) and the calendar (`now`) say differently."""

    field: str
    was: str
    now: str


@dataclass(frozen=True, slots=True)
class ProposedMeeting:
    """A meeting of the file, and what becomes of it.

    `verdict` is new, changed or cancelled where there is something to do, else same, older (than what was
    taken over before), over (it was held or cancelled), cancelled and not known. `meeting` is the one it is
    of, null for a new one, in its `edition` (0: none); of a new one, `beside` are the numbers of the
    meetings that are known on its days."""

    uid: str
    sequence: int
    verdict: str
    to_do: bool
    meeting: int | None
    edition: int
    name: str
    start: datetime.date | None
    end: datetime.date | None
    zone: str
    opens: datetime.time | None
    closes: datetime.time | None
    place: str
    differences: tuple[CalendarDifference, ...]
    beside: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class UnreadableMeeting:
    """A meeting of the file that cannot be taken over: where it stands, what is wrong, what was expected."""

    where: str
    what: str
    expected: str


@dataclass(frozen=True, slots=True)
class CalendarProposals:
    """What a calendar file would add, change and cancel.

    Each meeting of an entry that repeats is one of its own; of what repeats without end, those from today
    `until` a day (null: nothing does)."""

    meetings: tuple[ProposedMeeting, ...]
    unreadable: tuple[UnreadableMeeting, ...]
    until: datetime.date | None


@dataclass(frozen=True, slots=True)
class TakenMeeting:
    """What became of a chosen meeting: its number, or what was wrong ("": nothing)."""

    uid: str
    verdict: str
    meeting: int | None
    what: str
    expected: str
