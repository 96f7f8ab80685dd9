"""Which act of the later statement takes up which of the earlier one, and where nobody could say."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from concerted.reading.comparison.assignment import assign

# Found by looking at pairs of successive statements of six groups of states. Below FLOOR two acts have a word in
# common by chance; below SURE one in two pairs is about different things. Where another partner would cost no more
# than this part of the likeness (AHEAD), nobody could say which one is meant. A second act that takes up the same
# promise, or another part of it, needs PART.
FLOOR, SURE, PART = 0.14, 0.19, 0.22
AHEAD = 0.1
# Two acts that both only say again that a commitment stands have few words of their own. Where a text has few of
# them, little is enough; each further pair that they could make may be alike by chance.
_AGAIN = 0.006
_CANDIDATES, _FEW = 3, 9

Edges = Mapping[tuple[int, int], float]


@dataclass(frozen=True, slots=True)
class Partner:
    """The later act that takes up an earlier one (None: unclear which), how like it is, and how far ahead."""

    later: int | None
    likeness: float
    also: tuple[int, ...] = ()
    candidates: tuple[int, ...] = ()


def pair(likeness: Edges, again: tuple[Collection[int], Collection[int]]) -> dict[int, Partner]:
    """Find the partner of every earlier act that has one or may have one; the others are dropped.

    ``again`` are the earlier and the later acts that only recommit. One later act may take up
    several earlier ones, and several one.
    """

    recommitting = min(FLOOR, _AGAIN * max(_FEW, len(again[0]) * len(again[1])))

    def floor(one: int, two: int) -> float:
        return recommitting if one in again[0] and two in again[1] else FLOOR

    edges = {each: measure for each, measure in likeness.items() if measure >= floor(*each)}
    best = assign(edges)
    owners = {two: one for one, two in best.items()}
    found: dict[int, Partner] = {}
    for one, two in best.items():
        measure = edges[one, two]
        ranked = sorted(((its, other) for (mine, other), its in edges.items() if mine == one), reverse=True)
        rivals = [other for _, other in ranked if _cost(one, two, other, owners.get(other), edges) <= AHEAD * measure]
        if measure < SURE and floor(one, two) == FLOOR:
            likely = [other for its, other in ranked if its >= measure * (1 - AHEAD)]
            found[one] = Partner(None, measure, candidates=tuple(likely[:_CANDIDATES]))
        elif len(rivals) > 1 and measure < FLOOR:
            continue  # whatever recommits would do
        elif len(rivals) > 1:
            found[one] = Partner(None, measure, candidates=tuple(rivals[:_CANDIDATES]))
        else:
            found[one] = Partner(two, measure)
    return _with_parts(found, edges)


def _cost(one: int, two: int, other: int, owner: int | None, edges: Edges) -> float:
    """Tell what it would cost all together if an act had another partner, whose owner takes this one instead."""
    cost = edges[one, two] - edges[one, other]
    return cost if owner in (None, one) else cost + edges[owner, other] - edges.get((owner, two), 0.0)


def _with_parts(found: dict[int, Partner], edges: Edges) -> dict[int, Partner]:
    """Add earlier acts that share a later one, and later acts that share an earlier one."""
    ranked = sorted(edges.items(), key=lambda edge: -edge[1])
    settled = {partner.later: one for one, partner in found.items() if partner.later is not None}
    shown = set(settled) | {two for partner in found.values() for two in partner.candidates}
    for (one, two), measure in ranked:
        if measure < PART:
            break
        if one not in found and two in settled:
            found[one] = Partner(two, measure)
    for (one, two), measure in ranked:
        if measure < PART:
            break
        mine = found.get(one)
        if two not in shown and mine is not None and mine.later is not None:
            found[one] = Partner(mine.later, mine.likeness, (*mine.also, two), mine.candidates)
            shown.add(two)
    return found
