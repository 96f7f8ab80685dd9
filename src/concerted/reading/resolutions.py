"""Texts with numbers: resolutions in all the ways of citing them, and statements of the Council's President."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from concerted.reading.citations import Citation, as_far_as_known, date_after, words
from concerted.reading.dates import DateMention, find_dates
from concerted.reading.word_index import GuardedPattern

_YEAR = r"\s?\((?:(?:19|20)\s?\d\s?\d|[IVXLES-]+)\)"
_NUMBER = (
    r"(?:(?:[AES]+/)?RES/)?(?:(?:ES-|S-)?\d{1,3}/\d{1,3}(?:\s?[A-Z]\b)?|\d\d\.\d{1,2}(?!\d)"
    rf"|\d{{1,5}}(?!\d)(?:{_YEAR})?)"
)
_SEPARATOR = r"(?:\s*[,;]\s*(?:and\s+|or\s+|as well as\s+)?|\s+(?:and|or|as well as|et|och)\s+|\s*/\s*|\s+)"


@cache
def _names() -> dict[str, tuple[str, str]]:
    return {name.lower(): (entry["id"], entry["body"]) for entry in words()["series"] for name in entry["names"]}


_RESOLUTION = GuardedPattern(
    r"\b(?:(?P<noun>(?i:rés[oe]lutions?|resolutions?|resolutionerna)\s+(?:nos?\.\s*)?|decisions?\s+(?=\d{3,4}\s?\((?:19|20)\d\d\)))"
    r"|(?P<abbreviated>(?:UNSC|UNGA|UNHRC|HRC|SC)Rs?|(?:UNSC|UNGA)\s+Res\.?|SCRs?)\s?(?:No\.\s?)?)"
    rf"(?P<first>{_NUMBER})"
)


@cache
def _named_before() -> re.Pattern[str]:
    names = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in sorted(_names(), key=len, reverse=True))
    return re.compile(rf"\b(?P<body>(?i:{names}))(?:[’']s?)?\s+\Z")


_ABBREVIATED = {"UNSC": "UNSCR", "SCR": "UNSCR", "UNGA": "UNGA", "UNHR": "UNHRC", "HRCR": "UNHRC"}
_NEXT = re.compile(rf"{_SEPARATOR}(?P<number>{_NUMBER})")
_SYMBOL = GuardedPattern(
    r"(?<![\w/])(?:(?P<organ>[SA])/RES/(?P<number>(?:ES-\d+/|\d{2,3}/)?\d{1,4})(?:\s?\(\d{4}\))?|S/PRST/(?P<year>\d{4})/(?P<statement>\d+)"
    r"|A/HRC/RES/(?P<hrc>\d+/\d+))"
)
_ENTITLED = re.compile(r"\s+(?:entitled|titled)\s+[^,;.()]{3,160}?(?=\s*[,;.]|\s+and\s+[\dA-Z])")
_COUNTED = re.compile(r"\s+(?:people|persons|million|billion|percent|per\s+cent|countries|days|years)\b")


_COUNCIL = r"\s+(?:of|by|from)\s+the\s+(?:(?:UN|U\.N\.|United\s+Nations)\s+)?Security\s+Council"
_PRESIDENT = re.compile(
    r"\b(?P<title>(?i:presidential\s+statements?|statements?\s+(?:of|by|from)\s+(?:its|the)\s+president)"
    rf"(?:{_COUNCIL})?(?:\s+(?:in|on|concerning|regarding)\s+[\w\s’'-]{{2,60}}?)?)"
    r"\s*(?:of|on|dated|\()\s*(?:(?=S/PRST)|\Z)"
)


def find_resolutions(text: str, start: int, end: int) -> Iterator[Citation]:
    """Find resolutions and presidential statements by number, symbol or date in text[start:end].

    A bare number with its year ("resolution 1373 (2001)") or alone is the Security Council's, one with
    a stroke ("resolution 60/288") the General Assembly's, unless another body is named.
    """
    for match in _RESOLUTION.finditer(text, start, end):
        before = _named_before().search(text[max(start, match.start() - 70) : match.start()]) if match["noun"] else None
        first = match.start() - (len(before.group()) if before else 0)
        named = re.sub(r"\s+", " ", before["body"] if before else "").lower()
        series, body = _names().get(named, ("", ""))
        if match["abbreviated"]:
            series = _ABBREVIATED.get(match["abbreviated"].upper()[:4].rstrip("S"), "UNSCR")
            body = next(entry["body"] for entry in words()["series"] if entry["id"] == series)
        yield from _listed(text, match, first, (series, body), end)
    upto = start
    for mention in find_dates(text, start, end):
        if mention.passage.start < upto:
            continue
        floor = max(upto, mention.passage.start - 190)
        president = _PRESIDENT.search(text[floor : mention.passage.start])
        if president:
            for citation in _presidential(text, floor + president.start(), mention, president["title"], end):
                upto = citation.end
                yield citation
    for match in _SYMBOL.finditer(text, start, end):
        yield _by_symbol(match)


def _listed(text: str, lead: re.Match[str], first: int, series: tuple[str, str], end: int) -> Iterator[Citation]:
    """Follow a list of numbers ("2170 and 2178", "1267 (1999), 1373 (2001)") after its noun."""
    last, number = lead.end(), lead["first"]
    while True:
        dated, after = date_after(text, last, end)
        found = _resolution_cited(text, first, last, after, number, series, dated)
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
        if "." in plain:
            name, body = "WHA", "World Health Assembly"
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


def _presidential(text: str, first: int, mention: DateMention, title: str, end: int) -> Iterator[Citation]:
    """Read the dates of one or several presidential statements; the symbol counts where it is given."""
    body, title, place = "UN Security Council", " ".join(title.split()), mention.passage.start
    for each in find_dates(text, place, min(end, place + 200)):
        between = text[place : each.passage.start]
        known = as_far_as_known(each)
        if not known or not re.fullmatch(r"\s*(?:,|and|,\s*and)?\s*(?:of|on)?\s*", between):
            return
        place = each.passage.end
        place += text[place : place + 1] == ")" and text[each.passage.start - 1] == "("
        symbol = _SYMBOL_AFTER.match(text, place, end)
        place = symbol.end() if symbol else place
        yield Citation(first, place, symbol[1] if symbol else f"UN PRST {known}", title, body, known, "Statement")
        more = re.match(r"(?:,\s*(?:and\s+)?|\s+and\s+)(?=\d|[A-Z][a-z]+ \d)", text[place : place + 12])
        first = place + (more.end() if more else 0)
