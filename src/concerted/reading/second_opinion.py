"""Set a second reader's acts beside the first reader's: where the two agree, and where they do not.

A proposal counts only if its words stand in the text; whoever made it, nothing that is not there is shown.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from concerted.reading.blocks import lay_out
from concerted.reading.facts import Act, Kind, Reading
from concerted.reading.layout import BlockKind
from concerted.terms.passage import Passage

_BODY = (BlockKind.PARAGRAPH, BlockKind.ITEM)
# Paragraphs go together up to so many letters: enough for a lead-in and its list.
_STRETCH = 2000
# Two acts are the same if they share this part of their letters.
_SAME = 0.3


class Verdict(StrEnum):
    """How two readers stand to each other on one act."""

    AGREED = "agreed"
    KIND = "another kind"
    FIRST = "first reader only"
    SECOND = "second reader only"


@dataclass(frozen=True, slots=True)
class Proposal:
    """An act that a second reader proposes, its words found in the text."""

    passage: Passage
    kind: Kind


@dataclass(frozen=True, slots=True)
class Opinion:
    """One act as both readers see it; ``first`` and ``second`` are the kinds, None for who did not find it."""

    passage: Passage
    verdict: Verdict
    first: Kind | None
    second: Kind | None


def stretches(reading: Reading) -> list[Passage]:
    """Cut the body into stretches of whole paragraphs, in order: what a second reader is asked about."""
    blocks = [one for one in lay_out(reading.text, reading.statement.language).blocks if one.kind in _BODY]
    found: list[tuple[int, int]] = []
    for block in blocks:
        if found and block.end - found[-1][0] <= _STRETCH:
            found[-1] = (found[-1][0], block.end)
        else:
            found.append((block.start, block.end))
    return [Passage.of(reading.text, start, end) for start, end in found]


def placed(text: str, stretch: Passage, quote: str, taken: Sequence[Passage] = ()) -> Passage | None:
    """Find words in a stretch, white space counting alike, at the first place not taken; None where they are not."""
    words = quote.split()
    if not words:
        return None
    pattern = re.compile(r"\s+".join(map(re.escape, words)))
    for match in pattern.finditer(text, stretch.start, stretch.end):
        passage = Passage.of(text, *match.span())
        if passage not in taken:
            return passage
    return None


def compared(reading: Reading, proposals: Sequence[Proposal], asked: Sequence[Passage]) -> tuple[Opinion, ...]:
    """Set proposals beside the acts of a reading, in the order of the text.

    Acts outside the stretches that were ``asked`` about are left out: nobody has given a second opinion on them.
    """
    acts = [one for one in reading.acts if any(s.start <= one.passage.start < s.end for s in asked)]
    pairs = sorted(
        (
            (_shared(act.passage, proposal.passage), at, place)
            for at, act in enumerate(acts)
            for place, proposal in enumerate(proposals)
            if act.passage.start < proposal.passage.end and proposal.passage.start < act.passage.end
        ),
        reverse=True,
    )
    partner: dict[int, int] = {}
    for share, at, place in pairs:
        if share >= _SAME and at not in partner and place not in partner.values():
            partner[at] = place
    found = [_opinion(act, proposals[partner[at]].kind if at in partner else None) for at, act in enumerate(acts)]
    found += [
        Opinion(one.passage, Verdict.SECOND, None, one.kind)
        for place, one in enumerate(proposals)
        if place not in partner.values()
    ]
    return tuple(sorted(found, key=lambda one: (one.passage.start, one.passage.end)))


def _opinion(act: Act, second: Kind | None) -> Opinion:
    verdict = Verdict.FIRST if second is None else Verdict.AGREED if second is act.kind else Verdict.KIND
    return Opinion(act.passage, verdict, act.kind, second)


def _shared(left: Passage, right: Passage) -> float:
    both = min(left.end, right.end) - max(left.start, right.start)
    return both / (max(left.end, right.end) - min(left.start, right.start))
