"""Find the parties that stand in lists, under signatures and at the head of a resolution."""

from __future__ import annotations

import re
from collections.abc import Sequence

from concerted.reading.facts import Participant, Role
from concerted.reading.layout import Block, BlockKind, Layout
from concerted.reading.parties import find_parties
from concerted.reading.party_groups import Member, PartyGroup, party_groups
from concerted.reading.person_mention import PersonMention
from concerted.reading.word_index import GuardedPattern
from concerted.terms.passage import Passage

SPEAKS = (BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.BOILERPLATE)
_ORGAN = re.compile(
    r"\b(?P<name>The\s+(?:Security\s+Council|General\s+Assembly|Economic\s+and\s+Social\s+Council|Human\s+Rights\s+Council)"
    r"|Le\s+Conseil\s+de\s+sécurité|L['’]Assemblée\s+générale(?:\s+des\s+Nations\s+Unies)?|مجلس\s+الأمن)"
    r"(?:\s*[,.،]?\s*$|\s+(?=(?:Adopts|Decides|Endorses|Approves)\b))"
)


def groups_in(layout: Layout, start: int, end: int, people: Sequence[PersonMention]) -> tuple[PartyGroup, ...]:
    """Group the parties between two places, with the people who stand for theirs."""
    mentions = find_parties(layout.text, start, end, layout.language)
    here = [one for one in people if start <= one.start < end]
    return party_groups(layout.text, mentions, here)


def listed_parties(layout: Layout, people: Sequence[PersonMention]) -> list[PartyGroup]:
    """List the groups of the blocks that list participants."""
    groups = []
    for block in layout.blocks:
        if block.kind is BlockKind.PARTY_LIST:
            groups += [
                group
                for group in groups_in(layout, block.start, block.end, people)
                if len(group.members) > 1 or group.end - group.start > 0.3 * (block.end - block.start)
            ]
    return groups if sum(len(group.members) for group in groups) > 1 else []


_WITNESSES = re.compile(r"(?i)\bwitness(?:ed|es)?\b")


def signatories(layout: Layout, people: Sequence[PersonMention]) -> tuple[list[Member], list[Member]]:
    """List who signed, and who witnessed."""
    signed: list[Member] = []
    witnessed: list[Member] = []
    into = signed
    for block in layout.blocks:
        if block.kind is BlockKind.SIGNATURE:
            if _WITNESSES.search(layout.text, block.start, block.end):
                into = witnessed
            for group in groups_in(layout, block.start, block.end, people):
                into += group.members
    return signed, witnessed


_SUPPORTERS = GuardedPattern(
    r"\b(?:express|indicat|declar|signal+|announc|confirm|pledg)(?:ed|ing)?\s+(?:their\s+)?(?:support|endorsement|participation)"
    r"\s[^.:]*:\s*|\bhave\s+(?:also\s+|already\s+)?(?:joined|endorsed)\s[^.:]*:\s*"
)


def supporters(layout: Layout) -> list[Member]:
    """List those whom the text lists as having expressed support, behind the words or as items under them."""
    found: list[Member] = []
    for number, block in enumerate(layout.blocks):
        if block.kind not in SPEAKS or not (lead := _SUPPORTERS.search(layout.text, block.start, block.end)):
            continue
        for group in groups_in(layout, lead.end(), block.end, ()):
            found += group.members
        for item in layout.blocks[number + 1 :] if lead.end() >= block.end - 1 else ():
            groups = groups_in(layout, item.start, item.end, ())
            if item.kind is BlockKind.HEADING or not groups or not _fill(groups, item):
                break
            found += [member for group in groups for member in group.members]
    return found


def _fill(groups: Sequence[PartyGroup], block: Block) -> bool:
    """Tell whether a block names parties and says little else."""
    return sum(group.end - group.start for group in groups) > 0.6 * (block.end - block.start)


def organ_that_adopts(layout: Layout) -> tuple[Participant, ...]:
    """A resolution is issued by the organisation whose organ adopts it."""
    for block in layout.blocks[:8]:
        if block.kind is BlockKind.PREAMBLE:
            continue
        words = _ORGAN.search(layout.text, block.start, block.end)
        mentions = find_parties(layout.text, words.start("name"), words.end("name"), layout.language) if words else ()
        if words and mentions:
            passage = Passage.of(layout.text, words.start("name"), words.end("name"))
            return (Participant(passage, mentions[0].party, " ".join(passage.quote.split()), Role.ISSUER),)
    return ()
