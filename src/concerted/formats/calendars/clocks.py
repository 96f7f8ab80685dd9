"""By the clocks of which zone the times of a calendar are said."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from concerted.convening.sittings import is_zone
from concerted.formats.calendars.component import Component
from concerted.formats.calendars.lines import MalformedCalendar, Property
from concerted.formats.calendars.values import FORMS, moment, text


def wall(one: Property, value: str, zone: str, calendar: Component) -> date | datetime:
    """Give a value of a property by the clocks of a zone, without it; with no zone (""), its day.

    A time that says no zone of its own is of this one.
    """
    found = moment(value)
    if found is None:
        raise MalformedCalendar(f"{one.name} says {value!r}", where=one.place, expected=f"such as {FORMS['DATE-TIME']}")
    if not isinstance(found, datetime):
        return found
    if not zone:
        return found.date()
    return local(found, zone_of(one, calendar) if one.parameter("TZID") else zone, zone)


def midnight(at: date | datetime) -> datetime:
    """Give a time as it is, and of a day its beginning."""
    return at if isinstance(at, datetime) else datetime.combine(at, time())


def local(at: datetime, own: str, zone: str) -> datetime:
    """Give a time of the zone ``own`` by the clocks of another, without it."""
    aware = at if at.tzinfo is not None else at.replace(tzinfo=ZoneInfo(own))
    return aware.astimezone(ZoneInfo(zone)).replace(tzinfo=None)


def zone_of(one: Property, calendar: Component) -> str:
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
