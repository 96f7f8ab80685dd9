"""What parts of a calendar ask of each other: ends after starts, zones that are there, no entry twice (RFC 5545)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from concerted.formats.calendars.component import Component
from concerted.formats.calendars.lines import MalformedCalendar, Property
from concerted.formats.calendars.values import moment


def check(calendar: Component) -> None:
    """Raise MalformedCalendar where a rule between properties or components is broken."""
    if not calendar.components:
        raise MalformedCalendar("the calendar is empty", where=calendar.place, expected="a VEVENT, VTODO or VTIMEZONE")
    for part in calendar.walk():
        _CHECKS.get(part.name, _nothing)(part, calendar)
        for alarm in part.components:
            if alarm.name == "VALARM":
                _alarm(alarm, part)
    _zones(calendar)
    _once(calendar)


def _nothing(part: Component, calendar: Component) -> None:
    """Components that have no rules of their own."""


def _event(part: Component, calendar: Component) -> None:
    start = part.one("DTSTART")
    if start is None and not calendar.value("METHOD"):
        raise MalformedCalendar("VEVENT has no DTSTART", where=part.place, expected="DTSTART, once")
    _lasts(part, "DTEND")


def _todo(part: Component, calendar: Component) -> None:
    _lasts(part, "DUE")


def _lasts(part: Component, last: str) -> None:
    """Check that a length has a start, and an end comes after it and is written like it."""
    start, end, length = part.one("DTSTART"), part.one(last), part.one("DURATION")
    if length is not None and end is not None:
        raise MalformedCalendar(f"DURATION stands beside {last}", where=length.place, expected="one of the two")
    if length is not None and (start is None or length.value.startswith("-")):
        raise MalformedCalendar("DURATION counts from nothing", where=length.place, expected="DTSTART, and no minus")
    if start is None or end is None:
        return
    first, then = moment(start.value), moment(end.value)
    if isinstance(first, datetime) != isinstance(then, datetime):
        raise MalformedCalendar(f"{last} is a day or a time unlike DTSTART", where=end.place, expected="both alike")
    alike = start.parameter("TZID") == end.parameter("TZID") and _is_utc(start) == _is_utc(end)
    if alike and first is not None and then is not None and then <= first:
        raise MalformedCalendar(f"{last} is not after DTSTART", where=end.place, expected=f"later than {start.value}")


def _is_utc(one: Property) -> bool:
    return one.value.endswith("Z")


def _zone(part: Component, calendar: Component) -> None:
    if not any(one.name in ("STANDARD", "DAYLIGHT") for one in part.components):
        raise MalformedCalendar("VTIMEZONE has no offsets", where=part.place, expected="STANDARD or DAYLIGHT")


def _observance(part: Component, calendar: Component) -> None:
    for one in part.every("DTSTART") + part.every("RDATE"):
        if "TZID" in one.parameters or _is_utc(one) or "T" not in one.value:
            raise MalformedCalendar(
                f"{one.name} of {part.name} is no local time", where=one.place, expected="20261025T030000"
            )


def _alarm(part: Component, around: Component) -> None:
    repeat, length = part.one("REPEAT"), part.one("DURATION")
    if (repeat is None) != (length is None):
        raise MalformedCalendar("the alarm repeats by halves", where=part.place, expected="DURATION and REPEAT")
    action = part.value("ACTION").upper()
    for name in {"DISPLAY": ("DESCRIPTION",), "EMAIL": ("DESCRIPTION", "SUMMARY", "ATTENDEE")}.get(action, ()):
        if part.one(name) is None:
            raise MalformedCalendar(f"VALARM has no {name}", where=part.place, expected=f"{name}, once")
    trigger = part.one("TRIGGER")
    if trigger is None or trigger.parameter("VALUE").upper() == "DATE-TIME":
        return
    ends = trigger.parameter("RELATED").upper() == "END"
    named = ("DTEND", "DUE", "DURATION") if ends else ("DTSTART",)
    if not any(around.one(name) for name in named) and not (ends and around.name == "VEVENT"):
        raise MalformedCalendar(
            "the alarm counts from nothing", where=trigger.place, expected=f"{named[0]} in the {around.name}"
        )


def _zones(calendar: Component) -> None:
    """Check that each zone is there once, and each that is named is there; /... names one that all know."""
    there: set[str] = set()
    for zone in calendar.components:
        if zone.name == "VTIMEZONE":
            name = zone.value("TZID")
            if name in there:
                raise MalformedCalendar(f"the zone {name!r} is there twice", where=zone.place, expected="it once")
            there.add(name)
    for part in calendar.walk():
        for one in part.properties:
            named = one.parameter("TZID")
            if "TZID" in one.parameters and not named.startswith("/") and named not in there:
                raise MalformedCalendar(
                    f"the zone {named!r} is not in the file", where=one.place, expected="a VTIMEZONE of that TZID"
                )


def _once(calendar: Component) -> None:
    """Check that no entry stands twice; several of one UID are a series and those that differ from it."""
    seen: set[tuple[str, str, str]] = set()
    for part in calendar.components:
        key = (part.name, part.value("UID"), part.value("RECURRENCE-ID"))
        if key[1] and key in seen:
            raise MalformedCalendar(f"{key[1]!r} is there twice", where=part.place, expected="each UID once")
        seen.add(key)


_CHECKS: dict[str, Callable[[Component, Component], None]] = {
    "VEVENT": _event,
    "VTODO": _todo,
    "VTIMEZONE": _zone,
    "STANDARD": _observance,
    "DAYLIGHT": _observance,
}
