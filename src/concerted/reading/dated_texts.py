"""Texts cited by what they are: "the letter of 20 September from ...", "FATF recommendations"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from concerted.reading.citations import Citation, as_far_as_known, short, words
from concerted.reading.dates import find_dates, month_pattern

_NOUN = (
    r"(?:statements?|communiqu[ée]s?|declarations?|letters?|agreements?|memorand(?:um|a)|notes?\s+verbales?|decisions?|accords?"
    r"|protocols?|treaty|resolutions?|letters?\s+of\s+intent|press\s+releases?|conclusions|plan|framework|reports?)"
)
_KIND = (
    r"(?:(?:joint|press|identical|ministerial|presidential|common|political|final|leaders’|leaders'|strategic|ceasefire|peace"
    r"|framework|safeguards|cooperation|executive\s+council|council)\s+)"
)
_NAME = r"(?:(?:[A-Z]\.){2,}|[A-Z](?:[\w.’'&-]*\w)?[’']?)"


@cache
def _day() -> str:
    month = month_pattern()
    return (
        rf"(?:\d{{1,2}}\s+{month}(?:,?\s+(?:19|20)\d\d)|{month}\s+\d{{1,2}},?\s+(?:19|20)\d\d|{month}\s+(?:19|20)\d\d)"
    )


@cache
def _dated() -> re.Pattern[str]:
    by = rf"(?:\s+(?:by|of|from|between)\s+(?:the\s+|its\s+)?(?:{_NAME}|and|the|of)(?:\s+(?:{_NAME}|and|the|of|for))*)"
    to = rf"(?:\s+(?:from|to|by)\s+(?:the\s+)?(?:{_NAME})(?:\s+(?:{_NAME}|of|the|to|and|from))*)"
    return re.compile(
        rf"\b(?P<title>{_KIND}{{0,3}}(?i:{_NOUN})(?P<by>{by})?)"
        rf"(?:,?\s+(?:\w+\s+)?(?:of|on|dated|from|issued\s+on|adopted\s+on|signed\s+on)\s+|\s*\()(?P<date>{_day()})\)?(?P<to>{to})?"
    )


@cache
def _date_first() -> re.Pattern[str]:
    head = r"(?i:statement|communiqu[ée]|declaration|letter|agreement|memorandum|decision|joint\s+plan)"
    return re.compile(rf"\b(?P<date>{_day()})(?:[’']s)?\s+(?P<title>(?:{_KIND}|{_NAME}\s+){{0,4}}{head})\b")


_SHOWN = re.compile(r"[“\"](?P<title>[^”\"]{6,200})[”\"]")
_REPORT = re.compile(
    rf"(?P<body>(?:{_NAME}(?:\s+(?:of|for|on|the|and))*\s+){{0,9}})(?i:reports?|study|strategy|guidance|guidelines|paper|roadmap|document)"
    rf"(?:\s+on\s+[\w\s]{{3,60}}?)?,?\s*(?:(?i:entitled|titled|called)\s+)?"
    rf"(?P<title>[“\"][^”\"]{{6,200}}[”\"]|(?<=,\s){_NAME}(?:\s+(?:{_NAME}|of|the|in|on|and|for|under|a|to))*"
    rf"(?::\s+(?:{_NAME}|of|the|in|on|and|for|under|a|to)(?:\s+(?:{_NAME}|of|the|in|on|and|for|under|a|to))*)?)"
)
_DOCUMENT = re.compile(r"(?<![\w/])[AS]/(?:\d{4}|\d{2,3})/\d{1,4}(?:/(?:Add|Rev)\.\d)?(?![\w/])")


def find_dated_texts(text: str, start: int, end: int) -> Iterator[Citation]:
    """Find texts in text[start:end] that their kind with a date, a quoted title or a document number tells apart."""
    for pattern in (_dated(), _date_first()):
        for match in pattern.finditer(text, start, end):
            yield from _by_date(text, match)
    for match in _REPORT.finditer(text, start, end):
        yield from _by_title(text, match)
    for match in _DOCUMENT.finditer(text, start, end):
        yield Citation(match.start(), match.end(), match.group(), match.group(), "UN", None, "Document")
    yield from _by_issuer(text, start, end)


def _by_date(text: str, match: re.Match[str]) -> Iterator[Citation]:
    mentions = find_dates(text, match.start("date"), match.end("date"))
    dated = as_far_as_known(mentions[0]) if mentions else None
    if dated is None:
        return
    parts = match.groupdict()
    kind = re.sub(r"(?i)\s+of\s+\Z", "", parts["title"][: len(parts["title"]) - len(parts.get("by") or "")])
    kind = " ".join(kind.split())
    by = " ".join((parts.get("by") or "").split())
    issuer = re.sub(r"^(?:by|of|from|between)\s+(?:the\s+|its\s+)?", "", by)
    to = " ".join((parts.get("to") or "").split())
    if re.match(r"(?:by|of)\s", by):
        id_ = f"{short(issuer)} {kind}"
    else:
        id_ = short(" ".join(part for part in (kind, by, to) if part))
    id_ = id_[0].upper() + id_[1:] if by or to else _capitals(id_)
    sender = re.match(r"from\s+(?:the\s+)?(.*?)(?:\s+to\s+.*)?$", to)
    body = issuer or (sender[1] if sender else None)
    yield Citation(
        match.start(), match.end(), id_, " ".join(match.group().split()), body, dated, kind.split()[-1].capitalize()
    )


def _capitals(words_: str) -> str:
    return " ".join(word if word[0].isupper() else word.capitalize() for word in words_.split())


def _by_title(text: str, match: re.Match[str]) -> Iterator[Citation]:
    title = match["title"].strip('“”" ,.')
    if len(title.split()) < 3 or not title[0].isupper():
        return
    first = match.start("body") if match["body"] else match.start()
    body = re.sub(r"[’']s?$", "", match["body"].strip()) or None
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
        rf"|framework\s+for\s+[a-z]+(?:\s+(?!and\b|in\b|by\b|as\b|that\b|which\b)[a-z]+){{0,3}}(?:\s+in\s+[a-z]+)?|norms\s+of\s+[a-z\s]{{5,50}})"
        rf"|(?P<kind>{adjectives}{{0,2}}(?:conclusions\s+and\s+)?recommendations|conclusions)\s+of\s+(?:the\s+)?"
        rf"(?P<body>(?:{bodies})\b(?:\s+(?:{_NAME}|to|on|for|of|a|an|the))*)"
        rf"|(?P<whose>\b(?:[A-Z]\w+|coalition|group|council|commission)[’']s)\s+(?P<what>constitution|Constitution|guiding\s+principles)\b"
    )


def _by_issuer(text: str, start: int, end: int) -> Iterator[Citation]:
    """Read a kind with its issuing body, in lower case ("FATF recommendations", "the coalition's guiding principles")."""
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
