"""Texts that a French statement cites by name, by kind and date, or by a quoted title."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from concerted.reading.citations import Citation, as_far_as_known
from concerted.reading.dates import DateMention, Precision, find_dates
from concerted.reading.parties import find_parties
from concerted.terms.shelf import load, vocabulary

_CAP = r"[A-ZÀ-Þ][\w’'-]*"
_STOP = (
    r"(?:a|ont|avons|est|sont|sommes|sera|seront|était|qui|que|qu[’']|dont|où|et|ou|ni|en|dans|par|avec|ainsi|afin|comme|aux?|entre|lors|depuis|"
    r"visant|signée?s?|adoptée?s?|conclue?s?|publiée?s?|faite?s?|approuvée?s?|annexée?s?|intitulée?s?|tendant|se|ne|y|il|ils|nous)\b"
)
_WORD = rf"(?!{_STOP})[\w’'-]+"
_PROPER = (
    rf"(?:\s+(?:de\s+la\s+|de\s+l[’']|du\s+|des\s+|de\s+|d[’']))(?P<proper>{_CAP}(?:[\s-](?:{_CAP}|unies)){{0,4}})"
)
_OF = (
    r"\s+(?:de\s+la\s+|de\s+l[’']\s*|du\s+|des\s+|de\s+|d[’'])(?!\d)(?:"
    rf"{_CAP}(?:[\s-](?:{_CAP}|unies))*|{_WORD}(?:\s+(?!(?:de|du|des|sur|contre|pour)\b)(?!d[’']){_WORD}){{0,2}})"
)
_ABOUT = (
    r"\s+(?:sur|contre|pour|relative?s?\s+(?:à|aux?)|concernant|en\s+matière\s+de|à\s+l[’']horizon)\s+(?:la\s+|les?\s+|l[’']\s*)?"
    rf"{_WORD}(?:\s+(?:(?:de\s+la|de\s+l[’']|du|des|de|d[’']|à|et\s+(?:de\s+)?la)\s*)?{_WORD}){{0,6}}"
)


@dataclass(frozen=True, slots=True)
class _Words:
    known: re.Pattern[str]
    ids: dict[str, tuple[str, str | None]]
    named: re.Pattern[str]
    weak: re.Pattern[str]
    dated: re.Pattern[str]
    quoted: re.Pattern[str]


@cache
def _words() -> _Words:
    data = load(vocabulary("fr/instruments"))
    heads, weak, dated = (re.sub(r"\s*\n\s*", "", data[name]).replace("| ", "|") for name in ("heads", "weak", "dated"))
    ids = {_plain(name): (entry["id"], entry.get("body")) for entry in data["known"] for name in entry["names"]}
    names = sorted((name for entry in data["known"] for name in entry["names"]), key=len, reverse=True)
    spelt = (re.escape(name).replace(r"\ ", r"\s+").replace("'", "[’']") for name in names)
    described = (
        "universelle|conjointe|commune|finale?|ministérielle|politique|internationale|africaine|européenne|arabe|"
        "additionnels?|facultatif|révisée?"
    )
    capital = rf"(?=[A-ZÀ-Þ])(?i:{heads})(?:\s+(?:{described}))*"
    return _Words(
        re.compile(rf"(?<![\w-])(?:{'|'.join(spelt)})(?![\w-])", re.I),
        ids,
        re.compile(
            rf"(?<![\w-])(?:(?P<capital>{capital})(?P<of>(?:{_OF}){{0,2}})(?P<about>(?:{_ABOUT})?)"
            rf"|(?P<small>(?:{heads})){_PROPER}(?P<topic>(?:{_ABOUT})?))"
        ),
        re.compile(rf"(?:{weak})", re.I),
        re.compile(
            rf"(?<![\w-])(?P<title>(?i:{dated})(?:\s+(?:conjointe?|commune?|finale?|ministérielle?|présidentielle?|de\s+presse|politique))?"
            rf"(?:\s+(?:de\s+la|de\s+l[’']|du|des|de|d[’'])\s*(?!\d)[^,.;()]{{2,60}}?)?)\s*,?\s+(?:(?:en\s+date|datée?s?)\s+)?(?:du|de|d[’'])\s*\Z"
        ),
        re.compile(
            r"(?<![\w-])(?P<kind>(?i:rapport|déclaration|résolution|document|étude|stratégie|communiqué|programme|plan))[^,.;()«»]{0,60}?"
            r"(?:intitulée?\s*)?«\s*(?P<title>[^«»]{6,200}?)\s*»"
        ),
    )


def _plain(name: str) -> str:
    return " ".join(name.casefold().replace("’", "'").split())


def find_french_texts(text: str, start: int, end: int) -> Iterator[Citation]:
    """Find the texts cited in text[start:end]: well-known ones first, then by date, by name and by quoted title."""
    words = _words()
    for match in words.known.finditer(text, start, end):
        id_, body = words.ids[_plain(match[0])]
        dated, last = _date_behind(text, match.end(), end)
        yield Citation(match.start(), last, id_, " ".join(match[0].split()), body, dated, "Known")
    for mention in find_dates(text, start, end):
        if mention.first and mention.precision is not Precision.YEAR:
            yield from _by_date(text, start, mention)
    for match in words.named.finditer(text, start, end):
        if citation := _by_name(text, match, end):
            yield citation
    for match in words.quoted.finditer(text, start, end):
        title = " ".join(match["title"].split())
        yield Citation(match.start(), match.end(), title, title, None, None, match["kind"].capitalize())


def _by_date(text: str, start: int, mention: DateMention) -> Iterator[Citation]:
    floor = max(start, mention.passage.start - 120)
    match = _words().dated.search(text[floor : mention.passage.start])
    if match is None:
        return
    title = " ".join(match["title"].split())
    dated, last = as_far_as_known(mention), mention.passage.end
    if _PRESIDENT.match(title):
        symbol = _SYMBOL.match(text, last)
        id_ = symbol[1] if symbol else f"UN PRST {dated}"
        last = symbol.end() if symbol else last
        yield Citation(floor + match.start(), last, id_, title, "UN Security Council", dated, "Statement")
        return
    yield Citation(floor + match.start(), last, title, title, None, dated, title.split()[0].capitalize())


_PRESIDENT = re.compile(r"(?i)déclarations?\s+(?:de\s+son|du)\s+président\b")
_SYMBOL = re.compile(r"\s*\((S/PRST/\d{4}/\d+)\)")
_YEAR = re.compile(r"\s+(?:de\s+|\()((?:19|20)\d\d)\b\)?")
_TRAILING = re.compile(r"\s+(?:de|du|des|sur|pour|contre|et|la|le|les|à|d|l)[’']?\s*\Z|[\s,]+\Z")


def _date_behind(text: str, place: int, end: int) -> tuple[str | None, int]:
    year = _YEAR.match(text, place, end)
    return (year[1], year.end()) if year else (None, place)


def _by_name(text: str, match: re.Match[str], end: int) -> Citation | None:
    last = match.end()
    while tail := _TRAILING.search(text, match.start(), last):
        last = tail.start()
    head = match["capital"] or match["small"]
    dated, after = _date_behind(text, last, end)
    title = " ".join(text[match.start() : last].split())
    rest = title[len(" ".join(head.split())) :]
    proper = re.search(
        rf"(?:^|\s|[’'])(?!(?:État|Président|Gouvernement|Ministre|Secrétaire|Conseil|Parti|Membre)){_CAP}", rest
    )
    if match["small"]:
        if match["proper"].split()[0] in _NO_PLACES or find_parties(match["proper"], language="fr"):
            return None
    elif not proper and not dated:
        told = match["about"] or len(rest.split()) > 1
        if _words().weak.fullmatch(head) or not told:
            return None
    return Citation(match.start(), after, title, title, None, dated, head.split()[0].capitalize())


_NO_PLACES = frozenset(
    (
        "État",
        "États",
        "Président",
        "Gouvernement",
        "Ministre",
        "Secrétaire",
        "Conseil",
        "Parties",
        "Membres",
        "Comité",
        "Assemblée",
        "Nations",
    )
)
