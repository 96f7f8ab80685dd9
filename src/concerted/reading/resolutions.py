"""Texts with numbers: resolutions in all the ways of citing them, and statements of the Council's President."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from concerted.reading.citations import Citation, as_far_as_known, date_after, words
from concerted.reading.dates import find_dates, month_pattern

_YEAR = r"\s?\((?:(?:19|20)\s?\d\s?\d|[IVXLES-]+)\)"
_NUMBER = rf"(?:(?:[AES]+/)?RES/)?(?:(?:ES-|S-)?\d{{1,3}}/\d{{1,3}}(?:\s?[A-Z]\b)?|\d{{1,5}}(?!\d)(?:{_YEAR})?)"
_SEPARATOR = r"(?:\s*[,;]\s*(?:and\s+|or\s+|as well as\s+)?|\s+(?:and|or|as well as|et|och)\s+|\s*/\s*|\s+)"


@cache
def _names() -> dict[str, tuple[str, str]]:
    return {name.lower(): (entry["id"], entry["body"]) for entry in words()["series"] for name in entry["names"]}


@cache
def _resolution() -> re.Pattern[str]:
    names = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in sorted(_names(), key=len, reverse=True))
    return re.compile(
        rf"(?P<lead>(?:(?P<body>\b(?i:{names}))(?:[’']s?)?\s+)?\b(?i:rés[oe]lutions?|resolutions?|resolutionerna)\s+(?:nos?\.\s*)?"
        rf"|\b(?P<abbreviated>(?:UNSC|UNGA|UNHRC|HRC|SC)Rs?|(?:UNSC|UNGA)\s+Res\.?|SCRs?)\s?(?:No\.\s?)?)(?P<first>{_NUMBER})"
    )


_ABBREVIATED = {"UNSC": "UNSCR", "SCR": "UNSCR", "UNGA": "UNGA", "UNHR": "UNHRC", "HRCR": "UNHRC"}
_NEXT = re.compile(rf"{_SEPARATOR}(?P<number>{_NUMBER})")
_SYMBOL = re.compile(
    r"(?<![\w/])(?:(?P<organ>[SA])/RES/(?P<number>(?:ES-\d+/|\d{2,3}/)?\d{1,4})(?:\s?\(\d{4}\))?|S/PRST/(?P<year>\d{4})/(?P<statement>\d+)"
    r"|A/HRC/RES/(?P<hrc>\d+/\d+))"
)
_ENTITLED = re.compile(r"\s+(?:entitled|titled)\s+[^,;.()]{3,160}?(?=\s*[,;.]|\s+and\s+[\dA-Z])")
_COUNTED = re.compile(r"\s+(?:people|persons|million|billion|percent|per\s+cent|countries|days|years)\b")


@cache
def _president() -> re.Pattern[str]:
    subject = r"\s+(?:in|on|concerning|regarding)\s+[\w\s’'-]{2,60}?"
    council = r"\s+(?:of|by|from)\s+the\s+(?:(?:UN|U\.N\.|United\s+Nations)\s+)?Security\s+Council"
    return re.compile(
        r"(?P<title>(?i:presidential\s+statements?|statements?\s+(?:of|by|from)\s+(?:its|the)\s+president)"
        rf"(?:{council})?(?:{subject})?)(?=\s*(?:of|on|dated|\()\s*(?:\d{{1,2}}\s+{month_pattern()}|{month_pattern()}\s|S/PRST))"
    )


def find_resolutions(text: str, start: int, end: int) -> Iterator[Citation]:
    """Find resolutions and presidential statements by number, symbol or date in text[start:end].

    A bare number with its year ("resolution 1373 (2001)") or alone is the Security Council's, one with
    a stroke ("resolution 60/288") the General Assembly's, unless another body is named.
    """
    for match in _resolution().finditer(text, start, end):
        named = re.sub(r"\s+", " ", match["body"] or "").lower()
        series, body = _names().get(named, ("", ""))
        if match["abbreviated"]:
            series = _ABBREVIATED.get(match["abbreviated"].upper()[:4].rstrip("S"), "UNSCR")
            body = next(entry["body"] for entry in words()["series"] if entry["id"] == series)
        yield from _listed(text, match, series, body, end)
    for match in _SYMBOL.finditer(text, start, end):
        yield _by_symbol(match)
    for match in _president().finditer(text, start, end):
        yield from _presidential(text, match, end)


def _listed(text: str, lead: re.Match[str], series: str, body: str, end: int) -> Iterator[Citation]:
    """Follow a list of numbers ("2170 and 2178", "1267 (1999), 1373 (2001)") after its noun."""
    first, last, number = lead.start(), lead.end(), lead["first"]
    while True:
        dated, after = date_after(text, last, end)
        found = _resolution_cited(text, first, last, after, number, (series, body), dated)
        if found is None:
            return
        yield found
        entitled = _ENTITLED.match(text, after, end)
        following = _NEXT.match(text, entitled.end() if entitled else after, end)
        if following is None or not _goes_on(text, following, number):
            return
        first, last, number = following.start("number"), following.end(), following["number"]


def _goes_on(text: str, following: re.Match[str], before: str) -> bool:
    """Tell whether a number after a resolution's is another resolution's."""
    number = following["number"]
    if following.group().strip() == number and not re.search(_YEAR, number):
        return False  # nothing but white space between them, and no year that shows it to be one
    if re.search(_YEAR, number) or "/" in number:
        return True
    same_kind = "(" not in before and "/" not in before
    return same_kind and len(number) >= 3 and not _COUNTED.match(text, following.end())


def _resolution_cited(
    text: str, first: int, last: int, after: int, number: str, series: tuple[str, str], dated: str | None
) -> Citation | None:
    bare = re.sub(r"\s", "", re.sub(r"^.*RES/", "", number))
    roman = re.search(r"\([IVXLES-]+\)", bare)
    plain = re.sub(r"\(.*", "", bare)
    name, body = series
    if not name:
        name, body = ("UNGA", "UN General Assembly") if "/" in plain or roman else ("UNSCR", "UN Security Council")
        if name == "UNSCR" and len(plain) > 4:
            return None
    id_ = f"{name} {plain} {roman.group()}" if roman else f"{name} {plain}"
    spelt = f"resolution {number}" if name in ("UNSCR", "UNGA") else f"{body} Resolution {number}"
    title = " ".join(text[first:last].split()) if text[first:last] != number else spelt
    title = re.sub(r"(?i)resolutions", lambda match: match.group()[:-1], title)
    return Citation(first, after, id_, title, body, dated if dated and len(dated) == 10 else None, "Resolution")


def _by_symbol(match: re.Match[str]) -> Citation:
    if match["statement"]:
        id_, body = match.group(), "UN Security Council"
    elif match["hrc"]:
        id_, body = f"UNHRC {match['hrc']}", "UN Human Rights Council"
    elif match["organ"] == "S":
        id_, body = f"UNSCR {match['number']}", "UN Security Council"
    else:
        id_, body = f"UNGA {match['number']}", "UN General Assembly"
    return Citation(match.start(), match.end(), id_, match.group(), body, None, "Resolution")


_SYMBOL_AFTER = re.compile(r"\s*(?:of\s+[\w\s,]{6,24})?\((S/PRST/\d{4}/\d+)\)")


def _presidential(text: str, match: re.Match[str], end: int) -> Iterator[Citation]:
    """Read the dates of one or several presidential statements; the symbol counts where it is given."""
    body, first, place = "UN Security Council", match.start("title"), match.end()
    title = " ".join(match["title"].split())
    symbol = _SYMBOL_AFTER.match(text, place, end)
    if symbol:
        yield Citation(first, symbol.end(), symbol[1], title, body, None, "Statement")
        return
    stop = text.find(";", place, min(end, place + 200))
    for mention in find_dates(text, place, min(end, place + 200) if stop < 0 else stop):
        between = text[place : mention.passage.start]
        known = as_far_as_known(mention)
        if not known or not re.fullmatch(r"\s*(?:of|on|dated|,|and|,\s*and|\()?\s*(?:of|on)?\s*", between):
            return
        place = mention.passage.end
        closes = text[place : place + 1] == ")" and "(" in between
        place += closes
        symbol = _SYMBOL_AFTER.match(text, place, end)
        place = symbol.end() if symbol else place
        yield Citation(first, place, symbol[1] if symbol else f"UN PRST {known}", title, body, known, "Statement")
        first = place
        more = re.match(r"(?:,\s*(?:and\s+)?|\s+and\s+)(?=\d|[A-Z][a-z]+ \d)", text[place : place + 12])
        first += more.end() if more else 0
