"""Texts that an Arabic statement cites: resolutions by number, well-known texts by name, others by date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from concerted.reading.citations import Citation, as_far_as_known
from concerted.reading.dates import Precision, find_dates
from concerted.terms.shelf import load, vocabulary

# "And", "so" and one-letter prepositions grow together with the word behind them.
_PREFIX = r"(?<![\w])[وف]?[بلك]?"
_NUMBER = r"(?:[\d٠-٩]{1,3}/[\d٠-٩]{1,3}|[\d٠-٩]{1,5}(?:\s?\((?:19|20)\d\d\)|\s?\([٠-٩]{4}\))?)"
_AND = re.compile(rf"\s*(?:[،,]\s*و?|و)\s*(?P<number>{_NUMBER})")
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩", "0123456789")
_SYMBOL = re.compile(r"\s*\(?(S/PRST/\d{4}/\d+)\)?")


@cache
def _words() -> Any:
    return load(vocabulary("ar/instruments"))


@cache
def _series() -> dict[str, tuple[str, str]]:
    return {name: (entry["id"], entry["body"]) for entry in _words()["series"] for name in entry["names"]}


@cache
def _known() -> dict[str, tuple[str, str | None]]:
    return {name: (entry["id"], entry.get("body")) for entry in _words()["known"] for name in entry["names"]}


def _either(names: Any) -> str:
    return "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in sorted(names, key=len, reverse=True))


@cache
def _resolution() -> re.Pattern[str]:
    noun = r"(?:ال|لل)?(?:قرار(?:ات|ين|ي)?)(?:ه|ها|يه|اته|اتها)?"
    return re.compile(
        rf"{_PREFIX}(?P<noun>{noun})\s+(?:(?P<before>{_either(_series())})\s+)?(?:(?:رقم|ذي\s+الرقم)\s+)?(?P<number>{_NUMBER})"
    )


@cache
def _behind() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:الصادرة?\s+عن\s+|ل)?(?P<body>{_either(_series())})")


@cache
def _names() -> re.Pattern[str]:
    return re.compile(rf"{_PREFIX}(?P<name>{_either(_known())})(?!\w)")


@cache
def _dated() -> re.Pattern[str]:
    return re.compile(
        rf"{_PREFIX}(?P<title>(?:{_words()['dated']})(?:ه|ها)?(?:\s+[^\s،؛.():]+){{0,6}}?)\s+"
        r"(?:المؤرخة?|الصادرة?(?:\s+في)?|المعتمدة?\s+في|الموقعة?\s+في|المنشورة?\s+في)\s+\Z"
    )


def find_arabic_texts(text: str, start: int, end: int) -> Iterator[Citation]:
    """Find the texts cited in text[start:end]: by date, resolutions by number, and well-known names."""
    for mention in find_dates(text, start, end):
        if mention.first is None or mention.precision is Precision.YEAR:
            continue
        floor = max(start, mention.passage.start - 90)
        if match := _dated().search(text[floor : mention.passage.start]):
            title, dated = " ".join(match["title"].split()), as_far_as_known(mention)
            symbol = _SYMBOL.match(text, mention.passage.end, end)
            last = symbol.end() if symbol else mention.passage.end
            president = re.match(r"(?:ال)?بيان\s*\S*\s*(?:رئيس|الرئاسي)", title) is not None
            id_ = symbol[1] if symbol else f"UN PRST {dated}" if president else title
            yield Citation(floor + match.start("title"), last, id_, title, None, dated, "Statement")
    for match in _resolution().finditer(text, start, end):
        yield from _listed(text, match, end)
    for match in _names().finditer(text, start, end):
        id_, body = _known()[" ".join(match["name"].split())]
        yield Citation(match.start("name"), match.end(), id_, " ".join(match["name"].split()), body, None, "Known")


def _listed(text: str, match: re.Match[str], end: int) -> Iterator[Citation]:
    """Follow a list of numbers behind its noun; the body stands before the first or behind the last."""
    places = [(match.start("noun"), match.end(), match["number"])]
    while following := _AND.match(text, places[-1][1], end):
        places.append((following.start("number"), following.end(), following["number"]))
    behind = _behind().match(text, places[-1][1], end)
    named = match["before"] or (behind["body"] if behind else None)
    series, body = _series()[" ".join(named.split())] if named else ("", "")
    for first, last, number in places:
        plain = re.sub(r"\(.*", "", number.translate(_DIGITS)).strip()
        id_, by = (
            (series, body)
            if series
            else ("UNGA", "UN General Assembly")
            if "/" in plain
            else ("UNSCR", "UN Security Council")
        )
        yield Citation(first, last, f"{id_} {plain}", " ".join(text[first:last].split()), by, None, "Resolution")
