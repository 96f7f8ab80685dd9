"""Two versions of a text side by side: which stretch of the one is which of the other, also where paragraphs moved."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz.distance import Levenshtein

# A sentence or a part of it, in letters without spaces; shorter ones prove nothing alone.
_PIECE = re.compile(r"[^.;:]*[.;:]?")
_SURE = 24
_STOPS = ".;:"
# Letters of equal stretches that chance alone puts between two edits.
_CHANCE = 3
# Pieces further apart than this did not move together.
_TOGETHER = 2000
# How far beyond its surest pieces a stretch that moved is followed.
_BEYOND = 400


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of ``length`` equal letters; runs of one ``chain`` follow each other in both texts.

    Chain 0 keeps the order of the text, any other one has moved.
    """

    old: int
    new: int
    length: int
    chain: int = 0


class Alignment:
    """The equal stretches of two texts, by their places in the old one."""

    def __init__(self, old: str, new: str) -> None:
        """Align two texts of letters; a second for 135 kB with no word in common, a tenth for a few corrections."""
        self.old, self.new = old, new
        self.runs = tuple(_runs(old, new))
        self._starts = [run.old for run in self.runs]

    def within(self, start: int, end: int) -> list[Run]:
        """List the runs that touch ``start:end`` of the old text, cut to it, of the chain that covers most of it."""
        first = max(bisect_right(self._starts, start) - 1, 0)
        cut = []
        for run in self.runs[first : bisect_left(self._starts, end)]:
            low, high = max(run.old, start), min(run.old + run.length, end)
            if low < high:
                cut.append(Run(low, run.new + low - run.old, high - low, run.chain))
        covered: Counter[int] = Counter()
        for run in cut:
            covered[run.chain] += run.length
        if not covered:
            return []
        ((chain, _letters),) = covered.most_common(1)
        return [run for run in cut if run.chain == chain]

    def free(self) -> list[tuple[int, int]]:
        """List the stretches of the new text that stand beside nothing of the old one."""
        taken = sorted((run.new, run.new + run.length) for run in self.runs)
        edges = [(0, 0), *taken, (len(self.new), len(self.new))]
        return [(left[1], right[0]) for left, right in pairwise(edges) if left[1] < right[0]]


def _runs(old: str, new: str) -> list[Run]:
    if old == new:
        return [Run(0, 0, len(old))] if old else []
    pins = _pins(old, new)
    kept = _rising(pins)
    runs = _between([Run(0, 0, 0), *kept, Run(len(old), len(new), 0)], old, new)
    still = set(kept)
    moved = _chains(pin for pin in pins if pin not in still)
    for number, chain in enumerate(moved, 1):
        own = [Run(run.old, run.new, run.length, number) for run in _extended(_between(chain, old, new), old, new)]
        # What moved as a whole is not also, by chance, somewhere in between.
        whole = _whole(own)
        runs = [run for run in runs if not _touch(run, whole)] + own
    return sorted(runs, key=lambda run: run.old)


def _whole(chain: Sequence[Run]) -> tuple[range, range]:
    first, last = chain[0], chain[-1]
    return range(first.old, last.old + last.length), range(first.new, last.new + last.length)


def _touch(run: Run, whole: tuple[range, range]) -> bool:
    old, new = whole
    return (run.old < old.stop and old.start < run.old + run.length) or (
        run.new < new.stop and new.start < run.new + run.length
    )


def _pins(old: str, new: str) -> list[Run]:
    """Find the pieces that stand once in each text."""
    before, after = _once(old), _once(new)
    return [Run(place, after[piece], len(piece)) for piece, place in before.items() if piece in after]


def _once(text: str) -> dict[str, int]:
    found: dict[str, int] = {}
    twice = set()
    for match in _PIECE.finditer(text):
        piece = match.group()
        if len(piece) >= _SURE:
            if piece in found:
                twice.add(piece)
            found[piece] = match.start()
    return {piece: place for piece, place in found.items() if piece not in twice}


def _rising(pins: Sequence[Run]) -> list[Run]:
    """Keep the longest series of pins that stand in the same order in both texts (patience sorting)."""
    tops: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for place, pin in enumerate(pins):
        pile = bisect_left(tops, pin.new)
        before.append(ends[pile - 1] if pile else -1)
        if pile == len(tops):
            tops.append(pin.new)
            ends.append(place)
        else:
            tops[pile], ends[pile] = pin.new, place
    series = []
    place = ends[-1] if ends else -1
    while place >= 0:
        series.append(pins[place])
        place = before[place]
    return series[::-1]


