"""The values of a fact as cells of a table, and back.

A spreadsheet takes a cell that begins with ``=``, ``+``, ``-`` or ``@`` for a formula. Such words
get an apostrophe before them, and so do words that begin with one, so that every cell reads
back as it was. Numbers, days and places are no words and stay as they are.
"""

from __future__ import annotations

import json
import re
import types
from dataclasses import is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any, Union, get_args, get_origin

from concerted.formats import record
from concerted.terms.passage import Passage

APOSTROPHE = "'"
# What spreadsheets take for a formula, in full width too, and white space that they cut away before looking.
_FORMULA = re.compile(r"['=+\-@\t\r\n＝＋－＠]|\s+[=+\-@＝＋－＠]")
_SEPARATOR = "; "
_PIECE = re.compile(r"(?:\\.|[^\\;])*", re.DOTALL)
_PLACE = re.compile(r"(\d+)-(\d+)")

Cells = dict[str, str]


def guarded(words: str) -> str:
    """Write words so that no spreadsheet takes them for a formula."""
    return APOSTROPHE + words if _FORMULA.match(words) else words


def bare(cell: str) -> str:
    """Read words that may be guarded."""
    return cell.removeprefix(APOSTROPHE)


def unguarded(cell: str) -> str:
    """Read words that a spreadsheet gave back, guarded or not: an apostrophe stays unless it guards something."""
    rest = bare(cell)
    return rest if _FORMULA.match(rest) else cell


def columns(name: str, hint: Any) -> list[str]:
    """Name the columns of a field: a passage has its words and its place, a list of them its places and its words."""
    inner = _inner(hint)
    if inner is Passage:
        return ["quote" if name == "passage" else name, f"{name}_start", f"{name}_end"]
    if get_origin(inner) is tuple and get_args(inner)[0] is Passage:
        return [name, "quotes" if name == "passages" else f"{name}_quotes"]
    return [name]


def cells(name: str, hint: Any, value: Any) -> Cells:
    """Write a field of a fact as cells, by column; what is not there is empty."""
    names, inner = columns(name, hint), _inner(hint)
    if inner is Passage:
        place = (guarded(value.quote), str(value.start), str(value.end)) if value is not None else ("", "", "")
        return dict(zip(names, place, strict=True))
    if get_origin(inner) is tuple:
        return dict(zip(names, _list(get_args(inner)[0], value), strict=True))
    if value is None:
        return {name: ""}
    if inner is str and value == "" and inner is not hint:
        return {name: APOSTROPHE}  # empty words, where no words at all would be an empty cell
    return {name: _cell(inner, value)}


def _list(inner: Any, values: tuple[Any, ...]) -> list[str]:
    """Write a list in one cell, apart by semicolons; passages as their places, and beside them as their words."""
    if inner is Passage:
        places = _SEPARATOR.join(f"{one.start}-{one.end}" for one in values)
        return [places, guarded(_SEPARATOR.join(_escaped(one.quote) for one in values))]
    if is_dataclass(inner):
        return [json.dumps([record.written(one) for one in values], ensure_ascii=False) if values else ""]
    return [guarded(_SEPARATOR.join(_escaped(_plain(one)) for one in values))]


def _escaped(words: str) -> str:
    return re.sub(r"([\\;])", r"\\\1", words) or r"\e"


def _cell(inner: Any, value: Any) -> str:
    if is_dataclass(inner):
        return json.dumps(record.written(value), ensure_ascii=False)
    return guarded(value) if inner is str else _plain(value)


def _plain(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, Decimal):
        return format(value, "f")
    return value.isoformat() if isinstance(value, date) else repr(value) if isinstance(value, float) else str(value)


def field(name: str, hint: Any, row: Cells, text: str) -> Any:
    """Read a field of a fact back from its cells, over the text; raises KeyError or ValueError."""
    inner, optional = _inner(hint), _inner(hint) is not hint
    if inner is Passage:
        quote, start, end = (row[column] for column in columns(name, hint))
        if optional and not start:
            return None
        return Passage(int(start), int(end), bare(quote))
    cell = row[name]
    if get_origin(inner) is tuple:
        return _read_list(get_args(inner)[0], cell, text)
    if optional and cell == "":
        return None
    if is_dataclass(inner) and isinstance(inner, type):
        return record.fact_of(inner, json.loads(cell), text, where=name)
    return _read(inner, bare(cell) if inner is str else cell)


def _read_list(inner: Any, cell: str, text: str) -> tuple[Any, ...]:
    if cell == "":
        return ()
    if inner is Passage:
        return tuple(Passage.of(text, int(start), int(end)) for start, end in _PLACE.findall(cell))
    if is_dataclass(inner) and isinstance(inner, type):
        return tuple(record.fact_of(inner, one, text) for one in json.loads(cell))
    return tuple(_read(inner, piece) for piece in _pieces(bare(cell)))


def _pieces(cell: str) -> list[str]:
    """Part a list at its semicolons; one with a backslash before it parts nothing."""
    pieces, at = [], 0
    while at <= len(cell):
        match = _PIECE.match(cell, at)
        end = match.end() if match else len(cell)
        pieces.append(re.sub(r"\\(.)", lambda one: "" if one[1] == "e" else one[1], cell[at:end], flags=re.DOTALL))
        at = end + len(_SEPARATOR)
    return pieces


def _read(inner: Any, words: str) -> Any:
    if inner is bool:
        return {"true": True, "false": False}[words.lower()]
    return date.fromisoformat(words) if inner is date else inner(words)


def _inner(hint: Any) -> Any:
    """Give the type of a field that may be None."""
    if get_origin(hint) in (Union, types.UnionType):
        (hint,) = (option for option in get_args(hint) if option is not type(None))
    return hint
