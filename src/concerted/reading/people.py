"""Find the people whom a statement names with their office.

Parties are masked first, so that one pattern tells office, party and name apart: "Prime
Minister of <party> <name>", "<party>'s Foreign Minister <name>", "<name>, Minister for Trade of <party>".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from concerted.reading.facts import Person
from concerted.reading.layout import Block, BlockKind, Layout
from concerted.reading.parties import PartyMention, find_parties
from concerted.terms.offices import last_name, offices, party_of
from concerted.terms.parties import Form
from concerted.terms.passage import Passage

_SPOKEN = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.PARTY_LIST, BlockKind.SIGNATURE})


@dataclass(frozen=True, slots=True)
class PersonMention:
    """A name with its office at one place; ``party`` is None where neither words nor vocabulary tell it."""

    start: int
    end: int
    name: str
    office: str
    party: str | None


def find_people(layout: Layout) -> tuple[Person, ...]:
    """List the people named with an office in the body, each once, where the name is fullest first."""
    best: dict[str, PersonMention] = {}
    for mention in mentions_of_people(layout):
        key = last_name(mention.name)
        known = best.get(key)
        if known is None or (" " in mention.name and " " not in known.name):
            best[key] = mention
    # A family name may stand first, so a name of one word repeats any full name that holds it.
    full = {word.rstrip(",.") for one in best.values() if " " in one.name for word in one.name.split()}
    return tuple(
        Person(Passage.of(layout.text, one.start, one.end), one.name, one.office or None, one.party)
        for one in sorted(best.values(), key=lambda one: one.start)
        if one.name not in full
    )


def mentions_of_people(layout: Layout) -> Iterator[PersonMention]:
    """Go through every mention of a person with an office, block by block."""
    for number, block in enumerate(layout.blocks):
        if block.kind not in _SPOKEN:
            continue
        speaks = _patterns().heads.search(layout.text, block.start, block.end)
        found = list(_mentions(layout.text, block, layout.language)) if speaks else []
        yield from found
        following = layout.blocks[number + 1] if number + 1 < len(layout.blocks) else None
        if not found and block.kind is BlockKind.SIGNATURE and following and following.kind is BlockKind.SIGNATURE:
            signer = _signer(layout, block, following)
            if signer:
                yield signer


# Parties are written over with these, one letter each, so that places stay the same.
_PARTY, _PARTY_ADJECTIVE = "\ue000", "\ue001"


def _masked(text: str, start: int, end: int, language: str) -> tuple[str, tuple[PartyMention, ...]]:
    mentions = find_parties(text, start, end, language)
    letters = list(text[start:end])
    for mention in mentions:
        mask = _PARTY_ADJECTIVE if mention.form is Form.ADJECTIVE else _PARTY
        first, last = mention.start - start, mention.end - start
        letters[first:last] = mask * (last - first)
    return "".join(letters), mentions


@dataclass(frozen=True, slots=True)
class _Patterns:
    heads: re.Pattern[str]
    office_first: re.Pattern[str]
    name_first: re.Pattern[str]
    office: re.Pattern[str]
    name: re.Pattern[str]


_UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĢĪİĶĻŁŃŅŇŌŐŘŚŞŠŢŤŪŮŰŹŻŽ"


@cache
def _patterns() -> _Patterns:
    words = offices()
    heads = "|".join(re.escape(head).replace("'", "['’]") for head in sorted(words.heads, key=len, reverse=True))
    head = rf"(?:{heads})(?![\w’'-])"
    honorifics = "|".join(re.escape(one) for one in sorted(words.honorifics, key=len, reverse=True))
    honorific = rf"(?:(?:{honorifics})(?!\w),?\s+)"
    party = rf"[{_PARTY}{_PARTY_ADJECTIVE}]+"
    word = rf"(?:[{_UPPER}][\w’']*(?:-\w+)*)"
    modifier = rf"(?!(?:{heads}|{honorifics})\b){word}\s+"
    modifiers = rf"(?:{modifier}(?:{modifier}|(?:and|&)\s+){{0,5}}?)?"
    portfolio = rf"(?:the\s+)?(?:{words.portfolios})"
    portfolios = rf"(?:\s+(?:of|for|on)\s+{portfolio}(?:(?:\s+and|,\s+and|,)\s+{portfolio})*(?!\w)){{0,2}}"
    of_party = rf"(?:,?\s+(?:of|to|for|at)\s+(?:the\s+)?(?:Government\s+of\s+(?:the\s+)?)?{_PARTY}+)?"
    chief = r"(?:\s+(?:of|to)\s+the\s+(?:[A-Z]\w+\s+)?Secretary[- ]General)?"
    for_party = rf"(?:\s+for\s+(?:the\s+)?{_PARTY}+)?"
    office = rf"(?:{party}(?:['’]s?)?\s+)?{modifiers}{head}{chief}{portfolios}{of_party}{for_party}"
    given = (
        rf"(?!(?:{heads}|{honorifics}|{words.portfolios}|Executive|Nobel|Global|[JS]r)\b)(?:[{_UPPER}]\.(?:[{_UPPER}]\.)*|(?:al|el|Al|El)-[{_UPPER}][\w’'ʻ‘]*|[‘ʻ]?[{_UPPER}]"
        rf"(?:[\w]|[’'ʻ‘](?!s\b))*(?:-\w(?:[\w]|[’'](?!s\b))*)*)"
    )
    particle = r"(?:bin|bint|ibn|al|el|de|del|da|dos|du|von|van|der|den|la|di|y)\s+"
    suffix = r"(?:,?\s+(?:Jr|Sr)\.?|\s+(?:II|III|IV)\b)"
    name = rf"{given}(?:\s+(?:{particle}){{0,3}}{given}){{0,5}}{suffix}?"
    long_name = rf"{given}(?:\s+(?:{particle}){{0,3}}{given}){{1,5}}{suffix}?"
    tail = rf"(?:\s+(?:(?:of|for|to|on|and|in|the|{word}|{party})(?![\w’'])|\(\w+\)))*"
    second = (
        rf"(?:the\s+)?(?:{party}(?:['’]s?)?\s+)?{modifiers}{head}(?=\s+(?:of|for|to|on|at|and)\b|[,;.)]|\s*$){tail}"
    )
    return _Patterns(
        re.compile(rf"\b{head}"),
        re.compile(
            rf"(?:(?:the|The)\s+)?(?:{honorific})*(?P<office>{office}),?\s+(?:{honorific})*(?P<name>{name})"
            rf"(?P<of>,?\s+of\s+(?:the\s+)?(?:Government\s+of\s+(?:the\s+)?)?{_PARTY}+)?"
        ),
        re.compile(
            rf"(?:{honorific})*(?P<name>{long_name})(?:\s+[A-Z]{{2}}|(?:,\s+[A-Z]\.[A-Z.]+)+)?,\s+(?P<office>{second})"
        ),
        re.compile(rf"(?:the\s+)?{second}"),
        re.compile(rf"(?:{honorific})*{long_name}"),
    )


# "President Alvarez" is a person, "Foreign Minister Meeting" is not.
_ALONE = re.compile(r"(?:President|Prime Minister|Chancellor|King|Queen|Crown Prince|Secretary|Minister|Premier|Emir)$")
_NO_NAME = re.compile(
    r"(?:Meetings?|Summits?|Dialogues?|Levels?|Statements?|Forum|Conference|Council|Track|Working|Group|Office|"
    r"Ministerial|Declaration|Summary|Envoys?|Emeritus|Elect|Designate|On|In|At|The|And)\b|"
    r".*\b(?:Agency|Assembly|Commission|Committee|Council|Department|Foundation|Mission|Organi[sz]ation|Programme?)\b"
)


# An ambassador to a party does not speak for it.
_ACCREDITED = re.compile(r"\bto\s+(?:the\s+)?$")


def _mentions(text: str, block: Block, language: str) -> Iterator[PersonMention]:
    start = block.start
    masked, mentions = _masked(text, start, block.end, language)
    patterns = (_patterns().name_first, _patterns().office_first)
    following = [pattern.search(masked) for pattern in patterns]
    at = 0
    while True:
        for number, pattern in enumerate(patterns):
            upcoming = following[number]
            if upcoming is not None and upcoming.start() < at:
                following[number] = pattern.search(masked, at)
        found = [match for match in following if match is not None]
        if not found:
            return
        match = min(found, key=lambda match: match.start())
        at = match.end()
        name = match["name"].rstrip("’'")
        if _NO_NAME.match(name) or (" " not in name and not _ALONE.search(match["office"])):
            at = match.start("office") if match.start("name") < match.start("office") else match.start("name")
            at = max(at, match.start() + 1)
            continue
        name_at, office_at = start + match.start("name"), start + match.start("office")
        name = text[name_at : name_at + len(name)]
        last = name_at + len(name) if match.end() <= match.end("name") else start + match.end()
        inside = [one for one in mentions if start + match.start() <= one.start < last]
        inside = [one for one in inside if not _ACCREDITED.search(text, office_at, one.start)]
        if block.kind is BlockKind.PARTY_LIST and not inside:
            inside = [one for one in mentions if one.start >= last and one.form is Form.NAME][-1:]
        office = " ".join(text[office_at : start + match.end("office")].split())
        yield PersonMention(
            start + match.start(),
            last,
            " ".join(name.split()),
            _bare_office(office, [text[one.start : one.end] for one in inside]),
            _party(name, office, inside),
        )


def _party(name: str, office: str, mentions: list[PartyMention]) -> str | None:
    for words, party in offices().only_of:
        if words in office:
            return party
    if mentions:
        return mentions[0].party
    return party_of(name) or next((party for words, party in offices().usually_of if words in office), None)


def _bare_office(office: str, names: list[str]) -> str:
    """Leave out the party: "Prime Minister of Chad" is the office of Prime Minister."""
    for name in names:
        shortened = re.sub(rf"(?:,?\s+(?:of|for|to|at)\s+(?:the\s+)?)?\b{re.escape(name)}(?:['’]s?)?\s*$", "", office)
        office = re.sub(rf"^(?:the\s+)?{re.escape(name)}(?:['’]s?)?\s+", "", shortened)
    return office


def _signer(layout: Layout, name: Block, office: Block) -> PersonMention | None:
    """A name on one line, the office on the next."""
    text, patterns = layout.text, _patterns()
    masked, mentions = _masked(text, office.start, office.end, layout.language)
    if not patterns.name.fullmatch(text, name.start, name.end) or not patterns.office.fullmatch(masked):
        return None
    words = text[office.start : office.end]
    party = _party(text[name.start : name.end], words, list(mentions))
    bare = _bare_office(words, [text[one.start : one.end] for one in mentions])
    return PersonMention(name.start, office.end, text[name.start : name.end], bare, party)
