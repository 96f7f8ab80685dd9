"""Time limits that an event or a ruling tells: "by the harvest summit in May 2031", "Decides that on 3 May 2031"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from concerted.reading.dates import find_dates
from concerted.reading.time_limit import TimeLimit
from concerted.reading.word_index import GuardedPattern
from concerted.terms.passage import Passage

_EVENT = (
    r"(?i:summit|conference|meetings?|session|assembly|ministerial|plenary|forum|anniversary|elections?|review|launch|expiry|expiration)"
    r"|(?:COP|MC|UNGA)\s?\d*"
)
_WORD = r"(?!(?:and|or|which|that|to|by|will|is|are|was|were)\b)[\w’'.-]+\s+"
# "adopted by the General Assembly on 3 May" names who adopted.
_BY_EVENT = GuardedPattern(
    r"(?<!\w)(?:(?<!ed )(?<!held )(?<!made )(?<!led )(?<!given )by|[Bb]efore|[Aa]head\s+of"
    r"|[Ii]n\s+advance\s+of|[Pp]rior\s+to)\s+"
    rf"(?:{_WORD}){{0,8}}?(?:{_EVENT})"
    r"(?:\s+(?:in|on|of)\s+(?:[A-Z]\w+,?\s+(?:in|on)\s+)?|\s+)(?=[A-Z\d])"
)
_YEAR = re.compile(r"(?P<year>20\d\d)(?![\w/%-])")
_ON = GuardedPattern(
    r"(?:\b[Dd]ecides\s+that,?\s+|\b(?:shall|will)\s+(?:enter\s+into\s+force|take\s+effect|come\s+into\s+(?:force|effect)|expire|terminate|cease|apply"
    r"|begin|start|end)\s+|\bwith\s+effect\s+|\b[Ee]ffective\s+)(?P<when>(?:on|from|as\s+of)\s+)"
)


def limits_by_event(text: str, start: int, end: int) -> Iterator[TimeLimit]:
    """Find in text[start:end] the limits that a gathering with its date sets, and the days on which a ruling begins."""
    for match in _BY_EVENT.finditer(text, start, end):
        yield from _dated(text, match.start(), match.end(), end)
    for match in _ON.finditer(text, start, end):
        yield from _dated(text, match.start("when"), match.end(), end)


def _dated(text: str, first: int, place: int, end: int) -> Iterator[TimeLimit]:
    mentions = find_dates(text, place, min(end, place + 40))
    year = _YEAR.match(text, place, end)
    if mentions and mentions[0].passage.start == place:
        mention = mentions[0]
        passage = Passage.of(text, first, mention.passage.end)
        yield TimeLimit(passage, day=mention.last, yearless=None if mention.last else mention)
    elif year:
        yield TimeLimit(Passage.of(text, first, year.end()), day=date(int(year["year"]), 12, 31))
