"""Gatherings that a verb tells: "met in ...", "decided to meet regularly", "welcomed the Prime Minister to ..."."""

from __future__ import annotations

import re
from collections.abc import Iterator

from concerted.reading.gatherings import Gathering
from concerted.reading.word_index import GuardedPattern, holds

_WHEN = (
    r"(?:again|regularly|annually|biannually|virtually|yearly|monthly|quarterly|frequently|periodically|today|here"
    r"|yesterday|together|in[- ]person|on\s+a\s+regular\s+basis|at\s+least|every|once|twice"
    r"|as\s+(?:often|appropriate|needed|necessary)|next|later|soon"
    r"|trilaterally|this\s+(?:year|month|week|summer|spring|autumn|fall|winter))"
)
_TAIL = (
    rf"(?:\s+(?:{_WHEN}\b|(?:on|in|at|outside|near)\s+(?=(?:the\s+)?[A-Z\d])|at\s+the\s+invitation\b"
    r"|in\s+the\s+(?:coming|next)\b|via\b|for\s+(?=the\b|a\b|our\b|substantive\b)|with\s+(?=the\s+[A-Z]|[A-Z])|under\s+the\b"
    r"|on\s+the\s+(?:margins|occasion|sidelines))|,\s+(?=(?:for|in|at)\b)|\s+to\s+\w+|$)"
)
_PROMISE = (
    r"(?:plan|plans|planned|intend|intends|intended|expect|expects|decided|agreed|commit|committed|agree|decide|continue"
    r"|look(?:s|ing)?\s+forward|aim|pledge[ds]?|resolve[ds]?|intent(?:ion)?|preparing)"
)
_AUX = (
    r"(?:(?:will|would|shall)(?:\s+also|\s+continue\s+to|\s+endeavou?r\s+to|\s+\w+\s+\w+\s+and)?"
    rf"|(?:are|is)\s+scheduled\s+to|{_PROMISE}\s+to(?:\s+continue)?(?:\s+to)?)"
)
_VERB = GuardedPattern(
    rf"\b(?:(?P<planned>{_AUX}\s+(?:meet|meeting|gather|reconvene|convene|reconvening|convening))"
    r"|(?P<past>(?:have\s+|had\s+)?(?:met|gathered|convened))"
    r"|(?P<gerund>(?<=after\s)meeting|(?<=since\s)meeting|(?<=Following\s)meeting)"
    r"|(?P<swedish>(?<!att\s)(?:träffas|träffades|möts|möttes|sammanträder|sammanträdde)(?=\s+(?:i|på|den|idag|för)\s))"
    rf"|(?P<present>(?<=\bwe\s)(?:meet|gather|convene)))(?={_TAIL}|(?<=s)\s+(?:i|på|den|idag|för)\s|(?<=de[rd])\s)"
)
# "as agreed in February by the group's foreign ministers in Oslo": who, where and when tell a gathering without a word
# for it. All three must be there.
_SPOKE = GuardedPattern(
    r"\b(?:expressed|agreed|adopted|endorsed|reaffirmed|reiterated|stated|issued|decided|declared|confirmed|launched|signed)\s+"
    r"(?P<what>(?:in|on)\s+(?=[A-Z\d])[\w ,]{3,24}?\s+by\s+(?:the\s+|our\s+)?(?:[\w’'.-]+\s+){0,5}?"
    r"(?P<who>(?:[Ff]oreign\s+|[Dd]efen[cs]e\s+|[Ff]inance\s+)?(?:[Mm]inisters|[Ll]eaders|[Hh]eads\s+of\s+[Ss]tate(?:\s+(?:and|or)\s+[Gg]overnment)?))"
    r")(?=\s+in\s+[A-Z])"
)
# "committed to convening the joint working group": the body's name tells the gathering.
_BODY = GuardedPattern(
    rf"\b(?:{_AUX}\s+(?=(?:re)?convene\b)|commit(?:s|ted)?\s+to\s+(?=(?:re)?convening\b))(?P<what>(?:re)?conven(?:e|ing)\s+(?:an?|the|our|their|its)\s+"
    r"(?P<body>(?:[\w’-]+\s+){0,5}?(?i:working\s+group|task\s+force|council|commission|committee|steering\s+group)))\b(?!\s+(?:if|should|when)\b)"
)
# Who speaks sends its own people: "we ask our envoys to meet", "tasked them to convene".
_SENT = GuardedPattern(
    r"\b(?:ask|task|direct|instruct|charge)(?:s|ed)?\s+(?:(?:our|their)\s+(?P<who>(?:[\w’-]+\s+){1,7}?)|them\s+)to\s+(?:meet|convene|reconvene)(?=[\s,.;])(?!\s+(?:the|an?|our|their|its|all)\s)"
    rf"(?:\s+(?:shortly|soon|as\s+soon\s+as\s+possible|{_WHEN}))?"
)
# "our statement adopted in May in Lima": when and where tell the gathering that adopted it.
_ADOPTED = GuardedPattern(
    r"\bour\s+(?:joint\s+)?(?:statement|declaration|communiqu[ée])\s+(?:adopted|issued|agreed)\s+(?P<what>in\s+[A-Z][a-z]+(?:\s+\d{4})?)(?=\s+in\s+[A-Z])"
)
_ADDED = re.compile(
    rf"(?:\s*,?\s*(?:{_WHEN}|to\s+(?:discuss|review)|(?:once|twice)\s+(?:a|per)\s+year|basis|(?:a|per)\s+year|as\s+needed)\b)+"
)
_AHEAD = re.compile(r"\s+in\s+the\s+(?:coming|next)\b")
_OBJECT = re.compile(r"\s+(?:the|an?|our)\s")
_OFFICE = r"(?:President|Prime\s+Minister|King|Chancellor|Minister|Secretary|Sultan|Emir|Crown\s+Prince|Premier)"
_WELCOMED = GuardedPattern(
    rf"\b(?P<verb>welcomed|received|hosted)\s+(?!by\b)(?=[^.;]{{0,60}}\b{_OFFICE}\b)[^.;]{{5,160}}?,?\s+(?:to|at|in)\s+"
    r"(?P<place>(?:the\s+)?[A-Z]\w+(?:\s+[A-Z]\w+)*)(?=\s*(?:[.,]|to\b|for\b|on\b|today\b))"
)


