"""Sheets: what is written is read back, foreign files are read for certain or not at all, none takes the memory."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
import xlsxwriter

from concerted.formats.sheets import Broken, Cell, Field, Row, Table, open_sheet, write_csv, write_workbook
from concerted.formats.sheets.cells import dumps, loads
from concerted.formats.sheets.workbook import day
from concerted.terms.errors import UnreadableDocument

TABLE = Table(
    "harbours",
    (
        Field("number", "Number", "what the record is called by", "number"),
        Field("name", "Name", "the harbour's name"),
        Field("kind", "Kind", "what it is", "choice", (("deep", "Deep water"), ("tidal", "Tidal"))),
        Field("opened", "Opened", "its first day", "day"),
        Field("depth", "Depth", "in metres", "number"),
    ),
)
ROWS: list[tuple[Cell, ...]] = [
    (Decimal(1), '=HYPERLINK("x")', "deep", date(1899, 12, 31), Decimal("12.5")),
    (Decimal(2), '\'t Zand, "old"; new', "tidal", date(1900, 3, 1), Decimal("-0.25")),
    (Decimal(3), "-1 below\nتحت الصفر", None, None, Decimal("123456789012345.678")),
    (Decimal(4), "_x0041_ and \ttab", "deep", date(2030, 5, 31), None),
]


def _workbook(fill: Callable[[Any, Any], None], **options: Any) -> io.BytesIO:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, options)
    fill(book, book.add_worksheet("first"))
    book.close()
    return out


def _read(file: io.BytesIO, sheet: str | None = None) -> list[Row]:
    return list(open_sheet(file, "harbours.xlsx", sheet).rows)


def test_a_workbook_reads_back_as_it_was_written() -> None:
    out = io.BytesIO()
    assert write_workbook(TABLE, ROWS, out) == 4
    head, *rows = _read(out)
    assert head.cells == ("number", "name", "kind", "opened", "depth")
    read = [row.cells + (None,) * (5 - len(row.cells)) for row in rows]
    # More digits than a spreadsheet keeps go as words, and so do days that Excel counts otherwise than the calendar.
    first = (*ROWS[0][:3], "1899-12-31", ROWS[0][4])
    third = (*ROWS[2][:4], "123456789012345.678")
    assert [tuple(one) for one in read] == [first, (*ROWS[1][:3], "1900-03-01", ROWS[1][4]), third, ROWS[3]]


def test_nothing_that_is_written_is_a_formula() -> None:
    out = io.BytesIO()
    write_workbook(TABLE, ROWS, out)
    with zipfile.ZipFile(out) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet and "&#39;=HYPERLINK" in sheet.replace("'", "&#39;")
    lines = b"".join(write_csv(TABLE, ROWS)).decode()
    assert "\"'=HYPERLINK" in lines and "\"'-1 below" in lines and "\"''t Zand" in lines


def test_csv_reads_back_as_it_was_written() -> None:
    rows = _read(io.BytesIO(b"".join(write_csv(TABLE, ROWS))))
    assert [row.cells[1] for row in rows[1:]] == [row[1] for row in ROWS]
    assert rows[1].cells == ("1", '=HYPERLINK("x")', "deep", "1899-12-31", "12.5")


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_csv_comes_with_any_mark_in_any_encoding(mark: str, encoding: str) -> None:
    text = f'port{mark}note\r\nÅlesund{mark}"a{mark}b\r\nc"\r\n\r\nBrest{mark}\r\n'
    rows = _read(io.BytesIO(text.encode(encoding)))
    assert [row.cells for row in rows] == [("port", "note"), ("Ålesund", f"a{mark}b\r\nc"), ("Brest", None)]


def test_csv_of_excel_may_say_its_mark() -> None:
    rows = _read(io.BytesIO(b"sep=;\r\na,b;c\r\n1;2\r\n"))
    assert [row.cells for row in rows] == [("a,b", "c"), ("1", "2")]


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b'a,b\n"open,1\n2,3\n', "no CSV"),
        ("Ålesund\n".encode() * 9 + b"Ma\xf1ana\n", "wrong encoding"),
        (b"a,b\n\x00\x01", "binary"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old", "password"),
        (b"PK\x03\x04 and no more", "damaged"),
        (",".join(["a"] * 300).encode(), "300 cells"),
    ],
)
def test_what_is_no_sheet_says_so(data: bytes, what: str) -> None:
    with pytest.raises(UnreadableDocument, match=what):
        _read(io.BytesIO(data))


def test_days_follow_their_cells_styles() -> None:
    def fill(book: Any, sheet: Any) -> None:
        sheet.write_number(0, 0, 45000, book.add_format({"num_format": "dd/mm/yyyy"}))
        sheet.write_number(0, 1, 45000, book.add_format({"num_format": '#,##0 "days"'}))
        sheet.write_number(0, 2, 45000.75, book.add_format({"num_format": 14}))
        sheet.write_number(0, 3, 0.1 + 0.2)
        sheet.write_formula(0, 4, "=1/0", None, "#DIV/0!")
        sheet.write_formula(0, 5, "=A1", None, "shown")
        sheet.write_boolean(0, 6, True)

    held = (date(2023, 3, 15), Decimal(45000), date(2023, 3, 15), Decimal("0.3"), Broken("#DIV/0!"), "shown", "TRUE")
    assert _read(_workbook(fill))[0].cells == held


def test_days_of_old_macs_start_in_1904() -> None:
    def fill(book: Any, sheet: Any) -> None:
        sheet.write_datetime(0, 0, date(2030, 5, 31), book.add_format({"num_format": "yyyy-mm-dd"}))

    assert _read(_workbook(fill, date_1904=True))[0].cells == (date(2030, 5, 31),)


@pytest.mark.parametrize(
    ("serial", "epoch", "expected"),
    [
        (1, 1900, date(1900, 1, 1)),
        (59, 1900, date(1900, 2, 28)),
        (60, 1900, Broken("60")),
        (61, 1900, date(1900, 3, 1)),
        (0, 1904, date(1904, 1, 1)),
        (9_999_999, 1900, Broken("9999999")),
    ],
)
def test_days_are_counted_as_excel_counts_them(serial: int, epoch: int, expected: date | Broken) -> None:
    assert day(Decimal(serial), epoch) == expected


def test_a_sheet_is_found_by_its_name_or_the_first_that_is_shown() -> None:
    def fill(book: Any, sheet: Any) -> None:
        sheet.write_string(0, 0, "hidden words")
        book.add_worksheet("Second").write_string(0, 0, "shown words")
        sheet.hide()
        book.worksheets()[1].activate()
        book.worksheets()[1].set_first_sheet()

    book = _workbook(fill)
    assert _read(book)[0].cells == ("shown words",)
    assert _read(book, "FIRST")[0].cells == ("hidden words",)
    with pytest.raises(UnreadableDocument, match="no sheet 'third'; expected Second"):
        _read(book, "third")


def test_a_cell_in_the_last_corner_costs_nothing() -> None:
    def fill(_book: Any, sheet: Any) -> None:
        sheet.write_string(0, 0, "words")
        sheet.write_string(1_048_575, 9, "far below")

    rows = _read(_workbook(fill))
    assert [row.number for row in rows] == [1, 1_048_576] and rows[1].cells[9] == "far below"


def test_a_bomb_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    def fill(_book: Any, sheet: Any) -> None:
        for row in range(200):
            sheet.write_string(row, 0, "a" * 1000)

    monkeypatch.setattr("concerted.formats.sheets.workbook._LARGEST_PART", 5_000)
    with pytest.raises(UnreadableDocument, match="unpacks to too much"):
        _read(_workbook(fill, constant_memory=True))


def test_entities_are_not_resolved() -> None:
    source = _workbook(lambda _book, sheet: sheet.write_string(0, 0, "plain"), constant_memory=True)
    out = io.BytesIO()
    with zipfile.ZipFile(source) as read, zipfile.ZipFile(out, "w") as write:
        for name in read.namelist():
            data = read.read(name)
            if name == "xl/worksheets/sheet1.xml":
                data = data.replace(
                    b"<worksheet", b'<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/hostname">]><worksheet'
                )
                data = data.replace(b"plain", b"&x;")
            write.writestr(name, data)
    assert all(cell is None for row in _read(out) for cell in row.cells)


def test_rows_travel_as_plain_data() -> None:
    rows = [Row(7, ("words", None, Decimal("1.50"), date(2030, 5, 31), Broken("#REF!")))]
    assert loads(dumps(rows)) == rows
