"""The first row of a sheet: which of a noun's columns stand where."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import MISSING, fields

from concerted.formats.sheets import Cell
from concerted.register.nouns import Noun
from concerted.terms.errors import Conflict

NUMBER, EDITION, RELEASE = "number", "edition", "release"
OWN = (NUMBER, EDITION, RELEASE)
_SPACES = re.compile(r"[\s_-]+")


def keys(noun: Noun) -> tuple[str, ...]:
    """Give the keys of a noun's columns in the order of a template."""
    return (NUMBER, EDITION, *(one.name for one in noun.columns), RELEASE)


def header(noun: Noun, cells: Iterable[Cell]) -> list[str]:
    """Tell which column stands where in a row, "" for one that is not known.

    Raises Conflict where a column stands there twice, or nothing that the noun needs stands there at all.
    """
    known = {_folded(key): key for key in keys(noun)}
    found = [known.get(_folded(cell), "") if isinstance(cell, str) else "" for cell in cells]
    named = [key for key in found if key]
    if twice := sorted({key for key in named if named.count(key) > 1}):
        raise Conflict(f"the column {', '.join(twice)} stands there twice", where="first row", expected="each once")
    needed = {one.name for one in noun.columns}
    if not needed & set(named):
        raise Conflict(
            f"none of the columns of {noun.plural} stands there",
            where="first row",
            expected=", ".join(keys(noun)),
        )
    given = {field.name for field in fields(noun.content) if field.default is not MISSING}  # type: ignore[arg-type]  # a dataclass
    lacking = [one.name for one in noun.columns if one.required and one.name not in {*named, *given}]
    if NUMBER not in named and lacking:
        raise Conflict(f"the column {', '.join(lacking)} is missing", where="first row", expected="it in each new row")
    return found


def _folded(words: str) -> str:
    return _SPACES.sub("_", words.strip()).casefold()
