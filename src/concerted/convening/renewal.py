"""Which earlier promise a renewed one renews, by the words that they share."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

# Shares of weight in common, tried on the statements of one coalition over four years: below the
# first two promises are about different things, and closer than the second nobody could say which.
LEAST = 0.3
AHEAD = 0.08
_STEM = 6


@dataclass(frozen=True, slots=True)
class Candidate:
    """An earlier promise and the share of words that it has in common, from 0 to 1."""

    key: int
    overlap: float


def renewed(text: str, earlier: Mapping[int, str]) -> Candidate | None:
    """Find the one earlier promise that a text renews; None where none is clear.

    Each word counts the more the fewer promises have it, so that a coalition's own name or
    "commitment" weigh little. The overlap is Dice's, over the weights of the words' stems.
    """
    bags = {key: stems(one) for key, one in earlier.items()}
    own = stems(text)
    spread = Counter(stem for bag in (own, *bags.values()) for stem in bag)
    weight = {stem: math.log(1 + (len(bags) + 1) / count) for stem, count in spread.items()}

    def heft(bag: frozenset[str]) -> float:
        return sum(weight[stem] for stem in bag)

    ranked = sorted(
        (Candidate(key, 2 * heft(own & bag) / (heft(own) + heft(bag))) for key, bag in bags.items() if own and bag),
        key=lambda one: (-one.overlap, one.key),
    )
    if not ranked or ranked[0].overlap < LEAST:
        return None
    if len(ranked) > 1 and ranked[0].overlap - ranked[1].overlap < AHEAD:
        return None
    return ranked[0]


def stems(text: str) -> frozenset[str]:
    """Cut a text into the first letters of its longer words."""
    return frozenset(word[:_STEM] for word in re.findall(r"\w{4,}", text.casefold()))
