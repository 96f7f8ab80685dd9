"""XLSX (ECMA-376, SpreadsheetML), read cell by cell out of its ZIP file.

Readers that build the whole sheet first can be made to ask for any amount of memory by a file of a few kilobytes with
a cell in its last corner; here a sheet costs what one row does, and the words that its cells share.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, BinaryIO

from lxml import etree

from concerted.formats.cells import unguarded
from concerted.formats.sheets.cells import LONGEST_CELL, MOST_COLUMNS, Broken, Cell, Row, number
from concerted.formats.sheets.number_formats import day_styles
from concerted.formats.sheets.shared_strings import SharedStrings
from concerted.terms.errors import UnreadableDocument

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_ISO_MAIN = "{http://purl.oclc.org/ooxml/spreadsheetml/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_LARGEST_PART = 2_000_000_000  # bytes, unpacked
_LARGEST_SIDE_PART = 50_000_000
_MOST_PARTS = 10_000
# Excel's own columns, most of them empty and only coloured.
_MOST_SHELLS = 16_384
_REFERENCE = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
# What a part that is not as it should be comes out as.
_DAMAGE = (etree.XMLSyntaxError, zipfile.BadZipFile, zlib.error, EOFError, KeyError, NotImplementedError, RuntimeError)


@dataclass(frozen=True, slots=True)
class Part:
    """A sheet of a workbook: its name, and where in the file it lies."""

    name: str
    path: str


class Workbook:
    """A workbook whose sheets can be read one after the other."""

    def __init__(self, file: BinaryIO, name: str) -> None:
        self._name = name
        with self._whole():
            self._zip = zipfile.ZipFile(file)
            if len(self._zip.infolist()) > _MOST_PARTS or "xl/workbook.xml" not in self._zip.namelist():
                raise UnreadableDocument("a ZIP file without a workbook in it", where=name, expected="XLSX or CSV")
            book = self._side_part("xl/workbook.xml")
            targets = {
                one.get("Id"): str(one.get("Target"))
                for one in self._side_part("xl/_rels/workbook.xml.rels").iter("{*}*")
            }
            settings = book.find("{*}workbookPr")
            of_macs = settings is not None and settings.get("date1904") in ("1", "true")
            self.epoch = 1904 if of_macs else 1900
            self._sheets = [
                (Part(str(one.get("name")), _path(targets[one.get(_RELATION)])), one.get("state", "visible"))
                for one in book.iter("{*}sheet")
                if one.get(_RELATION) in targets
            ]
            styles = self._side_part("xl/styles.xml") if "xl/styles.xml" in self._zip.namelist() else None
            self._days = day_styles(styles)
        self._strings: SharedStrings | None = None

    def choose(self, sheet: str | None) -> Part:
        """Give the sheet of a name, else the first that is shown; raises UnreadableDocument if it has none."""
        shown = [one for one, state in self._sheets if state == "visible"]
        for one in [one for one, _ in self._sheets] if sheet else shown:
            if sheet is None or one.name.casefold() == sheet.casefold():
                return one
        said = f"there is no sheet {sheet!r}" if sheet else "there is no sheet that is shown"
        raise UnreadableDocument(
            said, where=self._name, expected=", ".join(one.name for one in shown) or "a workbook with a sheet"
        )

    def rows(self, part: Part) -> Iterator[Row]:
        """Give the rows of a sheet; a formula is what it last came to."""
        with self._whole():
            if self._strings is None:
                self._strings = SharedStrings()
                if "xl/sharedStrings.xml" in self._zip.namelist():
                    with self._open("xl/sharedStrings.xml", _LARGEST_PART) as stream:
                        self._strings.read(stream)
            with self._open(part.path, _LARGEST_PART) as stream:
                yield from self._rows(stream)

    def _rows(self, stream: Any) -> Iterator[Row]:
        cells: list[Cell] = []
        number, column, seen = 0, 0, 0
        tags = [f"{space}{tag}" for space in (_MAIN, _ISO_MAIN) for tag in ("row", "c")]
        for _event, one in etree.iterparse(stream, events=("end",), tag=tags, resolve_entities=False, no_network=True):
            if one.tag.endswith("}c"):
                match = _REFERENCE.fullmatch(one.get("r") or "")
                column = _column(match[1]) if match else column + 1
                value = self._cell(one)
                if value is not None:
                    if column > MOST_COLUMNS:
                        raise self._too_wide(one)
                    cells += [None] * (column - len(cells))
                    cells[column - 1] = value
                seen += 1
                if seen > _MOST_SHELLS:
                    raise self._too_wide(one)
                # The row keeps an empty shell of each cell until it ends.
                one.clear(keep_tail=False)
            else:
                given = one.get("r") or ""
                number = int(given) if given.isdecimal() and int(given) > number else number + 1
                yield Row(number, tuple(cells))
                cells, column, seen = [], 0, 0
                one.clear(keep_tail=False)
                above = one.getparent()
                while above is not None and one.getprevious() is not None:
                    del above[0]

    def _too_wide(self, one: Any) -> UnreadableDocument:
        row = one.getparent().get("r") or "of it"
        return UnreadableDocument(
            f"row {row} is too wide", where=self._name, expected=f"at most {MOST_COLUMNS} columns"
        )

    def _cell(self, one: Any) -> Cell:
        kind = one.get("t", "n")
        if kind == "inlineStr":
            return _words("".join(each.text or "" for each in one.iter("{*}t")))
        held = one.find("{*}v")
        value = held.text if held is not None else None
        if value is None or not value.strip():
            return None
        if kind == "s":
            return _words(self._strings[int(value)]) if self._strings and value.isdecimal() else Broken(value)
        if kind == "str":
            return _words(value)
        if kind == "b":
            return "TRUE" if value.strip() == "1" else "FALSE"
        if kind == "d":
            return _iso(value)
        if kind == "e":
            return Broken(value)
        found = number(value)
        style = one.get("s", "")
        if isinstance(found, Decimal) and style.isdecimal() and int(style) in self._days:
            return day(found, self.epoch)
        return found

    def _side_part(self, path: str) -> Any:
        with self._open(path, _LARGEST_SIDE_PART) as stream:
            parser = etree.XMLParser(resolve_entities=False, no_network=True)
            return etree.parse(stream, parser).getroot()

    def _open(self, path: str, most: int) -> io.BufferedReader:
        return io.BufferedReader(_Bounded(self._zip.open(path), most, self._name), 1 << 16)

    @contextmanager
    def _whole(self) -> Iterator[None]:
        try:
            yield
        except _DAMAGE as error:
            raise UnreadableDocument("the XLSX is damaged", where=self._name, expected="a whole XLSX file") from error


class _Bounded(io.RawIOBase):
    """A stream that unpacks to no more than so many bytes: a ZIP file's own word for its size may be a lie."""

    def __init__(self, stream: Any, most: int, name: str) -> None:
        self._stream, self._left, self._name = stream, most, name

    def readable(self) -> bool:
        """Say that it can be read."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Read the next bytes; raises UnreadableDocument past the limit."""
        data = self._stream.read(len(buffer))
        self._left -= len(data)
        if self._left < 0:
            raise UnreadableDocument("it unpacks to too much", where=self._name, expected="a smaller XLSX file")
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        """Close the stream underneath, too."""
        self._stream.close()
        super().close()


