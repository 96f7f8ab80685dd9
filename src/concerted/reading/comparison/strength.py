"""How firmly an act binds: its verb's force, words that do more of the same, words that leave a way out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from concerted.reading.facts import Act
from concerted.terms.passage import Passage
from concerted.terms.shelf import load, vocabulary

# What is promised stands at the head: "will continue | to further strengthen ...".
_HEAD = 3
_LED_TO = re.compile(r"(?:\s+\w+ly|\s+together|\s+with\s+\w+(?:\s+\w+)?)?\s+to\s+(\w+)")
_WORD = re.compile(r"[\w'’-]+")


def force(act: Act) -> tuple[int, Passage]:
    """Rank the weakest verb of an act, from 0 (hope to, consider ...) to 2 (will, decide to ...), and give its words.

    The ladder is the vocabulary's. The verb of a list's lead-in counts with its items, and so
    does one that the operative verb leads to ("will work to explore").
    """
    weak, firm = _rungs()
    verb = operative(act)
    led_to = _LED_TO.match(act.passage.quote, verb.end - act.passage.start)
    for rung, words in enumerate(weak):
        if words.search(act.verb) or (led_to and words.match(led_to[1])):
            return rung, verb
    return firm, verb


def operative(act: Act) -> Passage:
    """Give the passage of an act's operative verb, as far as it stands at its beginning; else its first word."""
    text, at = act.passage.quote.casefold(), 0
    for word in _WORD.findall(act.verb.casefold()):
        found = re.compile(rf"\b{re.escape(word)}\b").search(text, at)
        if found is None:
            break
        at = found.end()
    return _cut(act, 0, at or _first(act.passage.quote, 1))


def stepped_up(act: Act) -> Passage | None:
    """Find the word at the head of an act that does more of the same: expand, accelerate ..."""
    return _found(_pattern("more"), act, _head(act).end - act.passage.start)


def caveats(act: Act) -> tuple[Passage, ...]:
    """Find the words of an act that leave a way out: where appropriate, subject to ..."""
    return tuple(_cut(act, *each.span()) for each in _pattern("caveats").finditer(act.passage.quote))


def _head(act: Act) -> Passage:
    """Give an act's operative verb and the few words after it."""
    start = operative(act).end - act.passage.start
    return _cut(act, 0, start + _first(act.passage.quote[start:], _HEAD))


def _first(words: str, count: int) -> int:
    """Tell where the first words of a text end."""
    ends = [each.end() for _, each in zip(range(count), _WORD.finditer(words), strict=False)]
    return ends[-1] if ends else len(words)


def _found(pattern: re.Pattern[str], act: Act, stop: int) -> Passage | None:
    found = pattern.search(act.passage.quote, 0, stop)
    return _cut(act, *found.span()) if found else None


def _cut(act: Act, start: int, end: int) -> Passage:
    at = act.passage.start
    return Passage(at + start, at + end, act.passage.quote[start:end])


@cache
def _vocabulary() -> Any:
    return load(vocabulary("promise-strength"))


@cache
def _rungs() -> tuple[tuple[re.Pattern[str], ...], int]:
    """Give the patterns of the verbs that bind less than the rest, the weakest first, and the rest's own rung."""
    weak = tuple(_beginnings(words) for words in _vocabulary()["force"].values())
    return weak, len(weak)


@cache
def _pattern(key: str) -> re.Pattern[str]:
    words = _vocabulary()[key]
    return _beginnings(words) if key == "more" else re.compile("|".join(words), re.I)


def _beginnings(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\w*", re.I)
