"""Texts cited by what they are: "the letter of 20 September from ...", "FATF recommendations"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from concerted.reading.citations import Citation, as_far_as_known, short, words
from concerted.reading.dates import DateMention, Precision, find_dates
from concerted.reading.word_index import GuardedPattern

_NOUN = (
    r"(?:statements?|communiqu[ée]s?|declarations?|letters?|agreements?|memorand(?:um|a)|notes?\s+verbales?|decisions?|accords?"
    r"|protocols?|treaty|resolutions?|letters?\s+of\s+intent|press\s+releases?|conclusions|plan|framework|reports?)"
)
_KIND = (
    r"(?:(?:joint|press|identical|ministerial|presidential|common|political|final|leaders’|leaders'|strategic|ceasefire|peace"
    r"|framework|safeguards|cooperation|executive\s+council|council)\s+)"
)
_NAME = r"(?:(?:[A-Z]\.){2,}|[A-Z](?:[\w.’'&-]*\w)?[’']?)"


_BY = rf"(?:\s+(?:by|of|from|between)\s+(?:the\s+|its\s+)?(?:{_NAME}|and|the|of)(?:\s+(?:{_NAME}|and|the|of|for))*)"
_BEFORE_DATE = re.compile(
    rf"\b(?P<title>{_KIND}{{0,3}}(?i:{_NOUN}))(?P<by>{_BY})?"
    r"(?:,?\s+(?:\w+\s+)?(?:of|on|dated|from|issued\s+on|adopted\s+on|signed\s+on|in)\s+|\s*\()\Z"
)
_TO = re.compile(rf"\)?\s+(?:from|to|by)\s+(?:the\s+)?{_NAME}(?:\s+(?:{_NAME}|of|the|to|and|from))*")
_AFTER_DATE = re.compile(
    rf"(?:[’']s)?\s+(?P<title>(?:{_KIND}|{_NAME}\s+){{0,4}}(?i:statement|communiqu[ée]|declaration|letter|agreement|memorandum"
    r"|decision|joint\s+plan))\b"
)
_REPORT = GuardedPattern(
    r"\b(?i:reports?|study|strategy|guidance|guidelines|paper|roadmap|document)(?:\s+on\s+[\w\s]{3,60}?)?,?\s*"
    r"(?:(?i:entitled|titled|called)\s+)?"
    rf"(?P<title>[“\"][^”\"]{{6,200}}[”\"]|(?<=,\s){_NAME}(?:\s+(?:{_NAME}|of|the|in|on|and|for|under|a|to))*"
    rf"(?::\s+(?:{_NAME}|of|the|in|on|and|for|under|a|to)(?:\s+(?:{_NAME}|of|the|in|on|and|for|under|a|to))*)?)"
)
_REPORTING = re.compile(rf"(?P<body>{_NAME}(?:\s+(?:{_NAME}|of|for|on|the|and)){{0,14}})\s+\Z")
_DOCUMENT = re.compile(r"(?<![\w/])[AS]/(?:\d{4}|\d{2,3})/\d{1,4}(?:/(?:Add|Rev)\.\d)?(?![\w/])")


def find_dated_texts(text: str, start: int, end: int) -> Iterator[Citation]:
    """Find texts in text[start:end] that their kind with a date, a quoted title or a document number tells apart."""
    for mention in find_dates(text, start, end):
        dated = as_far_as_known(mention)
        if dated and mention.precision is not Precision.YEAR:
            yield from _by_date(text, start, end, mention, dated)
    for match in _REPORT.finditer(text, start, end):
        yield from _by_title(text, start, match)
    for match in _DOCUMENT.finditer(text, start, end):
        yield Citation(match.start(), match.end(), match.group(), match.group(), "UN", None, "Document")
    if _HINT.search(text, start, end):
        yield from _by_issuer(text, start, end)


_HINT = re.compile(
    r"recommendation|guid|code\s+of\s+conduct|safeguards|standards|framework\s+for|norms\s+of|conclusions|onstitution"
)


def _by_date(text: str, start: int, end: int, mention: DateMention, dated: str) -> Iterator[Citation]:
    """Read a kind before or after a date ("the letter of <day> from ... to ...", "the <day> Statement")."""
    first, last = mention.passage.start, mention.passage.end
    floor = max(start, first - 220)
    before = _BEFORE_DATE.search(text[floor:first])
    if before:
        to = _TO.match(text, last, end)
        stop = to.end() if to else last + (text[last : last + 1] == ")" and text[first - 1] == "(")
        yield _dated(
            text, floor + before.start(), stop, (before["title"], before["by"] or "", to.group() if to else ""), dated
        )
        return
    after = _AFTER_DATE.match(text, last, end)
    if after:
        yield _dated(text, first, after.end(), (after["title"], "", ""), dated)


def _dated(text: str, first: int, last: int, parts: tuple[str, str, str], dated: str) -> Citation:
    kind, by, to = (" ".join(part.strip(") ").split()) for part in parts)
    issuer = re.sub(r"^(?:by|of|from|between)\s+(?:the\s+|its\s+)?", "", by)
    if re.match(r"(?:by|of)\s", by):
        id_ = f"{short(issuer)} {kind}"
    else:
        id_ = short(" ".join(part for part in (kind, by, to) if part))
    id_ = id_[0].upper() + id_[1:] if by or to else _capitals(id_)
    sender = re.match(r"from\s+(?:the\s+)?(.*?)(?:\s+to\s+.*)?$", to)
    body = issuer or (sender[1] if sender else None)
    return Citation(first, last, id_, " ".join(text[first:last].split()), body, dated, kind.split()[-1].capitalize())


def _capitals(words_: str) -> str:
    return " ".join(word if word[0].isupper() else word.capitalize() for word in words_.split())


def _by_title(text: str, start: int, match: re.Match[str]) -> Iterator[Citation]:
    title = match["title"].strip('“”" ,.')
    if len(title.split()) < 3 or not title[0].isupper():
        return
    floor = max(start, match.start() - 140)
    owner = _REPORTING.search(text[floor : match.start()])
    first = floor + owner.start() if owner else match.start()
    body = re.sub(r"[’']s?$", "", owner["body"]) if owner else None
    yield Citation(first, match.end(), title, title, body, None, "Report")


@cache
def _issuer() -> re.Pattern[str]:
    bodies = "|".join(
        re.escape(name).replace(r"\ ", r"\s+") for name in sorted(words()["issuing"], key=len, reverse=True)
    )
    adjectives = r"(?:(?:voluntary|agreed|consensus|relevant|endorsed|international|key|updated|revised)\s+)"
    return re.compile(
        rf"(?P<lead>{adjectives}{{0,2}})(?P<own>\b(?:{bodies})(?:[’']s)?)\s+{adjectives}{{0,2}}"
        rf"(?P<noun>recommendations|guidelines|guiding\s+principles|code\s+of\s+conduct|safeguards\s+agreement"
        rf"|standards|framework\s+for\s+[a-z]+(?:\s+(?!and\b|in\b|by\b|as\b|that\b|which\b)[a-z]+){{0,3}}(?:\s+in\s+[a-z]+)?|norms\s+of\s+[a-z\s]{{5,50}})"
        rf"|(?P<kind>{adjectives}{{0,2}}(?:conclusions\s+and\s+)?recommendations|conclusions|standards)\s+of\s+(?:the\s+)?"
        rf"(?P<body>(?:{bodies})\b(?:\s+(?:{_NAME}|to|on|for|of|a|an|the))*)"
        rf"|(?P<whose>\b(?:[A-Z]\w+|coalition|group|council|commission)[’']s)\s+(?P<what>constitution|Constitution|guiding\s+principles)\b"
    )


def _by_issuer(text: str, start: int, end: int) -> Iterator[Citation]:
    """Read a kind with its issuing body, in lower case ("FATF recommendations", "Chad's constitution")."""
    for match in _issuer().finditer(text, start, end):
        title = " ".join(match.group().split())
        stop = match.end()
        if match["body"]:
            body = re.sub(r"(?:\s+(?:to|on|for|of|a|an|the))+$", "", match["body"])
            stop = match.start("body") + len(body)
            kind = re.sub(rf"^(?:{'|'.join(('consensus', 'agreed', 'relevant', 'key'))})\s+", "", match["kind"])
            title = " ".join(text[match.start() : stop].split())
            yield Citation(
                match.start(), stop, short(f"{kind.capitalize()} of {body}"), title, body, None, kind.split()[-1]
            )
        elif match["whose"]:
            owner, what = match["whose"], match["what"]
            id_ = f"{owner} {what.capitalize()}" if owner[0].isupper() else what.title()
            yield Citation(match.start(), stop, " ".join(id_.split()), title, owner[:-2], None, what.title())
        else:
            own = re.sub(r"[’']s$", "", match["own"])
            noun = " ".join(match["noun"].split())
            yield Citation(match.start(), stop, short(f"{own} {noun}"), title, own, None, noun.split()[0].capitalize())
