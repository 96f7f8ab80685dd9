"""The straight way from a baseline to a target."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from concerted.assessing.way import Way

START = date(2024, 1, 1)
UP = Way(Decimal(100), START, Decimal(200), START + timedelta(days=100))
DOWN = Way(Decimal(80), START, Decimal(20), START + timedelta(days=60))
FIGURES = st.decimals(-10_000, 10_000, places=3)


@pytest.mark.parametrize(("days", "value"), [(-5, 100), (0, 100), (25, 125), (100, 200), (900, 200)])
def test_what_a_day_would_have(days: int, value: int) -> None:
    assert UP.expected(START + timedelta(days=days)) == value


def test_how_far_a_value_is() -> None:
    assert UP.part(Decimal(150)) == Decimal("0.5")
    assert UP.part(Decimal(50)) == Decimal("-0.5")
    assert DOWN.part(Decimal(20)) == 1


def test_fewer_is_further_where_the_target_is_below() -> None:
    day = START + timedelta(days=30)
    assert DOWN.is_on_track(Decimal(50), day)
    assert not DOWN.is_on_track(Decimal(51), day)
    assert UP.is_on_track(Decimal(130), day)
    assert not UP.is_on_track(Decimal(129), day)


def test_a_way_without_length() -> None:
    still = Way(Decimal(5), START, Decimal(5), START)
    assert still.expected(START) == 5
    assert still.part(Decimal(9)) is None


@given(FIGURES, FIGURES, st.integers(1, 2000), st.integers(-100, 3000))
def test_a_day_lies_between_the_ends(baseline: Decimal, target: Decimal, length: int, day: int) -> None:
    way = Way(baseline, START, target, START + timedelta(days=length))
    assert min(baseline, target) <= way.expected(START + timedelta(days=day)) <= max(baseline, target)
