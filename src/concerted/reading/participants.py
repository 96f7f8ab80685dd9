"""Find who speaks in a statement, who joins it and who hosts it.

Issuers stand in the opening ("We, the leaders of ...", "The Governments of ... concur"), in a
list or under signatures at the end. The opening wins over the signatures; a list of
participants counts beside it. What only a title names is ``title_participants``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from concerted.reading.facts import Participant, Role, TitleParticipant
from concerted.reading.hosts import hosts_in
from concerted.reading.layout import Block, BlockKind, Layout, Sentence
from concerted.reading.parties import find_parties
from concerted.reading.party_groups import Member, PartyGroup, party_groups
from concerted.reading.party_lists import (
    SPEAKS,
    groups_in,
    listed_parties,
    organ_that_adopts,
    signatories,
    supporters,
)
from concerted.reading.people import mentions_of_people
from concerted.reading.person_mention import PersonMention
from concerted.reading.reservations import reservation
from concerted.reading.roles import Claim, claim_of
from concerted.terms.parties import party
from concerted.terms.passage import Passage

if TYPE_CHECKING:
    from types import ModuleType

# So many sentences at the top may say who speaks.
_OPENING = 8
_HOSTS_WITHIN = 5
# Who speaks is named within so many characters of a sentence; without a limit, endless sentences take endless time.
_FARTHEST = 2000


def french_roles() -> ModuleType:
    """Load the French words of parts in a statement; only a French text needs them."""
    from concerted.reading.french import roles

    return roles


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
    organ = organ_that_adopts(layout)
    if organ:
        return organ
    people = mentions_of_people(layout)
    said = list(_said(layout, people))
    supporting = supporters(layout)
    listed = [one for group in listed_parties(layout, people) for one in group.members if one not in supporting]
    signed, witnessed = signatories(layout, people)
    hosts = _hosts(layout, people)
    issuers = _issuers(said, listed, signed) or _headed(layout)
    speaking = {member.party for member in issuers}
    joined = _claimed(said, Claim.JOINED) + _claimed(said, Claim.ATTENDED) + supporting + witnessed
    if issuers == listed and _convened(said, hosts):
        issuers = hosts + [one for one in listed if all(one.party != host.party for host in hosts)]
        speaking = {member.party for member in issuers}
    found = [_participant(layout, member, Role.ISSUER) for member in issuers]
    found += [_participant(layout, member, Role.JOINED) for member in joined if member.party not in speaking]
    found += [_participant(layout, member, Role.HOST) for member in hosts]
    return _once(found)


def title_participants(title: str, language: str = "en") -> tuple[TitleParticipant, ...]:
    """List the parties that a title names as those who speak: "of the Governments of A and B on C", "A-B Summit"."""
    mentions = find_parties(title, language=language)
    groups = party_groups(title, mentions, ())
    subject = _ABOUT.search(title)
    limit = subject.start() if subject else len(title)
    if language == "fr":
        members = french_roles().in_title(title, groups)
    else:
        members = [one for g in groups if g.start < limit and _of_speakers(title, g) for one in g.members]
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
        addressed = _ADDRESSED.search(text) is not None
        if order >= _OPENING and not (addressed and order < 60):
            continue
        if _JOIN.search(text):
            before = Claim.JOINED
        for group in _near_the_start(layout, sentence, people):
            claim = _claim(layout, sentence.start, group, sentence.end, before)
            if claim is None or (order >= _OPENING and claim is not Claim.WE):
                continue
            yield _Said(claim, group, order)
            if claim in (Claim.JOINED, Claim.WE, Claim.NAMED):
                before = claim


def _near_the_start(layout: Layout, sentence: Sentence, people: Sequence[PersonMention]) -> list[PartyGroup]:
    groups = groups_in(layout, sentence.start, sentence.end, people)
    return [group for group in groups if group.start - sentence.start <= _FARTHEST]


_ADDRESSED = re.compile(r"\b[Ww][Ee]\b|\b[Nn]ous,")


def _claim(layout: Layout, start: int, group: PartyGroup, end: int, before: Claim | None) -> Claim | None:
    """Ask the words of the text's own language what they claim of a group."""
    asked = french_roles().claim_of if layout.language == "fr" else claim_of
    return asked(layout.text, start, group, end, before)


_JOIN = re.compile(r"\b(?:agreed|decided)\s+to\s+join\b|\bhave\s+joined\b")


def _sentences(layout: Layout) -> Iterable[tuple[Block, Sentence]]:
    for block in layout.blocks:
        if block.kind in SPEAKS:
            for sentence in block.sentences or (Sentence(block.start, block.end),):
                yield block, sentence


def _issuers(said: Sequence[_Said], listed: list[Member], signed: list[Member]) -> list[Member]:
    """Choose the issuers: "we, the ..." wins, then the first sentence that names them, a list, and so on."""
    # Of those whom a host tells to have come, some may do this and that: they do not speak for the text.
    told = bool(said) and said[0].claim is Claim.MET and any(one.claim is Claim.ATTENDED for one in said)
    plain = [Claim.NAMED] if listed or told else [Claim.SUBJECT, Claim.NAMED]
    for claims in (plain, [Claim.WE]) if _names_the_states_of_we(said) else ([Claim.WE], plain):
        found = [one for one in said if one.claim in claims]
        if found:
            first = min(one.order for one in found)
            best = min(claims.index(one.claim) for one in found if one.order == first)
            chosen = [one for one in found if one.order == first and claims.index(one.claim) == best]
            return _without_names_of_the_whole([member for one in chosen for member in one.group.members] + listed)
    return (
        listed
        or signed
        or _claimed(said, Claim.MET)
        or _claimed(said, Claim.SPEAKS)
        or _claimed(said, Claim.ATTENDED)
        or _claimed([one for one in said if one.claim is Claim.BETWEEN][:1], Claim.BETWEEN)
    )


def _names_the_states_of_we(said: Sequence[_Said]) -> bool:
    """Tell whether states are named before "we, the ministers of the G-something" sums them up."""
    we = [one for one in said if one.claim is Claim.WE][:1]
    summed_up = [one for one in we if all(party(member.party).kind == "group" for member in one.group.members)]
    return any(
        one.claim is Claim.NAMED and len(one.group.members) > 2 and one.order < we.order
        for we in summed_up
        for one in said
    )


def _claimed(said: Sequence[_Said], claim: Claim) -> list[Member]:
    return [member for one in said if one.claim is claim for member in one.group.members]


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
            for group in groups_in(layout, block.start, block.end, ()):
                stated = _STATEMENT_BY.search(layout.text, block.start, group.start)
                if stated or _claim(layout, block.start, group, block.end, None) is Claim.NAMED:
                    return list(group.members)
    return []


# --- Hosts, and how a participant is written down.


def _hosts(layout: Layout, people: Sequence[PersonMention]) -> list[Member]:
    found: list[Member] = []
    for order, (_, sentence) in enumerate(_sentences(layout)):
        if order < _HOSTS_WITHIN:
            groups = _near_the_start(layout, sentence, people)
            hosting = french_roles().hosts_in if layout.language == "fr" else hosts_in
            found += hosting(layout.text, sentence.start, sentence.end, groups)
    return found


def _participant(layout: Layout, member: Member, role: Role) -> Participant:
    passage = Passage.of(layout.text, _article_start(layout.text, member), member.end)
    note = reservation(layout, member.party, member.end)
    return Participant(
        passage,
        member.party,
        " ".join(passage.quote.split()),
        role,
        note.quote if note else None,
        note,
    )


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
