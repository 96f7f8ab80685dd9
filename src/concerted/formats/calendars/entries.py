"""What a calendar is written from: meetings, deadlines and the people who take part."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody by name; ``address`` is a URI, such as mailto: or, where there is none to write to, urn:uuid:."""

    address: str
    name: str


@dataclass(frozen=True, slots=True)
class Attendee:
    """Who takes part: ``role`` is CHAIR, REQ-, OPT- or NON-PARTICIPANT, ``part`` ACCEPTED, DECLINED, TENTATIVE or
    NEEDS-ACTION.
    """

    person: Person
    role: str = "REQ-PARTICIPANT"
    part: str = "NEEDS-ACTION"


@dataclass(frozen=True, slots=True)
class Entry:
    """What entries share: a name that stays the same for ever, the number of its changes, when it last changed (aware).

    ``warnings`` are days before it at which to remind.
    """

    uid: str
    sequence: int
    stamp: datetime
    summary: str
    description: str = ""
    url: str = ""
    categories: tuple[str, ...] = ()
    warnings: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Entry):
    """A meeting: days (``end`` the last one), or times whose zones are those of zoneinfo, ``end`` None where unknown.

    ``status`` is TENTATIVE, CONFIRMED or CANCELLED.
    """

    start: date | datetime
    end: date | datetime | None = None
    status: str = "CONFIRMED"
    location: str = ""
    organizer: Person | None = None
    attendees: tuple[Attendee, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline(Entry):
    """Something due on a day; ``status`` is NEEDS-ACTION, IN-PROCESS, COMPLETED or CANCELLED."""

    due: date
    status: str = "NEEDS-ACTION"


@dataclass(frozen=True, slots=True)
class Calendar:
    """A calendar: what it is called, the language of what it says, and its entries."""

    name: str
    language: str
    entries: tuple[Event | Deadline, ...]
