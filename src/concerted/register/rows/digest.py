"""What a person is told once a week."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from concerted.register.rows.references import CoalitionRef


@dataclass(frozen=True, slots=True)
class DigestItem:
    """Something to know: ``noun`` and ``number`` (None: a list of them) lead to its page.

    ``title`` is what it says, ``day`` when it is due or takes place, ``count`` how many there are of what has no title.
    """

    noun: str
    number: int | None = None
    title: str = ""
    day: date | None = None
    count: int = 0


@dataclass(frozen=True, slots=True)
class DigestPart:
    """A part of a digest by its ``name``: the first of its items, and how many ``more`` there are."""

    name: str
    items: tuple[DigestItem, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class Digest:
    """What a person is told of a coalition, as what they are in it; parts that would say nothing are left out."""

    coalition: CoalitionRef
    since: date
    parts: tuple[DigestPart, ...]
