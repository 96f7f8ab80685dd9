"""People named with their office in French: "M. Karim Alaoui, ministre de ...", "le Président Jean Roux"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from concerted.reading.layout import Block, BlockKind
from concerted.reading.parties import find_parties
from concerted.reading.person_mention import PersonMention
from concerted.terms.offices import party_of

_TITLE = (
    r"(?:(?:S\.\s?E\.|Son\s+Excellence|Sa\s+Majesté|Leurs\s+Excellences)(?:\s?(?:M\.|Mme|Monsieur|Madame|le\s+Roi|la\s+Reine))?"
    r"|M\.|Mme|Mlle|Dr|Pr|Monsieur|Madame)"
)
_PART = r"[A-ZÀ-Þ][\w’'-]*\w|[A-ZÀ-Þ]\."
_NAME = rf"(?:{_PART})(?:\s+(?:(?:de|du|von|van|bin|ben|al|el)\s+|d[’'])?(?:{_PART})){{0,4}}"
_HEAD = (
    r"(?:(?:vice-)?président[e]?|(?:vice-)?premi(?:er|ère)\s+ministre|ministre|secrétaire\s+(?:générale?(?:\s+adjointe?)?|d[’']État)"
    r"|chanceli(?:er|ère)|ambassad(?:eur|rice)|envoyée?\s+spéciale?|représentante?\s+(?:spéciale?|permanente?)|haute?[-\s]représentante?"
    r"|haute?[-\s]commissaire|commissaire|direct(?:eur|rice)(?:\s+générale?|\s+exécuti(?:f|ve))?|gouverneure?|coordonnat(?:eur|rice)"
    r"|roi|reine|émir|sultan|prince\s+héritier|chef(?:fe)?\s+d[eu’'][^,;.()]{3,40}?)"
)
_REST = r"(?:\s+(?!(?:a|ont|est|sont|qui|dont|et\s+M)\b)[^\s,;.():]+){0,14}"
_HONORIFIC = r"(?:le\s+|la\s+|l[’'])?"
_NAME_FIRST = re.compile(rf"{_TITLE}\s+(?P<name>{_NAME})\s*,\s*{_HONORIFIC}(?P<office>(?i:{_HEAD}){_REST})")
_OFFICE_FIRST = re.compile(
    rf"(?P<office>\b(?i:{_HEAD}){_REST}?)\s*,\s*(?:{_TITLE}\s+(?P<name>{_NAME})|(?P<bare>(?:{_PART})(?:\s+(?:{_PART})){{1,3}})(?=\s*[,.;]))"
)
_TOGETHER = re.compile(
    rf"(?P<office>\b(?i:(?:vice-)?président[e]?|(?:vice-)?premi(?:er|ère)\s+ministre|ministre|chanceli(?:er|ère)|secrétaire\s+générale?|roi|reine|émir"
    rf"|ambassad(?:eur|rice)|haute?[-\s]représentante?)(?:\s+[a-zéèêç]+(?:ais|aise|ois|oise|ien|ienne|ain|aine)\b)?)\s+(?P<name>{_NAME})\b(?!\s+(?:de|du|des)\s+(?:la\s|l[’']|[A-ZÀ-Þ]))"
)
_SIGNED = re.compile(rf":\s*(?:{_TITLE}\s+)?(?P<name>(?:{_PART})(?:\s+(?:{_PART})){{1,3}})\s*$")
_NO_NAME = re.compile(
    r"(?:République|Conseil|Gouvernement|Royaume|État|Commission|Assemblée|Nations|Union|Comité|Affaires|Le|La|Les|À|En)\b"
)


def people_of(text: str, block: Block) -> Iterator[PersonMention]:
    """List the people named with an office in a block, in the order of the text."""
    found: list[PersonMention] = []
    for pattern in (_NAME_FIRST, _OFFICE_FIRST, _TOGETHER):
        for match in pattern.finditer(text, block.start, block.end):
            if _NO_NAME.match(_name(match)) or any(
                one.start < match.end() and match.start() < one.end for one in found
            ):
                continue
            found.append(_mention(text, match))
    if block.kind is BlockKind.SIGNATURE and (signed := _SIGNED.search(text, block.start, block.end)):
        found.append(_signer(text, block, signed))
    yield from sorted(found, key=lambda one: one.start)


def _name(match: re.Match[str]) -> str:
    named: str = match["name"] or match["bare"]
    return named


def _mention(text: str, match: re.Match[str]) -> PersonMention:
    office, name = " ".join(match["office"].split()), " ".join(_name(match).split())
    named = find_parties(text, match.start("office"), match.end("office"), "fr")
    party = named[-1].party if named else party_of(name)
    if named and named[-1].end == match.end("office"):
        before = text[match.start("office") : named[-1].start]
        office = " ".join(re.sub(r"\s*(?:de\s+la|de\s+l[’']|du|des|de|d[’'])?\s*$", "", before).split()) or office
    return PersonMention(match.start(), match.end(), name, office, party)


def _signer(text: str, block: Block, match: re.Match[str]) -> PersonMention:
    named = find_parties(text, block.start, match.start(), "fr")
    name = " ".join(match["name"].split())
    return PersonMention(match.start("name"), match.end("name"), name, "", named[0].party if named else party_of(name))
