from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from concerted.convening.warnings import AFTER, STAGES, stage, warnings

DUE = date(2026, 6, 30)


@pytest.mark.parametrize(
    ("left", "reached"),
    [(200, None), (61, None), (60, 60), (31, 60), (30, 30), (15, 30), (14, 14), (8, 14), (7, 7), (0, 7), (-1, AFTER)],
)
def test_the_last_warning_whose_day_has_come_counts(left: int, reached: int | None) -> None:
    assert stage(DUE, DUE - timedelta(days=left)) == reached


@given(st.dates(), st.dates())
def test_a_warning_is_reached_from_its_day_on(due: date, today: date) -> None:
    come = [one for one, day in warnings(due) if day <= today]
    assert stage(due, today) == (come[-1] if come else None)


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_each_warning_has_its_day_in_order(due: date) -> None:
    found = warnings(due)
    assert [one for one, _day in found] == [*STAGES, AFTER]
    assert [day for _one, day in found] == sorted(day for _one, day in found)
    assert found[-1][1] == due + timedelta(days=1)
