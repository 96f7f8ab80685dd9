"""Rows of calendars. Written by `make api`."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from concerted.client.rows.account import CoalitionRef
from concerted.client.rows.action_points import PartyRef
from concerted.client.rows.agendas import LineRef, MeetingRef
from concerted.client.rows.boards import Source


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """A gathering, past or coming. ``source`` is None where the coalition's own file says so.

    It ``opens`` on its first day and ``closes`` on its last, by the clocks of its ``zone`` (an IANA name,
    "" where nobody said it). ``reason`` is why it was cancelled; ``edition`` counts its changes."""

    meeting: MeetingRef
    zone: str
    opens: datetime.time | None
    closes: datetime.time | None
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
class AttendeeRow:
    """Somebody on the list of a meeting's delegates, for a ``party`` or an ``organisation``.

    ``role`` is that in the delegation and ``status`` says whether they come; ``is_chair`` marks the host's
    head."""

    id: int
    person: str
    party: PartyRef | None
    organisation: str
    role: str
    status: str
    is_chair: bool


@dataclass(frozen=True, slots=True)
class MeetingEntry:
    """A meeting with a day, when it last changed, and those of its delegates whom the person sees."""

    row: MeetingRow
    edition: int
    changed_at: datetime.datetime
    attendees: tuple[AttendeeRow, ...]


@dataclass(frozen=True, slots=True)
class DueEntry:
    """What is due on a day: a commitment, an action point, a statement's deadline, a window, a series of
    meetings.

    ``noun`` and ``key`` name it for ever; ``number`` is the record's own, None for a series. ``state`` is
    open, done or gone."""

    noun: str
    key: str
    number: int | None
    text: str
    due_on: datetime.date
    state: str
    edition: int
    changed_at: datetime.datetime


@dataclass(frozen=True, slots=True)
class CalendarRows:
    """What a person sees in a calendar; ``language`` is that of their mails, "" for the site's."""

    coalition: CoalitionRef
    language: str
    line: LineRef | None
    series: str
    meetings: tuple[MeetingEntry, ...]
    due: tuple[DueEntry, ...]


@dataclass(frozen=True, slots=True)
class CalendarAddressRow:
    """A private address: of a line, of a series ("": none), or of all that the person sees.

    ``asked_at`` is when it was last asked, to within an hour (None: never); ``open`` tells that it works.
    The address itself is kept nowhere."""

    id: int
    line: LineRef | None
    series: str
    at: datetime.datetime
    withdrawn_at: datetime.datetime | None
    asked_at: datetime.datetime | None
    open: bool


@dataclass(frozen=True, slots=True)
class CalendarAddresses:
    """A person's addresses in a coalition, and what a new one may be of."""

    coalition: CoalitionRef
    rows: tuple[CalendarAddressRow, ...]
    lines: tuple[LineRef, ...]
    series: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NewCalendarAddress:
    """An address that was made: its number, and where it is read, which is never said again."""

    id: int
    path: str
