"""Counted things and spans in French that are not money: "plus de 200 experts", "douze mois", "30 %"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from concerted.reading.dates import month_numbers
from concerted.reading.facts import Quantity
from concerted.reading.french.numbers import NUMBER, value_of
from concerted.reading.layout import BlockKind, Layout
from concerted.terms.passage import Passage
from concerted.terms.shelf import load, vocabulary

_READ = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM})
_ABOUT = (
    r"(?:(?P<qualifier>(?i:plus\s+d[e’']|moins\s+d[e’']|au\s+moins|au\s+plus|jusqu[’']à|près\s+d[e’']|environ|quelque|presque|"
    r"à\s+peine|pas\s+moins\s+d[e’']|supérieure?s?\s+à))\s*)?"
)
_MEASURE = (
    r"%|pour\s+cent\b|°\s?C\b|degrés?(?:\s+Celsius)?\b|[kMGT]W(?:h|c)?\b|mégawatts?\b|gigawatts?\b|hectares?\b|"
    r"kilomètres?\b|km2?\b|km²|tonnes?\b"
)
_BREAKS = (
    r"(?:de|du|des|et|ou|à|au|aux|en|dans|sur|pour|avec|par|le|la|les|que|qui|dont|est|sont|a|ont|sera|seront|fois|"
    r"pays\s+d|ans?\s+après)\b"
)
_UNIT = rf"(?:de\s+|d[’'])?(?!{_BREAKS})[a-zà-ÿÀ-Þ][\w’'-]*(?:\s+(?!{_BREAKS})[a-zà-ÿ][\w’'-]*[sx]\b){{0,2}}"
_REFERENCE = re.compile(
    r"\b(?:résolutions?|paragraphes?|par\.|articles?|art\.|annexes?|chapitres?|sections?|piliers?|phases?|objectifs?|cibles?|n[o°]s?\.?|"
    r"S/|A/|volets?\s+n[o°]|session|point)\s*(?:\d+\s*(?:\([^)]*\))?\s*(?:,|et|à|-)\s*)*$",
    re.I,
)
_OURSELVES = re.compile(r"\b(?:[Ll]es|[Nn]os|[Ll]eurs|[Cc]es|[Dd]es|[Aa]ux)\s+(?:deux|trois|quatre|cinq|six|sept)$")
_PARTIES = re.compile(
    r"(?:ministres|dirigeants|pays|parties|gouvernements|présidents|États|partenaires|délégations|coprésidents|côtés|peuples|chefs|nations)\b",
    re.I,
)
_FREQUENCY = re.compile(r"\b(?:chaque|tou(?:te)?s\s+les|par)\s*$", re.I)
_SHARE = re.compile(
    r"\b(?P<number>(?P<count>une?|deux|trois)\s+(?P<part>moitié|tiers|quarts?|cinquièmes?|dixièmes?)\s+(?:d[eu’']\s*(?:la\s+|l[’'])?|des\s+)(?P<whole>[\w’'-]+))"
)
_PARTS = {
    "moitié": 2,
    "tiers": 3,
    "quart": 4,
    "quarts": 4,
    "cinquième": 5,
    "cinquièmes": 5,
    "dixième": 10,
    "dixièmes": 10,
}


@cache
def _quantity() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w$€£¥.,/’'-])(?<!\d[ \u00a0\u202f]){_ABOUT}(?P<number>(?i:{NUMBER}))"
        rf"(?:[ \u00a0\u202f]?(?P<measure>{_MEASURE})|\s+(?P<unit>{_UNIT}))"
    )


@cache
def _money() -> re.Pattern[str]:
    words = [word for entry in load(vocabulary("currencies"))["currencies"].values() for word in entry["words"]]
    either = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?:de\s+|d[’'])?(?:{either}|francs|couronnes|livres)\b", re.I)


def find_quantities(layout: Layout) -> list[Quantity]:
    """List the quantities of the body, in the order of the text."""
    found = []
    for block in layout.blocks:
        if block.kind in _READ:
            each = [*_shares(layout.text, block.start, block.end), *_counted(layout.text, block.start, block.end)]
            found += sorted(each, key=lambda one: one.passage)
    return found


def _counted(text: str, start: int, end: int) -> Iterator[Quantity]:
    for match in _quantity().finditer(text, start, end):
        number, unit = match["number"], " ".join((match["measure"] or match["unit"]).split())
        before = text[max(start, match.start() - 60) : match.start("number")]
        if _REFERENCE.search(before) or (not match["measure"] and _is_something_else(match, before, unit)):
            continue
        qualifier = " ".join(match["qualifier"].split()).casefold() if match["qualifier"] else None
        yield Quantity(Passage.of(text, match.start("number"), match.end()), value_of(number), unit, qualifier)


def _is_something_else(match: re.Match[str], before: str, unit: str) -> bool:
    """Tell a count from a year, a date, money, a frequency, an article or the issuers themselves."""
    number = match["number"].casefold()
    first = unit.split()[0].casefold()
    if first in month_numbers() or re.fullmatch(r"(?:1[89]|20)\d\d", number) or value_of(number) <= 1:
        return True
    if _money().match(match.string, match.end("number") + 1) or _FREQUENCY.search(before):
        return True
    if unit[0].isupper() and not _PARTIES.match(unit):
        return True
    plural = re.search(r"[sx]\b", unit.split()[-1]) or first in ("mois", "de", "d'") or first[:2] in ("d'", "d’")
    if not plural:
        return True
    return bool(_OURSELVES.search(before + number)) and bool(_PARTIES.match(unit))


def _shares(text: str, start: int, end: int) -> Iterator[Quantity]:
    for match in _SHARE.finditer(text, start, end):
        count = Decimal(1) if match["count"].casefold() in ("un", "une") else value_of(match["count"])
        value = round(count / _PARTS[match["part"]], 4).normalize()
        yield Quantity(Passage.of(text, *match.span("number")), value, f"part de {match['whole']}")
