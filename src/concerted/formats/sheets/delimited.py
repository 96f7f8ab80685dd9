"""CSV as spreadsheets write it: whichever of four marks parts the cells, in the encodings of texts."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import BinaryIO

from concerted.formats.cells import unguarded
from concerted.formats.encoding import encoding
from concerted.formats.sheets.cells import LONGEST_CELL, MOST_COLUMNS, Row
from concerted.terms.errors import UnreadableDocument

_MARKS = ",;\t|"
_SAMPLE = 65_536  # characters
_SAID = "sep="


def rows(file: BinaryIO, name: str) -> Iterator[Row]:
    """Give the rows of a CSV file; cells that guard a formula are taken back, empty ones are None."""
    text = io.TextIOWrapper(file, encoding=encoding(file, name), newline="", errors="strict")
    try:
        yield from _rows(text, name)
    except UnicodeDecodeError as error:
        raise UnreadableDocument(f"not all of it is {text.encoding}", where=name, expected="one encoding") from error
    finally:
        # The file is its owner's to close, and may be closed before the last row was asked for.
        if not file.closed:
            text.detach()


def _rows(text: io.TextIOWrapper, name: str) -> Iterator[Row]:
    start = text.read(_SAMPLE)
    said = start.partition("\n")[0].strip("\r\ufeff ")
    lines = _Lines(start, text)
    skipped = 0
    if said.lower().startswith(_SAID) and len(said) == len(_SAID) + 1:
        mark, skipped = said[-1], 1
        next(lines)
    else:
        mark = _mark(start)
    reader = csv.reader(lines, delimiter=mark, strict=True)
    number = skipped
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise UnreadableDocument(
                f"row {number + 1} is no CSV ({error})", where=name, expected="quotation marks in pairs"
            ) from error
        number += 1
        if len(cells) > MOST_COLUMNS:
            raise UnreadableDocument(
                f"row {number} has {len(cells)} cells", where=name, expected=f"at most {MOST_COLUMNS}"
            )
        if any(len(cell) > LONGEST_CELL for cell in cells):
            raise UnreadableDocument(
                f"a cell of row {number} is too long", where=name, expected=f"at most {LONGEST_CELL:,} characters"
            )
        yield Row(number, tuple(unguarded(cell) if cell.strip() else None for cell in cells))


def _mark(sample: str) -> str:
    """Tell what parts the cells: that which makes most of them in the first row, quotation marks heeded."""
    first = next(iter(sample.removeprefix("\ufeff").splitlines()), "")

    def parts(mark: str) -> int:
        try:
            return len(next(csv.reader([first], delimiter=mark)))
        except (csv.Error, StopIteration):
            return 0

    return max(_MARKS, key=parts)


class _Lines:
    """The lines of a text whose start was read before."""

    def __init__(self, start: str, rest: io.TextIOWrapper) -> None:
        # The start may end within a line.
        self._start = io.StringIO(start.removeprefix("\ufeff") + rest.readline(), newline="")
        self._rest = rest

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        line = self._start.readline() or self._rest.readline(LONGEST_CELL * MOST_COLUMNS)
        if not line:
            raise StopIteration
        return line
