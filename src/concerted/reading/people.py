"""Find the people whom a statement names with their office."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from concerted.reading.facts import Person
from concerted.reading.layout import Block, BlockKind, Layout
from concerted.reading.parties import PartyMention
from concerted.reading.person_mention import PersonMention
from concerted.reading.person_names import (
    HEAD,
    HONOURED,
    NAME_FIRST,
    OFFICE_FIRST,
    delegation,
    listed,
    long_office,
    mask,
    words_before_names,
)
from concerted.reading.signers import signed_by, signers_in_columns
from concerted.terms.offices import last_name, offices, party_of
from concerted.terms.parties import Form
from concerted.terms.passage import Passage

_SPOKEN = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.PARTY_LIST, BlockKind.SIGNATURE})


def find_people(layout: Layout) -> tuple[Person, ...]:
    """List the people named with an office in the body, each once, where the name is fullest first."""
    best: dict[str, list[PersonMention]] = {}
    for mention in mentions_of_people(layout):
        known = best.setdefault(last_name(mention.name), [])
        same = next((place for place, one in enumerate(known) if not _is_another(mention, one)), None)
        if same is None:
            known.append(mention)
        elif (" " in mention.name, bool(mention.office)) > (" " in known[same].name, bool(known[same].office)):
            known[same] = mention
    people = sorted((one for same in best.values() for one in same), key=lambda one: one.start)
    # A family name may stand first, so a name of one word repeats any full name that holds it.
    full = {word.rstrip(",.") for one in people if " " in one.name for word in one.name.split()}
    return tuple(
        Person(Passage.of(layout.text, one.start, one.end), one.name, one.office or None, one.party)
        for one in people
        if one.name not in full
    )


def _is_another(one: PersonMention, other: PersonMention) -> bool:
    """Tell two people of one family name apart, by their first names and offices."""
    full = " " in one.name and " " in other.name
    return full and one.name[0] != other.name[0] and one.office != other.office


@lru_cache(maxsize=2)
def mentions_of_people(layout: Layout) -> tuple[PersonMention, ...]:
    """List every mention of a person with an office, block by block; several readers ask for the same text's."""
    return tuple(_with_parties(_all_mentions(layout)))


def _with_parties(mentions: Iterable[PersonMention]) -> Iterator[PersonMention]:
    """Give "Prime Minister Roe" the party that "Prime Minister Jane Roe of Ghana" was given before."""
    known: dict[str, set[str]] = {}
    for one in mentions:
        family = last_name(one.name)
        parties = known.setdefault(family, set())
        if one.party is None and len(parties) == 1:
            one = replace(one, party=next(iter(parties)))
        elif one.party is not None:
            parties.add(one.party)
        yield one


def _all_mentions(layout: Layout) -> Iterator[PersonMention]:
    if layout.language == "fr":
        from concerted.reading.french.people import people_of

        for block in layout.blocks:
            if block.kind in _SPOKEN:
                yield from people_of(layout.text, block)
        return
    for number, block in enumerate(layout.blocks):
        if block.kind not in _SPOKEN:
            continue
        speaks = words_before_names().search(layout.text, block.start, block.end)
        found = _people_of(layout.text, block, layout.language) if speaks else []
        yield from found
        following = layout.blocks[number + 1] if number + 1 < len(layout.blocks) else None
        signs = not found and following is not None and block.kind is following.kind is BlockKind.SIGNATURE
        if signs and following and signed_by(layout, block, following):
            yield _signer(layout, block, following)
    for line, office, party in signers_in_columns(layout):
        name = " ".join(layout.text[line.start : line.end].split())
        yield PersonMention(line.start, line.end, name, office, party)


# "President Alvarez" is a person, "Foreign Minister Meeting" is not.
_ALONE = re.compile(
    r"(?:President|Prime Minister|Chancellor|King|Queen|Crown Prince|Secretary|Minister|Premier|Emir|Amir|Sultan|Pope"
    r"|Taoiseach|Secretary[ -]General|Director[ -]General|High Representative|Ambassador|Commissioner|Envoy"
    r"|Administrator|Governor|Senator)$"
)
_NO_NAME = re.compile(
    r"(?:Meetings?|Summits?|Dialogues?|Levels?|Statements?|Forum|Conference|Council|Track|Working|Group|Office|"
    r"Ministerial|Declaration|Summary|Envoys?|Emeritus|Elect|Designate|On|In|At|The|And|"
    r"Affairs|Decisions?|Reports?|Roundtable|Network|Initiative|Special|Deputy|Partnership|Fund|Agreement|Programmes?)\b|"
    r".*\b(?:Agency|Assembly|Commission|Committee|Council|Department|Foundation|Mission|Organi[sz]ation|Programme?)\b"
)


