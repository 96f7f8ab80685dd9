"""The draft of a joint statement: which paragraphs it has, and in what order.

It opens with who met and what they recall, goes on with the coalition as a whole and line of effort by line of effort,
and closes with when they meet again and who reserved what.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, Protocol, TypeVar

# So many records of one kind are named for a line at most: one reads a statement, not a list.
MOST = 20


class Clause(StrEnum):
    """What a paragraph of a joint statement does, in the order in which they stand."""

    MET = "met"
    RECALLED = "recalled"
    TEXTS = "texts"
    JOINED = "joined"
    FULFILLED = "fulfilled"
    GIVEN = "given"
    ON_COURSE = "on course"
    BEHIND = "behind"
    OVERDUE = "overdue"
    REAFFIRMED = "reaffirmed"
    FUNDING = "funding"
    REQUIRED = "required"
    CALLED = "called"
    DECIDED = "decided"
    AGREED = "agreed"
    NEXT = "next"
    RESERVED = "reserved"


OPENING = (Clause.MET, Clause.RECALLED, Clause.TEXTS, Clause.JOINED)
CLOSING = (Clause.NEXT, Clause.RESERVED)
# These say all that they name in one sentence; of others each point has its own.
TOGETHER = (Clause.RECALLED, Clause.TEXTS, Clause.JOINED)


class Section(StrEnum):
    """The parts of a statement; there is one ``LINE`` for each line of effort that something is said of."""

    OPENING = "opening"
    GENERAL = "general"
    LINE = "line"
    CLOSING = "closing"


class Placed(Protocol):
    """Something that a statement says: what its paragraph does, and the number of its line (None: of no single one)."""

    @property
    def clause(self) -> Clause: ...
    @property
    def line(self) -> int | None: ...


P = TypeVar("P", bound=Placed)


@dataclass(frozen=True, slots=True)
class Paragraph(Generic[P]):
    """A paragraph by its number in the statement, with what it names: at least one point.

    ``is_last`` tells that no other of its section does the same after it.
    """

    number: int
    section: Section
    line: int | None
    clause: Clause
    points: tuple[P, ...]
    is_last: bool


def arrange(points: Iterable[P]) -> tuple[Paragraph[P], ...]:
    """Bring points into numbered paragraphs; those that do the same for a line stay in the order in which they came."""
    found: dict[tuple[int, int, int], list[P]] = defaultdict(list)
    sections, clauses = list(Section), list(Clause)
    for one in points:
        section = _section(one)
        line = one.line if section is Section.LINE else None
        found[sections.index(section), line or 0, clauses.index(one.clause)].append(one)
    made: list[Paragraph[P]] = []
    for key in sorted(found):
        section, clause, rows = sections[key[0]], clauses[key[2]], found[key]
        line = rows[0].line if section is Section.LINE else None
        for group in [rows] if clause in TOGETHER else [[one] for one in rows]:
            is_last = group[-1] is rows[-1]
            made.append(Paragraph(len(made) + 1, section, line, clause, tuple(group), is_last))
    return tuple(made)


def _section(one: Placed) -> Section:
    if one.clause in OPENING:
        return Section.OPENING
    if one.clause in CLOSING:
        return Section.CLOSING
    return Section.GENERAL if one.line is None else Section.LINE
