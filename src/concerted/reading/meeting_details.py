"""Where a gathering is, who hosts it, who attends, and which line of effort it serves."""

from __future__ import annotations

import re

from concerted.reading.dates import month_numbers
from concerted.reading.meeting_nouns import HOSTED_BY_SUBJECT
from concerted.reading.parties import find_parties
from concerted.reading.word_index import GuardedPattern

_CAP = r"(?:(?:[A-Z]\.)+[A-Z]\b\.?|(?:[A-Z]\.){2,}|[A-Z](?:[\w’'-]*\w)?)"
_PLACE = re.compile(
    rf"(?:[,\s]|\b(?:(?:to|will)\s+be\s+held|(?:will|to)\s+take\s+place|(?:is|are)\s+scheduled|planned|launched|opened|held|here|today|convened|virtually|hosted|taking\s+place|took\s+place|meeting|yesterday|in\s+person|again|this\s+[A-Z][a-z]+)\b)*"
    rf"\b(?P<lead>in|at|outside|i)\s+(?:the\s+)?(?P<place>{_CAP}(?:\s+(?:of\s+|de\s+)?(?:el-|al-)?{_CAP})*(?:,\s+(?!on\b|and\b){_CAP}(?:\s+{_CAP})*(?=[,.;)]|\s+(?:on|in|from|to|and|for|with|by|at|today|under)\b|\s*$))?)"
)
_FOREIGN_PLACE = re.compile(rf",\s*(?P<place>{_CAP}(?:\s+{_CAP})*)(?:,\s+{_CAP})?\s*[.,]")
_NO_PLACE = re.compile(
    r"\b(?:Summit|Conference|Meeting|Council|Forum|Committee|Plenary|Assembly|G7|G20|COP\s?\d*|Person|Kingdom|Republic|Government|Era|Framework|Context|Region|Area)\b"
)


def place_of(text: str, first: int, end: int) -> tuple[str | None, int]:
    """Read the place right after a gathering ("in N'Djamena, Chad") and where it ends; (None, first) without one."""
    match = _PLACE.match(text, first, min(end, first + 120))
    if match is None:
        return None, first
    words = " ".join(match["place"].split())
    head = words.split(",")[0]
    if head.split()[0].lower().strip(".") in month_numbers() or _NO_PLACE.search(words):
        return None, first
    trailing = words.rsplit(", ", 1)
    if len(trailing) == 2 and trailing[1].split()[0].lower() in month_numbers():
        return trailing[0], match.start("place") + len(trailing[0])
    return words, match.end("place")


def foreign_place(text: str, first: int, end: int) -> str | None:
    """Read a place set off by commas after a date ("den 9-10 november 2022, Edinburgh, Skottland")."""
    match = _FOREIGN_PLACE.match(text, first, end)
    return match["place"] if match else None


_HOST_VERB = GuardedPattern(r"\b(?:co-)?(?:host(?:s|ed|ing)?)\b(?!\s+by\b)")
_BY = GuardedPattern(
    r"\b(?:co-)?(?:hosted|convened|organi[sz]ed)\s+by\s+(?P<who>[^.;()]{3,120})|\bat\s+the\s+invitation\s+of\s+(?P<guest>[^;]{3,80})"
)
_HOST_OF = GuardedPattern(r"(?P<who>[^.;]{3,80}?)(?:,?\s+(?:as|and))?,?\s+(?:the\s+)?host\s+of\s*\Z")
_EFFORTS = GuardedPattern(r"(?P<who>[A-Z][^.;]{2,60}?)[’']s?\s+(?:efforts|initiative|leadership)\b[^.;]*\bthrough\s*\Z")
_PREPOSITION = re.compile(r"\b(?:in|at|of|to|from|with|for|as|by|around|across|on|holding)\s+(?:the\s+)?\Z")


def hosts_of(
    text: str, sentence: int, floor: int, first: int, last: int, end: int, visited: bool = False
) -> tuple[str, ...]:
    """Name the parties that host the gathering at first:last, from the clause floor:end; () where nobody is said to.

    ``sentence`` is where the sentence begins: "..., are pleased to announce we will host" has its subject there.
    """
    if visited:
        return tuple(mention.party for mention in find_parties(text, floor, first)[:1])
    of_whom = HOSTED_BY_SUBJECT.match(text, last, end)
    if of_whom:
        return _until(text, of_whom.start("who"), of_whom.end("who"))
    by = _BY.search(text, last, min(end, last + 200)) or _BY.search(text, first, last)
    if by:
        group = "who" if by["who"] else "guest"
        return _until(text, by.start(group), by.end(group))
    for pattern in (_HOST_OF, _EFFORTS):
        owner = pattern.search(text, floor, first)
        if owner:
            named = find_parties(text, owner.start("who"), owner.end("who") + 2)
            return (named[0 if pattern is _HOST_OF else -1].party,) if named else ()
    verbs = list(_HOST_VERB.finditer(text, floor, first))
    if not verbs:
        return ()
    own = re.search(r"\bwe\s+(?:\w+\s+){0,3}\Z", text[floor : verbs[-1].start()])
    return _subject(text, sentence if own else floor, verbs[-1].start())


def _until(text: str, first: int, end: int) -> tuple[str, ...]:
    """Take the parties of a list that follows "hosted by", up to the first word that ends it."""
    stop = re.compile(r"\s+(?:in|on|at|to|for|from|during|and\s+joined|which|where|will|held)\b").search(
        text, first, end
    )
    limit = stop.start() if stop else end
    return tuple(dict.fromkeys(mention.party for mention in find_parties(text, first, limit)))


def _subject(text: str, floor: int, verb: int) -> tuple[str, ...]:
    """Take the parties that stand as subject before a verb; places and objects of prepositions are none."""
    relative = re.compile(r"([^,;]*),\s+(?:which|who)\s+(?:\w+\s+){0,3}\Z").search(text, floor, verb)
    if relative:
        named = find_parties(text, relative.start(1), relative.end(1))
        return (named[-1].party,) if named else ()
    mentions = find_parties(text, floor, verb)
    kept = [
        mention.party
        for mention in mentions
        if not _PREPOSITION.search(text[max(floor, mention.start - 16) : mention.start])
    ]
    return tuple(dict.fromkeys(kept))


_ATTENDED = GuardedPattern(r"\battended\s+by\s+(?P<who>[^.;]{3,160})")
_LINE = GuardedPattern(r"\(?\b[Ll]ines?\s+of\s+[Ee]ffort\s+(?P<number>\d{1,2})\b")


def attendance_of(text: str, last: int, end: int) -> str | None:
    """Quote who attended, as written."""
    match = _ATTENDED.search(text, last, end)
    return " ".join(match["who"].split()) if match else None


def line_of(text: str, first: int, end: int) -> int | None:
    """Read the number of a line of effort written beside the gathering ("(Line of Effort 5)")."""
    match = _LINE.search(text, first, end)
    return int(match["number"]) if match else None
