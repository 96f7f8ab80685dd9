"""What counts as the same: places by the words that they share, quotes by their words."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

Place = tuple[int, int]
_WORD = re.compile(r"\d[\d.,]*\d|\w+")
# Lines of the carrier's header are no text of the statement.
_HEADER = re.compile(r"^# .*$", re.MULTILINE)

One = TypeVar("One")
Other = TypeVar("Other")


def body_of(text: str) -> str:
    """Blank the carrier's header out; every other character stays in its place."""
    return _HEADER.sub(lambda line: " " * len(line[0]), text)


def words_at(text: str, places: Sequence[Place | None]) -> list[frozenset[int]]:
    """Give for every place the numbers of the words that start in it; nothing for None."""
    starts = [match.start() for match in _WORD.finditer(text)]
    return [
        frozenset(number for number, start in enumerate(starts) if place[0] <= start < place[1])
        if place is not None
        else frozenset()
        for place in places
    ]


def places_of(text: str, quote: str) -> list[Place]:
    """Find every place of a quote, white space counting alike; places that cut words only if there are no others."""
    pattern = r"\s+".join(map(re.escape, quote.split()))
    found = [match.span(1) for match in re.finditer(f"(?=({pattern}))", text)] if pattern else []
    whole = [place for place in found if not _cuts(text, place[0]) and not _cuts(text, place[1])]
    return whole or found


def _cuts(text: str, at: int) -> bool:
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()


def in_order(text: str, quotes: Sequence[str]) -> list[Place | None]:
    """Choose a place for every quote so that the list goes back in the text as seldom as can be.

    Quotes recur; the order of the record tells which occurrence is meant. None for a quote
    that is not in the text. Ties go to the earliest place.
    """
    options = [places_of(text, quote) for quote in quotes]
    # For every option: the fewest steps back on the way to it, and the way itself.
    ways: list[tuple[int, list[Place | None]]] = [(0, [])]
    for found in options:
        if not found:
            ways = [(steps, [*way, None]) for steps, way in ways]
            continue
        ways = [min(((steps + _back(way, place), [*way, place]) for steps, way in ways), key=_steps) for place in found]
    return min(ways, key=_steps)[1]


def _steps(way: tuple[int, list[Place | None]]) -> int:
    return way[0]


def _back(way: list[Place | None], place: Place) -> bool:
    last = next((at for at in reversed(way) if at is not None), None)
    return last is not None and (last[0] > place[0] or last == place)


def overlap(left: frozenset[Any], right: frozenset[Any]) -> float:
    """Tell which share of their members two sets have in common; 0 where one is empty."""
    return len(left & right) / len(left | right) if left and right else 0.0


def quote_overlap(left: str, right: str) -> float:
    """Tell how much two quotes share: 1 where one holds the other as a run of whole words."""
    mine, yours = ([word.casefold() for word in _WORD.findall(quote)] for quote in (left, right))
    if not mine or not yours:
        return 0.0
    short, long = sorted((f" {' '.join(mine)} ", f" {' '.join(yours)} "), key=len)
    return 1.0 if short in long else overlap(frozenset(mine), frozenset(yours))


def pairs(
    left: Sequence[One], right: Sequence[Other], alike: Callable[[One, Other], float], least: float
) -> list[tuple[int, int]]:
    """Pair members one to one, the most alike first, down to ``least``; ties in the order of the lists."""
    scored = [(alike(one, other), i, j) for i, one in enumerate(left) for j, other in enumerate(right)]
    taken_left, taken_right, found = set(), set(), []
    for score, i, j in sorted(scored, key=lambda each: (-each[0], each[1], each[2])):
        if score >= least and i not in taken_left and j not in taken_right:
            found.append((i, j))
            taken_left.add(i)
            taken_right.add(j)
    return sorted(found)
