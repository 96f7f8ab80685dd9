"""How alike two texts are as wholes, from a small sketch of each (shingles of words, bottom-k; Broder 1997)."""

from __future__ import annotations

import hashlib
import re
import zlib
from collections.abc import Sequence

from concerted.reading.typography import letters

# Words in a shingle, and how many of the smallest hashes are kept: an error of about 0.05.
_SHINGLE = 4
_KEPT = 200
# Statements that share so many shingles are versions of one text, or one is made after the other's model.
ALIKE = 0.5
# Above this a day that differs was itself corrected.
NEARLY_THE_SAME = 0.9


def sketch(text: str) -> tuple[int, ...]:
    """Sum a text up as its 200 smallest hashes of four words in a row, in rising order; fewer if it is short."""
    words = [letters(word).letters.casefold() for word in re.findall(r"\w[\w’'-]*", text)]
    joined = (" ".join(words[at : at + _SHINGLE]) for at in range(max(len(words) - _SHINGLE + 1, 1)))
    return tuple(sorted({zlib.crc32(shingle.encode()) for shingle in joined})[:_KEPT])


def resemblance(one: Sequence[int], other: Sequence[int]) -> float:
    """Estimate from two sketches the share of shingles that both texts have, from 0 to 1."""
    smallest = sorted({*one, *other})[:_KEPT]
    both = set(one) & set(other)
    return sum(value in both for value in smallest) / len(smallest) if smallest else 0.0


def words_sha256(text: str) -> str:
    """Give one number for all texts of the same words, whatever their format and typography."""
    return hashlib.sha256(letters(text).letters.encode()).hexdigest()
