"""When the clocks of a zone change, as a calendar has to say it (RFC 5545, 3.6.5)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

_DAY = timedelta(days=1)
_SECOND = timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class Observance:
    """An offset that holds from each of ``onsets`` on, which are local times by the clock before (``before``)."""

    before: timedelta
    offset: timedelta
    name: str
    daylight: bool
    onsets: tuple[datetime, ...]


@lru_cache(maxsize=64)
def observances(key: str, first: int, last: int) -> tuple[Observance, ...]:
    """Give the offsets of a zone of zoneinfo in the years from ``first`` to ``last``, both whole; never empty.

    Changes are looked for in UTC. Local times would miss by an hour those at which the clock goes forward, as the time
    that is left out has the offset before it.
    """
    zone = ZoneInfo(key)
    at, over = datetime(first, 1, 1, tzinfo=UTC) - _DAY, datetime(last + 1, 1, 1, tzinfo=UTC) + _DAY
    state = _state(zone, at)
    found: dict[tuple[timedelta, timedelta, str, bool], list[datetime]] = {}

    def note(before: timedelta, moment: datetime) -> None:
        local = (moment + before).replace(tzinfo=None)
        found.setdefault((before, *state), []).append(local)

    note(state[0], at)
    while at < over:
        then = at + _DAY
        if _state(zone, then) != state:
            changed = _change(zone, at, then)
            before = state[0]
            state = _state(zone, changed)
            note(before, changed)
            then = changed
        at = then
    return tuple(Observance(*key, tuple(onsets)) for key, onsets in found.items())


def _change(zone: ZoneInfo, before: datetime, after: datetime) -> datetime:
    """Find the first second at which the state is no longer that of ``before``."""
    state = _state(zone, before)
    while after - before > _SECOND:
        middle = before + timedelta(seconds=(after - before) // _SECOND // 2)
        if _state(zone, middle) == state:
            before = middle
        else:
            after = middle
    return after


def _state(zone: ZoneInfo, moment: datetime) -> tuple[timedelta, str, bool]:
    local = moment.astimezone(zone)
    return local.utcoffset() or timedelta(), local.tzname() or zone.key, bool(local.dst())
