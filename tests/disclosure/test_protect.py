"""What is left out of a table and why, case by case."""

from __future__ import annotations

import subprocess
import sys
from decimal import Decimal

import pytest
from hypothesis import given, settings

from concerted.disclosure import Part, Reason, Rules, Table, beside, crossed, protect
from concerted.disclosure.audit import audit
from tests.disclosure.tables import table, tables


def test_what_nobody_withholds_is_published() -> None:
    whole = crossed({("sea",): {"a": Part(known=Decimal(5))}, ("air",): {"b": Part(known=Decimal(7))}})
    protected = protect(whole)
    assert protected.figures[(None,)].total == 12
    assert protected.shown == set(whole.figures) and not protected.nothing_protects and not protected.lost


def test_an_empty_table_stays_empty() -> None:
    assert protect(crossed({})).figures == {}


def test_fewer_than_three_contributors_are_not_published() -> None:
    protected = protect(table({("sea",): "a50 b50", ("air",): "a40 b40 c40", ("land",): "a45 b45 c45"}))
    assert protected.figures[("sea",)].reason is Reason.FEW
    assert protected.figures[("sea",)].total is None


def test_a_contributor_whom_another_can_estimate_is_not_published() -> None:
    """With 1000, 100 and 99 the second knows the first to within 99; with 100 it is 10 per cent."""
    assert Rules().reason({"a": [Decimal(1000)], "b": [Decimal(100)], "c": [Decimal(99)]}) is Reason.DOMINANT
    assert Rules().reason({"a": [Decimal(1000)], "b": [Decimal(100)], "c": [Decimal(100)]}) is None


def test_corrections_count_by_their_size() -> None:
    sums = {"a": [Decimal(1000)], "b": [Decimal(-900)], "c": [Decimal(-90)]}
    assert Rules().reason(sums) is Reason.DOMINANT


def test_a_second_figure_in_row_and_column_protects_the_first() -> None:
    many = "b20 c20 d20 e20"
    whole = table({
        ("sea", "ships"): "a30", ("sea", "fuel"): many, ("sea", "food"): "b90 c90 d90",
        ("air", "ships"): many, ("air", "fuel"): many, ("air", "food"): "b90 c90 d90",
        ("land", "ships"): "b90 c90 d90", ("land", "fuel"): "b90 c90 d90", ("land", "food"): "b90 c90 d90",
    })  # fmt: skip
    protected = protect(whole)
    left_out = {key: figure.reason for key, figure in protected.figures.items() if figure.reason}
    assert left_out == {
        ("sea", "ships"): Reason.FEW,
        ("sea", "fuel"): Reason.PROTECTS,
        ("air", "ships"): Reason.PROTECTS,
        ("air", "fuel"): Reason.PROTECTS,
    }
    assert protected.figures[("air", "fuel")].protects == (("sea", "ships"),)
    assert protected.proven and protected.lost == 30 + 3 * 80


def test_parts_of_one_partner_do_not_hide_each_other() -> None:
    """Two figures left out in a row do not do if both are of one contributor: their sum gives it away."""
    whole = table({("x",): "a30", ("y",): "a40", ("z",): "b50 c50 d50", ("w",): "b60 c60 d60"})
    protected = protect(whole)
    assert {("x",), ("y",), ("z",)} == set(whole.figures) - protected.shown


def test_two_contributors_alone_in_their_figures_do_not_hide_each_other() -> None:
    whole = table({("x",): "a30", ("y",): "b40", ("z",): "c50 d50 e50", ("w",): "c60 d60 e60"})
    assert ("z",) not in protect(whole).shown


def test_amounts_of_any_size_stand_side_by_side() -> None:
    whole = table({("x",): "a1 b1", ("y",): "a900000000000 c800000000000 d700000000000", ("z",): "b5 c6 d7 e8"})
    protected = protect(whole)
    assert ("x",) not in protected.shown
    assert not list(audit(whole, protected.shown, Rules()))


def test_where_nothing_protects_nothing_withheld_is_published() -> None:
    whole = table({("x", "y"): "a30 b30"})
    protected = protect(whole)
    assert protected.nothing_protects and not protected.shown


def test_counts_keep_a_distance_of_one() -> None:
    """A tenth of one contribution is no protection where everybody knows that counts are whole numbers."""
    whole = table({("x",): "a1 b1 c1", ("y",): "a12 b1 c1 d1"})
    assert protect(whole, Rules(step=Decimal(1))).shown == set(whole.figures)
    whole = table({("x",): "a1", ("y",): "b3 c3 d3", ("z",): "b4 c4 d4"})
    assert protect(whole, Rules(step=Decimal(1))).shown == {("z",), (None,)}


def test_more_contributors_can_be_asked_for() -> None:
    whole = table({("x",): "a30 b30 c30", ("y",): "a40 b40 c40 d40 e40", ("z",): "a50 b50 c50 d50 e50"})
    assert protect(whole).shown == set(whole.figures)
    assert protect(whole, Rules(contributors=4)).shown == {("z",), (None,)}


def test_no_protection_at_all_is_refused() -> None:
    with pytest.raises(ValueError, match="above 0"):
        Rules(percent=Decimal(0))


def test_a_figure_of_unknown_cells_is_refused() -> None:
    with pytest.raises(ValueError, match="not there"):
        Table({}, {("x",): frozenset({("y",)})})


def test_a_wider_release_beside_a_narrower_one_does_not_give_the_difference_away() -> None:
    """The group's total minus the coalition's is one partner's row."""
    coalition = table({("sea",): "a50 b50 c50 d50", ("air",): "a50 b50 c50 d50"})
    group = table({("sea",): "a7", ("air",): "b9 c9 d9"})
    side_by_side = beside({"coalition": coalition, "group": group})
    both = protect(side_by_side)
    assert len({("coalition", "sea"), ("group", "sea")} & both.shown) == 1
    assert both.shown & {("coalition", "air"), ("group", "air")}
    assert not list(audit(side_by_side, both.shown, Rules()))


@settings(max_examples=15, deadline=None)
@given(tables())
def test_the_same_table_gives_the_same_answer(whole: Table) -> None:
    again = Table(dict(reversed(whole.cells.items())), dict(reversed(whole.figures.items())))
    first, second = protect(whole), protect(again)
    assert first.shown == second.shown
    assert {**first.figures} == {**second.figures}


def test_importing_the_room_does_not_load_the_optimiser() -> None:
    said = "import sys, concerted.disclosure; print('highspy' in sys.modules or 'numpy' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", said], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"
