"""Find where a text repeats an official one word for word."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

WORD = re.compile(r"\w+")
ADDRESS = re.compile(r"https?://\S+")


@cache
def _naming(names: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted({name.casefold() for name in names}, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:the )?(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")


def runs(text: str, names: Iterable[str], length: int) -> set[tuple[str, ...]]:
    """Every run of so many words, names and addresses left out: those belong to nobody."""
    folded = ADDRESS.sub(" ", text.casefold()).translate({0x2019: "'"})
    words = WORD.findall(_naming(tuple(names)).sub(" ", folded))
    return {tuple(words[start : start + length]) for start in range(len(words) - length + 1)}


@cache
def official_runs(shared: Path, names: tuple[str, ...], length: int) -> frozenset[tuple[str, ...]]:
    """Every run of so many words of the official texts beside the project."""
    found: set[tuple[str, ...]] = set()
    for path in sorted((shared / "statements").glob("*.txt")):
        found |= runs(path.read_text(encoding="utf-8", errors="replace"), names, length)
    return frozenset(found)
