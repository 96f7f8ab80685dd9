"""The words after a verb, and the kind of act that they make."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from concerted.reading.facts import Kind
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
    if not _compiled(pattern.pattern, re.I | re.S).search(complement):
        return False
    return pattern.unless is None or not _compiled(pattern.unless, re.NOFLAG).search(complement)


@cache
def _compiled(pattern: str, flags: re.RegexFlag) -> re.Pattern[str]:
    return re.compile(pattern, flags)
