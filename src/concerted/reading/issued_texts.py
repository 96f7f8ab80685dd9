"""Texts without a name that somebody is said to have issued: "endorsed guidance to help ports"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from concerted.reading.citations import Citation, short
from concerted.reading.word_index import GuardedPattern, holds

_TEXT = (
    r"guidance|guide|report|handbook|playbook|toolkit|toolbox|statement|declaration|roadmap|white\s+paper|letters?\s+of\s+intent"
    r"|memorand(?:um|ums|a)\s+of\s+understanding|action\s+plan|fact\s+sheet|guidelines|strategy|set\s+of\s+(?:\w+\s+){0,2}(?:principles|recommendations)"
)
_WORD = r"(?!(?:and|which|that|who|as|in|will|is|are|was|were|has|have)\b)[\w’'-]+"
_ABOUT = (
    r"(?:on|to|for|between|with|analy[sz]ing|outlining|setting\s+out|calling|announcing)\s+"
    rf"(?:{_WORD}\s+){{0,9}}{_WORD}"
)
_MADE = (
    r"(?:published|released|issued|endorsed|adopted|finali[sz]ed|produced|signed|concluded|co-authored|publishing|releasing|signing\s+of"
    r"|(?:publication|release|adoption|issuance|finali[sz]ation)\s+of)"
)
_ISSUED = GuardedPattern(
    rf"\b{_MADE}\s+(?:(?:in|on)\s+(?:[A-Z]\w+|\d{{1,2}})[\w\s,]{{0,16}}?\s+(?=an?\s|the\s|its\s))?(?:an?\s+|the\s+|its\s+|their\s+|our\s+)?(?:(?:new|joint|first|second|comprehensive|updated|common|status|comparative|technical|(?!following)\w+ing)\s+){{0,3}}"
    rf"(?P<text>(?:{_TEXT})\s+{_ABOUT})"
)
_WAS_ISSUED = GuardedPattern(
    rf"\b[Aa]n?\s+(?P<text>(?:\w+\s+){{0,2}}(?:{_TEXT})\s+(?:was|were)\s+(?:published|released|issued|endorsed|adopted|produced|signed)\s+{_ABOUT})"
)
_STATEMENT = GuardedPattern(
    r"\b(?P<text>(?:joint\s+)?(?:statement|letter|declaration)\s+(?:by|from|of|for)\s+(?!(?:its|the)\s+[Pp]resident)[^.;:]{3,70}?\s+"
    rf"(?:announcing|condemning|regarding|concerning|calling|that\s+calls)\s+(?:{_WORD}\s+){{0,9}}{_WORD})"
)
_RULES = GuardedPattern(
    r"\b(?:rules?\s+\d+\s+of\s+)?(?P<whose>its|the\s+[A-Z][\w’-]*(?:\s+[A-Z][\w’-]*)*[’']s)\s+(?P<text>(?:provisional\s+)?rules\s+of\s+procedure|terms\s+of\s+reference)\b"
)
# One that is just made needs no subject: "signed a new harbour agreement", "the adoption of a new fleet strategy".
_NEW = GuardedPattern(
    r"\b(?:approv(?:e|es|ed)|adopt(?:s|ed)?|sign(?:s|ed)?|(?:adoption|approval|signing|signature|publication)\s+of)\s+"
    r"(?P<text>a\s+new\s+(?:[\w’-]+\s+){0,4}?(?:strategy|[Cc]harter|[Tt]reaty|[Rr]oadmap|[Aa]ction\s+[Pp]lan|[\w’-]+\s+[Aa]greement|MO[Uu]|memorandum\s+of\s+understanding))\b"
)
_RESOLUTION = GuardedPattern(
    r"\b(?P<text>(?:(?:UN|U\.N\.|United\s+Nations)\s+)?(?:General\s+Assembly|Security\s+Council|Human\s+Rights\s+Council)\s+(?:Plenary\s+)?[Rr]esolution"
    r"\s+on\s+(?:the\s+)?[A-Z][\w’-]+(?:,?\s+(?:[A-Z][\w’-]+|and|of|for|the|in|on|to|through|with))*)"
)
_OUTCOME = GuardedPattern(
    r"\b(?P<text>(?:19|20)\d\d\s+(?:political\s+declaration|outcome\s+document)\s+of\s+the\s+[\w\s-]{5,80}?\s+on\s+(?:the\s+)?"
    rf"(?:{_WORD}\s+){{0,7}}{_WORD})"
)
_STANDARDS = GuardedPattern(
    r"\b(?P<text>standards\s+and\s+recommended\s+practices\s+of\s+(?:the\s+)?[A-Z][\w’-]+(?:\s+(?:[A-Z][\w’-]+|of|for|and|on)(?=\s))*\s+[A-Z][\w’-]+"
    r"(?:\s+on\s+[\w\s]{3,20}?(?=[.,;]))?)"
)
_TRAILING = re.compile(r"\s+(?:on|of|for|in|the|and|by|with|at|from|to|through)\s*\Z|\s+\Z")
# Each with the words of which it needs one, so that a rare pattern is not even compiled.
_PATTERNS = {
    _ISSUED: ("",),
    _WAS_ISSUED: (" was", " were"),
    _STATEMENT: ("statement", "letter", "declaration"),
    _RESOLUTION: ("esolution",),
    _OUTCOME: ("declaration", "outcome"),
    _STANDARDS: ("standards",),
    _NEW: (" new",),
}


def find_issued_texts(text: str, start: int, end: int) -> Iterator[Citation]:
    """Find single texts in text[start:end] that only their making, or whose they are, tells apart."""
    for pattern, needed in _PATTERNS.items():
        if not holds(text, start, end, *needed):
            continue
        for match in pattern.finditer(text, start, end):
            first, last = match.span("text")
            while tail := _TRAILING.search(text, first, last):
                last = tail.start()
            title = re.sub(r"\s(?:was|were)\s\w+(?=\s)", "", " ".join(text[first:last].split()))
            title = re.sub(r"^an?\s+new\s+", "", title)
            yield Citation(first, last, short(title[0].upper() + title[1:]), title, None, None, "Text")
    for match in _RULES.finditer(text, start, end) if holds(text, start, end, "procedure", "reference") else ():
        title = " ".join(match["text"].split())
        owner = re.sub(r"^the\s+|[’']s$", "", match["whose"])
        id_ = title.capitalize() if owner == "its" else short(f"{owner} {title}")
        yield Citation(match.start(), match.end(), id_, title, None, None, "Rules")
