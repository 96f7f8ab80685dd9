"""A gathering as words name it: the shared type, the vocabulary, and both ways of finding it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from concerted.reading.layout import BlockKind
from concerted.terms.shelf import load, vocabulary


@dataclass(frozen=True, slots=True)
class Gathering:
    """A gathering named at ``start`` to ``end``: by a noun ("the second summit of ...") or a verb ("met in ...").

    ``done`` tells that something is done with it (hosted, held, convened); ``proper`` that capitals or
    a number tell it apart, ``ordinal`` that its place in a series does; ``weak`` nouns also name
    organisations or mere talk. ``today`` marks "today's meeting", as a rule the statement's own.
    ``verb`` is "past", "planned", "present" or "gerund"; ``verb_end`` is where it ends if a name follows.
    """

    start: int
    end: int
    name: str | None
    done: bool = False
    proper: bool = False
    ordinal: bool = False
    plural: bool = False
    weak: bool = False
    verb: str | None = None
    noun: str = ""
    today: bool = False
    verb_end: int = 0


@dataclass(frozen=True, slots=True)
class Clause:
    """A sentence, or a part of one between semicolons, and what is known of the statement's own day."""

    text: str
    start: int
    end: int
    sentence: int
    opening: bool
    kind: BlockKind
    issued: date | None = None
    reference: date | None = None
    exact: bool = False


@cache
def words() -> Any:
    """Load the vocabulary of gatherings."""
    return load(vocabulary("meetings"))


@cache
def either(name: str) -> str:
    """Match any word of a list of the vocabulary, the longest first."""
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words()[name], key=len, reverse=True))


@cache
def cue(name: str) -> re.Pattern[str]:
    """Give the pattern of a list of the vocabulary, in any case."""
    return re.compile(rf"\b(?:{either(name)})\b", re.IGNORECASE)
