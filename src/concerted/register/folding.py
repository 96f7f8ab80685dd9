"""One spelling for search: no case, no diacritics, letter by letter so that the way back is kept."""

from __future__ import annotations

import unicodedata


def fold(text: str) -> str:
    """Fold a text for comparing: decomposed, without marks, without case."""
    return "".join(fold_letter(letter) for letter in text)


def fold_letter(letter: str) -> str:
    """Fold one letter; nothing is left of a combining mark."""
    parts = unicodedata.normalize("NFKD", letter)
    return "".join(part for part in parts if not unicodedata.combining(part)).casefold()