def _chains(pins: Iterable[Run]) -> list[list[Run]]:
    """Put pins that moved together into chains."""
    chains: list[list[Run]] = []
    for pin in pins:
        if chains:
            last = chains[-1][-1]
            forward, across = pin.old - last.old - last.length, pin.new - last.new - last.length
            if 0 <= across < _TOGETHER and 0 <= forward < _TOGETHER and abs(forward - across) < _TOGETHER // 4:
                chains[-1].append(pin)
                continue
        chains.append([pin])
    return chains


def _between(pins: Sequence[Run], old: str, new: str) -> list[Run]:
    """Give the pins, and the equal stretches between each and the next."""
    found = [pins[0]] if pins[0].length else []
    for left, right in pairwise(pins):
        here, there = left.old + left.length, left.new + left.length
        for block in equal(old[here : right.old], new[there : right.new]):
            found.append(Run(here + block.old, there + block.new, block.length))
        if right.length:
            found.append(right)
    return found


def _extended(chain: list[Run], old: str, new: str) -> list[Run]:
    """Follow a stretch that moved beyond its first and last piece, as far as the words go on being alike."""
    first, last = chain[0], chain[-1]
    here, there = last.old + last.length, last.new + last.length
    forward = _alike(old[here : here + _BEYOND], new[there : there + _BEYOND])
    before, earlier = old[max(first.old - _BEYOND, 0) : first.old], new[max(first.new - _BEYOND, 0) : first.new]
    backward = [
        Run(first.old - run.old - run.length, first.new - run.new - run.length, run.length)
        for run in _alike(before[::-1], earlier[::-1])
    ]
    return [*backward[::-1], *chain, *(Run(here + run.old, there + run.new, run.length) for run in forward)]


def _alike(old: str, new: str) -> list[Run]:
    """Give the equal stretches from the start on, up to where edits outweigh them."""
    score = best = kept = 0
    runs = equal(old, new)
    here = there = 0
    for place, run in enumerate(runs, 1):
        score += run.length - 2 * max(run.old - here, run.new - there)
        here, there = run.old + run.length, run.new + run.length
        if score > best:
            best, kept = score, place
    return runs[:kept]


def equal(old: str, new: str) -> list[Run]:
    """Align two stretches letter by letter; short matches between longer edits are chance."""
    if not old or not new:
        return []
    codes = [
        (code.tag, code.src_start, code.src_end, code.dest_start, code.dest_end)
        for code in Levenshtein.opcodes(old, new)
    ]
    sizes = [0, *(0 if one[0] == "equal" else max(one[2] - one[1], one[4] - one[3]) for one in codes), 0]
    runs = [
        Run(low, there, high - low)
        for place, (tag, low, high, there, _end) in enumerate(codes, 1)
        if tag == "equal" and (high - low > _CHANCE or min(sizes[place - 1], sizes[place + 1]) <= high - low)
    ]
    for place in range(len(runs) - 1):
        runs[place], runs[place + 1] = _at_a_stop(runs[place], runs[place + 1], old, new)
    return [run for run in runs if run.length]


def _at_a_stop(left: Run, right: Run, old: str, new: str) -> tuple[Run, Run]:
    """Let what was put in or left out begin after a stop, where it could as well begin a few letters off.

    Of "A b. A c." without "A b. " one may say that "A b. " or that " b. A" is gone; people leave out sentences.
    """
    here, there = left.old + left.length, left.new + left.length
    if there == right.new:
        text, low, high = old, here, right.old
    elif here == right.old:
        text, low, high = new, there, right.new
    else:
        return left, right
    back = 0
    while back < left.length and text[low - back - 1] == text[high - back - 1] and text[low - back - 1] not in _STOPS:
        back += 1
    # The stretches themselves begin after a stop, or with the text.
    starts = back == left.length and left.old == left.new == 0
    if not starts and (back == left.length or text[low - back - 1] not in _STOPS):
        return left, right
    return (
        Run(left.old, left.new, left.length - back, left.chain),
        Run(right.old - back, right.new - back, right.length + back, right.chain),
    )
