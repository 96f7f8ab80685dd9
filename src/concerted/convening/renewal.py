"""Which earlier promise a renewed one renews, by the words that they share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from concerted.terms.stems import heft, telling

# Found by looking at pairs of successive statements of three groups of states: with fewer words in
# common, or a smaller share of them, two promises are about different things; with a second
# candidate as near as this, nobody could say which one is meant.
FEWEST = 3
LEAST = 0.2
AHEAD = 0.12


@dataclass(frozen=True, slots=True)
class Candidate:
    """An earlier promise and the share of words that it has in common, from 0 to 1."""

    key: int
    overlap: float


def renewed(text: str, earlier: Mapping[int, str], weight: Mapping[str, float]) -> Candidate | None:
    """Find the one earlier promise that a text renews; None where none is clear.

    ``weight`` is that of all promises, these among them. The overlap is the share that two have
    in common of the lighter one's weight: a renewal often says in passing what the first
    promise said at length. Linear in the number of earlier promises.
    """
    own = frozenset(telling(text))
    shares = [
        Candidate(key, heft(common, weight) / min(heft(own, weight), heft(bag, weight)))
        for key, bag in ((key, frozenset(telling(one))) for key, one in earlier.items())
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
    return len(frozenset(telling(text)) & frozenset(telling(earlier))) >= FEWEST
