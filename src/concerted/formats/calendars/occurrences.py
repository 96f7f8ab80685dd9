"""When an entry of a calendar that repeats takes place (RFC 5545, 3.8.5)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import islice

from dateutil.relativedelta import relativedelta
from dateutil.rrule import rrulestr

from concerted.formats.calendars.clocks import midnight, wall
from concerted.formats.calendars.component import Component
from concerted.formats.calendars.lines import MalformedCalendar, Property
from concerted.formats.calendars.values import FORMS

MOST_OF_ONE = 300
# What has no end is read so far ahead.
_AHEAD = relativedelta(years=2)
_OFTEN = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
# A hundred years of days.
_LOOKED_AT = 36_525
# After so many years the calendar is the same again.
_ROUND = 400


@dataclass(frozen=True, slots=True)
class Occurrences:
    """When an entry takes place, by its own clocks; of whole days, when each begins.

    Of its ``starts`` those are ``left_out`` at which it does not. Of what has no end, what is before ``since`` and
    after ``until`` is not there; of all else both are None.
    """

    starts: tuple[datetime, ...]
    left_out: frozenset[datetime]
    since: date | None
    until: date | None


def occurrences(event: Component, start: Property, zone: str, calendar: Component, today: date) -> Occurrences:
    """Work out when an entry takes place that begins at ``start``, by the clocks of ``zone`` ("": whole days).

    Raises MalformedCalendar for a rule that cannot be read, or over 300 meetings.
    """
    rules = event.every("RRULE")
    if len(rules) > 1:
        one = rules[1]
        raise MalformedCalendar(f"{one.name} stands twice in {event.name}", where=one.place, expected="it once")
    first = midnight(wall(start, start.value, zone, calendar))
    # The first is one, also where the rule passes it over.
    found = {first}
    since = until = None
    for one in event.every("RDATE"):
        if one.parameter("VALUE").upper() == "PERIOD":
            raise MalformedCalendar("RDATE says periods", where=one.place, expected="VALUE=DATE-TIME, VALUE=DATE")
        found |= {midnight(wall(one, value, zone, calendar)) for value in one.value.split(",")}
    for one in rules:
        rule = _parts(one)
        if not {"UNTIL", "COUNT"} & rule.keys():
            since, until = today, today + _AHEAD
        found.update(islice(_of_rule(one, rule, first, zone, calendar, today), MOST_OF_ONE + 1))
    every = sorted(each for each in found if since is None or each.date() >= since)
    if len(every) > MOST_OF_ONE:
        raise _too_often(start)
    but = {wall(one, value, zone, calendar) for one in event.every("EXDATE") for value in one.value.split(",")}
    # A day by itself leaves out what is on it.
    left_out = frozenset(each for each in every if each in but or each.date() in but)
    return Occurrences(tuple(every), left_out, since, until)


def _parts(one: Property) -> dict[str, str]:
    return {name: value for name, _equals, value in (part.partition("=") for part in one.value.upper().split(";"))}


def _of_rule(
    one: Property, rule: dict[str, str], first: datetime, zone: str, calendar: Component, today: date
) -> Iterator[datetime]:
    """Give the times that a rule says, in their order; of one without an end, those from today on for two years."""
    if rule["FREQ"] not in _OFTEN:
        raise MalformedCalendar(f"it repeats {rule['FREQ']}", where=one.place, expected=", ".join(_OFTEN))
    last: datetime | None = None
    since = first.date()
    if said := rule.pop("UNTIL", ""):
        end = wall(one, said, zone, calendar)
        last = end if isinstance(end, datetime) else datetime.combine(end, time.max)
    elif "COUNT" not in rule:
        last, since = datetime.combine(today + _AHEAD, time.max), today
    # What never comes the library looks for up to the year 9999: it is asked as close to it as can be.
    later = relativedelta(years=(9900 - max(first.year, today.year)) // _ROUND * _ROUND)
    try:
        times = rrulestr(";".join(f"{name}={value}" for name, value in rule.items()), dtstart=first + later)
        for number, at in enumerate(times):
            if number == _LOOKED_AT:
                raise _too_often(one)
            # Both are years with the same days.
            at -= later
            if last is not None and at > last:
                return
            if at.date() >= since:
                yield at
    except (ValueError, OverflowError) as error:
        raise MalformedCalendar(
            f"{one.name} says {one.value!r}", where=one.place, expected=f"such as {FORMS['RECUR']}"
        ) from error


def _too_often(one: Property) -> MalformedCalendar:
    return MalformedCalendar(f"it repeats over {MOST_OF_ONE} times", where=one.place, expected="an earlier end")
