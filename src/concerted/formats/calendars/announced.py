"""The meetings that a calendar file announces, with what stands in the way of those that cannot be taken over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from concerted.convening.announcements import Announcement, Series, occurrence
from concerted.formats.calendars.clocks import local, midnight, wall, zone_of
from concerted.formats.calendars.component import Component
from concerted.formats.calendars.lines import MalformedCalendar, Property
from concerted.formats.calendars.occurrences import Occurrences, occurrences
from concerted.formats.calendars.strict import read
from concerted.formats.calendars.values import duration, moment, text

LARGEST = 2**20  # bytes
MOST = 500
_DAY = timedelta(days=1)
_Found = Announcement | Series | MalformedCalendar


@dataclass(frozen=True, slots=True)
class Announced:
    """What a file announces, in its order; the entries that it has whole; and of what cannot be taken over, why."""

    meetings: tuple[Announcement, ...]
    series: tuple[Series, ...]
    refused: tuple[MalformedCalendar, ...]

    @property
    def until(self) -> date | None:
        """Give the day up to which that is read which repeats without end; None where nothing does."""
        return next((one.until for one in self.series if one.until is not None), None)


def announcements(data: bytes, name: str, today: date) -> Announced:
    """Read the meetings of a file, of what repeats without end those from today on for two years.

    Raises MalformedCalendar if the file is not what RFC 5545 allows, is over 1 MiB, or has no or over 500 meetings.
    """
    if len(data) > LARGEST:
        raise MalformedCalendar(f"the file has {len(data):,} bytes", where=name, expected="at most 1,048,576 bytes")
    calendar = read(data, name)
    entries: dict[str, list[Component]] = {}
    events = [one for one in calendar.components if one.name == "VEVENT"]
    if not 0 < len(events) <= MOST:
        raise MalformedCalendar(f"the file has {len(events):,} meetings", where=name, expected="1 to 500")
    for one in events:
        entries.setdefault(text(one.value("UID")), []).append(one)
    found = [each for uid, parts in entries.items() for each in _tried(uid, parts, calendar, today)]
    meetings = tuple(one for one in found if isinstance(one, Announcement))
    if len(meetings) > MOST:
        raise MalformedCalendar(f"the file has {len(meetings):,} meetings", where=name, expected="1 to 500")
    return Announced(
        meetings,
        tuple(one for one in found if isinstance(one, Series)),
        tuple(one for one in found if isinstance(one, MalformedCalendar)),
    )


def _tried(uid: str, parts: list[Component], calendar: Component, today: date) -> tuple[_Found, ...]:
    try:
        return tuple(_entry(uid, parts, calendar, today))
    except MalformedCalendar as error:
        return (error,)
    except OverflowError:
        place = parts[0].place
        return (MalformedCalendar("its days are beyond all calendars", where=place, expected="the years 1 to 9999"),)


def _entry(uid: str, parts: list[Component], calendar: Component, today: date) -> Iterator[_Found]:
    """Give the meetings of one UID: of the entry itself, and what is said otherwise of single ones."""
    single = [(named, one) for one in parts if (named := one.one("RECURRENCE-ID"))]
    for named, _one in single:
        if "RANGE" in named.parameters:
            raise MalformedCalendar("it changes all that follow", where=named.place, expected="each meeting by itself")
    whole = next((one for one in parts if not one.one("RECURRENCE-ID")), None)
    said = _announcement(whole, calendar) if whole else None
    times = _times(whole, said, calendar, today) if whole and said else None
    keys = _keys(times.starts) if times else {}
    found: dict[str, Announcement | MalformedCalendar | None] = {}
    if whole and times:
        held = {key: at for at, key in keys.items() if at not in times.left_out}
        found = {key: _announcement(whole, calendar, at) for key, at in held.items()}
    elif said:
        found[""] = said
    replaced: set[str] = set()
    for named, one in single:
        zone = said.zone if said and said.start else _own_zone(one, named, calendar)
        at = midnight(wall(named, named.value, zone, calendar))
        key = keys.get(at, f"{at:%Y%m%d}")
        if key in replaced:
            raise MalformedCalendar(f"{uid!r} is there twice", where=named.place, expected="each UID once")
        replaced.add(key)
        try:
            other = _announcement(one, calendar)
        except MalformedCalendar as error:
            found[key] = error
            continue
        past = times and times.since and max(at.date(), other.start or date.min) < times.since
        # It is as new as the entry that it belongs to: some programs count the changes of each by itself.
        newest = max(other.sequence, said.sequence if said else 0)
        found[key] = None if past else replace(other, sequence=newest)
    names = {key: occurrence(uid, key) if key else uid for key in found}
    for key, each in sorted(found.items()):
        if each is not None:
            yield replace(each, uid=names[key]) if isinstance(each, Announcement) else each
    if said:
        yield Series(uid, said.sequence, frozenset(names.values()), today, times.until if times else None)


def _times(event: Component, said: Announcement, calendar: Component, today: date) -> Occurrences | None:
    """Work out when an entry takes place that repeats; None for one that does not."""
    start = event.one("DTSTART")
    for name in ("RRULE", "RDATE"):
        if one := event.one(name):
            if start is None:
                raise MalformedCalendar("it has no day", where=one.place, expected="DTSTART")
            return occurrences(event, start, said.zone, calendar, today)
    return None


def _keys(starts: tuple[datetime, ...]) -> dict[datetime, str]:
    """Name each by its day, so that a change of hours changes it; a second one on a day by its time as well."""
    keys: dict[datetime, str] = {}
    for at in starts:
        day = f"{at:%Y%m%d}"
        keys[at] = f"{at:%Y%m%dT%H%M%S}" if day in keys.values() else day
    return keys


def _own_zone(event: Component, named: Property, calendar: Component) -> str:
    start = event.one("DTSTART") or named
    return zone_of(start, calendar) if isinstance(moment(start.value), datetime) else ""


def _announcement(event: Component, calendar: Component, at: datetime | None = None) -> Announcement:
    """Give what an entry says; ``at`` is when it begins, where that is not its own start."""
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
    days = _days(event, start, calendar, at) if start else (None, None, "", None, None)
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


def _days(
    event: Component, start: Property, calendar: Component, at: datetime | None
) -> tuple[date, date, str, time | None, time | None]:
    """Give first and last day, zone, and the times at which it opens and closes."""
    first, end = moment(start.value), event.one("DTEND")
    length = duration(event.value("DURATION")) if event.one("DURATION") else None
    if first is None:
        raise MalformedCalendar("it has no day", where=start.place, expected="DTSTART")
    if not isinstance(first, datetime):
        over = moment(end.value) if end else first + (length or _DAY)
        # The day on which an entry of whole days ends is the first that it does not last.
        last = max(first, over - _DAY) if over is not None else first
        later = at.date() - first if at else timedelta(0)
        return first + later, last + later, "", None, None
    zone = zone_of(start, calendar)
    opened = local(first, zone, zone)
    closed = opened + length if length else None
    if end is not None:
        then = moment(end.value)
        if isinstance(then, datetime):
            closed = local(then, zone_of(end, calendar), zone)
    if at is not None:
        # It lasts as long by the clock, whatever the clocks do meanwhile.
        opened, closed = at, at + (closed - opened) if closed else None
    if closed is None or closed == opened:
        return opened.date(), opened.date(), zone, opened.time(), None
    if closed.time() == time() and closed.date() > opened.date():
        return opened.date(), closed.date() - _DAY, zone, opened.time(), None
    return opened.date(), closed.date(), zone, opened.time(), closed.time()
