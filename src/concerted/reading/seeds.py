"""Where words that moved may have gone: stretches of a text that share short runs of letters with them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable

# Letters in a seed, and how far apart seeds of one window may lie for words put in or left out.
_SEED = 8
_SLACK = 24
_MOST = 4
# A seed that is everywhere tells nothing.
_COMMON = 50


class Seeds:
    """The runs of letters in some stretches of a text, indexed when they are first asked for."""

    def __init__(self, text: str, stretches: Callable[[], Iterable[tuple[int, int]]]) -> None:
        """Keep the text and what gives the stretches of it that are searched."""
        self._text, self._stretches = text, stretches
        self._index: dict[str, list[int]] | None = None

    def windows(self, wanted: str) -> list[tuple[int, int]]:
        """List the windows of the text that share most with the wanted words, the best first; at most four."""
        if self._index is None:
            self._index = defaultdict(list)
            for start, end in self._stretches():
                for place in range(start, end - _SEED + 1):
                    self._index[self._text[place : place + _SEED]].append(place)
        votes: Counter[int] = Counter()
        for at in range(len(wanted) - _SEED + 1):
            places = self._index.get(wanted[at : at + _SEED], ())
            if len(places) <= _COMMON:
                votes.update({(place - at) // _SLACK for place in places})
        # Votes on both sides of a border between two diagonals are one.
        scores = {band: votes[band] + votes[band + 1] for band in votes}
        found: list[tuple[int, int]] = []
        for band, _score in sorted(scores.items(), key=lambda one: (-one[1], one[0])):
            low = max((band - 1) * _SLACK, 0)
            high = min((band + 2) * _SLACK + len(wanted), len(self._text))
            if all(abs(low - other) > 2 * _SLACK for other, _end in found):
                found.append((low, high))
            if len(found) == _MOST:
                break
        return found
