"""What a statement does with a text that it cites, from the verb that governs the citation."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache

from concerted.reading.citations import Citation, words
from concerted.reading.layout import Block, Layout, Sentence
from concerted.reading.word_index import GuardedPattern


@cache
def _verbs() -> GuardedPattern:
    groups = (
        f"(?P<{name}>{'|'.join(re.escape(stem).replace(chr(92) + ' ', '[ ]') for stem in stems)})"
        for name, stems in words()["relations"].items()
    )
    return GuardedPattern(rf"\b(?:{'|'.join(groups)})\w*", re.IGNORECASE)


@cache
def _grounds() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(words()['grounds'])})\s+(?:(?:the|its|our)\s+)?(?:\w+\s+)?\Z", re.IGNORECASE)


@cache
def _incorporation() -> re.Pattern[str]:
    return re.compile(words()["incorporation"], re.IGNORECASE | re.DOTALL)


def relation_of(layout: Layout, citation: Citation) -> str | None:
    """Name the relation from the last governing verb before the citation in its sentence; None without one."""
    sentence = _sentence(layout, citation.start)
    start = sentence.start if sentence else max(0, citation.start - 300)
    named = None
    for match in _verbs().finditer(layout.text, start, citation.start):
        named = match.lastgroup
    if named not in ("implements", "recalls") and _grounds().search(
        layout.text, max(start, citation.start - 60), citation.start
    ):
        return None
    return named


def _sentence(layout: Layout, place: int) -> Sentence | None:
    at = bisect_right(layout.blocks, place, key=lambda block: block.start)
    block = layout.blocks[at - 1] if at else None
    return next((item for item in block.sentences if item.start <= place < item.end), None) if block else None


def incorporated_sentences(layout: Layout) -> tuple[tuple[int, int], ...]:
    """Find the sentences whose texts a following sentence makes part of the statement.

    "These documents ... are incorporated herein" reaches back over the sentences before it in its
    paragraph as long as each cites something in capitals; the caller asks which texts lie in them.
    """
    found: list[tuple[int, int]] = []
    for block in layout.blocks:
        for place, sentence in enumerate(block.sentences):
            if _incorporation().match(layout.text, sentence.start, sentence.end):
                found += _reached(layout.text, block, place)
    return tuple(found)


_CITES = re.compile(
    r"\d{4}|[Rr]esolution|[Cc]ommuniqué|[Ss]tatement|[Dd]eclaration|[Ll]etter|[Aa]greement|[Cc]harter|[Cc]onvention|[Tt]reaty"
)


def _reached(text: str, block: Block, place: int) -> list[tuple[int, int]]:
    reached = []
    for sentence in reversed(block.sentences[:place]):
        if not _CITES.search(text, sentence.start, sentence.end):
            break
        reached.append((sentence.start, sentence.end))
    return reached
