"""Which earlier promise a renewed one renews, by the words that they share."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

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


def renewed(text: str, earlier: Mapping[int, str]) -> Candidate | None:
    """Find the one earlier promise that a text renews; None where none is clear.

    Each word counts the more the fewer promises have it, so that a coalition's own name weighs
    little. The overlap is the share that the two have in common of the lighter one's weight: a
    renewal often says in passing what the first promise said at length.
    """
    bags = {key: stems(one) for key, one in earlier.items()}
    own = stems(text)
    spread = Counter(stem for bag in (own, *bags.values()) for stem in bag)
    weight = {stem: math.log(1 + (len(bags) + 1) / count) for stem, count in spread.items()}

    def heft(bag: frozenset[str]) -> float:
        return sum(weight[stem] for stem in bag)

    shares = {key: heft(own & bag) / min(heft(own), heft(bag)) for key, bag in bags.items() if own and bag}
    ranked = sorted(shares, key=lambda key: (-shares[key], key))
    if not ranked:
        return None
    best = ranked[0]
    second = shares[ranked[1]] if len(ranked) > 1 else 0.0
    if len(own & bags[best]) < FEWEST or shares[best] < LEAST or shares[best] - second < AHEAD:
        return None
    return Candidate(best, shares[best])


def stems(text: str) -> frozenset[str]:
    """Cut a text into the first letters of its longer words, those left out that any promise has."""
    return frozenset(word[:_STEM] for word in re.findall(r"\w{4,}", text.casefold())) - _said_by_all()


@cache
def _said_by_all() -> frozenset[str]:
    return frozenset(load(vocabulary("promising-words"))["stems"])
