"""One spelling for search: no case, no diacritics, each letter by itself so that the way back can be kept."""

from __future__ import annotations

import unicodedata


def fold(text: str) -> str:
    """Fold a text, or one letter of it, for comparing: decomposed, without marks, without case."""
    if text.isascii():
        return text.lower()
    parts = unicodedata.normalize("NFKD", text)
    return "".join(part for part in parts if not unicodedata.combining(part)).casefold()
