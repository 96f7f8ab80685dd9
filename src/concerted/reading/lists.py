"""Lists under a lead-in: what the lead-in hands on, and when it is no act itself."""

from __future__ import annotations

import re
from dataclasses import dataclass

from concerted.reading.judgement import Judgement
from concerted.reading.subject import Subject
from concerted.reading.verbs import Verb
from concerted.reading.word_index import GuardedPattern
from concerted.terms.passage import Passage


@dataclass(frozen=True, slots=True)
class LeadIn:
    """A verb that introduces a list: its items inherit verb, kind, actors and time.

    ``open`` tells that it has no operative verb ("The leaders:") or one that asks for another ("agreed as
    follows:"), so that items with a verb of saying are judged by that.
    """

    verb: str
    judgement: Judgement
    subject: Subject | None
    passage: Passage
    due: Passage | None = None
    open: bool = False


# "to:", "the following steps to ensure ...:", "... and to take measures to:": the words lack what the items give.
_ONLY_POINTS = re.compile(
    r"\s*(?:(?:further|also|moreover)\s*)?(?:(?:(?:to|on|upon|that|by|with|in|for)\s+)?(?:(?:taking|take|implement|implementing)\s+)?(?:(?:the|these)\s+)?(?:following|(?:as\s+)?follows)\b.*"
    r"|(?:to|that|by|on|in|shall|will|should|must|including|through)?\s*[:.;,]*\s*"
    r"|(?=.*:\s*\Z)(?!.*\b(?:shall|will|should|must)\b.*\band\b.*\b(?:shall|will|should|must)\s*:\s*\Z)"
    r".*[^,\s]\s+(?:to|that|shall|will|should|must)\s*:\s*)",
    re.I | re.S,
)
_TRAILING = re.compile(
    r"(?:,?\s*(?:including|in\s+particular|inter\s+alia)\s*,?)*(?:,?\s*inter\s+alia\s*,?)?(?:\s*,?\s+(?:by|through|to|that))?\s*(?:,?\s*inter\s+alia\s*)?:\s*$",
    re.I,
)
# A formula behind a clause says nothing ("..., but let us be clear: we will ...").
_FORMULA = GuardedPattern(
    r",?\s*(?:but|and|so)\s+let\s+(?:us|our\s+message|there)\s+be\s+(?:\w+\s+)?(?:clear|doubt)\W*$", re.I
)
# "Call on" and "urge" have whom they address as their object, "call for" what is asked.
_ADDRESSING = ((), ("on",), ("upon",))
_ASKED = re.compile(r"\b(?:to|that|for|an?)\b|\A\s*(?:the\s+)?\w+\s+of\b")
_CLOSING = ";,.:–—-*†‡"
_FINAL_AND = re.compile(r"[;,]?\s+(?:and|or)\Z", re.I)


def only_points(complement: str) -> bool:
    """Tell whether the words after a lead-in's verb say nothing but that a list follows."""
    return _ONLY_POINTS.fullmatch(complement) is not None


def only_addresses(verb: Verb, complement: str) -> bool:
    """Tell whether a call says whom it is made to and leaves to the list what is called for ("Urges all parties:")."""
    return verb.group == "request" and verb.words in _ADDRESSING and _ASKED.search(complement) is None


def without_pointer(text: str, start: int, end: int) -> int:
    """Move an act's end before the words that only lead to a list (", including by:")."""
    formula = _FORMULA.search(text, max(start, end - 60), end)
    if formula and formula.start() > start:
        return formula.start()
    if text[end - 1 : end] != ":":
        return end
    match = _TRAILING.search(text, start, end)
    return match.start() if match and match.start() > start else end


def act_end(text: str, start: int, end: int) -> int:
    """Find an act's end without semicolon, full stop or a final "and"."""
    floor = max(start, end - 40)
    while end > floor and (text[end - 1] in _CLOSING or text[end - 1].isspace()):
        end -= 1
    last_word = text[max(floor, end - 3) : end].lower()
    final = _FINAL_AND.search(text, floor, end) if last_word.endswith(("and", "or")) else None
    return final.start() if final else end
