"""What is missing of the money that is asked for, by line and currency."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from concerted.convening.funding_gaps import Asked, Given, first_days, gaps

NEED = Asked(1, "USD", Decimal(100), 7)


def test_what_is_neither_pledged_nor_delivered_is_missing() -> None:
    stages = {"pledged": 10, "committed": 5, "under way": 20, "delivered": 40}

    (gap,) = gaps([NEED], [Given(1, "USD", stage, Decimal(amount)) for stage, amount in stages.items()])

    assert (gap.asked, gap.pledged, gap.delivered, gap.missing) == (100, 35, 40, 25)


@pytest.mark.parametrize("stage", ["offered", "withdrawn", ""])
def test_what_binds_nobody_counts_as_nothing(stage: str) -> None:
    (gap,) = gaps([NEED], [Given(1, "USD", stage, Decimal(100))])

    assert (gap.pledged, gap.delivered, gap.missing) == (0, 0, 100)


def test_nothing_is_missing_where_more_is_given_than_asked() -> None:
    (gap,) = gaps([NEED], [Given(1, "USD", "delivered", Decimal(130))])

    assert gap.missing == 0


def test_lines_and_currencies_stand_apart_in_order() -> None:
    asked = [
        Asked(2, "USD", Decimal(1), 9),
        Asked(1, "USD", Decimal(2), 8),
        NEED,
        Asked(1, "EUR", Decimal(3), 6),
        Asked(None, "USD", Decimal(4), 5),
    ]

    found = gaps(asked, [Given(1, "EUR", "pledged", Decimal(3)), Given(3, "USD", "pledged", Decimal(9))])

    assert [(one.line, one.currency, one.missing, one.requirements) for one in found] == [
        (None, "USD", 4, (5,)),
        (1, "EUR", 0, (6,)),
        (1, "USD", 102, (7, 8)),
        (2, "USD", 1, (9,)),
    ]


def test_a_need_counts_from_its_first_day_and_from_any_day_where_one_is_not_said() -> None:
    may, june = date(2021, 5, 1), date(2021, 6, 1)
    asked = [Asked(1, "USD", Decimal(1), 1, june), Asked(1, "USD", Decimal(1), 2, may), Asked(2, "USD", Decimal(1), 3)]

    assert first_days(asked) == {(1, "USD"): may}
    assert first_days([*asked, NEED]) == {}


def test_there_is_no_gap_where_nothing_is_asked() -> None:
    assert gaps([], [Given(1, "USD", "pledged", Decimal(9))]) == ()
