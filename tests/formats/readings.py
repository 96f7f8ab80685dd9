"""Readings of texts that nobody would write, for what must come back from every form."""

from __future__ import annotations

import types
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum
from typing import Any, Union, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from concerted.formats.decisions import STATES, Decision, Reviewed, nouns
from concerted.reading.facts import Reading, Statement
from concerted.terms.passage import Passage

# Signs of layout, scripts, characters that XML, JSON or a spreadsheet trips over.
_PIECES = st.sampled_from(
    [
        *("# Harbour statement", "1. ", "2. ", "(a) ", "- ", "\n\n", "\n", "We decided to:", "The Security Council,"),
        *("*", "**bold**", "تعهد وزراء الخارجية", "🌊 sea", "\x0b", "\x0c", "\x85", "\u2028", "\ufffd", "\ufffe", "\r"),
        *("=1+1", "@sum", "'", "; ", "\\", '"a", b', "<b>&amp;", "]]>", "Sweden, Kuwait and Canada", "* * *", "\x00"),
    ]
)
_TEXTS = st.lists(_PIECES | st.text(max_size=8), min_size=1, max_size=20).map("".join).filter(bool)
_WORDS = _PIECES | st.text(max_size=6)
_SCALARS: dict[Any, st.SearchStrategy[Any]] = {
    bool: st.booleans(),
    int: st.integers(-3, 9_999),
    float: st.floats(0, 1),
    str: _WORDS,
    date: st.dates(),
    Decimal: st.decimals(allow_nan=False, allow_infinity=False, places=2),
}
_MOMENTS = st.datetimes(datetime(2001, 1, 1), datetime(2040, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001  # bounds


def _of(hint: Any, text: str) -> st.SearchStrategy[Any]:
    if get_origin(hint) in (Union, types.UnionType):
        (inner,) = (option for option in get_args(hint) if option is not type(None))
        return st.none() | _of(inner, text)
    if get_origin(hint) is tuple:
        least = 1 if get_args(hint)[0] is Passage else 0
        return st.lists(_of(get_args(hint)[0], text), min_size=least, max_size=2).map(tuple)
    if hint is Passage:
        return st.integers(0, len(text) - 1).flatmap(
            lambda start: st.integers(start + 1, len(text)).map(lambda end: Passage.of(text, start, end))
        )
    if is_dataclass(hint) and isinstance(hint, type):
        hints = get_type_hints(hint)
        return st.builds(hint, **{one.name: _of(hints[one.name], text) for one in fields(hint)})
    return st.sampled_from(list(hint)) if issubclass(hint, Enum) else _SCALARS[hint]


@st.composite
def reviewed(draw: st.DrawFn) -> Reviewed:
    """A reading of an odd text with a few facts of each noun, some of them decided on."""
    text = draw(_TEXTS)
    lists = {noun: draw(st.lists(_of(kind, text), max_size=2).map(tuple)) for noun, kind in nouns().items()}
    decisions = [
        Decision(noun, place, state, draw(st.none() | _WORDS.filter(bool)), draw(st.none() | _MOMENTS), draw(_WORDS))
        for noun, facts in lists.items()
        for place in range(len(facts))
        if (state := draw(st.none() | st.sampled_from(STATES)))
    ]
    return Reviewed(Reading(text=text, statement=draw(_of(Statement, text)), **lists), tuple(decisions))


def rejected(one: Reviewed, noun: str) -> Reviewed:
    """The same reading with the first fact of a noun rejected."""
    at = datetime(2031, 6, 1, 22, 30, tzinfo=UTC)
    return Reviewed(one.reading, (Decision(noun, 0, "rejected", "Amina Odhiambo", at, "=not ours"),))
