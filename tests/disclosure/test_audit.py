"""Nothing is estimable from what is published: checked by a second opinion that knows only what readers know."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings

from concerted.disclosure import Rules, Table, protect
from concerted.disclosure.audit import audit, feasible_intervals
from tests.disclosure.tables import table, tables, with_all_sums


@settings(max_examples=60, deadline=None)
@given(tables())
def test_no_part_and_no_figure_is_estimable(whole: Table) -> None:
    protected = protect(whole)
    assert list(audit(whole, protected.shown, Rules())) == []


@settings(max_examples=15, deadline=None)
@given(tables(rows=2, columns=3, contributors="abcd"))
def test_no_sum_of_parts_is_estimable(whole: Table) -> None:
    protected = protect(whole)
    assert list(audit(with_all_sums(whole, 4), protected.shown, Rules())) == []


@settings(max_examples=25, deadline=None)
@given(tables(rows=2, columns=3, contributors="abcd", least=-50))
def test_corrections_below_zero_are_not_estimable(whole: Table) -> None:
    protected = protect(whole)
    assert list(audit(whole, protected.shown, Rules())) == []


@settings(max_examples=25, deadline=None)
@given(tables())
def test_figures_of_fewer_than_three_have_wide_bounds(whole: Table) -> None:
    rules = Rules()
    protected = protect(whole, rules)
    values = {key: float(whole.total(key) - whole.known(key)) for key in protected.shown}
    for figure, (low, high) in feasible_intervals(whole.figures, values).items():
        parts = [amount for amounts in whole.withheld(figure).values() for amount in amounts]
        if 0 < len(whole.withheld(figure)) < 3:
            assert figure not in protected.shown
            assert high - low > float(max(map(rules.distance, parts)))


def test_leaving_out_small_figures_alone_is_caught() -> None:
    whole = table({("sea", "ships"): "a30", ("sea", "fuel"): "a9 b9 c9 d9", ("air", "ships"): "b8 c8 d8 e8"})
    rules = Rules()
    naive = frozenset(key for key in whole.figures if not rules.reason(whole.withheld(key)))
    found = list(audit(whole, naive, rules))
    assert {(one.contributor, one.figure) for one in found} >= {("a", ("sea", "ships"))}
    assert not list(audit(whole, protect(whole, rules).shown, rules))


def test_bounds_follow_from_totals() -> None:
    figures = table({("x",): "a1", ("y",): "a1"}).figures
    assert feasible_intervals(figures, {(None,): 10.0}) == {
        ("x",): (0.0, 10.0),
        ("y",): (0.0, 10.0),
        (None,): (10.0, 10.0),
    }
    with pytest.raises(ValueError, match="no table fits"):
        feasible_intervals(figures, {(None,): 1.0, ("x",): 2.0})


def test_a_reader_who_contributes_alone_knows_its_cell() -> None:
    """What stands for a missing cell must not be a cell that somebody fills alone."""
    whole = table({("x",): "a100", ("y",): "b100", ("z",): "c60 d60 e60 f60"})
    shown = frozenset({("z",), (None,)})
    found = {(one.reader, one.contributor) for one in audit(whole, shown, Rules(percent=Decimal(5)))}
    assert found == {("a", "b"), ("b", "a")}
