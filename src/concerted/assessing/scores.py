"""Scores: what the marks on promises come to, by line of effort and by partner.

The method is that of the G20 Research Group: a promise that a party made is marked +1 for full compliance, 0 for work
in progress and -1 for none; a score is the mean of its marks, from -1 to +1, or in percent, from 0 to 100.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal

MARKS = (1, 0, -1)
_CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Mark:
    """What a party was given for one promise, +1, 0 or -1, and the numbers of the lines that it is on."""

    party: str
    lines: frozenset[int]
    mark: int


@dataclass(frozen=True, slots=True)
class Score:
    """The mean of so many marks, to two decimal places, from -1 to +1; halves go to the even hundredth."""

    mean: Decimal
    count: int

    @property
    def percent(self) -> int:
        """Give the mean in percent: 0 for no compliance at all, 100 for full."""
        return int(((self.mean + 1) * 50).to_integral_value(ROUND_HALF_EVEN))


@dataclass(frozen=True, slots=True)
class Scores:
    """Scores by party and line (None: of promises on no line), by party, by line and of all; none without marks."""

    cells: Mapping[tuple[str, int | None], Score]
    parties: Mapping[str, Score]
    lines: Mapping[int | None, Score]
    all: Score | None


def score(marks: Iterable[int]) -> Score | None:
    """Give the score of marks; None for none. Raises ValueError for what is no mark."""
    given = tuple(marks)
    if wrong := set(given) - set(MARKS):
        raise ValueError(f"{sorted(wrong)} are no marks: +1, 0 or -1")
    if not given:
        return None
    mean = (Decimal(sum(given)) / len(given)).quantize(_CENT, ROUND_HALF_EVEN)
    return Score(mean + 0, len(given))


def scores(marks: Iterable[Mark]) -> Scores:
    """Work out every score of some marks.

    A promise on several lines counts in each of them, and once for its party and in all.
    """
    cells: dict[tuple[str, int | None], list[int]] = defaultdict(list)
    parties: dict[str, list[int]] = defaultdict(list)
    lines: dict[int | None, list[int]] = defaultdict(list)
    every: list[int] = []
    for one in marks:
        on: Iterable[int | None] = sorted(one.lines) or (None,)
        for line in on:
            cells[one.party, line].append(one.mark)
            lines[line].append(one.mark)
        parties[one.party].append(one.mark)
        every.append(one.mark)
    return Scores(
        cells={key: _some(given) for key, given in cells.items()},
        parties={key: _some(given) for key, given in parties.items()},
        lines={key: _some(given) for key, given in lines.items()},
        all=score(every),
    )


def _some(marks: list[int]) -> Score:
    found = score(marks)
    if found is None:
        raise ValueError("no marks")
    return found
