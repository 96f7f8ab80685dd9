"""Open a sheet of whichever format: the bytes decide, then the name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from concerted.formats.sheets import delimited, workbook
from concerted.formats.sheets.cells import MOST_ROWS, Row
from concerted.terms.errors import UnreadableDocument

LARGEST_SHEET = 100_000_000  # bytes of the file
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet that is being read: its name ("" in CSV), its rows, which are read once, and its first day in Excel.

    ``serial`` turns the number of a day without a day's format into a day (1900, or 1904 in files of old Macs).
    """

    name: str
    rows: Iterator[Row]
    epoch: int = 1900


def open_sheet(file: BinaryIO, name: str, sheet: str | None = None) -> Sheet:
    """Open the sheet of a name, or the first one that is shown, of a file that can be sought in.

    Rows without anything in them are left out. Raises UnreadableDocument now or while the rows are read: for a file
    that is neither XLSX nor CSV, is damaged or too large, and for a sheet that it does not have.
    """
    file.seek(0, 2)
    if (size := file.tell()) > LARGEST_SHEET:
        raise UnreadableDocument(
            f"the file has {size:,} bytes", where=name, expected=f"at most {LARGEST_SHEET // 1_000_000} MB"
        )
    file.seek(0)
    start = file.read(8)
    if start.startswith(_OLE):
        raise UnreadableDocument(
            "the file is protected by a password or from Excel before 2007", where=name, expected="XLSX or CSV"
        )
    if start.startswith(_ZIP):
        book = workbook.Workbook(file, name)
        chosen = book.choose(sheet)
        return Sheet(chosen.name, _limited(book.rows(chosen), name), book.epoch)
    if sheet:
        raise UnreadableDocument(f"CSV has no sheet {sheet!r}", where=name, expected="XLSX")
    return Sheet("", _limited(delimited.rows(file, name), name))


def _limited(rows: Iterator[Row], name: str) -> Iterator[Row]:
    for row in rows:
        if row.number > MOST_ROWS:
            raise UnreadableDocument("the sheet goes on", where=name, expected=f"at most {MOST_ROWS:,} rows")
        if any(cell is not None for cell in row.cells):
            yield row
