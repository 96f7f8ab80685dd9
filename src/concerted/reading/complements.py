"""The words after a verb, and the kind of act that they make."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, cached_property, lru_cache

from concerted.reading.facts import Kind
from concerted.reading.triggers import DIGIT, Triggers, triggers_of
from concerted.reading.verbs import Pattern, Verb


def kind_of_complement(verb: Verb, complement: str) -> Kind:
    """Find the first pattern of the verb's table that its complement fits; the verb's own kind where none does."""
    return first_fitting(verb.complements, _CONNECTIVE.sub("", complement, count=1)) or verb.kind


# "recalling in this regard the need to ...": such words say nothing of the kind.
_CONNECTIVE = re.compile(
    r"\A\w+ly\s+(?=that\b)|\A,?\s*in\s+(?:addition|particular|(?:this|that|the\s+same)\s+(?:regard|respect|context|connection|spirit|vein))"
    r"\s*,?\s+",
    re.I,
)


def first_fitting(patterns: Iterable[Pattern], words: str) -> Kind | None:
    """Give the kind of the first pattern that words fit."""
    return next((pattern.kind for pattern in patterns if fits(pattern, words)), None)


def fits(pattern: Pattern, complement: str) -> bool:
    """Tell whether words fit a pattern and not its exception."""
    if not _guard(pattern.pattern).lets_through(complement):
        return False
    if not _compiled(pattern.pattern, re.I | re.S).search(complement):
        return False
    return pattern.unless is None or not _compiled(pattern.unless, re.NOFLAG).search(complement)


@lru_cache(maxsize=16)
def _words_of(complement: str) -> frozenset[str]:
    words = re.findall(r"\w+", complement.lower())
    return frozenset(words) | {DIGIT for word in words if word[0].isdigit()}


# Working the words out that a pattern cannot do without takes as long as trying it so many times.
_WORTH = 60


class _Guard:
    """Keeps a pattern from being tried where a word is missing, once it has been tried often enough."""

    def __init__(self, pattern: str) -> None:
        self._pattern = pattern
        self._tried = 0

    @cached_property
    def _triggers(self) -> Triggers | None:
        return triggers_of(self._pattern, re.I | re.S)

    def lets_through(self, complement: str) -> bool:
        self._tried += 1
        if self._tried <= _WORTH or self._triggers is None:
            return True
        return self._triggers.among(_words_of(complement))


_guard = cache(_Guard)


@cache
def _compiled(pattern: str, flags: re.RegexFlag) -> re.Pattern[str]:
    return re.compile(pattern, flags)