def gatherings_by_verb(text: str, start: int, end: int) -> Iterator[Gathering]:
    """Find the verbs of meeting in text[start:end]; "meet our commitments" and "gather evidence" are none."""
    for match in _VERB.finditer(text, start, end):
        kind = match.lastgroup or ""
        if kind == "past" and _AHEAD.match(text, match.end(), end):
            continue  # "a forum to be convened in the coming months": the noun is the gathering
        if kind == "present" and text[max(start, match.start() - 6) : match.start()] in ("As we ", "as we "):
            continue
        added = _ADDED.match(text, match.end(), end)
        last = added.end() if added else match.end()
        if _OBJECT.match(text, last, end) and re.search(r"conven|gather", match.group()):
            continue  # "convene the dialogue": the noun is the gathering
        yield Gathering(match.start(), last, None, verb=kind)
    for match in _SPOKE.finditer(text, start, end):
        yield Gathering(match.start("what"), match.end("what"), None, verb="past")
    if holds(text, start, end, "conven"):
        for match in _BODY.finditer(text, start, end):
            yield Gathering(match.start("what"), match.end(), match["body"], done=True, verb="planned")
    if holds(text, start, end, "ask", "direct", "instruct", "charge"):
        for match in _SENT.finditer(text, start, end):
            name = f"meeting of {' '.join(match['who'].split())}" if match["who"] else "meeting"
            yield Gathering(match.start(), match.end(), name, done=True, verb="planned")
    if holds(text, start, end, "our statement", "our joint", "our declaration", "our communiqu"):
        for match in _ADOPTED.finditer(text, start, end):
            yield Gathering(match.start("what"), match.end("what"), "meeting", done=True, verb="past")
    for match in _WELCOMED.finditer(text, start, end):
        yield Gathering(match.start(), match.end(), None, verb="past")


def spoke(text: str, start: int, end: int) -> str | None:
    """Give who spoke, if text[start:end] tells a gathering by who, where and when alone."""
    match = re.search(r"\bby\s+(?:the\s+|our\s+)?(?P<who>[^,;]+)\Z", text[start:end])
    return match["who"] if match and text[start:end].startswith(("in ", "on ")) else None


def visited(text: str, start: int, end: int) -> str | None:
    """Give the place to which a guest was welcomed, if that is what text[start:end] tells."""
    match = _WELCOMED.pattern.match(text, start, min(len(text), end + 10))
    return re.sub(r"^the\s+", "", match["place"]) if match else None
