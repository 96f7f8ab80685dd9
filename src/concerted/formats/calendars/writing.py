"""Write a calendar as RFC 5545 asks, with every zone that it names."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from concerted.formats.calendars.entries import Attendee, Calendar, Deadline, Event, Person
from concerted.formats.calendars.zones import observances

MEDIA_TYPE = "text/calendar; charset=utf-8"
PRODUCT = "-//Concerted//Calendar//EN"
# How often who reads it comes again.
EVERY = timedelta(hours=1)
_DAY = timedelta(days=1)
_UTC = ("UTC", "Etc/UTC")


def write(calendar: Calendar) -> bytes:
    """Write a calendar; the same one gives the same bytes.

    There is no METHOD: with one, the calendar would be a message (RFC 5546), and say no more who takes part.
    """
    import icalendar

    book: Any = icalendar.Calendar()
    book.add("VERSION", "2.0")
    book.add("PRODID", PRODUCT)
    for name in ("NAME", "X-WR-CALNAME"):
        book.add(name, _plain(calendar.name), parameters={"LANGUAGE": calendar.language} if name == "NAME" else None)
    book.add("REFRESH-INTERVAL", EVERY, parameters={"VALUE": "DURATION"})
    for zone in _zones(calendar):
        book.add_component(zone)
    for entry in calendar.entries:
        book.add_component(_event(entry) if isinstance(entry, Event) else _deadline(entry))
    written: bytes = book.to_ical(sorted=False)
    return written


def _event(entry: Event) -> Any:
    import icalendar

    event: Any = icalendar.Event.new(uid=_plain(entry.uid), stamp=entry.stamp.astimezone(UTC))
    event.add("SEQUENCE", entry.sequence)
    event.add("DTSTART", _moment(entry.start))
    if isinstance(entry.end, datetime) or not isinstance(entry.start, datetime):
        event.add("DTEND", _end(entry))
    event.add("STATUS", entry.status)
    _words(event, entry)
    if entry.location:
        event.add("LOCATION", _plain(entry.location))
    if not isinstance(entry.start, datetime):
        event.add("TRANSP", "TRANSPARENT")
    if entry.organizer:
        event.add("ORGANIZER", _person(entry.organizer))
    for one in entry.attendees:
        event.add("ATTENDEE", _attendee(one))
    if entry.status != "CANCELLED":
        _warn(event, entry, "START")
    return event


def _deadline(entry: Deadline) -> Any:
    import icalendar

    todo: Any = icalendar.Todo.new(uid=_plain(entry.uid), stamp=entry.stamp.astimezone(UTC))
    todo.add("SEQUENCE", entry.sequence)
    todo.add("DUE", entry.due)
    todo.add("STATUS", entry.status)
    _words(todo, entry)
    if entry.status in ("NEEDS-ACTION", "IN-PROCESS"):
        _warn(todo, entry, "END")
    return todo


def _words(component: Any, entry: Event | Deadline) -> None:
    component.add("SUMMARY", _plain(entry.summary))
    if entry.description:
        component.add("DESCRIPTION", _plain(entry.description))
    if entry.url:
        component.add("URL", entry.url)
    if entry.categories:
        component.add("CATEGORIES", [_plain(one) for one in entry.categories])


def _warn(component: Any, entry: Event | Deadline, related: str) -> None:
    import icalendar

    for days in entry.warnings:
        alarm: Any = icalendar.Alarm()
        alarm.add("ACTION", "DISPLAY")
        alarm.add("DESCRIPTION", _plain(entry.summary))
        alarm.add("TRIGGER", timedelta(days=-days), parameters={"RELATED": related})
        component.add_component(alarm)


def _attendee(one: Attendee) -> Any:
    person = _person(one.person)
    person.params["ROLE"] = one.role
    person.params["PARTSTAT"] = one.part
    return person


def _person(one: Person) -> Any:
    import icalendar

    person: Any = icalendar.vCalAddress(one.address)
    # A parameter holds no quotation mark.
    person.params["CN"] = _plain(one.name).replace('"', "'").replace("\n", " ")
    return person


def _end(entry: Event) -> date | datetime:
    """Give the first moment that is no longer of it."""
    if isinstance(entry.end, datetime):
        return _moment(entry.end)
    return (entry.end or entry.start) + _DAY


def _moment(at: date | datetime) -> date | datetime:
    """Give a day, or a time that a calendar can say: of an hour that comes twice, the second is said in UTC."""
    if not isinstance(at, datetime):
        return at
    zone = at.tzinfo
    if not isinstance(zone, ZoneInfo) or zone.key in _UTC or at.replace(fold=0).utcoffset() != at.utcoffset():
        return at.astimezone(UTC)
    return at


def _zones(calendar: Calendar) -> Iterator[Any]:
    """Give a VTIMEZONE for each zone that is written, for all years that entries say."""
    years: dict[str, set[int]] = {}
    for entry in calendar.entries:
        for at in (entry.start, entry.end) if isinstance(entry, Event) else ():
            said = _moment(at) if isinstance(at, datetime) else None
            if isinstance(said, datetime) and isinstance(said.tzinfo, ZoneInfo):
                years.setdefault(said.tzinfo.key, set()).add(said.year)
    for key in sorted(years):
        yield _zone(key, min(years[key]), max(years[key]))


def _zone(key: str, first: int, last: int) -> Any:
    import icalendar

    zone: Any = icalendar.Timezone()
    zone.add("TZID", key)
    for one in observances(key, first, last):
        part: Any = icalendar.TimezoneDaylight() if one.daylight else icalendar.TimezoneStandard()
        part.add("DTSTART", one.onsets[0])
        part.add("TZOFFSETFROM", one.before)
        part.add("TZOFFSETTO", one.offset)
        part.add("TZNAME", one.name)
        if one.onsets[1:]:
            part.add("RDATE", list(one.onsets[1:]))
        zone.add_component(part)
    return zone


def _plain(words: str) -> str:
    """Give words without what no line may hold: control characters, halves of characters."""
    lines = words.replace("\r\n", "\n").replace("\r", "\n")
    if lines.isprintable():
        return lines
    return "".join(" " if one not in "\n\t" and unicodedata.category(one) in ("Cc", "Cs") else one for one in lines)
