from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from concerted.convening.sittings import Sitting, comes, following, is_zone, moment, overlap, zones

PARIS, LIMA, NAIROBI = "Europe/Paris", "America/Lima", "Africa/Nairobi"
# Clocks of Paris go from 02:00 to 03:00 on the one day, from 03:00 back to 02:00 on the other.
FORWARD, BACK = date(2026, 3, 29), date(2026, 10, 25)

days = st.dates(date(2000, 1, 3), date(2037, 1, 1))
times = st.times().map(lambda at: at.replace(second=0, microsecond=0))
some_zones = st.sampled_from((PARIS, LIMA, NAIROBI, "Pacific/Apia", "Australia/Lord_Howe", "UTC"))


@pytest.mark.parametrize(
    ("day", "at", "count"),
    [
        (FORWARD, time(1, 59), 1),
        (FORWARD, time(2), 0),
        (FORWARD, time(2, 59), 0),
        (FORWARD, time(3), 1),
        (BACK, time(1, 59), 1),
        (BACK, time(2), 2),
        (BACK, time(2, 59), 2),
        (BACK, time(3), 1),
    ],
)
def test_a_time_comes_once_twice_or_never(day: date, at: time, count: int) -> None:
    assert comes(day, at, PARIS) == count
    assert comes(day, at, NAIROBI) == 1


def test_of_a_time_that_comes_twice_the_first_is_meant_and_of_none_the_next() -> None:
    assert moment(BACK, time(2, 30), PARIS) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert following(FORWARD, time(2, 30), PARIS) == (FORWARD, time(3))
    # The day that Samoa left out.
    assert following(date(2011, 12, 30), time(9), "Pacific/Apia") == (date(2011, 12, 31), time(0))


@given(days, times, some_zones)
def test_the_next_time_comes_and_none_before_it_does(day: date, at: time, zone: str) -> None:
    found_day, found = following(day, at, zone)
    assert comes(found_day, found, zone) in (1, 2)
    assert datetime.combine(found_day, found) >= datetime.combine(day, at)
    there = moment(day, at, zone).astimezone(ZoneInfo(zone))
    assert (there.date(), there.time()) == (found_day, found)


def test_zones_are_those_of_places() -> None:
    assert is_zone(NAIROBI) and is_zone("UTC") and not is_zone("Nairobi") and not is_zone("")
    assert {PARIS, LIMA, NAIROBI, "UTC"} <= set(zones())


def test_meetings_in_two_zones_overlap_by_the_clock_of_the_world() -> None:
    day = date(2026, 6, 2)
    lima = Sitting(day, day, time(9), time(12), LIMA)
    # Nine in the morning in Lima is five in the afternoon in Nairobi.
    assert overlap(lima, Sitting(day, day, time(19), time(21), NAIROBI))
    assert not overlap(lima, Sitting(day, day, time(9), time(12), NAIROBI))
    assert not overlap(lima, Sitting(day, day, time(12), time(13), LIMA))
    # Where nobody said the zone, the days decide.
    assert overlap(lima, Sitting(day, day))


@given(days, st.integers(0, 3), days, st.integers(0, 3), some_zones, some_zones)
def test_to_overlap_is_mutual(first: date, more: int, other: date, others: int, zone: str, second: str) -> None:
    one = Sitting(first, first + timedelta(more), time(9), time(17), zone)
    two = Sitting(other, other + timedelta(others), None, None, second)
    assert overlap(one, two) == overlap(two, one)
    assert overlap(one, one) and overlap(two, two)
