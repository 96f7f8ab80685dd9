"""Give every one its partner so that all together are as alike as can be."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from heapq import heappop, heappush

Edges = Mapping[int, list[tuple[int, float]]]


def assign(likeness: Mapping[tuple[int, int], float]) -> dict[int, int]:
    """Pair first with second numbers, each at most once, so that their likenesses add up to the most.

    Nobody needs a partner; measures are above zero. Shortest augmenting paths with prices (Jonker and
    Volgenant 1987, sparse): some thousand pairs take well under a second.
    """
    edges: defaultdict[int, list[tuple[int, float]]] = defaultdict(list)
    for (one, two), measure in sorted(likeness.items()):
        edges[one].append((two, -measure))
    matching = _Matching(edges)
    for one in edges:
        edges[one].append((-1 - one, 0.0))  # stays alone
        matching.add(one)
    return {one: two for one, two in matching.partner.items() if two >= 0}


class _Matching:
    """The pairs so far, with the prices that prove them best: no pair of them could be had for less."""

    def __init__(self, edges: Edges) -> None:
        self._edges = edges
        self.partner: dict[int, int] = {}
        self._owner: dict[int, int] = {}
        self._first: defaultdict[int, float] = defaultdict(float)
        self._second: defaultdict[int, float] = defaultdict(float)

    def add(self, new: int) -> None:
        """Find a partner for one more by the cheapest chain of exchanges."""
        reached: dict[int, float] = {}
        best: dict[int, float] = {}
        through: dict[int, int] = {}
        queue: list[tuple[float, int]] = []
        one, cost = new, 0.0
        seen = [new]
        while True:
            for two, price in self._edges[one]:
                further = cost + price - self._first[one] - self._second[two]
                if two not in reached and further < best.get(two, float("inf")):
                    best[two], through[two] = further, one
                    heappush(queue, (further, two))
            cost, two = heappop(queue)
            while two in reached:
                cost, two = heappop(queue)
            reached[two] = cost
            if two not in self._owner:
                break
            one = self._owner[two]
            seen.append(one)
        self._first[new] += cost
        for one in seen[1:]:
            self._first[one] += cost - reached[self.partner[one]]
        for other, at in reached.items():
            self._second[other] -= cost - at
        self._exchange(new, two, through)

    def _exchange(self, new: int, two: int, through: Mapping[int, int]) -> None:
        while True:
            one = through[two]
            self._owner[two] = one
            freed = self.partner.get(one)
            self.partner[one] = two
            if one == new or freed is None:
                return
            two = freed
