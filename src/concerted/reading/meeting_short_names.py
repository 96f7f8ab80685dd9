"""Gatherings that go by the name of a group or by letters: "at the G20 in India", "the eleventh NHS"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from concerted.reading.gatherings import Gathering, either
from concerted.reading.word_index import GuardedPattern

_FIXED = re.compile(
    r"\b(?:Summit|Conference|Meeting|Assembly|Ministerial|Dialogue)s?[’']?\s+\((?:the\s+)?[“\"]?(?P<short>[A-Z]{3,8})[”\"]?\)"
)
_GROUPS = GuardedPattern(r"\b(?:G7|G20|APEC|NATO|UNGA)\b")
_GROUP = GuardedPattern(
    r"\b(?:at|during|(?:margins|sidelines)\s+of)\s+(?P<name>(?:the\s+)?(?:G7|G20|APEC|NATO|UNGA(?:\s?\d+)?)(?:\s+(?:meetings?|gathering))?)"
    r"(?=\s+in\s+[A-Z][a-z])"
)


def gatherings_by_short_name(text: str, start: int, end: int) -> Iterator[Gathering]:
    """Find gatherings in text[start:end] named by a group with its place, or by letters that the text fixes."""
    for match in _GROUP.finditer(text, start, end) if _GROUPS.may_stand_in(text, start, end) else ():
        yield Gathering(*match.span("name"), " ".join(match["name"].split()), proper=True, ordinal=True, noun="Summit")
    letters = _letters(text)
    if letters:
        for match in letters.finditer(text, start, end):
            name = " ".join(match["name"].split())
            yield Gathering(match.start(), match.end(), name, proper=True, ordinal=True, noun="Summit")


@lru_cache(maxsize=4)
def _letters(text: str) -> GuardedPattern | None:
    """Compile the letters that a text fixes for a summit, with their place in the series; None if it fixes none."""
    fixed = sorted({match["short"] for match in _FIXED.finditer(text)})
    if not fixed:
        return None
    short = "|".join(fixed)
    return GuardedPattern(
        rf"\b(?:the|our|this\s+year[’']s|last\s+year[’']s)\s+(?P<name>(?:(?i:{either('ordinals')})|\d+(?:st|nd|rd|th)|20\d\d)\s+(?:{short})"
        rf"(?:\s+\((?:{short})\s?[\dIVX]+\))?)(?![\w’'])"
    )
