"""Write a table as a workbook or as CSV, row by row: a sheet of any length takes the memory of one row."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any, BinaryIO

from concerted.formats.cells import guarded
from concerted.formats.sheets.cells import Cell

# Numbers of more digits than a spreadsheet keeps go as words.
_DIGITS = 15
# A list of choices in a validation may have this many characters; longer ones lie in a sheet.
_LONGEST_LIST = 255
# The first year whose days Excel counts as everybody does, but for that one; earlier days go as words.
_FIRST_YEAR = 1900
_ROWS_CHECKED = 1_048_575
_WIDTHS = {"number": 14, "day": 12, "choice": 16, "code": 10, "words": 28, "text": 48}
# The same table gives the same bytes.
_MADE = datetime(2000, 1, 1)  # noqa: DTZ001 (a workbook's days have no zone)


@dataclass(frozen=True, slots=True)
class Field:
    """A column: its key in the first row, what people call it, what belongs into it, and how it is written.

    ``form`` is number, day, choice, code, words or text; ``choices`` are all that it may be, with what each means.
    """

    key: str
    label: str
    note: str
    form: str = "words"
    choices: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table to be written: its name, its columns, the heads of the sheet that explains them, and its direction."""

    name: str
    fields: tuple[Field, ...]
    guide: str = "Columns"
    guide_heads: tuple[str, str, str, str] = ("column", "name", "what it holds", "choices")
    right_to_left: bool = False


def write_workbook(table: Table, rows: Iterable[Sequence[Cell]], file: BinaryIO) -> int:
    """Write a table as XLSX, with a sheet that explains its columns; gives the number of rows.

    Choices are offered by the cells themselves. Words that a spreadsheet would take for a formula are guarded.
    """
    import xlsxwriter

    book = xlsxwriter.Workbook(
        file,
        {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False},
    )
    book.set_properties({"created": _MADE})
    head = book.add_format({"bold": True, "bottom": 1})
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    sheet = book.add_worksheet(table.name[:31])
    guide = book.add_worksheet(table.guide[:31])
    for one in (sheet, guide):
        one.freeze_panes(1, 0)
        if table.right_to_left:
            one.right_to_left()
    lists = _explain(guide, table, head)
    for place, field in enumerate(table.fields):
        sheet.set_column(place, place, _WIDTHS[field.form], day if field.form == "day" else None)
        sheet.write_string(0, place, field.key, head)
        sheet.write_comment(0, place, f"{field.label}\n{field.note}"[:1000])
        if field.key in lists:
            # Others are let in: what may be is for the import to say.
            sheet.data_validation(
                1,
                place,
                _ROWS_CHECKED,
                place,
                {"validate": "list", "source": lists[field.key], "error_type": "warning"},
            )
    count = 0
    for count, row in enumerate(rows, 1):
        for place, cell in enumerate(row):
            if isinstance(cell, Decimal) and len(cell.as_tuple().digits) <= _DIGITS:
                sheet.write_number(count, place, float(cell))
            elif isinstance(cell, date) and cell.year > _FIRST_YEAR:
                sheet.write_datetime(count, place, datetime(cell.year, cell.month, cell.day), day)  # noqa: DTZ001
            elif cell is not None:
                sheet.write_string(count, place, _shown(cell))
    book.close()
    return count


def _explain(guide: Any, table: Table, head: Any) -> dict[str, str | list[str]]:
    """Write the sheet that explains the columns; gives the lists of choices by column."""
    lists: dict[str, str | list[str]] = {}
    for place, words in enumerate(table.guide_heads):
        guide.set_column(place, place, 24)
        guide.write_string(0, place, words, head)
    at = 1
    for field in table.fields:
        guide.write_string(at, 0, field.key)
        guide.write_string(at, 1, field.label)
        guide.write_string(at, 2, field.note)
        keys = [key for key, _ in field.choices]
        for offset, (key, meaning) in enumerate(field.choices):
            guide.write_string(at + offset, 3, key)
            guide.write_string(at + offset, 4, meaning)
        if keys and len(",".join(keys)) <= _LONGEST_LIST:
            lists[field.key] = keys
        elif keys:
            lists[field.key] = f"='{table.guide[:31]}'!$D${at + 1}:$D${at + len(keys)}"
        at += max(1, len(keys))
    return lists


def write_csv(table: Table, rows: Iterable[Sequence[Cell]]) -> Iterator[bytes]:
    """Write a table as CSV (RFC 4180) with a byte-order mark, by which Excel knows UTF-8; in pieces."""
    out = io.StringIO()
    writer = csv.writer(out)
    out.write("\ufeff")
    writer.writerow([field.key for field in table.fields])
    for row in rows:
        writer.writerow([_shown(cell) for cell in row])
        if out.tell() > 65_536:
            yield out.getvalue().encode()
            out.seek(0)
            out.truncate()
    yield out.getvalue().encode()


def _shown(cell: Cell) -> str:
    """Write a cell as words: numbers with a point and no grouping, days as in ISO 8601."""
    if cell is None:
        return ""
    if isinstance(cell, Decimal):
        return format(cell, "f")
    if isinstance(cell, date):
        return cell.isoformat()
    return guarded(cell if isinstance(cell, str) else cell.shown)