def day(serial: Decimal, epoch: int) -> date | Broken:
    """Read the number of a day as a spreadsheet counts them from 1900 or 1904; hours fall away.

    Excel's 1900 has a 29 February, as Lotus 1-2-3 had: that day is none, and those before it count one less.
    """
    whole = int(serial)
    if epoch == 1904:
        first = date(1904, 1, 1)
    elif whole == 60 or whole < 1:
        return Broken(str(serial))
    else:
        first = date(1899, 12, 30) if whole > 60 else date(1899, 12, 31)
    try:
        return first + timedelta(days=whole)
    except OverflowError:
        return Broken(str(serial))


def _iso(words: str) -> date | Broken:
    try:
        return date.fromisoformat(words.strip()[:10])
    except ValueError:
        return Broken(words)


def _words(words: str) -> str | None:
    """Take back how XLSX writes signs that XML has none for, and the guard before a formula; a NUL falls away."""
    if "_x" in words:
        words = _ESCAPED.sub(lambda one: chr(int(one[1], 16)), words)
    words = words.replace("\0", "").replace("\r\n", "\n")
    return unguarded(words[:LONGEST_CELL]) if words.strip() else None


def _column(letters: str) -> int:
    place = 0
    for letter in letters:
        place = place * 26 + ord(letter) - 64
    return place


def _path(target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else f"xl/{target}"
