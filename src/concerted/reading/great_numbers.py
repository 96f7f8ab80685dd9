"""Great numbers that stand apart from what they count: "2 million safe and tested crates", "3,000 of whom are"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from concerted.reading.facts import Quantity
from concerted.reading.numbers import value_of
from concerted.reading.word_index import GuardedPattern
from concerted.terms.passage import Passage

_STOP = r"(?:of|or|in|on|to|for|with|by|at|from|the|a|an|that|which|who|is|are|was|were|has|have|had|will|than|into)\b"
_GREAT = GuardedPattern(
    r"(?<![\w$€£¥.,/’'-])(?P<number>\d+(?:\.\d+)?[\s\u00a0](?:thousand|million|billion)|\d{1,3}(?:,\d{3})+)(?![\d%/-])"
    rf"(?:\s+of\s+(?:the|our|its|their|these|those)\b)?(?P<unit>(?:(?:,?\s+and|,)?\s+(?!{_STOP})[\w’'-]+){{0,7}}?\s+[\w’-]*[a-z]s(?![\w’'-]))?"
)
_MONEY_BEFORE = re.compile(r"(?:\$|€|£|¥|\b[A-Z]{3})\s?$")
_MONEY_AFTER = re.compile(r"\s+(?:[A-Z][\w.]*\s+){0,2}(?i:dollars|euros?|pounds|yen|kronor|usd|eur)\b")
_LIVE = re.compile(
    r"\s*(?:[.;)]|,(?!\s*\d)|(?:are|were|is|was|have|has|had|live|living|remain|more|fully|received|of\s+(?:whom|which|them))\b)"
)
# "the number of crates in the yards has grown to nearly 2 million": what is counted stands before.
_GROWN = re.compile(
    r"\bnumber\s+of\s+(?P<unit>[a-z-]+)\b[^.;,]{0,90}\b(?:grown|grew|risen|rose|increased|fallen|fell)\s+to\s+(?:[a-z]+\s+){0,3}\Z"
)


def great_numbers(text: str, start: int, end: int, counted: Sequence[Quantity]) -> Iterator[Quantity]:
    """Find the great numbers of text[start:end] besides those in ``counted``.

    One without a word for what it counts is of the unit that was counted last ("..., of whom 3 million are ...").
    """
    for match in _GREAT.finditer(text, start, end):
        first, last = match.span("number")
        if any(one.passage.start < last and first < one.passage.end for one in counted):
            continue
        if _MONEY_BEFORE.search(text, max(start, first - 5), first) or _MONEY_AFTER.match(text, last, end):
            continue
        if match["unit"] and match.end() - last < 90:
            yield Quantity(Passage.of(text, first, match.end()), value_of(match["number"]), match["unit"].split()[-1])
            continue
        grown = _GROWN.search(text, max(start, first - 160), first) if _LIVE.match(text, last, end) else None
        if grown:
            yield Quantity(Passage.of(text, first, last), value_of(match["number"]), grown["unit"])
            continue
        before = [one for one in counted if one.passage.end <= first]
        if before and _LIVE.match(text, last, end):
            yield Quantity(Passage.of(text, first, last), value_of(match["number"]), before[-1].unit)
