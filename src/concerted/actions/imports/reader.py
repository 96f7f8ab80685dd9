"""Cells become what a noun's columns hold; whatever cannot be read is said, and never guessed."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from typing import Any

from concerted.actions.imports.doubts import Doubt, Said
from concerted.formats.sheets import Broken, Cell
from concerted.formats.sheets.values import Habits, Trouble, Unread, read_day, read_number
from concerted.register.nouns import Column, Form
from concerted.terms import parties, units
from concerted.terms.figures import MOST_DIGITS

_DOUBTS = {
    Trouble.NUMBER: Doubt.NO_NUMBER,
    Trouble.EITHER_NUMBER: Doubt.EITHER_NUMBER,
    Trouble.DAY: Doubt.NO_DAY,
    Trouble.EITHER_DAY: Doubt.EITHER_DAY,
    Trouble.BROKEN: Doubt.BROKEN,
}


@dataclass(frozen=True, slots=True)
class Known:
    """What a coalition has that cells may name: its lines of effort by number, and its parties by code."""

    lines: Collection[int]
    parties: Collection[str]


def read(column: Column, cell: Cell, habits: Habits, known: Known, said: list[Said]) -> Any:
    """Read a cell as its column holds it; adds to what is to be said, and then the value means nothing."""
    try:
        return _read(column, cell, habits, known, said)
    except Unread as error:
        said.append(Said(_DOUBTS[error.trouble], column.name, shown(cell), error.expected))
        return None


def _read(column: Column, cell: Cell, habits: Habits, known: Known, said: list[Said]) -> Any:
    if column.form is Form.NUMBER:
        return _number(column, read_number(cell, habits), said)
    if column.form is Form.DAY:
        day, as_number = read_day(cell, habits)
        if as_number:
            said.append(Said(Doubt.DAY_AS_NUMBER, column.name, f"{cell} is {day}", "a day such as 2030-05-31"))
        return day
    if column.form is Form.LINE:
        return _line(column, read_number(cell, habits), known, said)
    if column.form is Form.RECORD and not isinstance(cell, str):
        return _whole(column, read_number(cell, habits), said)
    words = as_words(cell)
    if column.form is Form.PARTY and words:
        return _party(column, words, known, said)
    if column.form is Form.UNIT and words and not units.is_known(words):
        said.append(Said(Doubt.UNUSUAL_UNIT, column.name, words[:60], ", ".join(units.units()[:8])))
    if column.choices and words:
        return _choice(column, words, said)
    return words


def shown(cell: Cell) -> str:
    """Give the start of what stands in a cell."""
    return (cell.shown if isinstance(cell, Broken) else "" if cell is None else str(cell).strip())[:60]


def as_words(cell: Cell) -> str:
    """Give a cell as words, a number or a day as it is written in ISO; raises Unread for an error."""
    if isinstance(cell, Broken):
        raise Unread(f"{cell.shown[:60]} is no value", where="cell", trouble=Trouble.BROKEN, expected="words")
    if cell is None:
        return ""
    return format(cell, "f") if isinstance(cell, Decimal) else str(cell).strip()


def _number(column: Column, value: Decimal | None, said: list[Said]) -> Decimal | None:
    if value is None:
        return None
    if value.adjusted() + 1 + column.places > MOST_DIGITS:
        said.append(
            Said(Doubt.NO_NUMBER, column.name, f"{value} is too large", f"at most {MOST_DIGITS - column.places} digits")
        )
        return None
    kept = value.quantize(Decimal(1).scaleb(-column.places), ROUND_HALF_UP)
    if kept != value:
        said.append(Said(Doubt.ROUNDED, column.name, f"{value:f} is {kept:f}", f"at most {column.places} places"))
    return kept


def _whole(column: Column, value: Decimal | None, said: list[Said]) -> int | None:
    if value is None or value == int(value):
        return None if value is None else int(value)
    said.append(Said(Doubt.NO_NUMBER, column.name, f"{value:f} is no whole number", "a whole number"))
    return None


def _line(column: Column, value: Decimal | None, known: Known, said: list[Said]) -> int | None:
    number = _whole(column, value, said)
    if number is not None and number not in known.lines:
        said.append(Said(Doubt.NO_LINE, column.name, str(number), ", ".join(map(str, sorted(known.lines)))))
    return number


def _party(column: Column, words: str, known: Known, said: list[Said]) -> str:
    code = words.upper()
    if not parties.is_party(code):
        code = _codes().get(words.casefold(), code)
    if not parties.is_party(code):
        said.append(Said(Doubt.NO_PARTY, column.name, words[:60], "a code such as KWT or NATO"))
    elif code not in known.parties:
        said.append(Said(Doubt.NEW_PARTY, column.name, code, "a partner that the coalition has"))
    return code


@cache
def _codes() -> Mapping[str, str]:
    """Give the codes of parties by their names; a name that two have had is none's."""
    found: dict[str, set[str]] = {}
    for one in parties.parties().values():
        for name in one.names:
            found.setdefault(name.text.casefold(), set()).add(one.id)
    return {name: min(codes) for name, codes in found.items() if len(codes) == 1}


def _choice(column: Column, words: str, said: list[Said]) -> str:
    found = next((one for one in column.choices if one.casefold() == words.casefold()), None)
    if found is None:
        said.append(Said(Doubt.NO_CHOICE, column.name, words[:60], ", ".join(column.choices)))
    return found or words
