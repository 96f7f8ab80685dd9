"""The words after a verb, and the kind of act that they make."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from concerted.reading.facts import Kind
from concerted.reading.triggers import DIGIT, Triggers, triggers_of
from concerted.reading.verbs import Pattern, Verb


def kind_of_complement(verb: Verb, complement: str) -> Kind:
    """Find the first pattern of the verb's table that its complement fits; the verb's own kind where none does."""
    return first_fitting(verb.complements, _CONNECTIVE.sub("", complement, count=1)) or verb.kind


# "recalling in this regard the need to ...": such words say nothing of the kind.
_CONNECTIVE = re.compile(
    r"\A,?\s*in\s+(?:this|that|the\s+same)\s+(?:regard|respect|context|connection|spirit|vein)\s*,?\s+", re.I
)


def first_fitting(patterns: Iterable[Pattern], words: str) -> Kind | None:
    """Give the kind of the first pattern that words fit."""
    return next((pattern.kind for pattern in patterns if fits(pattern, words)), None)


def fits(pattern: Pattern, complement: str) -> bool:
    """Tell whether words fit a pattern and not its exception."""
    triggers = _triggers(pattern.pattern)
    if triggers is not None and not triggers.among(_words_of(complement)):
        return False
    if not _compiled(pattern.pattern, re.I | re.S).search(complement):
        return False
    return pattern.unless is None or not _compiled(pattern.unless, re.NOFLAG).search(complement)


@lru_cache(maxsize=16)
def _words_of(complement: str) -> frozenset[str]:
    words = re.findall(r"\w+", complement.lower())
    return frozenset(words) | {DIGIT for word in words if word[0].isdigit()}


@cache
def _triggers(pattern: str) -> Triggers | None:
    return triggers_of(pattern, re.I | re.S)


@cache
def _compiled(pattern: str, flags: re.RegexFlag) -> re.Pattern[str]:
    return re.compile(pattern, flags)
