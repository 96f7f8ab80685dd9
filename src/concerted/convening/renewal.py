"""Which earlier promise a renewed one renews, by the words that they share."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain

from concerted.terms.shelf import load, vocabulary

# Found by looking at pairs of successive statements of three groups of states: with fewer words in
# common, or a smaller share of them, two promises are about different things; with a second
# candidate as near as this, nobody could say which one is meant.
FEWEST = 3
LEAST = 0.2
AHEAD = 0.12
_STEM = 6


@dataclass(frozen=True, slots=True)
class Candidate:
    """An earlier promise and the share of words that it has in common, from 0 to 1."""

    key: int
    overlap: float


def weights(texts: Iterable[str]) -> dict[str, float]:
    """Weigh the words of a coalition's promises: the fewer promises have one, the more it counts."""
    bags = [stems(text) for text in texts]
    return {stem: math.log(1 + len(bags) / count) for stem, count in Counter(chain.from_iterable(bags)).items()}


def renewed(text: str, earlier: Mapping[int, str], weight: Mapping[str, float]) -> Candidate | None:
    """Find the one earlier promise that a text renews; None where none is clear.

    ``weight`` is that of all promises, these among them. The overlap is the share that two have
    in common of the lighter one's weight: a renewal often says in passing what the first
    promise said at length. Linear in the number of earlier promises.
    """

    def heft(bag: frozenset[str]) -> float:
        return sum(weight[stem] for stem in bag)

    own = stems(text)
    shares = [
        Candidate(key, heft(common) / min(heft(own), heft(bag)))
        for key, bag in ((key, stems(one)) for key, one in earlier.items())
        if len(common := own & bag) >= FEWEST
    ]
    ranked = sorted(shares, key=lambda one: (-one.overlap, one.key))
    if not ranked or ranked[0].overlap < LEAST:
        return None
    if len(ranked) > 1 and ranked[0].overlap - ranked[1].overlap < AHEAD:
        return None
    return ranked[0]


def may_renew(text: str, earlier: str) -> bool:
    """Tell at small cost whether two promises share words enough to look closer."""
    return len(stems(text) & stems(earlier)) >= FEWEST


@lru_cache(maxsize=20_000)
def stems(text: str) -> frozenset[str]:
    """Cut a text into the first letters of its longer words, those left out that any promise has."""
    return frozenset(word[:_STEM] for word in re.findall(r"\w{4,}", text.casefold())) - _said_by_all()


@cache
def _said_by_all() -> frozenset[str]:
    return frozenset(load(vocabulary("promising-words"))["stems"])
