"""Find where a text repeats another one word for word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

WORD = re.compile(r"\w+")


def words(text: str, names: Iterable[str] = ()) -> list[str]:
    """Cut a text into lower-case words, leaving the given names and all addresses out: those belong to nobody."""
    folded = re.sub(r"https?://\S+", " ", text.casefold()).translate({0x2019: "'"})
    for name in sorted({name.casefold() for name in names}, key=len, reverse=True):
        folded = re.sub(rf"(?<!\w)(?:the )?{re.escape(name)}(?!\w)", " ", folded)
    return WORD.findall(folded)


def runs(words: list[str], length: int) -> Iterator[tuple[str, ...]]:
    """Give every run of so many words."""
    return (tuple(words[start : start + length]) for start in range(len(words) - length + 1))
