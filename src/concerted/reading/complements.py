"""The words after a verb, and the kind of act that they make."""

from __future__ import annotations

import re
from functools import cache

from concerted.reading.facts import Kind
from concerted.reading.verbs import Inflection, Pattern, Verb


def kind_of_complement(verb: Verb, complement: str, inflection: Inflection | None) -> Kind:
    """Find the first pattern of the verb's table that its complement fits; the verb's own kind where none does."""
    for pattern in verb.complements:
        if pattern.lemmas and verb.lemma not in pattern.lemmas:
            continue
        if pattern.inflection is not None and pattern.inflection is not inflection:
            continue
        if fits(pattern, complement):
            return pattern.kind
    return verb.kind


def fits(pattern: Pattern, complement: str) -> bool:
    """Tell whether words fit a pattern and not its exception."""
    if not _compiled(pattern.pattern, re.I | re.S).search(complement):
        return False
    return pattern.unless is None or not _compiled(pattern.unless, re.NOFLAG).search(complement)


@cache
def _compiled(pattern: str, flags: re.RegexFlag) -> re.Pattern[str]:
    return re.compile(pattern, flags)
