"""See parties that stand side by side as one group: "the Governments of A, B and C", "President N of A and ..."."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from concerted.reading.parties import PartyMention
from concerted.reading.person_mention import PersonMention
from concerted.terms.parties import Form


@dataclass(frozen=True, slots=True)
class Member:
    """A party in a group: its own words, and the place of the whole item with office and name."""

    party: str
    start: int
    end: int
    item_start: int
    item_end: int


@dataclass(frozen=True, slots=True)
class PartyGroup:
    """Parties in a row, with nothing but commas, "and", articles and offices between them."""

    start: int
    end: int
    members: tuple[Member, ...]


_SIDE_BY_SIDE = re.compile(
    r"(?:\s|[,;&*†‡¹²³•\n-]|\d{1,2}(?=[\s,;.)])|\([^()]{1,40}\)|\[[^\[\]]{1,40}\]|/"
    r"|\b(?:and|as well as|(?:together|along|jointly) with|the|of|its|their|her|his|[Mm]ember [Ss]tates)\b"
    r"|\b(?:for|on behalf of)\b"
    r"|\b(?:et|la|le|les|l|de|du|des|d|ainsi que|gouvernement|royaume|au nom|chefs|États|hauts?|[Rr]eprésentante?s?)\b"
    r"|\b(?:och|samt)\b"
    r"|\b(?:ministers?|governments?|leaders?|representatives?|presidents?|senior|officials?|holding|virtually)\b"
    r"|\bas (?:the )?(?:first )?(?=[A-Z])|\b(?:and|as well as) (?:also )?from\b"
    r"|\b[A-ZÀ-Þ][\w’'.-]*|['’](?:s\b)?|،|؛|\bو|(?:بال)?إضافة إلى|وكذلك|فضلا عن|حكومات|حكومة|دولة|كل من)*"
)
# "Chad's independence" is no deed of the party's, "Chad's President" may be.
_OWNS_A_THING = re.compile(r"['’]s?\s+(?:own\s+)?[a-z]")
_OFFICE_OF_OTHERS = re.compile(r"\s+(?:Chair|Presidency|Chairmanship|Summit|Agenda|Centrality|centrality)\b|-[A-Za-z]")
_A_TITLE_FOLLOWS = re.compile(
    r"\s+(?:[A-Z][\w-]*\s+){0,4}?(?:President|Minister|Secretary|Prime|Premier|Leaders?|Advisor)\b"
)


def party_groups(
    text: str, mentions: Sequence[PartyMention], people: Sequence[PersonMention]
) -> tuple[PartyGroup, ...]:
    """Group the parties of a passage; people whose office names no party stand for theirs.

    Both sequences are of one sentence, in its order. A possessive ("A's forces"), an adjective
    without an office, and the holder of another's chair ("as B Chair") are no members.
    """
    members: list[Member] = []
    for mention in mentions:
        if _is_beside_the_point(text, mention) or _repeats(text, mention, members):
            continue
        whole = next((one for one in people if one.start <= mention.start < one.end), None)
        if whole and any(one.item_start == whole.start for one in members):
            continue
        start, end = (whole.start, whole.end) if whole else (mention.start, mention.end)
        if whole is None or whole.party == mention.party:
            members.append(Member(mention.party, mention.start, mention.end, min(start, mention.start), end))
    taken = {one.item_start for one in members}
    members += [
        Member(person.party, person.start, person.end, person.start, person.end)
        for person in people
        if person.party and person.start not in taken
    ]
    members.sort(key=lambda one: one.item_start)
    return tuple(_grouped(text, members))


def _repeats(text: str, mention: PartyMention, members: list[Member]) -> bool:
    """Tell whether the mention is the short name in brackets after the long one."""
    return bool(members) and members[-1].party == mention.party and text[mention.start - 1] == "("


def _is_beside_the_point(text: str, mention: PartyMention) -> bool:
    if mention.form is Form.ADJECTIVE:
        return _A_TITLE_FOLLOWS.match(text, mention.end) is None
    return bool(_OWNS_A_THING.match(text, mention.end) or _OFFICE_OF_OTHERS.match(text, mention.end))


def _grouped(text: str, members: list[Member]) -> list[PartyGroup]:
    groups: list[list[Member]] = []
    for member in members:
        last = groups[-1][-1] if groups else None
        between = "" if last is None else text[last.item_end : member.item_start]
        if last is not None and len(between) < 160 and _SIDE_BY_SIDE.fullmatch(between):
            groups[-1].append(member)
        else:
            groups.append([member])
    return [PartyGroup(group[0].item_start, group[-1].item_end, tuple(group)) for group in groups]
