"""The day, times, zone and room that a meeting can have; part of the actions on meetings."""

from __future__ import annotations

from datetime import date, time

from concerted.convening.sittings import comes, following, is_zone
from concerted.register.models import Meeting, User
from concerted.register.overlapping import overlapping
from concerted.terms.errors import Conflict

# What is further off is a slip of the pen.
_FIRST_YEAR, _LAST_YEAR = 1900, 2199


def check(start: date | None, end: date | None, zone: str, opens: time | None, closes: time | None) -> None:
    """Refuse days and times that cannot be; raises Conflict, whose ``where`` is the field.

    A time that never comes, as clocks are put forward over it, is refused with the next one that does. One that comes
    twice is taken as its first.
    """
    for name, day in (("start", start), ("end", end)):
        if day is not None and not _FIRST_YEAR <= day.year <= _LAST_YEAR:
            raise Conflict(
                f"{day} is far off", where=name, expected=f"a day of the years {_FIRST_YEAR} to {_LAST_YEAR}"
            )
    if end is not None and start is None:
        raise Conflict("its first day is not said", where="start", expected="the first day of the meeting")
    if end is not None and start is not None and end < start:
        raise Conflict(f"it ends on {end}, before it starts", where="end", expected=f"{start} or later")
    if zone and not is_zone(zone):
        raise Conflict(
            f"{zone!r} is no time zone",
            where="zone",
            expected="a region and a city, as the time zone database names them",
        )
    if opens is None and closes is None:
        return
    if start is None:
        raise Conflict("a time is said without its day", where="start", expected="the first day of the meeting")
    if not zone:
        raise Conflict(
            "a time is said without its zone",
            where="zone",
            expected="a region and a city, as the time zone database names them",
        )
    if opens is not None and closes is not None and end is None and closes <= opens:
        raise Conflict(f"it closes before it opens at {opens:%H:%M}", where="closes", expected="a later time")
    for name, day, at in (("opens", start, opens), ("closes", end or start, closes)):
        if at is not None and not comes(day, at, zone):
            _day, first = following(day, at, zone)
            raise Conflict(
                f"{at:%H:%M} does not come on {day}: clocks are put forward",
                where=name,
                expected=f"{first:%H:%M} or later",
            )


def free(meeting: Meeting, by: User) -> None:
    """Refuse a room that another planned meeting has at the time; raises Conflict (``where`` is ``room``)."""
    for other, shared in overlapping(by, meeting.coalition, meeting):
        if "room" in shared:
            raise Conflict(
                f"“{other.name}” has this room at that time", where="room", expected="a free room, or another time"
            )
