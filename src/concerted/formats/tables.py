"""A reading as tables (CSV, RFC 4180, in UTF-8): one file a noun, in a folder or a ZIP file, and back.

Beside ``acts.csv``, ``participants.csv`` and so on stand ``statement.csv`` with the statement
itself and ``text.txt`` with the words that every place counts in. Columns are the fields of the
facts; ``entry`` is the number by which other facts refer to a fact, from 0.
"""

from __future__ import annotations

import csv
import io
import re
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import fields
from functools import cache
from pathlib import Path
from typing import Any, get_type_hints

from concerted.formats import decisions
from concerted.formats.cells import APOSTROPHE, Cells, bare, cells, columns, field, guarded
from concerted.formats.decisions import Decision, Reviewed, nouns
from concerted.formats.record import check_passages, digest
from concerted.reading.facts import Reading, Statement
from concerted.terms.document import LARGEST_FILE
from concerted.terms.errors import UnreadableDocument

TEXT, STATEMENT = "text.txt", "statement.csv"
_ENTRY = "entry"
_REVIEW = ("state", "decided_by", "decided_at", "comment")
_MARK = "\ufeff".encode()
# ZIP files hold no day before this one; a fixed one makes equal files of equal readings.
_ZIP_TIME = (1980, 1, 1, 0, 0, 0)


def files(reviewed: Reviewed, *, mark: bool = False) -> dict[str, bytes]:
    """Write a reading as files by name; ``mark`` puts a byte-order mark first, by which Excel knows UTF-8.

    Where something was decided, each row says how its fact stands.
    """
    reading, decided = reviewed.reading, reviewed.by_fact()
    own = _row(Statement, reading.statement) | {"text_sha256": digest(reading.text)}
    out = {TEXT: reading.text.encode("utf-8", "surrogatepass"), STATEMENT: _csv(list(own), [own], mark)}
    for noun, kind in nouns().items():
        rows = []
        for place, fact in enumerate(getattr(reading, noun)):
            row = {_ENTRY: str(place)} | _row(kind, fact)
            rows.append(row | _review(decided.get((noun, place))) if decided else row)
        names = [_ENTRY, *_columns(kind), *(_REVIEW if decided else ())]
        out[f"{noun}.csv"] = _csv(names, rows, mark)
    return out


def zipped(reviewed: Reviewed, *, mark: bool = False) -> bytes:
    """Write a reading as one ZIP file of its tables."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files(reviewed, mark=mark).items():
            archive.writestr(zipfile.ZipInfo(name, _ZIP_TIME), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def in_folder(path: Path) -> dict[str, bytes]:
    """Open the tables of a folder; anything else in it is left alone.

    Raises UnreadableDocument where they cannot be read or have more bytes than a document may have.
    """
    try:
        paths = [path / name for name in _names() if (path / name).is_file()]
        _check_size(sum(one.stat().st_size for one in paths), str(path))
        return {one.name: one.read_bytes() for one in paths}
    except OSError as error:
        raise UnreadableDocument(f"no tables ({error})", where=str(path), expected="a readable folder") from error


def unzipped(data: bytes, name: str) -> dict[str, bytes]:
    """Open the tables of a ZIP file, as ``in_folder`` does."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            held = [archive.getinfo(one) for one in _names() if one in archive.namelist()]
            _check_size(sum(one.file_size for one in held), name)
            return {one.filename: archive.read(one) for one in held}
    # RuntimeError is a password, NotImplementedError a compression that Python does not know.
    except (OSError, EOFError, zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError) as error:
        raise UnreadableDocument(f"no tables ({error})", where=name, expected="a ZIP file of tables") from error


def _names() -> list[str]:
    return [TEXT, STATEMENT, *(f"{noun}.csv" for noun in nouns())]


def _check_size(size: int, where: str) -> None:
    if size > LARGEST_FILE:
        raise UnreadableDocument("the tables are too large", where=where, expected=f"at most {LARGEST_FILE:,} bytes")


