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
    r"|protocols?|treaty|resolutions?|letters?\s+of\s+intent|press\s+releases?|conclusions|plan|framework|reports?"
    r"|awards?|rulings?|judge?ments?|decrees?|strateg(?:y|ies)|guidelines|roadmap|proposals?)"
)
_KIND = (
    r"(?:(?:joint|press|identical|ministerial|presidential|common|political|final|leaders’|leaders'|strategic|ceasefire|peace"
    r"|framework|safeguards|cooperation|executive\s+council|council)\s+)"
)
_NAME = r"(?:(?:[A-Z]\.){2,}|[A-Z](?:[\w.’'&-]*\w)?[’']?)"


_MADE = r"(?:\s+(?:rendered|issued|delivered|adopted|made|signed|expressed|published))?"
_BY = (
    rf"(?:{_MADE}\s+(?:by|of|from|between)\s+(?:the\s+|its\s+)?(?:{_NAME}|and|the|of)"
    rf"(?:\s+(?:{_NAME}|and|the|of|for))*)"
)
_BEFORE_DATE = re.compile(
    rf"\b(?P<title>{_KIND}{{0,3}}(?i:{_NOUN}))"
    rf"(?P<about>\s+(?:on|concerning|regarding)\s+(?![A-Z]\w+\s+\d|\d)[\w\s’'/-]{{3,70}}?)?(?P<by>{_BY})?"
    r"(?:\s+\([A-Z]+\))?"
    r"(?:,?\s+(?:\w+\s+)?(?:of|on|dated|from|(?:issued|adopted|signed|published|released)\s+(?:on|in)|in)\s+|\s*\()\Z"
)
_BARE = re.compile(r"(?<!published)(?<!issued)(?<!adopted)(?<!signed)(?<!released)\s+(?:on|in|from|of)\s+$")
# A year tells a text apart only where it says when the text was made ("the fleet strategy adopted in 1996").
_MADE_IN = re.compile(r"\b(?:adopted|signed|concluded|issued|published|released|agreed)\s+in\s+\Z")
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
_DOCUMENT = GuardedPattern(
    r"(?<![\w/])(?:[AS]/(?:\d{4}|\d{2,3})/\d{1,4}|S/\d{4,5}|A/(?:ES-)?\d{1,3}/L\.\d{1,3}|A/C\.\d/\d{1,3}/L\.\d{1,3}|EC-M-\d+/(?:DEC|NAT)\.\d+"
    r"|WHA\d{2}/\d{4}/REC/\d|E/CN\.\d+/\d{4}/\d+)(?:/(?:Add|Rev)\.\d)?(?![\w/])"
    r"(?:\s+and\s+[AS]/[\w/.]+?/(?:Add|Rev|Corr)\.\d(?![\w/])|\s*[-–]?\s*S/\d{4}/\d{1,4}(?![\w/]))?"
)


def find_dated_texts(text: str, start: int, end: int) -> Iterator[Citation]:
    """Find texts in text[start:end] that their kind with a date, a quoted title or a document number tells apart."""
    for mention in find_dates(text, start, end):
        dated = as_far_as_known(mention)
        if dated and (
            mention.precision is not Precision.YEAR
            or _MADE_IN.search(text, max(start, mention.passage.start - 40), mention.passage.start)
        ):
            yield from _by_date(text, start, end, mention, dated)
    for match in _REPORT.finditer(text, start, end):
        yield from _by_title(text, start, match)
    for match in _DOCUMENT.finditer(text, start, end):
        number = re.split(r"\s|[-–]S/", match.group())[0]
        yield Citation(match.start(), match.end(), number, number, "UN", None, "Document")
    if _HINT.may_stand_in(text, start, end):
        yield from _by_issuer(text, start, end)


_HINT = GuardedPattern(
    r"\b(?:recommendation|guid|code\s+of\s+conduct|safeguards|standards|framework\s+for|tool|norms\s+of|conclusions|constitution)"
)


def _by_date(text: str, start: int, end: int, mention: DateMention, dated: str) -> Iterator[Citation]:
    """Read a kind before or after a date ("the letter of <day> from ... to ...", "the <day> Statement")."""
    first, last = mention.passage.start, mention.passage.end
    floor = max(start, first - 220)
    before = _BEFORE_DATE.search(text[floor:first])
    if before and before["about"] and _BARE.search(text, floor, first):
        return  # "the report on the flood of 3 May": when it was, not when it was told
    if before and "adopted" in (before["by"] or "") and before["title"].lower().endswith("resolution"):
        return  # a resolution says so of itself
    if before:
        to = _TO.match(text, last, end)
        stop = to.end() if to else last + (text[last : last + 1] == ")" and text[first - 1] == "(")
        begin, parts = floor + before.start(), (before["title"], before["by"] or "", to.group() if to else "")
        if before["about"]:
            yield _about(text, begin, stop, parts, " ".join(before["about"].split()), dated)
        else:
            yield _dated(text, begin, stop, parts, dated)
        return
    after = _AFTER_DATE.match(text, last, end)
    if after:
        yield _dated(text, first, after.end(), (after["title"], "", ""), dated)


_OWNER = re.compile(rf"(?:\A|(?<=[\s(]))(?P<own>{_NAME}(?:\s+{_NAME}){{0,3}})\s+\Z")


def _about(text: str, first: int, last: int, parts: tuple[str, str, str], about: str, dated: str) -> Citation:
    """Cite a text by whose it is, its kind and what it is about ("the Lima declaration on nets (3 May 2031)")."""
    kind, by, _ = (" ".join(part.strip(") ").split()) for part in parts)
    owner = _OWNER.search(text, max(0, first - 60), first)
    title = f"{kind} {about}"
    id_ = short(f"{owner['own']} {title}" if owner else title[0].upper() + title[1:])
    body = re.sub(r"^(?:\w+\s+)??(?:by|of|from|between)\s+(?:the\s+|its\s+)?", "", by) or None
    head = kind.split()[-1].capitalize()
    return Citation(owner.start("own") if owner else first, last, id_, title, body, dated, head)


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
        rf"|standards|(?:\w+\s+)?tool(?:box|kit)|framework\s+for\s+[a-z]+(?:\s+(?!and\b|in\b|by\b|as\b|that\b|which\b)[a-z]+){{0,3}}(?:\s+in\s+[a-z]+)?|norms\s+of\s+[a-z\s]{{5,50}})"
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
