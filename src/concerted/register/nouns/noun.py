"""What is known of a noun that people keep: its columns, and what a row of it says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Form(StrEnum):
    """What a column holds.

    ``words`` are one line and ``text`` several; a ``number`` has at most so many ``places``; a ``line`` is the number
    of a line of effort, a ``party`` a code, a ``currency`` a code of ISO 4217, a ``record`` the number of another.
    """

    WORDS = "words"
    TEXT = "text"
    NUMBER = "number"
    DAY = "day"
    CHOICE = "choice"
    LINE = "line"
    PARTY = "party"
    CURRENCY = "currency"
    UNIT = "unit"
    RECORD = "record"


@dataclass(frozen=True, slots=True)
class Column:
    """A field of a noun, as people write it: in a form, a sheet, a pack or a call of the programming interface.

    ``says`` is what belongs into it; ``longest`` its characters (0: any), ``places`` the decimal places of a number,
    ``choices`` the words that it may be, ``noun`` what a record's number points at, ``own`` that this record is of the
    same owner, ``signed`` that a number may be nothing or less, ``told`` that it follows from elsewhere: no form asks
    for it. ``proposes`` is a noun whose records' names a form proposes for words.
    """

    name: str
    form: Form
    says: str
    required: bool = False
    longest: int = 0
    places: int = 0
    choices: tuple[str, ...] = ()
    noun: str = ""
    own: bool = False
    signed: bool = False
    told: bool = False
    proposes: str = ""


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun that people keep: who owns a row enters it, changes it and takes it back.

    ``content`` is a frozen dataclass with a field for each of the ``columns``, in plain values: words as str ("" for
    none), figures as Decimal, days as date, lines and records as int, parties as codes; None where there is none.
    ``written`` gives that of a row, which is loaded with what is ``related``. A new row is released as ``reach`` says
    where its owner says nothing. What is ``common`` is the coalition's own alone.
    """

    name: str
    plural: str
    model: Any
    content: Callable[..., Any]
    columns: tuple[Column, ...]
    written: Callable[[Any], Any]
    related: tuple[str, ...] = ()
    reach: str = "owner only"
    common: bool = False

    def column(self, name: str) -> Column:
        """Give a column by its name; KeyError for none."""
        found = next((one for one in self.columns if one.name == name), None)
        if found is None:
            raise KeyError(name)
        return found

    def values(self, content: Any) -> dict[str, Any]:
        """Give what a content says by column."""
        return {one.name: getattr(content, one.name) for one in self.columns}
