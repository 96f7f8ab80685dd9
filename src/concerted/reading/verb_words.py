"""The verb of an act as the record gives it: the group's words, and the infinitive or noun that it leads to."""

from __future__ import annotations

import re

from concerted.reading.clause import Clause
from concerted.reading.tokens import Tokens
from concerted.reading.verbs import Verbs

_NOUN = re.compile(
    r"^(?:with\s+)?(?:(?:our|their|its|his|her|a|an|the|U\.S\.)\s+)?(?:[\w’'.-]+\s+){0,4}?(?:commitments?|support|need|necessity|intent|intention|"
    r"determination|readiness|desire|resolve|concern|alarm|appreciation|gratitude|solidarity|condemnation|calls?|obligations?|"
    r"responsibility|responsibilities|willingness|views)\b",
    re.I,
)
_INFINITIVE = re.compile(r"^to\s+(?:\w+ly\s+)?(?:be\s+)?[\w-]+(?:\s+(?:and|to)\s+[\w-]+(?:e|ing)\b)?", re.I)


def verb_words(tokens: Tokens, clause: Clause, verbs: Verbs) -> str:
    """Give the words of the verb, adverbs left out, up to the first full verb or the noun that gives the kind."""
    spoken = [
        tokens.text[tokens.starts[place] : tokens.ends[place]]
        for place in range(clause.verb_at, min(max(clause.complement, clause.main + 1), len(tokens)))
        if tokens.lower[place] != "," and not tokens.is_adverb(place)
    ]
    complement = tokens.words(clause.complement, clause.end)
    match = _NOUN.match(complement) or _INFINITIVE.match(complement)
    if match and not complement.lower().startswith("that"):
        spoken.append(match[0])
    return " ".join(spoken)
