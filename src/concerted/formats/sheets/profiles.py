"""Column profiles: how the columns of somebody else's table become those of a noun. Data, in YAML.

noun: contribution
title: what the table is
needs: [iso, year, month]          # columns that the table must have
columns:                           # of the noun: words with the table's columns in braces, or
  party: "{iso}"                   # {iso|name}: the English name of whom the code stands for
  amount: {number: "{figure}", times: 1000000000}
  last: {day: ["{year}", "{month}", last]}
figures:                           # a row of the noun for each of these columns of the table,
  military: {kind: equipment}      # with what differs; the cell is {figure}, its column {column}
nothing: ["0", ""]                 # figures that stand for none
once: [iso, year]                  # columns whose same values make one row, not several
key: [iso, year, month]            # columns that tell which record a row is when the table comes again
"""

from __future__ import annotations

import calendar
import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, TypeAlias

from concerted.formats.sheets.cells import Broken, Cell, Row
from concerted.terms import parties
from concerted.terms.errors import Conflict, NotFound
from concerted.terms.shape import Fields
from concerted.terms.shelf import BadData, folder, load

_SLOT = re.compile(r"\{([^{}]+)\}")
_FIGURE, _COLUMN = "figure", "column"
_LAST = "last"
# What a row is made with besides the noun's columns, where the profile has a key.
KEY = "key"
_NAME = "|name"
_MOST_SEEN = 1_000_000


@dataclass(frozen=True, slots=True)
class Words:
    """Words with cells in them; a cell alone stays what it is."""

    pattern: str


@dataclass(frozen=True, slots=True)
class Number:
    """A number, so many times what stands in the cells, written with a point."""

    pattern: str
    times: Decimal


@dataclass(frozen=True, slots=True)
class Day:
    """A day out of year, month and day; ``last`` is the last one of the month."""

    parts: tuple[str, str, str]


Making: TypeAlias = Words | Number | Day
Makings: TypeAlias = Mapping[str, Making]


@dataclass(frozen=True, slots=True)
class Profile:
    """How a table becomes rows of a noun; ``keys`` are the noun's columns that it fills.

    With a ``key``, each row also has the digest of its values in these columns and of its figure's name: rows of a
    table that was published anew have those that they had before.
    """

    name: str
    title: str
    noun: str
    needs: tuple[str, ...]
    columns: Makings
    figures: Mapping[str, Makings] = field(default_factory=dict)
    nothing: tuple[str, ...] = ()
    once: tuple[str, ...] = ()
    key: tuple[str, ...] = ()

    @property
    def keys(self) -> tuple[str, ...]:
        """Give the noun's columns that the profile fills."""
        return tuple(dict.fromkeys([*self.columns, *(key for one in self.figures.values() for key in one)]))

    @property
    def made(self) -> tuple[str, ...]:
        """Give what the cells of the rows are that it makes."""
        return (*self.keys, KEY) if self.key else self.keys

    def saying(self, more: Mapping[str, str]) -> Profile:
        """Give the profile with what all rows say besides, or, as ``military.line``, those of one of its figures.

        Raises NotFound for a figure that it has not.
        """
        columns, figures = dict(self.columns), {key: dict(value) for key, value in self.figures.items()}
        for key, value in more.items():
            figure, mark, column = key.rpartition(".")
            if mark and figure not in figures:
                raise NotFound(
                    f"the table has no column {figure}", where=f"profile {self.name}", expected=", ".join(figures)
                )
            (figures[figure] if mark else columns)[column] = Words(value)
        return replace(self, columns=columns, figures=figures)

    def applied(self, rows: Iterator[Row]) -> Iterator[Row]:
        """Make rows of the noun out of those of the table, the first of which names its columns; each keeps its number.

        Raises Conflict where the table lacks a column.
        """
        head = next(rows, None)
        names = [str(cell).strip() if cell is not None else "" for cell in head.cells] if head else []
        if missing := [name for name in (*self.needs, *self.key, *self.figures) if name not in names]:
            raise Conflict(
                f"the table has no column {', '.join(missing)}", where=f"profile {self.name}", expected=self.title
            )
        seen: set[int] = set()
        for row in rows:
            cells = dict(zip(names, row.cells, strict=False))
            for column, more in self.figures.items() if self.figures else [("", {})]:
                figure = cells.get(column)
                if column and _plain(figure) in self.nothing:
                    continue
                given = cells | {_FIGURE: figure, _COLUMN: column}
                if self.once:
                    key = hash((column, *(given.get(name) for name in self.once)))
                    if key in seen:
                        continue
                    seen.add(key)
                    if len(seen) > _MOST_SEEN:
                        raise Conflict("too many different rows", where=f"profile {self.name}", expected="a million")
                makings = {**self.columns, **more}
                filled = [_made(makings[key], given) if key in makings else None for key in self.keys]
                if self.key:
                    filled.append(_digest([column, *(_plain(given.get(name)) for name in self.key)]))
                yield Row(row.number, tuple(filled))


