"""The targets of a commitment: the parts of its text that the researchers of compliance count one by one.

The G7 and G20 Research Groups count one commitment for each target, whether actions are joined
("to open the locks and to pay the pilots") or aims of one action ("dredge, to keep the port open and reduce
delays"); measures by which a target is to be reached are not counted (Compliance Coding Manual for
International Institutional Commitments, University of Toronto, 2020, chapter 2).
"""

from __future__ import annotations

from concerted.reading.coordinated_deeds import CoordinatedDeeds, is_number
from concerted.reading.deeds import find_deed
from concerted.reading.facts import Act
from concerted.reading.lists import act_end
from concerted.reading.tokens import Tokens, tokenize
from concerted.terms.passage import Passage

_TAILS = ("also", "further", "well as", " as", "both")


def find_targets(text: str, act: Act) -> tuple[Passage, ...]:
    """List the targets in an act's text, in their order and apart; the whole complement where there is but one."""
    tokens = tokenize(text, act.passage.start, act.passage.end)
    if not len(tokens):
        return (act.passage,)
    first, form = find_deed(tokens, item=act.lead_in is not None)
    starts = _counted(tokens, [first, *CoordinatedDeeds(tokens, first, form).starts()])
    stops = [*(tokens.starts[_number_before(tokens, start)] for start in starts[1:]), act.passage.end]
    spans = [(tokens.starts[start], stop) for start, stop in zip(starts, stops, strict=True)]
    ends = [_end(text, start, stop) for start, stop in spans]
    found = tuple(Passage.of(text, start, end) for (start, _), end in zip(spans, ends, strict=True) if end > start)
    return found or (act.passage,)


def _counted(tokens: Tokens, starts: list[int]) -> list[int]:
    """Leave out the words that only lead to parts with numbers ("We will: i) ...; ii) ...")."""
    leads = len(starts) > 1 and ":" in tokens.lower[starts[0] : starts[1]]
    return starts[1:] if leads and _number_before(tokens, starts[1]) < starts[1] else starts


def _number_before(tokens: Tokens, start: int) -> int:
    """Find where the number of a part begins; the part's own start where it has none."""
    return next((place for place in (start - 3, start - 2) if place >= 0 and is_number(tokens, place)), start)


def _end(text: str, start: int, stop: int) -> int:
    """Find a target's end without the marks, words and numbers that join it to the next."""
    while True:
        end = act_end(text, start, stop)
        for tail in _TAILS:
            if text[start:end].endswith(tail):
                end -= len(tail)
        if end == stop:
            return end
        stop = end
