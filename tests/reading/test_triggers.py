"""Patterns and the words that they cannot match without."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from concerted import reading
from concerted.reading.triggers import Triggers, openings_of, triggers_of
from concerted.reading.word_index import GuardedPattern


@pytest.mark.parametrize(
    ("pattern", "words", "stems"),
    [
        (r"\bthe harbour\b", {"harbour"}, set()),
        (r"\bdredg(?:e|ing)\b", {"dredge", "dredging"}, set()),
        (r"\bdredg\w+", set(), {"dredg"}),
        (r"\b[Pp]ilots?\b|\b(?i:MASTERS)\b", {"pilot", "pilots", "masters"}, set()),
        (r"(?<!\w)quays?(?!\w)\s+\d+", {"quay", "quays"}, set()),
        (r"(?<=\bthe\s)lock\b", {"lock"}, set()),
        (r"\bby\s+(?:\w+\s+){0,3}lantern\b", {"lantern"}, set()),
        (r"\b(?:\d{1,3}|seven)\s+\w+", {"0", "seven"}, set()),
    ],
)
def test_a_pattern_tells_the_words_it_needs(pattern: str, words: set[str], stems: set[str]) -> None:
    assert triggers_of(pattern) == Triggers(frozenset(words), tuple(sorted(stems)))


@pytest.mark.parametrize(
    "pattern", [r"\w+", r"(?:\bquay\b)?\s*x", r"quay", r"\bquay\b|[^;]+", r"\W\d{2}|\$", r"\b\w*quay"]
)
def test_a_pattern_that_may_match_without_a_known_word_has_none(pattern: str) -> None:
    assert triggers_of(pattern) is None


@pytest.mark.parametrize(
    "pattern",
    [
        r"\bpilot(?:s|age)?\b",
        r"\b(?i:lock[- ]keepers?)\b",
        r"(?<![\w-])3\d\s+boats",
        r"\bîles?\b",
        r"\b(?:a|two)\s+quays\b",
    ],
)
def test_a_guarded_pattern_finds_what_the_pattern_finds(pattern: str) -> None:
    text = "Two quays. PILOTS and pilotage: 31 boats, 12 boats; the Lock-keeper of İ les Îles, un-pilot, lock keepers."
    for start in range(0, len(text), 7):
        for end in (len(text), len(text) - 20):
            guarded = GuardedPattern(pattern, re.IGNORECASE)
            alone = [match.span() for match in guarded.pattern.finditer(text, start, end)]
            assert [match.span() for match in guarded.finditer(text, start, end)] == alone
            first = guarded.search(text, start, end)
            assert (first.span() if first else None) == (alone[0] if alone else None)


def _guarded_patterns() -> Iterator[GuardedPattern]:
    for module in pkgutil.walk_packages(reading.__path__, f"{reading.__name__}."):
        for value in vars(importlib.import_module(module.name)).values():
            if getattr(value, "__annotations__", {}) == {"return": "GuardedPattern"}:
                value = value()
            if isinstance(value, GuardedPattern):
                yield value


def test_the_guard_hides_nothing_in_official_texts(shared: Path) -> None:
    patterns = list(_guarded_patterns())
    assert len(patterns) > 20
    for path in sorted((shared / "statements").glob("*.txt"))[::9]:
        text = path.read_text(encoding="utf-8")[:20_000]
        for guarded in patterns:
            alone = [match.span() for match in guarded.pattern.finditer(text)]
            assert [match.span() for match in guarded.finditer(text, 0, len(text))] == alone


@pytest.mark.parametrize(
    ("pattern", "words", "stems"),
    [
        (r"\b(?:the|an?)\s+harbour", {"the", "a", "an"}, set()),
        (r"(?<!\w)dredg\w+|\b\d+ boats", {"0"}, {"dredg"}),
        (r"(?<![\w-])(?:more\s+)?(?:seven|\d+)\b", {"more", "seven", "0"}, set()),
    ],
)
def test_a_pattern_tells_the_words_it_begins_with(pattern: str, words: set[str], stems: set[str]) -> None:
    assert openings_of(pattern) == Triggers(frozenset(words), tuple(sorted(stems)))


@pytest.mark.parametrize(
    "pattern", [r"\s+of\b", r"quay", r"\b[“\"]?quay", r"\b(?:\w+\s+)?quay", r"(?<!\w)\$\s?\d", r"\bquay|\$"]
)
def test_a_pattern_that_may_begin_elsewhere_tells_none(pattern: str) -> None:
    assert openings_of(pattern) is None
