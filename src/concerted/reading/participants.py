"""Find who speaks in a statement, who joins it and who hosts it.

Issuers stand in the opening ("We, the leaders of ...", "The Governments of ... concur"), in a
list or under signatures at the end. The opening wins over the signatures; a list of
participants counts beside it. What only a title names is ``title_participants``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from concerted.reading.facts import Participant, Role, TitleParticipant
from concerted.reading.layout import Block, BlockKind, Layout, Sentence
from concerted.reading.parties import find_parties
from concerted.reading.party_groups import Member, PartyGroup, party_groups
from concerted.reading.people import PersonMention, mentions_of_people
from concerted.reading.roles import Claim, claim_of, hosts_in
from concerted.terms.parties import party
from concerted.terms.passage import Passage

# So many sentences at the top may say who speaks.
_OPENING = 8
_HOSTS_WITHIN = 5
_SPEAKS = (BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.BOILERPLATE)
_ORGAN = re.compile(
    r"\b(?P<name>The\s+(?:Security\s+Council|General\s+Assembly|Economic\s+and\s+Social\s+Council|Human\s+Rights\s+Council))"
    r"(?:\s*,?\s*$|\s+(?=(?:Adopts|Decides|Endorses|Approves)\b))"
)


@dataclass(frozen=True, slots=True)
class _Said:
    """A group of parties, and what its sentence claims of it."""

    claim: Claim
    group: PartyGroup
    order: int


def find_participants(layout: Layout) -> tuple[Participant, ...]:
    """List the parties of the body with their roles, in the order of the text.

    Empty where only the title names them. A party that both speaks and hosts has two entries.
    """
    organ = _organ(layout)
    if organ:
        return organ
    people = list(mentions_of_people(layout))
    said = list(_said(layout, people))
    listed = [member for group in _lists(layout, people) for member in group.members]
    signed, witnessed = _signatures(layout, people)
    hosts = _hosts(layout, people)
    issuers = _issuers(said, listed, signed) or _headed(layout)
    speaking = {member.party for member in issuers}
    joined = [member for one in said if one.claim is Claim.JOINED for member in one.group.members]
    joined += [*_listed_supporters(layout), *witnessed]
    if issuers == listed and _convened(said, hosts):
        issuers, joined = hosts, joined + listed
        speaking = {member.party for member in issuers}
    found = [_participant(layout, member, Role.ISSUER) for member in issuers]
    found += [_participant(layout, member, Role.JOINED) for member in joined if member.party not in speaking]
    found += [_participant(layout, member, Role.HOST) for member in hosts]
    return _once(found)


def title_participants(title: str) -> tuple[TitleParticipant, ...]:
    """List the parties that a title names as those who speak: "of the Governments of A and B on C", "A-B Summit"."""
    mentions = find_parties(title)
    groups = party_groups(title, mentions, ())
    subject = _ABOUT.search(title)
    limit = subject.start() if subject else len(title)
    members = [one for group in groups if group.start < limit and _of_speakers(title, group) for one in group.members]
    paired = [place for place, one in enumerate(mentions) if one.end < limit and _PAIR.match(title, one.end)]
    for one in mentions[paired[0] : paired[-1] + 2] if paired else ():
        members.append(Member(one.party, one.start, one.end, one.start, one.end))
    once = {one.party: one for one in sorted(members, key=lambda one: -one.start)}
    return tuple(TitleParticipant(one.party, _with_article(title, one)) for one in reversed(once.values()))


_ABOUT = re.compile(r"\b(?:on|regarding|about|to|for|against|towards?|in\s+support)\s", re.I)
_PAIR = re.compile(r"\s?[-–—]\s?(?=\w)")
_SPEAKERS_BEFORE = re.compile(r"\b(?:of|from|by|between)\s+(?:\w+\s+){0,8}$", re.I)
_SPEAKERS_AFTER = re.compile(r"\s+(?:\w+\s+){0,2}?(?:Leaders|Ministers|Statement|Declaration|Communiqué|Communique)\b")


def _of_speakers(title: str, group: PartyGroup) -> bool:
    """Tell whether the group of a title speaks: "statement by A", "A and B Joint Statement", "A Leaders"."""
    return bool(_SPEAKERS_BEFORE.search(title, 0, group.start) or _SPEAKERS_AFTER.match(title, group.end))


# --- What the opening says.


def _said(layout: Layout, people: Sequence[PersonMention]) -> Iterable[_Said]:
    """Go through the groups of parties in the opening with what is claimed of each."""
    before: Claim | None = None
    for order, (_, sentence) in enumerate(_sentences(layout)):
        text = layout.text[sentence.start : sentence.end]
        addressed = re.search(r"\b[Ww][Ee]\b|WE\b", text) is not None
        if order >= _OPENING and not (addressed and order < 60):
            continue
        if _JOIN.search(text):
            before = Claim.JOINED
        for group in _groups(layout, sentence.start, sentence.end, people):
            claim = claim_of(layout.text, sentence.start, group, sentence.end, before)
            if claim is None or (order >= _OPENING and claim is not Claim.WE):
                continue
            yield _Said(claim, group, order)
            if claim in (Claim.JOINED, Claim.WE, Claim.NAMED):
                before = claim


_JOIN = re.compile(r"\b(?:agreed|decided)\s+to\s+join\b|\bhave\s+joined\b")


def _sentences(layout: Layout) -> Iterable[tuple[Block, Sentence]]:
    for block in layout.blocks:
        if block.kind in _SPEAKS:
            for sentence in block.sentences or (Sentence(block.start, block.end),):
                yield block, sentence


def _groups(layout: Layout, start: int, end: int, people: Sequence[PersonMention]) -> tuple[PartyGroup, ...]:
    mentions = find_parties(layout.text, start, end, layout.language)
    here = [one for one in people if start <= one.start < end]
    return party_groups(layout.text, mentions, here)


def _issuers(said: Sequence[_Said], listed: list[Member], signed: list[Member]) -> list[Member]:
    """Choose the issuers: the first sentence that names them, a list, signatures, the parties of a meeting."""
    plain = (Claim.WE, Claim.NAMED) if listed else (Claim.WE, Claim.SUBJECT, Claim.NAMED)
    found = [one for one in said if one.claim in plain]
    if found:
        first = min(one.order for one in found)
        best = min(plain.index(one.claim) for one in found if one.order == first)
        chosen = [one for one in found if one.order == first and plain.index(one.claim) == best]
        return _without_names_of_the_whole([member for one in chosen for member in one.group.members] + listed)
    met = [member for one in said if one.claim is Claim.MET for member in one.group.members]
    speaks = [member for one in said if one.claim is Claim.SPEAKS for member in one.group.members]
    between = [one for one in said if one.claim is Claim.BETWEEN][:1]
    return listed or signed or met or speaks or [member for one in between for member in one.group.members]


def _convened(said: Sequence[_Said], hosts: list[Member]) -> bool:
    """Tell whether one party convened the rest and tells of it: a chair's summary, no joint statement."""
    return len(hosts) == 1 and any(one.claim is Claim.MET and one.group.members[0] == hosts[0] for one in said)