def reviewed_of(tables: Mapping[str, bytes], text: str | None = None) -> Reviewed:
    """Read a reading and its decisions back from its tables; ``text`` stands in for a missing ``text.txt``.

    The order of rows and of columns is free, and so are further columns. Raises
    UnreadableDocument for a missing table, row or column, a value of another kind, and words
    that do not stand in the text where the table says.
    """
    if TEXT in tables:
        text = _decoded(tables, TEXT)
    if text is None:
        raise UnreadableDocument("the text is missing", where=TEXT, expected="the words that the places count in")
    own = _rows(tables, STATEMENT)
    if len(own) != 1:
        raise UnreadableDocument(f"{len(own)} statements", where=STATEMENT, expected="one")
    if own[0].get("text_sha256") not in (None, digest(text)):
        raise UnreadableDocument("the tables are of another text", where=TEXT, expected="the text that was read")
    lists, decided = dict[str, Any](), list[Decision]()
    for noun, kind in nouns().items():
        name = f"{noun}.csv"
        rows = _in_place(_rows(tables, name), name)
        lists[noun] = tuple(_fact(kind, row, text, f"{name} {place}") for place, row in enumerate(rows))
        decided += [one for place, row in enumerate(rows) for one in _decided(noun, place, row)]
    reading = Reading(text=text, statement=_fact(Statement, own[0], text, STATEMENT), **lists)
    check_passages(reading, text)
    return Reviewed(reading, tuple(decided))


@cache
def _hints(kind: type) -> Mapping[str, Any]:
    return get_type_hints(kind)


def _columns(kind: type) -> list[str]:
    return [column for one in fields(kind) for column in columns(one.name, _hints(kind)[one.name])]


def _row(kind: type, fact: Any) -> Cells:
    row: Cells = {}
    for one in fields(kind):
        row |= cells(one.name, _hints(kind)[one.name], getattr(fact, one.name))
    return row


def _review(one: Decision | None) -> Cells:
    if one is None:
        return dict.fromkeys(_REVIEW, "")
    by = "" if one.by is None else guarded(one.by) or APOSTROPHE
    at = one.at.isoformat() if one.at else ""
    return dict(zip(_REVIEW, (one.state, by, at, guarded(one.comment)), strict=True))


def _decided(noun: str, place: int, row: Cells) -> list[Decision]:
    state, by, at, comment = (row.get(name, "") for name in _REVIEW)
    if not state:
        return []
    stored = {"list": noun, "place": place, "state": state, "by": bare(by), "at": at, "comment": bare(comment)}
    return [decisions.decision(stored, f"{noun}.csv {place}")]


def _csv(names: list[str], rows: Iterable[Cells], mark: bool) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, names, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return (_MARK if mark else b"") + out.getvalue().encode("utf-8", "surrogatepass")


def _decoded(tables: Mapping[str, bytes], name: str) -> str:
    try:
        return tables[name].removeprefix(b"" if name == TEXT else _MARK).decode("utf-8", "surrogatepass")
    except KeyError as error:
        raise UnreadableDocument("a table is missing", where=name, expected="all tables of a reading") from error
    except UnicodeDecodeError as error:
        raise UnreadableDocument("it is not UTF-8", where=name, expected="UTF-8") from error


def _rows(tables: Mapping[str, bytes], name: str) -> list[Cells]:
    words = _decoded(tables, name)
    csv.field_size_limit(LARGEST_FILE)  # an act may be longer than the library's own limit
    try:
        rows = list(csv.DictReader(io.StringIO(words, newline=""), strict=True))
    except csv.Error as error:
        raise UnreadableDocument(f"no table ({error})", where=name, expected="CSV as RFC 4180 has it") from error
    for number, row in enumerate(rows, 2):
        if None in row or None in row.values():
            raise UnreadableDocument(f"row {number} has too many or too few cells", where=name, expected="one a column")
    return rows


def _in_place(rows: list[Cells], name: str) -> list[Cells]:
    """Put rows in the order of their places; none may be missing, as facts refer to each other by them."""
    places = [row.get(_ENTRY, "") for row in rows]
    if sorted(places, key=lambda one: (len(one), one)) != [str(number) for number in range(len(rows))]:
        raise UnreadableDocument("a row is missing or there twice", where=f"{name}: {_ENTRY}", expected="0, 1, 2 ...")
    return sorted(rows, key=lambda row: int(row[_ENTRY]))


def _fact(kind: type, row: Cells, text: str, where: str) -> Any:
    try:
        return kind(**{one.name: field(one.name, _hints(kind)[one.name], row, text) for one in fields(kind)})
    except (KeyError, ValueError, TypeError, ArithmeticError) as error:
        what = re.sub(r"\s+", " ", str(error))
        raise UnreadableDocument(
            f"no {kind.__name__.lower()}: {what}", where=where, expected="cells as written"
        ) from error
