"""Scores are means of marks, by line and by partner."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from concerted.assessing.scores import MARKS, Mark, Score, score, scores

PARTIES = st.sampled_from(["KEN", "UGA", "PER"])
LINES = st.frozensets(st.integers(1, 3))
MARKED = st.lists(st.builds(Mark, PARTIES, LINES, st.sampled_from(MARKS)), max_size=30)


def test_a_score_is_the_mean_of_its_marks() -> None:
    assert score([1, 1, 0]) == Score(Decimal("0.67"), 3)
    assert score([-1, 0]) == Score(Decimal("-0.50"), 2)
    assert score([]) is None


def test_no_mark_is_neither_half_nor_two() -> None:
    with pytest.raises(ValueError, match="no marks"):
        score([1, 2])


@pytest.mark.parametrize(("marks", "percent"), [((1,), 100), ((-1, -1), 0), ((0,), 50), ((1, 0), 75)])
def test_a_score_in_percent(marks: tuple[int, ...], percent: int) -> None:
    found = score(marks)
    assert found and found.percent == percent


def test_nothing_is_written_as_minus_nothing() -> None:
    assert str(score([0, 0]).mean) == "0.00"  # type: ignore[union-attr]  # there are marks
    assert str(score([1, -1]).mean) == "0.00"  # type: ignore[union-attr]


def test_a_promise_on_two_lines_counts_in_each_and_once_for_its_party() -> None:
    found = scores([Mark("KEN", frozenset({1, 2}), 1), Mark("KEN", frozenset({1}), -1), Mark("UGA", frozenset(), 0)])
    assert found.cells == {
        ("KEN", 1): Score(Decimal("0.00"), 2),
        ("KEN", 2): Score(Decimal("1.00"), 1),
        ("UGA", None): Score(Decimal("0.00"), 1),
    }
    assert found.parties["KEN"] == Score(Decimal("0.00"), 2)
    assert found.lines[1].count == 2
    assert found.all == Score(Decimal("0.00"), 3)


@given(MARKED)
def test_every_mark_is_counted(marks: list[Mark]) -> None:
    found = scores(marks)
    assert sum(one.count for one in found.parties.values()) == len(marks) == (found.all.count if found.all else 0)
    assert sum(one.count for one in found.cells.values()) == sum(max(1, len(one.lines)) for one in marks)
    for (_party, line), cell in found.cells.items():
        assert -1 <= cell.mean <= 1
        assert cell.count <= found.lines[line].count
