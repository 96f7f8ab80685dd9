"""Read a calendar file strictly: what RFC 5545 does not allow is refused with its line."""

from __future__ import annotations

from concerted.formats.calendars import grammar, rules
from concerted.formats.calendars.component import Component
from concerted.formats.calendars.lines import MalformedCalendar, Property, properties
from concerted.formats.calendars.values import FORMS, is_value, moment

# A calendar holds entries, an entry alarms: hardly anything lies deeper.
_DEEPEST = 4
# Parameters that may say a name of one's own.
_OPEN = frozenset({"ROLE", "CUTYPE", "PARTSTAT"})


def read(data: bytes, name: str) -> Component:
    """Read the one calendar of a file; raises MalformedCalendar with the line, what is wrong and what was expected."""
    calendar = _tree(data, name)
    for one in calendar.walk():
        _check_properties(one)
    rules.check(calendar)
    return calendar


def _tree(data: bytes, name: str) -> Component:
    open_ones: list[Component] = []
    calendar: Component | None = None
    last = name
    for one in properties(data, name):
        last = one.place
        if calendar is not None and not open_ones:
            raise MalformedCalendar("the calendar is over before", where=one.place, expected="the end of the file")
        if one.name == "BEGIN":
            component = Component(one.value.upper(), one.place)
            _check_place(component, open_ones)
            if open_ones:
                open_ones[-1].components.append(component)
            else:
                calendar = component
            open_ones.append(component)
        elif not open_ones:
            raise MalformedCalendar(f"{one.name} stands in no calendar", where=one.place, expected="BEGIN:VCALENDAR")
        elif one.name == "END":
            if one.value.upper() != open_ones[-1].name:
                raise MalformedCalendar(
                    f"{one.value} is not open here", where=one.place, expected=f"END:{open_ones[-1].name}"
                )
            open_ones.pop()
        else:
            open_ones[-1].properties.append(one)
    if calendar is None or open_ones:
        missing = open_ones[-1].name if open_ones else "VCALENDAR"
        raise MalformedCalendar("the file is cut off", where=last, expected=f"END:{missing}")
    return calendar


def _check_place(one: Component, around: list[Component]) -> None:
    if not around:
        if one.name != "VCALENDAR":
            raise MalformedCalendar(f"{one.name} stands in no calendar", where=one.place, expected="BEGIN:VCALENDAR")
        return
    outer = around[-1].name
    known = grammar.PARTS.get(outer)
    if len(around) >= _DEEPEST or (known and not one.name.startswith("X-") and one.name not in known.holds):
        allowed = ", ".join(sorted(known.holds)) if known and known.holds else f"END:{outer}"
        raise MalformedCalendar(f"{one.name} may not lie in {outer}", where=one.place, expected=f"{allowed}")


def _check_properties(part: Component) -> None:
    """Check that each property may stand there, as often as it does, and is of its type."""
    known = grammar.PARTS.get(part.name)
    if known is None:
        return
    seen: set[str] = set()
    for one in part.properties:
        single = one.name in known.must | known.once
        if not single and one.name not in known.often and not one.name.startswith("X-"):
            raise MalformedCalendar(
                f"{one.name} may not stand in {part.name}", where=one.place, expected="a property that belongs there"
            )
        if single and one.name in seen:
            raise MalformedCalendar(f"{one.name} stands twice in {part.name}", where=one.place, expected="it once")
        seen.add(one.name)
        _check_value(part, one)
        _check_parameters(part, one)
    for name in sorted(known.must - seen):
        raise MalformedCalendar(f"{part.name} has no {name}", where=part.place, expected=f"{name}, once")


def _check_value(part: Component, one: Property) -> None:
    types = grammar.TYPES.get(one.name)
    if types is None:
        return
    said = one.parameter("VALUE").upper()
    kind = said or types[0]
    if kind not in types or (one.name in grammar.SAYS_TYPE and not said):
        allowed = ", ".join(f"VALUE={name}" for name in types)
        raise MalformedCalendar(f"{one.name} is of the type {kind}", where=one.place, expected=f"{allowed}")
    for value in _parts(one, kind):
        if not is_value(kind, value):
            raise MalformedCalendar(f"{one.name} says {value!r}", where=one.place, expected=f"such as {FORMS[kind]}")
        found = moment(value) if kind in ("DATE", "DATE-TIME") else None
        zoned = getattr(found, "tzinfo", None) is not None
        if one.name in grammar.UTC_ONLY and kind == "DATE-TIME" and not zoned:
            raise MalformedCalendar(f"{one.name} is not in UTC", where=one.place, expected="20261122T140000Z")
        if "TZID" in one.parameters and (kind not in ("DATE-TIME", "PERIOD") or zoned):
            raise MalformedCalendar(f"{one.name} has a TZID", where=one.place, expected="a time of that zone")
    _check_choice(one, one.name, one.value, grammar.CHOICES.get((part.name, one.name)))
    least, most = grammar.BETWEEN.get(one.name, (0, 0))
    if most and not least <= int(one.value) <= most:
        raise MalformedCalendar(f"{one.name} says {one.value!r}", where=one.place, expected=f"{least} to {most}")


def _parts(one: Property, kind: str) -> list[str]:
    """Give each value of a property that may have several; escaped commas part nothing."""
    if one.name not in grammar.LISTS:
        return [one.value]
    kept = one.value.replace("\\\\", "\0\0").replace("\\,", "\0,") if kind == "TEXT" else one.value
    parts, start = [], 0
    for at, letter in enumerate(kept):
        if letter == "," and not (at and kept[at - 1] == "\0"):
            parts.append(one.value[start:at])
            start = at + 1
    return [*parts, one.value[start:]]


def _check_parameters(part: Component, one: Property) -> None:
    for name, values in one.parameters.items():
        allowed = grammar.PARAMETERS.get((part.name, name)) or grammar.PARAMETERS.get(("", name))
        _check_choice(one, name, values[0], allowed)


def _check_choice(one: Property, name: str, value: str, allowed: tuple[str, ...] | None) -> None:
    if allowed and value.upper() not in allowed and not (name in _OPEN and value.upper().startswith("X-")):
        raise MalformedCalendar(f"{name} says {value!r}", where=one.place, expected=", ".join(allowed))
