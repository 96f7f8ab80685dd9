"""The words of a French sentence: elided words and inverted pronouns stand apart."""

from __future__ import annotations

import re

from concerted.reading.french.words import clause_words
from concerted.reading.tokens import Tokens, cut

_PRONOUN = r"-(?:t-)?(?:ils?|elles?|on|nous|ce)\b"
_TOKEN = re.compile(
    r"aujourd['’]hui|\d{1,3}(?:[\s\u00a0\u202f]\d{3})+(?!\d)"
    r"|(?:l|d|s|n|m|t|j|c|qu|lorsqu|puisqu|jusqu|quoiqu)['’](?=\w|«|“)"
    rf"|{_PRONOUN}|[^\W_]+(?:[-./’'](?!(?:t-)?(?:ils?|elles?|on|nous|ce)\b)[^\W_]+)*|[^\w\s]|_",
    re.IGNORECASE,
)


def tokenize(text: str, start: int, end: int) -> Tokens:
    """Cut a sentence into words and marks; elided words end in a straight apostrophe."""
    tokens = cut(_TOKEN, text, start, end)
    tokens.lower[:] = [word.replace("’", "'") for word in tokens.lower]
    return tokens


def is_adverb(tokens: Tokens, place: int) -> bool:
    """Tell whether a word may stand between a subject and its verb, or inside a verb group."""
    word, known = tokens.lower[place], clause_words()
    return word in known.adverbs or (len(word) > 6 and word.endswith("ment") and word not in known.not_adverbs)
