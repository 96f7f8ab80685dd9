"""Numbers and days out of cells, whatever the country of whoever wrote them: read for certain or not at all.

``1.234`` is a thousand and more to some and little more than one to others, ``03/04/2030`` in March or in April. What
the other cells of a column show for certain decides; where they do not, or show both, such a cell is not read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from concerted.formats.sheets.cells import Broken, Cell
from concerted.formats.sheets.cells import number as number_of
from concerted.formats.sheets.workbook import day as day_of
from concerted.terms.errors import ConcertedError
from concerted.terms.figures import Fault, UnreadableFigure, written_figure

_POINT = re.compile(r"-?(?:\d{1,3}(?:,\d{3})+\.\d+|\d{1,3}(?:,\d{3}){2,}|\d*\.(?:\d{1,2}|\d{4,})|(?:0|\d{4,})\.\d+)")
_COMMA = re.compile(r"-?(?:\d{1,3}(?:\.\d{3})+,\d+|\d{1,3}(?:\.\d{3}){2,}|\d*,(?:\d{1,2}|\d{4,})|(?:0|\d{4,}),\d+)")
_SCIENTIFIC = re.compile(r"-?\d(?:\.\d+)?[eE][+-]?\d{1,2}")
_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?")
_YEAR_LAST = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})")
# The days of Excel that are worth a guess where a day's format was lost: 1954 to 2119.
_SERIALS = (Decimal(20_000), Decimal(80_000))


class Trouble(StrEnum):
    """Why a cell cannot be read."""

    NUMBER = "no number"
    EITHER_NUMBER = "one of two numbers"
    DAY = "no day"
    EITHER_DAY = "one of two days"
    BROKEN = "an error of the spreadsheet"


class Unread(ConcertedError):
    """A cell cannot be read; ``trouble`` says why."""

    def __init__(self, what: str, *, where: str, expected: str, trouble: Trouble) -> None:
        self.trouble = trouble
        super().__init__(what, where=where, expected=expected)


@dataclass(frozen=True, slots=True)
class Habits:
    """How a column is written: ``decimals`` point or comma, ``days`` day first or month first; "" where unknown."""

    decimals: str = ""
    days: str = ""
    epoch: int = 1900


BOTH = "both"
POINT, COMMA = "point", "comma"
DAY_FIRST, MONTH_FIRST = "day first", "month first"


def shown_by(cell: Cell) -> tuple[str, str]:
    """Tell which decimal mark, and which order of a day, a cell shows for certain; "" for neither."""
    if not isinstance(cell, str):
        return "", ""
    words = cell.strip()
    if match := _YEAR_LAST.fullmatch(words):
        first, second = int(match[1]), int(match[3])
        if match[2] != "/" or first > 12 >= second:
            return "", DAY_FIRST if match[2] == "/" else ""
        return "", MONTH_FIRST if second > 12 >= first else ""
    if _POINT.fullmatch(words):
        return POINT, ""
    return (COMMA, "") if _COMMA.fullmatch(words) else ("", "")


def together(one: str, other: str) -> str:
    """Put together what two cells of a column show."""
    return one if one == other or not other else other if not one else BOTH


def read_number(cell: Cell, habits: Habits) -> Decimal | None:
    """Read a number; None for an empty cell. Raises Unread."""
    if cell is None or isinstance(cell, Decimal):
        return cell
    if isinstance(cell, Broken):
        raise _broken(cell)
    if isinstance(cell, date):
        raise Unread(f"{cell} is a day", where="cell", trouble=Trouble.NUMBER, expected="a number")
    if _SCIENTIFIC.fullmatch(cell.strip()) and isinstance(value := number_of(cell.strip()), Decimal):
        return value
    try:
        return written_figure(cell)
    except UnreadableFigure as error:
        if error.fault is not Fault.AMBIGUOUS:
            raise Unread(
                error.what, where="cell", trouble=Trouble.NUMBER, expected="a number such as 2500000.50"
            ) from error
        if habits.decimals not in (POINT, COMMA):
            raise Unread(
                error.what, where="cell", trouble=Trouble.EITHER_NUMBER, expected="a number without marks"
            ) from error
        thousands, fraction = error.readings
        return Decimal(fraction if ("." in cell) == (habits.decimals == POINT) else thousands)


def read_day(cell: Cell, habits: Habits) -> tuple[date | None, bool]:
    """Read a day; and whether it was the bare number of one. None for an empty cell. Raises Unread."""
    if cell is None or isinstance(cell, date):
        return cell, False
    if isinstance(cell, Broken):
        raise _broken(cell)
    if isinstance(cell, Decimal) or cell.strip().isdecimal():
        number = Decimal(cell)
        if _SERIALS[0] < number < _SERIALS[1] and isinstance(found := day_of(number, habits.epoch), date):
            return found, True
        raise _no_day(str(cell))
    words = cell.strip()
    if match := _YEAR_FIRST.fullmatch(words):
        return _day(words, int(match[1]), int(match[2]), int(match[3])), False
    if match := _YEAR_LAST.fullmatch(words):
        one, other, year = int(match[1]), int(match[3]), int(match[4])
        if match[2] != "/" or one > 12:
            return _day(words, year, other, one), False
        if other > 12:
            return _day(words, year, one, other), False
        if one != other and habits.days not in (DAY_FIRST, MONTH_FIRST):
            raise Unread(
                f"{words!r} may be in month {one} or in month {other}",
                where="cell",
                trouble=Trouble.EITHER_DAY,
                expected="a day such as 2030-05-31",
            )
        month, day = (one, other) if habits.days == MONTH_FIRST else (other, one)
        return _day(words, year, month, day), False
    raise _no_day(words)


def _day(words: str, year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise _no_day(words) from None


def _no_day(words: str) -> Unread:
    return Unread(f"{words[:60]!r} is no day", where="cell", trouble=Trouble.DAY, expected="a day such as 2030-05-31")


def _broken(cell: Broken) -> Unread:
    return Unread(
        f"{cell.shown[:60]} is no value", where="cell", trouble=Trouble.BROKEN, expected="what the formula should give"
    )
