"""Test what a text claims about itself: "Sixty partners" against the participants that were found."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from concerted.reading.facts import Check, Line, Participant, Role
from concerted.reading.layout import BlockKind, Layout
from concerted.reading.numbers import NUMBER, value_of
from concerted.reading.word_index import GuardedPattern
from concerted.terms.parties import party
from concerted.terms.passage import Passage

# So many sentences at the top count the participants; further down others are counted.
_OPENING = 4
_STATES = r"(?:countr(?:y|ies)|nations|states|governments)"
_ALL_KINDS = r"(?:partners|members|participants|delegations|parties|signatories|co-?sponsors)"
_QUALIFIER = (
    r"(?:(?P<qualifier>(?i:more\s+than|over|at\s+least|some|about|around|nearly|almost|approximately|up\s+to))\s+)?"
)
_COUNT = GuardedPattern(
    rf"{_QUALIFIER}\b(?P<number>(?i:{NUMBER}))\s+(?:(?:Coalition|[a-z][\w’-]+)\s+){{0,2}}?(?P<noun>(?i:{_STATES}|{_ALL_KINDS}))\b"
)
_STATES_IN_FRENCH = r"(?:pays|États|nations|gouvernements)"
_ALL_IN_FRENCH = r"(?:partenaires|membres|participants|délégations|parties|signataires)"
_QUALIFIER_IN_FRENCH = r"(?:(?P<qualifier>(?i:plus\s+de|au\s+moins|quelque|environ|près\s+de|jusqu[’']à))\s+)?"
# How a count is qualified in French, in the words that the check goes by.
_IN_ENGLISH = {"plus de": "more than", "au moins": "at least", "jusqu'à": "up to", "jusqu’à": "up to"}
_JOINS = re.compile(r"\bjoin(?:ed)?\b")
# So many characters before the first line of effort its lead-in may begin.
_NEAR = 300
_BODY = (BlockKind.PARAGRAPH, BlockKind.ITEM)


def check_claims(layout: Layout, participants: Sequence[Participant], lines: Sequence[Line] = ()) -> tuple[Check, ...]:
    """List the text's claims about its own participants and lines of effort, each with what was found."""
    return (*_participants(layout, participants), *_lines(layout, lines))


def _participants(layout: Layout, participants: Sequence[Participant]) -> Iterator[Check]:
    if not participants:
        return
    french = layout.language == "fr"
    for start, end in _opening(layout):
        for match in (_count_in_french() if french else _COUNT).finditer(layout.text, start, end):
            claimed = int(_french_value(match["number"]) if french else value_of(match["number"]))
            if claimed < 3 or (re.fullmatch(r"(?:19|20)\d\d", match["number"]) is not None):
                continue
            role = Role.JOINED if _JOINS.search(layout.text, match.end(), end) else Role.ISSUER
            counted = {one.party for one in participants if one.role is role}
            if re.fullmatch(_STATES_IN_FRENCH if french else _STATES, match["noun"], re.I):
                counted = {one for one in counted if party(one).kind == "state"}
            # Of others, or of a list that is not in this text.
            if len(counted) < 2 or len(counted) * 3 < claimed:
                continue
            yield _check(layout.text, match.start("number"), match.end(), match["qualifier"], claimed, len(counted))


@cache
def _count_in_french() -> GuardedPattern:
    from concerted.reading.french.numbers import NUMBER as FRENCH

    return GuardedPattern(
        rf"{_QUALIFIER_IN_FRENCH}\b(?P<number>(?i:{FRENCH}))\s+(?P<noun>(?i:{_STATES_IN_FRENCH}|{_ALL_IN_FRENCH}))\b"
    )


def _french_value(words: str) -> Decimal:
    """Work out a French number."""
    from concerted.reading.french.numbers import value_of as worked_out

    return worked_out(words)


def _opening(layout: Layout) -> list[tuple[int, int]]:
    places = [
        (sentence.start, sentence.end) for block in layout.blocks if block.kind in _BODY for sentence in block.sentences
    ]
    return places[:_OPENING]


@cache
def _count_of_lines() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?P<number>(?i:{NUMBER}))\s+(?:[\w’-]+\s+)?(?:lines\s+of\s+(?:effort|action)|pillars|work\s?streams)\b"
    )


def _lines(layout: Layout, lines: Sequence[Line]) -> Iterator[Check]:
    """Compare the count in the sentence that leads in to the lines with their number."""
    if not lines:
        return
    first = lines[0].passage.start
    for match in _count_of_lines().finditer(layout.text, max(0, first - _NEAR), first):
        claimed = int(value_of(match["number"]))
        yield _check(layout.text, match.start("number"), match.end(), None, claimed, len(lines))


def _check(text: str, start: int, end: int, qualifier: str | None, claimed: int, found: int) -> Check:
    passage = Passage.of(text, start, end)
    words = " ".join((qualifier or "").casefold().split())
    words = _IN_ENGLISH.get(words, words)
    if words in ("more than", "over"):
        holds = found > claimed
    elif words == "at least":
        holds = found >= claimed
    elif words == "up to":
        holds = found <= claimed
    elif words:
        holds = abs(found - claimed) * 10 <= claimed
    else:
        holds = found == claimed
    return Check(passage, " ".join(f"{words} {passage.quote}".split()), claimed, found, holds)
