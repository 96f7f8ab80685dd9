"""Texts told apart by what they are about: "a letter of intent on ...", "the draft convention on ..."."""

from __future__ import annotations

import re
from collections.abc import Iterator

from concerted.reading.citations import Citation, short
from concerted.reading.word_index import GuardedPattern

_NAME = r"(?:[A-Z](?:[\w.’'&-]*\w)?)"
_WORDS = r"(?:(?!(?:and|which|that|who|as|in order|will|is|are|was|to)\b)(?:(?:[A-Z]\.)+|[\w’'-]+)\s*){1,8}"
_PARTY = rf"(?:the\s+)?{_NAME}(?:\s+(?:{_NAME}|of|for|and|in|on)(?=\s))*\s+(?:{_NAME})|(?:the\s+)?{_NAME}"
_KIND = (
    r"(?:[Mm]emorandum\s+of\s+(?:[Uu]nderstanding|[Cc]ooperation)|[Ll]etter\s+of\s+[Ii]ntent"
    r"|[Tt]erms\s+of\s+[Rr]eference|MOU|MoU)"
)
_AGREED = GuardedPattern(
    rf"\b(?:[Aa]n?|[Tt]he|of)\s+(?:new\s+|updated\s+)?(?P<kind>{_KIND})(?:\s+\((?P<alias>[A-Z][\w-]+)\))?"
    rf"\s+(?P<about>(?:on|for|in\s+the\s+fields?\s+of|regarding|concerning)\s+(?:the\s+)?{_WORDS})"
)
_BETWEEN = GuardedPattern(
    r"\b(?:[Aa]n?|[Tt]he)\s+(?P<kind>agreement|memorandum\s+of\s+understanding)\s+"
    rf"(?P<about>between\s+(?:{_PARTY})(?:\s+\([A-Z]+\))?\s+and\s+(?:{_PARTY}))"
)
# One without a subject of its own is told apart by what it does: "a new MOU that will link the ports".
_DOING = GuardedPattern(
    rf"\b(?:a|an)\s+(?:new\s+)?(?P<kind>{_KIND}),?\s+(?P<about>(?:that|which)\s+(?:will|may|can|enables?|provides?|sets?)\s+{_WORDS})"
)
_DRAFT = GuardedPattern(
    r"\b[Tt]he\s+(?P<kind>draft\s+(?:[a-z-]+\s+){0,2}(?:convention|treaty|agreement|protocol|declaration|resolution))"
    rf"\s+(?P<about>(?:on|for|against|concerning)\s+(?:the\s+)?{_WORDS})"
)
_LATEST = GuardedPattern(
    rf"\b[Tt]he\s+(?P<kind>(?:latest|most\s+recent)\s+report)\s+(?P<about>of\s+the\s+{_NAME}(?:\s+(?:{_NAME}|on|of|for|and))*)"
)
_ORDER = GuardedPattern(
    rf"\b(?:[Aa]n|[Tt]he)\s+(?P<kind>Executive\s+Order)\s+(?P<about>(?:(?:that|which)\s+{_NAME}|on\s|to\s(?!the\b)|addressing\s|of\s)\s*{_WORDS})"
)
_NOTE = GuardedPattern(r"\b(?P<kind>Interpret(?:ive|ative)\s+Note)\s+(?P<about>to\s+Recommendation\s+\d+)")
# "the resolution “Seizing the Winds”", "the report entitled “Safer Ports”".
_QUOTED = GuardedPattern(
    r"\b(?P<kind>(?:(?:[Jj]oint|[Pp]lenary|[Ff]inal|[Pp]olicy)\s+)?(?:[Rr]esolution|[Dd]eclaration|[Rr]eport|[Ss]tatement|[Ss]trategy|[Gg]uidance"
    r"|[Ww]hite\s+[Pp]aper|[Rr]oadmap|[Cc]ommuniqué|[Gg]uidelines|[Cc]harter|[Pp]lan|[Dd]ocument))"
    r"\s+(?P<about>(?:(?:entitled|titled|called)\s+|on\s+)?[“\"](?=[A-Z])[^”\"]{8,140}[”\"])"
)
_TRAILING = re.compile(r"\s+(?:on|of|for|in|the|and|by|with|at|from|signed|adopted)\s*\Z|\s+\Z")


def find_described_texts(text: str, start: int, end: int) -> Iterator[Citation]:
    """Find single texts in text[start:end] that kind and subject, or kind and parties, tell apart."""
    for pattern in (_AGREED, _BETWEEN, _DOING, _DRAFT, _LATEST, _ORDER, _NOTE, _QUOTED):
        for match in pattern.finditer(text, start, end):
            last = match.end()
            while tail := _TRAILING.search(text, match.start("about"), last):
                last = tail.start()
            if last <= match.start("about"):
                continue
            title = " ".join(text[match.start("kind") : last].split())
            quoted = re.search(r"[“\"]([^”\"]+?),?[”\"]", title)
            title = quoted[1] if quoted else re.sub(r"\s+\([A-Z][\w-]+\)", "", title)
            yield Citation(match.start("kind"), last, short(title[0].upper() + title[1:]), title, None, None, "Text")
