"""Texts told apart by what they are about: "a letter of intent on ...", "the draft convention on ..."."""

from __future__ import annotations

import re
from collections.abc import Iterator

from concerted.reading.citations import Citation, short
from concerted.reading.word_index import GuardedPattern, holds

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
_BODY_NAME = rf"the\s+{_NAME}(?:\s+(?:{_NAME}|on|of|for|and)(?=\W))*"
_LATEST = GuardedPattern(
    rf"\b[Tt]he\s+(?P<kind>(?:latest|most\s+recent|new|recent)\s+(?:report|findings|assessment))\s+(?P<about>(?:of|by)\s+{_BODY_NAME})"
)
# "the report of the Harbour Master on the state of the quays", "the decision of the Council at its first session".
_OF_A_BODY = GuardedPattern(
    rf"\b[Tt]he\s+(?P<kind>report)\s+(?P<about>of\s+the\s+(?:Secretary\s?-\s?General|{_NAME}(?:\s+(?:{_NAME}|of|for|and)(?=\W))*)\s+on\s+(?:the\s+)?{_WORDS})"
)
_AT_SESSION = GuardedPattern(
    rf"\b[Tt]he\s+(?P<kind>decision)\s+(?P<about>of\s+{_BODY_NAME})(?=[^.;,]{{0,110}}\bat\s+its\s+[\w-]+\s+session\b)"
)
_AMENDMENTS = GuardedPattern(
    rf"\b[Tt]he\s+(?P<kind>amendments?)\s+(?P<about>(?:to\s+{_BODY_NAME}\s+)?adopted\s+(?:at|by|in)\s+{_BODY_NAME})"
)
_WHOSE_REPORT = GuardedPattern(
    rf"\b[Tt]he\s+(?P<kind>{_NAME}(?:\s+(?:{_NAME}|of|for|and))*(?<=[’'s])\s+(?:\([A-Z]+\)\s+)?(?:(?:new|latest|recent)\s+)?report)"
    rf"\s+(?P<about>(?:of|on)\s+(?:its\s+|the\s+)?(?:(?!(?:and|which|that|who|as|will|is|are|was|to|by|at|from)\b)[\w’'-]+\s*){{1,8}}(?:and\s+[\w\s-]{{3,50}}(?=\([AS]/))?)"
)
_ITS_REPORT = GuardedPattern(
    rf"\bits\s+(?P<kind>(?:new|latest|recent)\s+report)\s+(?P<about>(?:outlining|on|setting\s+out|analy[sz]ing)\s+(?:the\s+)?{_WORDS}(?:[“\"][^”\"]{{3,60}}[”\"])?)"
)
_ADVICE = GuardedPattern(
    rf"\b(?P<kind>(?:key\s+)?recommendations)\s+(?P<about>(?:by|from)\s+the\s+{_NAME}\s+{_NAME}(?:\s+{_NAME})*(?:\s+\([A-Z]+\))?)"
)
# "our statement adopted in May in Lima": the issuers' own text, told by when and where.
_OUR_OWN = GuardedPattern(
    r"\bour\s+(?P<kind>(?:joint\s+)?(?:statement|declaration|communiqu[ée]))\s+"
    rf"(?P<about>(?:adopted|issued|agreed)\s+in\s+[A-Z][a-z]+(?:\s+\d{{4}})?\s+in\s+{_NAME}(?:\s+{_NAME})*)"
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
# Each with the words of which it needs one, so that a rare pattern is not even compiled.
_PATTERNS = {
    _AGREED: ("emorandum", "etter", "erms", "MOU", "MoU"),
    _BETWEEN: ("between",),
    _DOING: ("emorandum", "etter", "erms", "MOU", "MoU"),
    _DRAFT: ("draft",),
    _LATEST: ("findings", "assessment", "report"),
    _OF_A_BODY: ("report",),
    _AT_SESSION: ("session",),
    _AMENDMENTS: ("amendment",),
    _WHOSE_REPORT: ("report",),
    _ITS_REPORT: ("report",),
    _ADVICE: ("recommendations",),
    _OUR_OWN: ("our statement", "our joint", "our declaration", "our communiqu"),
    _ORDER: ("Executive",),
    _NOTE: ("Interpret",),
    _QUOTED: ("“", '"'),
}


def find_described_texts(text: str, start: int, end: int) -> Iterator[Citation]:
    """Find single texts in text[start:end] that kind and subject, or kind and parties, tell apart."""
    for pattern, needed in _PATTERNS.items():
        if not holds(text, start, end, *needed):
            continue
        for match in pattern.finditer(text, start, end):
            last = match.end()
            while tail := _TRAILING.search(text, match.start("about"), last):
                last = tail.start()
            if last <= match.start("about"):
                continue
            title = " ".join(text[match.start("kind") : last].split())
            title = re.sub(r"(?<=\w)\s+-(?=\w)", "-", title)
            quoted = re.search(r"[“\"]([^”\"]+?),?[”\"]", title) if pattern is _QUOTED else None
            title = quoted[1] if quoted else re.sub(r"\s+\([A-Z][\w-]+\)", "", title)
            first = match.start() if pattern is _DOING else match.start("kind")
            yield Citation(first, last, short(title[0].upper() + title[1:]), title, None, None, "Text")