# An ambassador to a party does not speak for it.
_ACCREDITED = re.compile(r"\bto\s+(?:the\s+)?$")


def _people_of(text: str, block: Block, language: str) -> list[PersonMention]:
    masked, mentions = mask(text, block.start, block.end, language)
    found = list(_mentions(text, block, masked, mentions))
    start = block.start
    offices = sum(masked.count(HEAD, one.start - start, one.end - start) for one in found)
    if masked.count(HEAD) > offices:
        known = [one for one in found if one.office]
        items = [*listed().finditer(masked)]
        if len(found) > 1:
            items += long_office().finditer(masked)
        if found or len(items) > 1:  # one alone is no list
            known += _in_long_offices(text, block, items, mentions, known)
        bare = [one for one in found if not one.office and not _within(one, known)]
        found = sorted([*known, *bare], key=lambda one: one.start)
    for place, one in enumerate(found):
        if one.party is None:
            party = _beside(text, one, found[place - 1]) if place else None
            party = party or _of_delegation(masked[: one.start - start], block, mentions)
            found[place] = replace(one, party=party)
    return found


def _within(one: PersonMention, others: list[PersonMention]) -> bool:
    return any(one.start < other.end and other.start < one.end for other in others)


_SAME_PARTY = re.compile(r"['’]s?\s+|\s+and\s+(?:the\s+)?")


def _beside(text: str, one: PersonMention, before: PersonMention) -> str | None:
    """Give the party of the person before: "A's President X and Foreign Minister Y", "President X's Envoy Y"."""
    return before.party if _SAME_PARTY.fullmatch(text, before.end, one.start) else None


def _of_delegation(masked: str, block: Block, mentions: tuple[PartyMention, ...]) -> str | None:
    """Give the party whose delegation the words before a person list."""
    if "delegation" not in masked and "epresenting" not in masked:
        return None
    ends = [block.start + max(one.end("party"), one.end("of")) for one in delegation().finditer(masked)]
    return next((one.party for one in mentions if ends and one.end == ends[-1]), None)


_OWN = re.compile(r"\bof\s+(?:the\s+)?$")


def _in_long_offices(
    text: str,
    block: Block,
    items: list[re.Match[str]],
    mentions: tuple[PartyMention, ...],
    found: list[PersonMention],
) -> Iterator[PersonMention]:
    """Read the items of a list of people, with offices of many words ("Head of Unit for the High Seas Ana Paz")."""
    for match in items:
        start, end = block.start + match.start("office"), block.start + match.end("name")
        if any(one.start < end and start < one.end for one in found) or _NO_NAME.match(match["name"]):
            continue
        name = text[block.start + match.start("name") : end]
        office = " ".join(text[start : block.start + match.end("office")].split())
        inside = [one for one in mentions if start <= one.start < end]
        own = [one for one in inside if one.start == start or _OWN.search(text, start, one.start)]
        bare = _bare_office(office, [text[one.start : one.end] for one in own])
        yield PersonMention(start, end, " ".join(name.split()), bare, _party(name, office, own))


def _mentions(text: str, block: Block, masked: str, mentions: tuple[PartyMention, ...]) -> Iterator[PersonMention]:
    start = block.start
    patterns = (NAME_FIRST, OFFICE_FIRST, HONOURED)
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
        office = " ".join(text[start + match.start("office") : start + match.end("office")].split())
        if _NO_NAME.match(name) or (" " not in name and not _ALONE.search(office)):
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
    return re.sub(r"^(?:the|an?)\s+|\s+and$", "", office)


def _signer(layout: Layout, name: Block, office: Block) -> PersonMention:
    text = layout.text
    _, mentions = mask(text, office.start, office.end, layout.language)
    words = text[office.start : office.end]
    party = _party(text[name.start : name.end], words, list(mentions))
    bare = _bare_office(words, [text[one.start : one.end] for one in mentions])
    return PersonMention(name.start, office.end, text[name.start : name.end], bare, party)
