"""Who speaks in a text: the parties it names where subjects may be, and the names of the issuers as a body."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from concerted.reading.facts import Definition, Participant, Role, TitleParticipant
from concerted.reading.layout import BlockKind, Layout
from concerted.reading.parties import find_parties
from concerted.reading.people import mentions_of_people
from concerted.reading.subject import Mention, Sort
from concerted.reading.subjects import Subjects
from concerted.reading.tokens import clause_words
from concerted.reading.word_index import GuardedPattern
from concerted.terms.parties import Form, parties

_BODY = (BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.HEADING)
_MEMBERS = GuardedPattern(
    r"\b((?-i:[A-Z])[\w&/-]+)\s+(?:members?|partners?|nations|leaders|ministers|member\s+(?:states|countries|nations)|participants|countries)\b",
    re.I,
)


def subjects_of(
    layout: Layout,
    participants: Sequence[Participant] = (),
    title_participants: Sequence[TitleParticipant] = (),
    title: str = "",
    definitions: Iterable[Definition] = (),
) -> Subjects:
    """Prepare what a text's subjects may stand for.

    ``participants`` say who issues the text; where the body names none, the title's do.
    """
    text = layout.text
    people = sorted(
        (Mention(m.start, m.end, m.party, Sort.PERSON) for m in mentions_of_people(layout) if m.party),
        key=lambda mention: mention.start,
    )
    taken = [(mention.start, mention.end) for mention in people]
    named = []
    at = 0
    for found in find_parties(text, language=layout.language):
        while at < len(taken) and taken[at][1] <= found.start:
            at += 1
        if at < len(taken) and taken[at][0] < found.end:
            continue
        sort = Sort.ADJECTIVE if found.form is Form.ADJECTIVE else Sort.NAME
        named.append(Mention(found.start, found.end, found.party, sort))
    issuers = {one.party for one in participants if one.role is Role.ISSUER} or {
        one.party for one in title_participants
    }
    mentions = tuple(sorted([*people, *named], key=lambda mention: mention.start))
    organs = frozenset(
        one.term.lower().strip("“”\"' ")
        for one in definitions
        if set(one.stands_for.lower().split()) & _own_things(layout.language)
    )
    joined = frozenset(one.party for one in participants if one.role is not Role.ISSUER)
    bodies = {one.party.lower() for one in title_participants if one.party not in issuers and is_body(one.party)}
    names = collective_names(layout, title) | bodies
    return Subjects(mentions, names, organs, frozenset(issuers), joined)


def _own_things(language: str) -> frozenset[str]:
    if language == "fr":
        from concerted.reading.french.words import clause_words as french

        return french().own_things
    return clause_words().own_things


def is_body(party: str) -> bool:
    """Tell whether a party is an organisation or a group of states, not a state."""
    known = parties().get(party)
    return known is not None and known.kind != "state"


def collective_names(layout: Layout, title: str = "") -> frozenset[str]:
    """Find the names, in lower case, under which the issuers act as a body.

    "JEF nations" and "CRI members" make "the JEF" and "the CRI" such names, if the text says so
    twice or its title holds the name.
    """
    counts = Counter(
        match[1]
        for block in layout.blocks
        if block.kind in _BODY
        for match in _MEMBERS.finditer(layout.text, block.start, block.end)
    )
    plain = clause_words().issuers | clause_words().others | clause_words().not_collectives
    counts.update(match[1] for match in _MEMBERS.pattern.finditer(title))
    in_title = set(re.findall(r"[\w&/-]+", title))
    return frozenset(
        name.lower() for name, count in counts.items() if name.lower() not in plain and (count > 1 or name in in_title)
    )
