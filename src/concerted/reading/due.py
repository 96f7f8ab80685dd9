"""The words of an act that say by when."""

from __future__ import annotations

import re

from concerted.reading.dates import find_dates
from concerted.reading.time_limits import find_time_limits, vague_limit
from concerted.reading.word_index import GuardedPattern
from concerted.terms.passage import Passage

# A bare date says by when only if what happens then lies ahead ("will meet in December"); after the participle
# of something past ("adopted on 3 May") it tells history.
_AHEAD = GuardedPattern(
    r"\b(?:will|shall|would|scheduled|plans?|planned|intends?|intent|intention|aims?|look(?:s|ing)? forward|next|to be"
    r"|expects?|decided? to|agreed? to|commit(?:s|ted)?|prepar\w+|further|future|upcoming|urges?"
    r"|call(?:s|ed|ing)? (?:on|for|upon)|doit|doivent|prévu\w*|kommer att)\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"(?<!\bbe\s)(?<!\bbeen\s)\b(?:adopted|signed|issued|made|held|released|dated|announced|launched|established|published"
    r"|endorsed|hosted|met|took\s+place|began|started|concluded|since|was|were|had|did)\s*(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
# "the yearly fair, whose next round another town will hold in 2031": another's own date.
_OF_ANOTHER = re.compile(
    r",\s+(?:(?:the|an?)\s+(?:\w+\s+){1,3}of\s+)?(?:which|who|whose)\b(?![^.;]{0,40}\bwe\b)(?:(?!,\s+(?:and|we|our)\b)[^.;])*(?<!,\s(?:in|on|by)\s)\Z"
)
_PREPOSITION = re.compile(
    r"\b(?:in|on|from|early in|late in|during|starting (?:in|from)|beginning (?:in|on)|en|le|den|i)\s+$", re.IGNORECASE
)


def find_due(text: str, start: int, end: int) -> Passage | None:
    """Find the words in text[start:end] that say by when the deed is to happen, the first if there are several.

    Vague words count too ("immediately", "as soon as possible", "in December"); frequencies, manners and
    durations do not. None where nothing says by when.
    """
    candidates = [limit.passage for limit in find_time_limits(text, start, end)]
    vague = vague_limit().search(text, start, end)
    if vague:
        candidates.append(Passage.of(text, *vague.span()))
    dated = _dated_ahead(text, start, end)
    if dated:
        candidates.append(dated)
    return min(candidates, key=lambda passage: (passage.start, -passage.end), default=None)


def _dated_ahead(text: str, start: int, end: int) -> Passage | None:
    if not _AHEAD.search(text, start, end):
        return None
    for mention in find_dates(text, start, end):
        first, last = mention.passage.start, mention.passage.end
        if _OF_ANOTHER.search(text, start, first):
            continue
        lead = _PREPOSITION.search(text, max(start, first - 20), first)
        if lead and not _PAST.search(text, max(start, lead.start() - 30), lead.start()):
            return Passage.of(text, lead.start(), last)
    return None
