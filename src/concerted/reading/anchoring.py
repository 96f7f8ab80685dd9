"""Where a passage of a text stands in a corrected version of it, and how sure that is.

A passage is known by its words and by the words around it (as the TextQuoteSelector of the W3C's Web Annotation Data
Model has them: exact, prefix, suffix). Where its words stand is read off one alignment of the two whole texts, so that
of a quote that is there twice each stays in its own place; words that moved are looked for where the new text has no
counterpart in the old one.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from concerted.reading.places import Place, Places
from concerted.reading.turning_words import turned
from concerted.terms.passage import Passage

# Below this an anchor is a suggestion to a person.
SURE = 0.9
# A passage keeps its place where this share of its letters is still there.
_KEPT = 0.6
# Words that moved are told from the same words elsewhere by their length, or by what stands around them.
_LONG = 40
_AMID = 0.6
# A short passage of which nothing around is left may be any.
_ALONE = 0.3
# Likeness of the words at least, and by likeness of the context at least: the share that was right among 37,000 anchors
# after simulated corrections of 95 statements (``python -m benchmarks.anchoring`` measures it again).
_RIGHT = (
    (1.0, ((0.9, 0.998), (0.5, 0.99), (0.3, 0.97), (0.0, 0.95))),
    (0.9, ((0.9, 0.99), (0.5, 0.98), (0.3, 0.97), (0.0, 0.93))),
    (0.8, ((0.9, 0.95), (0.7, 0.88), (0.5, 0.7), (0.0, 0.75))),
    (0.7, ((0.9, 0.85), (0.0, 0.4))),
    (0.6, ((0.9, 0.6), (0.0, 0.25))),
)


class How(StrEnum):
    """How a passage came from one version to the next."""

    SAME = "same words"
    RETYPED = "other typography"
    MOVED = "moved"
    EDITED = "small changes"
    CHANGED = "the words changed"
    GONE = "not found"


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a passage stands in the new text, None if nowhere.

    ``confidence`` is the share of simulated corrections in which an anchor of such evidence was right
    (``benchmarks/anchoring``). ``turned`` names the sorts of words that changed. ``candidates`` are other places
    that a person may choose, the likeliest first.
    """

    passage: Passage | None
    confidence: float
    how: How
    turned: tuple[str, ...] = ()
    candidates: tuple[Passage, ...] = ()

    @property
    def stands(self) -> bool:
        """Tell whether the passage may be carried over without a person."""
        return self.passage is not None and self.how is not How.CHANGED and self.confidence >= SURE


def anchor(passage: Passage, old_text: str, new_text: str, language: str = "en") -> Anchor:
    """Find one passage of an old text in the new one; for several, ``Anchoring`` aligns the texts only once."""
    return Anchoring(old_text, new_text, language).anchor(passage)


def anchor_all(passages: Iterable[Passage], old_text: str, new_text: str, language: str = "en") -> tuple[Anchor, ...]:
    """Find all passages of a text in its new version, in the order in which they come."""
    anchoring = Anchoring(old_text, new_text, language)
    return tuple(anchoring.anchor(passage) for passage in passages)


class Anchoring:
    """Two versions of a text, aligned once: half a second for 135 kB with a page rewritten."""

    def __init__(self, old_text: str, new_text: str, language: str = "en") -> None:
        """Take any two texts; ``language`` is that of the words that turn the sense."""
        self._old_text, self._new_text, self._language = old_text, new_text, language
        self._places = None if old_text == new_text else Places(old_text, new_text)

    def anchor(self, passage: Passage) -> Anchor:
        """Find a passage; raises ValueError if its words do not stand in the old text where it says."""
        if self._old_text[passage.start : passage.end] != passage.quote:
            raise ValueError(f"{passage.quote[:60]!r} does not stand at {passage.start}:{passage.end}")
        if self._places is None:
            return Anchor(passage, 1.0, How.SAME)
        places = self._places
        start, end = (bisect_left(places.old.places, at) for at in (passage.start, passage.end))
        if start == end:
            signs = places.of_signs(passage, start)
            return Anchor(signs, 0.99, How.SAME) if signs else Anchor(None, 0.0, How.GONE)
        aligned = places.aligned(start, end)
        if aligned is None or aligned.likeness < 1:
            aligned = places.verbatim(start, end, aligned) or aligned
        if aligned is not None and aligned.likeness >= _KEPT:
            return self._judged(places, passage, aligned)
        every = [*places.elsewhere(start, end), *([aligned] if aligned else [])]
        ranked = sorted(every, key=lambda one: (-one.likeness, -one.context, one.start))
        if _tells(ranked):
            return self._judged(places, passage, ranked[0], ranked[1:])
        near = [places.cut(passage, place) for place in ranked if place.likeness >= _KEPT / 2]
        return Anchor(None, 0.0, How.GONE, candidates=tuple(dict.fromkeys(near)))

    def _judged(self, places: Places, passage: Passage, place: Place, others: Iterable[Place] = ()) -> Anchor:
        found = places.cut(passage, place)
        rest = (places.cut(passage, other) for other in others if other.likeness >= _KEPT)
        changes = () if place.likeness == 1 else turned(passage.quote, found.quote, self._language)
        if changes:
            how = How.CHANGED
        elif place.likeness < 1:
            how = How.EDITED
        elif place.moved:
            how = How.MOVED
        else:
            how = How.SAME if found.quote == passage.quote else How.RETYPED
        candidates = tuple(one for one in dict.fromkeys(rest) if one != found)
        return Anchor(found, _confidence(place), how, changes, candidates)


def _tells(ranked: list[Place]) -> bool:
    """Tell whether the first of the places that words may have moved to is surely theirs, and no other is as good."""
    if not ranked or ranked[0].likeness < _KEPT:
        return False
    best = ranked[0]
    if best.length < _LONG and best.context < _AMID:
        return False
    return not any(
        other.start != best.start and best.likeness - other.likeness < 0.05 and best.context - other.context < 0.15
        for other in ranked[1:]
    )


def _confidence(place: Place) -> float:
    """Look up how often an anchor of such evidence was right."""
    for least, by_context in _RIGHT:
        if place.likeness >= least:
            share = next(share for context, share in by_context if place.context >= context)
            return share if place.length >= _LONG or place.context >= _ALONE else min(share, 0.5)
    return 0.0