def _without_names_of_the_whole(members: list[Member]) -> list[Member]:
    """Leave out a group of states ("the G-something") where its states are named one by one."""
    states = {one.party for one in members if party(one.party).kind == "state"}
    return [one for one in members if party(one.party).kind != "group" or len(states) < 2]


_STATEMENT_BY = re.compile(r"\b(?:statement|declaration|communiqué|communique)\s+(?:by|of|from)\s+(?:the\s+)?$", re.I)


def _headed(layout: Layout) -> list[Member]:
    """A heading of the body may name the issuers: "Statement by the Ministers of ..."."""
    for block in layout.blocks:
        if block.kind is BlockKind.HEADING:
            for group in _groups(layout, block.start, block.end, ()):
                stated = _STATEMENT_BY.search(layout.text, block.start, group.start)
                if stated or claim_of(layout.text, block.start, group, block.end, None) is Claim.NAMED:
                    return list(group.members)
    return []


# --- Lists, signatures, resolutions.


def _lists(layout: Layout, people: Sequence[PersonMention]) -> list[PartyGroup]:
    """List the groups of the blocks that list participants."""
    groups = []
    for block in layout.blocks:
        if block.kind is BlockKind.PARTY_LIST:
            groups += [
                group
                for group in _groups(layout, block.start, block.end, people)
                if len(group.members) > 1 or group.end - group.start > 0.3 * (block.end - block.start)
            ]
    return groups if sum(len(group.members) for group in groups) > 1 else []


