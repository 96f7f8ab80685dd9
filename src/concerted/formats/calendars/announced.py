"""The meetings that a calendar file announces, with what stands in the way of those that cannot be taken over."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from concerted.convening.announcements import Announcement
from concerted.convening.sittings import is_zone
from concerted.formats.calendars.component import Component
from concerted.formats.calendars.lines import MalformedCalendar, Property
from concerted.formats.calendars.strict import read
from concerted.formats.calendars.values import duration, moment, text

LARGEST = 2**20  # bytes
MOST = 500
_DAY = timedelta(days=1)
# What makes one entry several meetings, or one of several.
_REPEATS = ("RRULE", "RDATE", "RECURRENCE-ID")


def announcements(data: bytes, name: str) -> tuple[Announcement | MalformedCalendar, ...]:
    """Read the meetings of a file, in its order; instead of one that cannot be taken over, why.

    Raises MalformedCalendar if the file is not what RFC 5545 allows, is over 1 MiB, or has no or over 500 meetings.
    """
    if len(data) > LARGEST:
        raise MalformedCalendar(f"the file has {len(data):,} bytes", where=name, expected="at most 1,048,576 bytes")
    calendar = read(data, name)
    events = [one for one in calendar.components if one.name == "VEVENT"]
    if not 0 < len(events) <= MOST:
        raise MalformedCalendar(f"the file has {len(events):,} meetings", where=name, expected="1 to 500")
    return tuple(_tried(one, calendar) for one in events)


def _tried(event: Component, calendar: Component) -> Announcement | MalformedCalendar:
    try:
        return _announcement(event, calendar)
    except MalformedCalendar as error:
        return error


def _announcement(event: Component, calendar: Component) -> Announcement:
    for name in _REPEATS:
        if one := event.one(name):
            raise MalformedCalendar("it repeats", where=one.place, expected="each meeting by itself")
    start = event.one("DTSTART")
    cancelled = calendar.value("METHOD").upper() == "CANCEL" or event.value("STATUS").upper() == "CANCELLED"
    if start is None and not cancelled:
        raise MalformedCalendar("it has no day", where=event.place, expected="DTSTART")
    name = " ".join(text(event.value("SUMMARY")).split())
    if not name and not cancelled:
        raise MalformedCalendar("it has no name", where=event.place, expected="SUMMARY")
    sequence = event.value("SEQUENCE") or "0"
    if sequence.startswith("-"):
        raise MalformedCalendar(f"SEQUENCE is {sequence}", where=event.place, expected="0 or more")
    days = _days(event, start, calendar) if start else (None, None, "", None, None)
    return Announcement(
        uid=text(event.value("UID")),
        sequence=int(sequence),
        name=name,
        start=days[0],
        end=days[1] if days[1] != days[0] else None,
        zone=days[2],
        opens=days[3],
        closes=days[4],
        where=" ".join(text(event.value("LOCATION")).split()),
        cancelled=cancelled,
        reason=text(event.value("COMMENT")).strip(),
    )


def _days(event: Component, start: Property, calendar: Component) -> tuple[date, date, str, time | None, time | None]:
    """Give first and last day, zone, and the times at which it opens and closes."""
    first, end = moment(start.value), event.one("DTEND")
    length = duration(event.value("DURATION")) if event.one("DURATION") else None
    if first is None:
        raise MalformedCalendar("it has no day", where=start.place, expected="DTSTART")
    if not isinstance(first, datetime):
        over = moment(end.value) if end else first + (length or _DAY)
        # The day on which an entry of whole days ends is the first that it does not last.
        last = max(first, over - _DAY) if over is not None else first
        return first, last, "", None, None
    zone = _zone(start, calendar)
    opened = _local(first, zone, zone)
    closed = opened + length if length else None
    if end is not None:
        then = moment(end.value)
        if isinstance(then, datetime):
            closed = _local(then, _zone(end, calendar), zone)
    if closed is None or closed == opened:
        return opened.date(), opened.date(), zone, opened.time(), None
    if closed.time() == time() and closed.date() > opened.date():
        return opened.date(), closed.date() - _DAY, zone, opened.time(), None
    return opened.date(), closed.date(), zone, opened.time(), closed.time()


def _local(at: datetime, own: str, zone: str) -> datetime:
    """Give a time by the clocks of a zone, without it."""
    aware = at if at.tzinfo is not None else at.replace(tzinfo=ZoneInfo(own))
    return aware.astimezone(ZoneInfo(zone)).replace(tzinfo=None)


def _zone(one: Property, calendar: Component) -> str:
    """Find the zone of a time: its own, else the calendar's; of a time of UTC, the calendar's, else UTC.

    Names are IANA's, those of Windows (as the Unicode CLDR maps them), or longer ones that end with IANA's.
    """
    named = one.parameter("TZID") or text(calendar.value("X-WR-TIMEZONE"))
    if not named and one.value.endswith("Z"):
        return "UTC"
    parts = named.strip("/").split("/")
    for name in (named, WINDOWS_TO_OLSON.get(named, ""), _said_by_its_rules(named, calendar), *_ends(parts)):
        if name and is_zone(name):
            return name
    if not named:
        raise MalformedCalendar("its times have no zone", where=one.place, expected="TZID, or times of UTC")
    raise MalformedCalendar(
        f"{named!r} is no time zone",
        where=one.place,
        expected="a region and a city, as the time zone database names them",
    )


def _ends(parts: list[str]) -> Iterator[str]:
    for at in range(1, len(parts) - 1):
        yield "/".join(parts[at:])


def _said_by_its_rules(named: str, calendar: Component) -> str:
    """Give the zone's usual name that some programs write into its rules."""
    for one in calendar.components:
        if one.name == "VTIMEZONE" and text(one.value("TZID")) == named:
            return text(one.value("X-LIC-LOCATION"))
    return ""
