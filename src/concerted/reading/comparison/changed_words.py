"""Which words of two texts differ."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import groupby

from concerted.reading.comparison.rows import Run

# A word with the space after it, or a sign; line breaks are spaces.
_TOKENS = re.compile(r"(\w+(?:['’-]\w+)*|[^\w\s])(\s*)")
_STRAIGHT = str.maketrans("’‘‐‑", "''--")
# With less in common than this share of the shorter text, nothing is kept: they are two texts.
_LEAST = 0.2
# A word or two that both have, between words that differ, are chance rather than a text kept.
_CHANCE = 1


def changed_words(was: str, now: str) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    """Mark, in each of two texts, the words that the other one lacks at that place.

    The runs of each side make up its text, with single spaces. Case and the shape of
    apostrophes and hyphens make no difference. Where hardly a word is kept, all are changed.
    Quadratic at worst in the number of words.
    """
    first, second = _tokens(was), _tokens(now)
    # Words of the first that the second keeps, and the other way round.
    kept: tuple[set[int], set[int]] = set(), set()
    blocks = SequenceMatcher(None, [key for key, _ in first], [key for key, _ in second], autojunk=False)
    for block in blocks.get_matching_blocks():
        inside = (
            block.a > 0 and block.a + block.size < len(first) and block.b > 0 and block.b + block.size < len(second)
        )
        if block.size > _CHANCE or not inside or len(first[block.a][0]) > len("with"):
            kept[0].update(range(block.a, block.a + block.size))
            kept[1].update(range(block.b, block.b + block.size))
    if len(kept[0]) < _LEAST * min(len(first), len(second)):
        kept = set(), set()
    return tuple(_runs(first, kept[0])), tuple(_runs(second, kept[1]))


def _tokens(text: str) -> list[tuple[str, str]]:
    """Split a text into words and signs: what is compared of each, and what is shown."""
    return [
        (token[1].casefold().translate(_STRAIGHT), token[1] + (" " if token[2] else ""))
        for token in _TOKENS.finditer(text)
    ]


def _runs(tokens: list[tuple[str, str]], kept: set[int]) -> Iterator[Run]:
    for changed, group in groupby(enumerate(tokens), key=lambda token: token[0] not in kept):
        yield Run("".join(shown for _, (_, shown) in group), changed)