_WITNESSES = re.compile(r"(?i)\bwitness(?:ed|es)?\b")


def _signatures(layout: Layout, people: Sequence[PersonMention]) -> tuple[list[Member], list[Member]]:
    """List who signed, and who witnessed."""
    signed: list[Member] = []
    witnessed: list[Member] = []
    into = signed
    for block in layout.blocks:
        if block.kind is BlockKind.SIGNATURE:
            if _WITNESSES.search(layout.text, block.start, block.end):
                into = witnessed
            for group in _groups(layout, block.start, block.end, people):
                into += group.members
    return signed, witnessed


_SUPPORTERS = re.compile(r"\b(?:expressed|have\s+expressed|express)\s+(?:their\s+)?support\s[^.:]*:\s*")


def _listed_supporters(layout: Layout) -> list[Member]:
    """List those whom the text lists as having expressed support."""
    found: list[Member] = []
    for block in layout.blocks:
        if block.kind in _SPEAKS and (lead := _SUPPORTERS.search(layout.text, block.start, block.end)):
            for group in _groups(layout, lead.end(), block.end, ()):
                found += group.members
    return found


def _organ(layout: Layout) -> tuple[Participant, ...]:
    """A resolution is issued by the organisation whose organ adopts it."""
    for block in layout.blocks[:8]:
        if block.kind is BlockKind.PREAMBLE:
            continue
        words = _ORGAN.search(layout.text, block.start, block.end)
        if words and (mentions := find_parties(layout.text, words.start("name"), words.end("name"))):
            passage = Passage.of(layout.text, words.start("name"), words.end("name"))
            return (Participant(passage, mentions[0].party, " ".join(passage.quote.split()), Role.ISSUER),)
    return ()


# --- Hosts, and how a participant is written down.


def _hosts(layout: Layout, people: Sequence[PersonMention]) -> list[Member]:
    found: list[Member] = []
    for order, (_, sentence) in enumerate(_sentences(layout)):
        if order < _HOSTS_WITHIN:
            groups = _groups(layout, sentence.start, sentence.end, people)
            found += hosts_in(layout.text, sentence.start, sentence.end, groups)
    return found


_MARK = re.compile(r"\s?\\?(\*{1,3}|[†‡¹²³⁴⁵⁶⁷⁸⁹])")


def _participant(layout: Layout, member: Member, role: Role) -> Participant:
    passage = Passage.of(layout.text, _article_start(layout.text, member), member.end)
    note = _footnote(layout, member.end)
    return Participant(
        passage,
        member.party,
        " ".join(passage.quote.split()),
        role,
        note.quote if note else None,
        note,
    )


def _footnote(layout: Layout, at: int) -> Passage | None:
    """Give the footnote that a mark right after a name points at."""
    mark = _MARK.match(layout.text, at)
    if mark is None:
        return None
    for block in layout.blocks:
        if block.kind is BlockKind.FOOTNOTE and block.mark == mark[1] and block.start > at:
            return Passage.of(layout.text, block.start, block.end)
    return None


_ARTICLE = re.compile(r"\b[Tt]he\s+$")


def _article_start(text: str, member: Member) -> int:
    article = _ARTICLE.search(text, max(0, member.start - 5), member.start)
    return article.start() if article else member.start


def _with_article(text: str, member: Member) -> str:
    return " ".join(text[_article_start(text, member) : member.end].split())


def _once(found: list[Participant]) -> tuple[Participant, ...]:
    """Keep a party once in each role, by the place where it is named first."""
    seen: dict[tuple[str, Role], Participant] = {}
    for one in sorted(found, key=lambda one: (one.passage.start, one.role is Role.HOST)):
        seen.setdefault((one.party, one.role), one)
    return tuple(seen.values())