def profile(name: str) -> Profile:
    """Give a profile of the vocabulary by its name, or the one in a YAML file; raises NotFound or BadData."""
    if name.endswith((".yaml", ".yml")):
        return _read(Path(name), Path(name).stem)
    if name not in names():
        raise NotFound(f"no profile {name!r}", where="profile", expected=f"a YAML file, or {', '.join(names())}")
    return _read(folder("vocabulary") / "profiles" / f"{name}.yaml", name)


def names() -> tuple[str, ...]:
    """List the profiles of the vocabulary."""
    return tuple(sorted(path.stem for path in (folder("vocabulary") / "profiles").glob("*.yaml")))


def _read(path: Path, name: str) -> Profile:
    data = load(path)
    fields = Fields(data, str(path))
    made = Profile(
        name=name,
        title=fields.text("title"),
        noun=fields.text("noun"),
        needs=fields.texts("needs"),
        nothing=fields.texts("nothing") + (("",) if data.get("nothing") is not None else ()),
        once=fields.texts("once"),
        key=fields.texts("key"),
        columns=_makings(fields.mapping("columns"), fields.at("columns")),
        figures={
            str(column): _makings(more, f"{fields.at('figures')} {column}")
            for column, more in fields.mapping("figures").items()
        },
    )
    fields.done()
    return made


def _makings(data: Any, where: str) -> Makings:
    if not isinstance(data, dict):
        raise BadData("no mapping found", where=where, expected="columns of the noun")
    return {str(key): _making(value, f"{where} {key}") for key, value in data.items()}


def _making(value: Any, where: str) -> Making:
    if isinstance(value, str | int):
        return Words(str(value))
    if isinstance(value, dict) and set(value) <= {"number", "times"} and "number" in value:
        return Number(str(value["number"]), Decimal(str(value.get("times", 1))))
    if isinstance(value, dict) and set(value) == {"day"} and len(value["day"]) == 3:
        year, month, day = (str(part) for part in value["day"])
        return Day((year, month, day))
    raise BadData("this makes no cell", where=where, expected="words, {number, times} or {day: [year, month, day]}")


def _made(making: Making, cells: Mapping[str, Cell]) -> Cell:
    if isinstance(making, Words):
        slot = _SLOT.fullmatch(making.pattern)
        return cells.get(slot[1]) if slot and not slot[1].endswith(_NAME) else _filled(making.pattern, cells)
    if isinstance(making, Number):
        words = _filled(making.pattern, cells)
        try:
            return Decimal(words) * making.times if words else None
        except InvalidOperation:
            return Broken(words)
    year, month, day = (_filled(part, cells) for part in making.parts)
    try:
        last = calendar.monthrange(int(year), int(month))[1]
        return date(int(year), int(month), last if day == _LAST else int(day))
    except ValueError:
        return Broken(f"{year}-{month}-{day}")


def _digest(words: list[str]) -> str:
    return hashlib.blake2b(json.dumps(words).encode(), digest_size=16).hexdigest()


def _filled(pattern: str, cells: Mapping[str, Cell]) -> str:
    return _SLOT.sub(lambda one: _slot(one[1], cells), pattern)


def _slot(slot: str, cells: Mapping[str, Cell]) -> str:
    if not slot.endswith(_NAME):
        return _plain(cells.get(slot))
    code = _plain(cells.get(slot.removesuffix(_NAME)))
    return parties.party(code).name() if parties.is_party(code) else code


def _plain(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, Broken):
        return cell.shown
    return format(cell, "f") if isinstance(cell, Decimal) else str(cell)
