"""The places that a passage may have in a new version of its text: beside its old one, or where it moved to."""

from __future__ import annotations

from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from concerted.reading.alignment import Alignment, Run, equal
from concerted.reading.seeds import Seeds
from concerted.reading.typography import letters
from concerted.terms.passage import Passage

# Letters of context on either side, as most annotation tools take them.
_CONTEXT = 32
# Letters that say enough near the place where they are looked for, and in a whole text.
_FEW, _MANY = 12, 40


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of the new letters that may be a passage; ``length`` is the passage's own.

    ``likeness`` compares the words, ``context`` those around them, both from 0 to 1 (the same).
    """

    start: int
    end: int
    length: int
    likeness: float
    context: float
    moved: bool


class Places:
    """Two versions of a text without their typography, aligned."""

    def __init__(self, old_text: str, new_text: str) -> None:
        """Align the two texts."""
        self._new_text = new_text
        self.old, self.new = letters(old_text), letters(new_text)
        self._alignment = Alignment(self.old.letters, self.new.letters)
        self._seeds = Seeds(self.new.letters, self._alignment.free)

    def aligned(self, start: int, end: int) -> Place | None:
        """Read a place off the alignment, for letters ``start:end``; None if nothing of them is left there."""
        runs = self._alignment.within(start, end)
        if not runs:
            return None
        before = self._alignment.within(start - 1, start) if start else []
        after = self._alignment.within(end, end + 1)
        around = [run for run in (*before, *runs, *after) if run.chain == runs[0].chain]
        return self._place(start, end, *_edges(around, start, end), moved=runs[0].chain > 0)

    def verbatim(self, start: int, end: int, near: Place | None) -> Place | None:
        """Find the same letters over a place, or anywhere if they are many and stand once in each text."""
        words, new = self.old.letters[start:end], self.new.letters
        if near and len(words) >= _FEW:
            at = new.find(words, max(near.start - len(words) + 1, 0), near.end + len(words) - 1)
            if at >= 0:
                return self._place(start, end, at, at + len(words), moved=near.moved)
        if len(words) >= _MANY and new.count(words) == self.old.letters.count(words) == 1:
            at = new.find(words)
            return self._place(start, end, at, at + len(words), moved=True)
        return None

    def elsewhere(self, start: int, end: int) -> list[Place]:
        """Look for letters, with their context, where the new text has no counterpart in the old one."""
        before, after = max(start - _CONTEXT, 0), min(end + _CONTEXT, len(self.old.letters))
        wanted = self.old.letters[before:after]
        found = []
        for low, high in self._seeds.windows(wanted):
            runs = [
                Run(before + run.old, low + run.new, run.length) for run in equal(wanted, self.new.letters[low:high])
            ]
            if any(run.old < end and start < run.old + run.length for run in runs):
                found.append(self._place(start, end, *_edges(runs, start, end), moved=True))
        return found

    def _place(self, start: int, end: int, low: int, high: int, *, moved: bool) -> Place:
        old, new = self.old.letters, self.new.letters
        likeness = Levenshtein.normalized_similarity(old[start:end], new[low:high])
        before = Levenshtein.normalized_similarity(
            old[max(start - _CONTEXT, 0) : start], new[max(low - _CONTEXT, 0) : low]
        )
        after = Levenshtein.normalized_similarity(old[end : end + _CONTEXT], new[high : high + _CONTEXT])
        return Place(low, high, end - start, likeness, (before + after) / 2, moved)

    def cut(self, passage: Passage, place: Place) -> Passage:
        """Cut a place out of the new text, with the signs around its letters that the passage has too."""
        text, places = self._new_text, self.new.places
        start, end = places[place.start], places[place.end - 1] + 1
        lead = _signs_before(passage.quote)
        if text[max(start - lead, 0) :].startswith(passage.quote) and start >= lead:
            return Passage.of(text, start - lead, start - lead + len(passage.quote))
        if place.likeness < 1:
            start, end = _whole_words(text, start, end)
        for sign in reversed(passage.quote[:lead]):
            if start == 0 or text[start - 1] != sign:
                break
            start -= 1
        for sign in passage.quote[len(passage.quote) - _signs_before(passage.quote[::-1]) :]:
            if end == len(text) or text[end] != sign:
                break
            end += 1
        return Passage.of(text, start, end)

    def of_signs(self, passage: Passage, at: int) -> Passage | None:
        """Find a passage that has no letters, between the letters that it stands between; None if it is not there."""
        old, new, text = self.old.letters, self.new.places, self._new_text
        before = self._alignment.within(at - 1, at) if at else []
        after = self._alignment.within(at, at + 1) if at < len(old) else []
        if (at and not before) or (at < len(old) and not after):
            return None
        low = new[before[0].new] + 1 if before else 0
        start = text.find(passage.quote, low, new[after[0].new] if after else len(text))
        return Passage.of(text, start, start + len(passage.quote)) if start >= 0 else None


def _edges(runs: list[Run], start: int, end: int) -> tuple[int, int]:
    """Give the new place of ``start:end`` by runs that also cover its neighbours, where these are still there.

    What replaced the first or last letters belongs to the place if the letter beside them was kept.
    """
    inside = [run for run in runs if run.old < end and start < run.old + run.length]
    first, last = inside[0], inside[-1]
    low = first.new + max(start - first.old, 0)
    high = last.new + min(last.length, end - last.old)
    if first.old > start:
        low = next((run.new + run.length for run in runs if run.old + run.length == start), low)
    if last.old + last.length < end:
        high = next((run.new for run in runs if run.old == end), high)
    return min(low, first.new + max(start - first.old, 0)), high


def _signs_before(quote: str) -> int:
    """Count the signs before the first letter."""
    places = letters(quote).places
    return places[0] if places else len(quote)


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """Widen a place to whole words, where an edit has cut one."""
    while start and text[start].isalnum() and text[start - 1].isalnum():
        start -= 1
    while end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return start, end
