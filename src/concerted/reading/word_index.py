"""Patterns that are tried only where a word stands which they cannot do without."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Set
from functools import cached_property, lru_cache

from concerted.reading.triggers import DIGIT, Triggers, openings_of, triggers_of

_WORD = re.compile(r"\w+")
# Words are looked up by so many of their first letters.
_STEM = 2


# Working the words out of a pattern takes as long as trying it on so many letters.
_WORTH = 30_000


class WordIndex:
    """Where each word of a text stands, in lower case. Time and memory are linear in the text's length."""

    def __init__(self, text: str) -> None:
        places: defaultdict[str, list[int]] = defaultdict(list)
        for match in _WORD.finditer(_lowered(text)):
            places[match[0]].append(match.start())
        numbers = [word for word in places if word[0].isdigit()]
        places[DIGIT] = [place for word in numbers for place in places[word]]
        self._places = places
        self._by_stem: dict[str, list[str]] = {}
        for word in places:
            self._by_stem.setdefault(word[:_STEM], []).append(word)

    def places_of(self, triggers: Triggers) -> list[int]:
        """List where trigger words stand, in the order of the text."""
        words = self._places.keys() & triggers.words
        for stem in triggers.stems:
            words.update(word for word in self._by_stem.get(stem[:_STEM], ()) if word.startswith(stem))
        return self.places(words)

    def words(self) -> Set[str]:
        """Give the words of the text, each once, and ``DIGIT`` for all numbers."""
        return self._places.keys()

    def places(self, words: Iterable[str]) -> list[int]:
        """List where some of the text's words stand, in the order of the text."""
        return sorted(place for word in words for place in self._places[word])


def _lowered(text: str) -> str:
    """Put a text in lower case, each sign in its place; the few that would become two stay as they are."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(sign.lower() if len(sign.lower()) == 1 else sign for sign in text)


index_of = lru_cache(maxsize=4)(WordIndex)


class GuardedPattern:
    """A pattern for parts of a long text: compiled when first tried, and tried only where it can match.

    It is tried where a trigger word stands, and from the words on with which a match can begin. Finds what
    the pattern alone would find; where it has neither, it is always tried.
    """

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self._pattern = pattern
        self._flags = flags
        self._asked = 0
        # Where it can match and begin in the text that was asked about last; one tuple, so that threads see it whole.
        self._last: tuple[str, list[int] | None, list[int] | None] = ("", [], [])

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Give the compiled pattern."""
        return re.compile(self._pattern, self._flags)

    @cached_property
    def _words(self) -> tuple[Triggers | None, Triggers | None]:
        return triggers_of(self._pattern, self._flags), openings_of(self._pattern, self._flags)

    def _places(self, text: str) -> tuple[str, list[int] | None, list[int] | None]:
        """Give where trigger words and opening words stand; None where it has no such words."""
        known = self._last
        if known[0] is not text and not self._is_worth_it(text):
            self._last = known = (text, None, None)
        elif known[0] is not text:
            triggers, openings = self._words
            index = index_of(text)
            places = index.places_of(triggers) if triggers else None
            begins = (
                places if openings == triggers else index.places_of(openings) if openings and places != [] else None
            )
            self._last = known = (text, places, begins)
        return known

    def _is_worth_it(self, text: str) -> bool:
        """Tell whether so much has been asked about that working the words out of the pattern pays."""
        self._asked += len(text)
        return self._asked > _WORTH

    def may_stand_in(self, text: str, start: int, end: int) -> bool:
        """Tell whether text[start:end] holds a trigger word."""
        known = self._last
        places = known[1] if known[0] is text else self._places(text)[1]
        return places is None or _stands(places, start, end)

    def finditer(self, text: str, start: int, end: int) -> Iterator[re.Match[str]]:
        """Find all matches in text[start:end]."""
        known = self._last
        _, places, begins = known if known[0] is text else self._places(text)
        if places is not None and not _stands(places, start, end):
            return iter(())
        return self.pattern.finditer(text, start, end) if begins is None else self._from(begins, text, start, end)

    def search(self, text: str, start: int, end: int) -> re.Match[str] | None:
        """Find the first match in text[start:end]."""
        known = self._last
        _, places, begins = known if known[0] is text else self._places(text)
        if places is not None and not _stands(places, start, end):
            return None
        if begins is None:
            return self.pattern.search(text, start, end)
        return next(self._from(begins, text, start, end), None)

    def _from(self, begins: list[int], text: str, start: int, end: int) -> Iterator[re.Match[str]]:
        match_at = self.pattern.match
        for at in range(bisect_left(begins, start), len(begins)):
            place = begins[at]
            if place >= end:
                return
            if place >= start and (match := match_at(text, place, end)):
                yield match
                start = match.end()


def _stands(places: list[int], start: int, end: int) -> bool:
    """Tell whether one of some places in order lies in start:end."""
    if not places:
        return False
    at = bisect_left(places, start)
    return at < len(places) and places[at] < end


def holds(text: str, start: int, end: int, *words: str) -> bool:
    """Tell whether text[start:end] holds one of some words as written; spares compiling a rare pattern."""
    return any(text.find(word, start, end) >= 0 for word in words)
