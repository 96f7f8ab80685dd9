"""A text of any direction inside a sentence of the reader's."""

from __future__ import annotations

import unicodedata

from django.utils.translation import get_language_bidi


def isolated(text: object) -> str:
    """Keep a text's own direction inside a sentence of the other one (Unicode's first-strong isolate)."""
    words = str(text)
    strange = get_language_bidi() or any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in words)
    return f"\u2068{words}\u2069" if strange else words
