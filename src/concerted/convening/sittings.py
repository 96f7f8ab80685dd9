"""When a meeting sits: local times of a zone, what a change of clocks does to them, and which meetings overlap.

Zones and their changes of clocks are those of the IANA time zone database.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

_DAY = timedelta(days=1)
_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Sitting:
    """From its first day to its last, it opens on the one and closes on the other, by the clocks of its zone.

    "" is a zone that nobody said; no time is the start of the first day, or the end of the last one.
    """

    first: date
    last: date
    opens: time | None = None
    closes: time | None = None
    zone: str = ""


@cache
def zones() -> tuple[str, ...]:
    """List the zones' names by which people set their clocks, such as Africa/Nairobi; and UTC."""
    plain = (one for one in _names() if "/" in one and not one.startswith(("Etc/", "SystemV/")))
    return (*sorted(plain), "UTC")


def is_zone(name: str) -> bool:
    """Tell whether a zone is known by this name, of today or of before."""
    return name in _names()


def comes(day: date, at: time, zone: str) -> int:
    """Count how often a local time comes on a day: once; twice where clocks are put back; never where forward."""
    return len(set(_moments(day, at, zone)))


def moment(day: date, at: time, zone: str) -> datetime:
    """Give a local time in UTC: of one that comes twice the first, for one that never comes the next that does."""
    day, at = following(day, at, zone)
    return min(_moments(day, at, zone))


def following(day: date, at: time, zone: str) -> tuple[date, time]:
    """Give the first local time from this one on that comes, to the minute."""
    local = datetime.combine(day, at)
    while not _moments(local.date(), local.time(), zone):
        local += _MINUTE
    return local.date(), local.time()


def overlap(one: Sitting, other: Sitting) -> bool:
    """Tell whether two meetings sit at once; by their days alone where a zone is not known.

    A meeting that opens as another closes does not overlap it.
    """
    if not one.zone or not other.zone:
        return one.first <= other.last and other.first <= one.last
    (start, end), (other_start, other_end) = _span(one), _span(other)
    return start < other_end and other_start < end


@cache
def _names() -> frozenset[str]:
    return frozenset(available_timezones())


def _moments(day: date, at: time, zone: str) -> list[datetime]:
    """Give the moments in UTC at which clocks of a zone show a time."""
    local = datetime.combine(day, at)
    found = []
    for fold in (0, 1):
        there = local.replace(tzinfo=ZoneInfo(zone), fold=fold).astimezone(UTC)
        if there.astimezone(ZoneInfo(zone)).replace(tzinfo=None) == local and there not in found:
            found.append(there)
    return found


def _span(one: Sitting) -> tuple[datetime, datetime]:
    start = moment(one.first, one.opens or time(), one.zone)
    if one.closes is not None:
        return start, moment(one.last, one.closes, one.zone)
    return start, moment(one.last + _DAY, time(), one.zone)
