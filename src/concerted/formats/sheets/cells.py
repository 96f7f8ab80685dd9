"""A row of a sheet and what its cells hold, as it was read: nothing is guessed here."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any, TypeAlias

# In rows beneath each other, as Excel has them, and side by side.
MOST_ROWS = 1_048_576
MOST_COLUMNS = 256
LONGEST_CELL = 32_767  # characters, as Excel
# Spreadsheets keep numbers as binary floating point: what comes after fifteen digits is its noise.
_DIGITS = 15


@dataclass(frozen=True, slots=True)
class Broken:
    """A cell that holds an error of the spreadsheet, such as ``#REF!``, or a number or day that is none."""

    shown: str


# Words, a number, a day, an error, or nothing.
Cell: TypeAlias = str | Decimal | date | Broken | None


@dataclass(frozen=True, slots=True)
class Row:
    """A row with its number in the sheet, from 1; cells that are empty at its end may be missing."""

    number: int
    cells: tuple[Cell, ...]


def number(words: str) -> Decimal | Broken:
    """Read a number as a workbook stores it, rounded to the digits that a spreadsheet shows."""
    try:
        value = Decimal(words)
    except InvalidOperation:
        return Broken(words)
    if not value.is_finite():
        return Broken(words)
    sized = value.adjusted()
    if len(value.as_tuple().digits) > _DIGITS:
        value = value.quantize(Decimal(1).scaleb(sized - _DIGITS + 1))
    return Decimal(format(value.normalize(), "f")) if abs(sized) < _DIGITS * 2 else Broken(words)


def stored(row: Row) -> list[Any]:
    """Write a row as plain data for JSON: its number, then its cells; words stay words, all else says its kind."""
    return [row.number, [_stored(cell) for cell in row.cells]]


def _stored(cell: Cell) -> Any:
    if cell is None or isinstance(cell, str):
        return cell
    if isinstance(cell, Decimal):
        return ["n", str(cell)]
    return ["d", cell.isoformat()] if isinstance(cell, date) else ["e", cell.shown]


_KINDS: dict[str, Any] = {"n": Decimal, "d": date.fromisoformat, "e": Broken}


def unstored(data: Any) -> Row:
    """Read a row back that ``stored`` has written."""
    place, cells = data
    return Row(place, tuple(_KINDS[one[0]](one[1]) if isinstance(one, list) else one for one in cells))


def dumps(rows: list[Row]) -> bytes:
    """Write rows as JSON."""
    return json.dumps([stored(row) for row in rows], ensure_ascii=False, separators=(",", ":")).encode()


def loads(data: bytes) -> list[Row]:
    """Read rows back that ``dumps`` has written."""
    return [unstored(row) for row in json.loads(data)]
