"""Patterns that are tried only where a word stands which they cannot do without."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Set
from functools import cached_property, lru_cache

from concerted.reading.triggers import DIGIT, Triggers, triggers_of

_WORD = re.compile(r"\w+")
# Words are looked up by so many of their first letters.
_STEM = 2


class WordIndex:
    """Where each word of a text stands, in lower case. Time and memory are linear in the text's length."""

    def __init__(self, text: str) -> None:
        places: dict[str, list[int]] = {}
        for match in _WORD.finditer(_lowered(text)):
            places.setdefault(match.group(), []).append(match.start())
        numbers = [word for word in places if word[0].isdigit()]
        places[DIGIT] = [place for word in numbers for place in places[word]]
        self._places = places
        self._by_stem: dict[str, list[str]] = {}
        for word in places:
            self._by_stem.setdefault(word[:_STEM], []).append(word)
        self._found: dict[GuardedPattern, list[int]] = {}

    def places_of(self, pattern: GuardedPattern) -> list[int]:
        """List where the trigger words of a pattern stand, in the order of the text."""
        found = self._found.get(pattern)
        if found is None:
            words = self._words(pattern.triggers) if pattern.triggers else self._places.keys()
            found = self._found[pattern] = self.places(words)
        return found

    def words(self) -> Set[str]:
        """Give the words of the text, each once, and ``DIGIT`` for all numbers."""
        return self._places.keys()

    def places(self, words: Iterable[str]) -> list[int]:
        """List where some of the text's words stand, in the order of the text."""
        return sorted(place for word in words for place in self._places[word])

    def _words(self, triggers: Triggers) -> set[str]:
        words = self._places.keys() & triggers.words
        for stem in triggers.stems:
            words.update(word for word in self._by_stem.get(stem[:_STEM], ()) if word.startswith(stem))
        return words


def _lowered(text: str) -> str:
    """Put a text in lower case, each sign in its place; the few that would become two stay as they are."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(sign.lower() if len(sign.lower()) == 1 else sign for sign in text)


index_of = lru_cache(maxsize=4)(WordIndex)


class GuardedPattern:
    """A pattern for parts of a long text: compiled when first tried, tried only where a trigger word stands.

    Finds what the pattern alone would find; one that has no trigger words is always tried.
    """

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self._pattern = pattern
        self._flags = flags

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Give the compiled pattern."""
        return re.compile(self._pattern, self._flags)

    @cached_property
    def triggers(self) -> Triggers | None:
        """Give the pattern's trigger words."""
        return triggers_of(self._pattern, self._flags)

    def may_stand_in(self, text: str, start: int, end: int) -> bool:
        """Tell whether text[start:end] holds a trigger word."""
        places = index_of(text).places_of(self)
        at = bisect_left(places, start)
        return at < len(places) and places[at] < end

    def finditer(self, text: str, start: int, end: int) -> Iterator[re.Match[str]]:
        """Find all matches in text[start:end]."""
        return self.pattern.finditer(text, start, end) if self.may_stand_in(text, start, end) else iter(())

    def search(self, text: str, start: int, end: int) -> re.Match[str] | None:
        """Find the first match in text[start:end]."""
        return self.pattern.search(text, start, end) if self.may_stand_in(text, start, end) else None
