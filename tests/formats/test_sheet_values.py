"""Numbers and days in cells: read for certain, as the column decides, or not at all."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from concerted.formats.sheets.cells import Broken, Cell
from concerted.formats.sheets.values import (
    BOTH,
    COMMA,
    DAY_FIRST,
    MONTH_FIRST,
    POINT,
    Habits,
    Trouble,
    Unread,
    read_day,
    read_number,
    shown_by,
    together,
)


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("1,234,567.50", "1234567.5"),
        ("1.234.567,50", "1234567.5"),
        ("1 234 567,5", "1234567.5"),
        ("1'234'567", "1234567"),
        ("١٬٢٣٤٫٥", "1234.5"),
        ("0", "0"),
        ("-12,5", "-12.5"),
        ("−3", "-3"),
        ("1e-06", "0.000001"),
        ("2645000.0", "2645000"),
        (Decimal("7.25"), "7.25"),
    ],
)
def test_a_number_is_read_for_certain(cell: Cell, value: str) -> None:
    assert read_number(cell, Habits()) == Decimal(value)


@pytest.mark.parametrize(
    ("cell", "decimals", "value"),
    [("1.234", POINT, "1.234"), ("1.234", COMMA, "1234"), ("1,234", POINT, "1234"), ("1,234", COMMA, "1.234")],
)
def test_the_column_decides_what_a_mark_is(cell: str, decimals: str, value: str) -> None:
    assert read_number(cell, Habits(decimals)) == Decimal(value)


@pytest.mark.parametrize("decimals", ["", BOTH])
def test_a_number_that_may_be_two_is_neither(decimals: str) -> None:
    with pytest.raises(Unread, match=r"1234 or 1\.234") as caught:
        read_number("1.234", Habits(decimals))
    assert caught.value.trouble is Trouble.EITHER_NUMBER


@pytest.mark.parametrize("cell", ["about 5", "5 m", "€5", "(5)", "1,23,456", "n/a", "12.5%", date(2030, 1, 1)])
def test_what_is_no_number_is_never_nothing(cell: Cell) -> None:
    with pytest.raises(Unread) as caught:
        read_number(cell, Habits())
    assert caught.value.trouble is Trouble.NUMBER


def test_an_error_of_the_spreadsheet_is_none() -> None:
    for read in (read_number, read_day):
        with pytest.raises(Unread, match="#REF!"):
            read(Broken("#REF!"), Habits())
        assert read(None, Habits()) in (None, (None, False))


@pytest.mark.parametrize(
    ("cells", "decimals", "days"),
    [
        (["1.234", "12,5"], COMMA, ""),
        (["1.234", "1,234,567"], POINT, ""),
        (["0.125", "5"], POINT, ""),
        (["1.5", "1,5"], BOTH, ""),
        (["1.234", "1,234"], "", ""),
        (["03/04/2030", "13/04/2030"], "", DAY_FIRST),
        (["03/04/2030", "04/13/2030"], "", MONTH_FIRST),
        (["13/04/2030", "04/13/2030"], "", BOTH),
    ],
)
def test_a_column_shows_its_habits(cells: list[str], decimals: str, days: str) -> None:
    shown = "", ""
    for cell in cells:
        number, day = shown_by(cell)
        shown = together(shown[0], number), together(shown[1], day)
    assert shown == (decimals, days)


@pytest.mark.parametrize(
    ("cell", "days"),
    [
        ("2030-05-31", ""),
        ("2030/5/31", ""),
        ("31.5.2030", ""),
        ("31/05/2030", ""),
        ("05/31/2030", ""),
        ("2030-05-31 00:00:00", ""),
        (date(2030, 5, 31), ""),
    ],
)
def test_a_day_is_read_for_certain(cell: Cell, days: str) -> None:
    assert read_day(cell, Habits(days=days)) == (date(2030, 5, 31), False)


def test_the_column_decides_the_order_of_a_day() -> None:
    assert read_day("03/04/2030", Habits(days=DAY_FIRST))[0] == date(2030, 4, 3)
    assert read_day("03/04/2030", Habits(days=MONTH_FIRST))[0] == date(2030, 3, 4)
    assert read_day("04/04/2030", Habits())[0] == date(2030, 4, 4)
    with pytest.raises(Unread, match="month 3 or in month 4"):
        read_day("03/04/2030", Habits())


def test_the_number_of_a_day_is_read_and_said() -> None:
    assert read_day(Decimal(47634), Habits()) == (date(2030, 5, 31), True)
    assert read_day("47634", Habits()) == (date(2030, 5, 31), True)
    assert read_day(Decimal(46172), Habits(epoch=1904)) == (date(2030, 5, 31), True)


@pytest.mark.parametrize("cell", ["2030", "May 2030", "31.2.2030", "1/2/30", "30-05-31", Decimal(12)])
def test_what_is_no_day_is_none(cell: Cell) -> None:
    with pytest.raises(Unread) as caught:
        read_day(cell, Habits())
    assert caught.value.trouble is Trouble.DAY
