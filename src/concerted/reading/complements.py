"""The words after a verb, and the kind of act that they make."""

from __future__ import annotations

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
    return bool(pattern.pattern.search(complement)) and not (pattern.unless and pattern.unless.search(complement))
