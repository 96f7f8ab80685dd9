"""COMPARE: what became of what one statement promises in a later one."""

from __future__ import annotations

from bisect import bisect_right

from concerted.reading.comparison.carried import instruments, lines, participants
from concerted.reading.comparison.changed_words import changed_words
from concerted.reading.comparison.likeness import Rarity, likeness, rarity, recommits, sentence_before
from concerted.reading.comparison.pairing import Partner, pair
from concerted.reading.comparison.rows import Comparison, Fate, Pair, Run
from concerted.reading.comparison.signs import headline, signs
from concerted.reading.facts import Act, Kind, Reading
from concerted.terms.coalition import Coalition

# The share of pairs as alike as this that were right, of those of sixteen pairs of statements that were looked at.
# Two that only recommit are paired for less.
_PAIRED = 0.5
_CALIBRATION = ((0.05, 0.2), (0.14, 0.35), (0.2, 0.6), (0.25, 0.75), (0.3, 0.85), (0.35, 0.95), (0.6, 0.99))

_LONGEST_OPENING = 160  # characters


def compare(
    earlier: Reading, later: Reading, coalition: Coalition | None = None, *, kind: Kind = Kind.COMMITMENT
) -> Comparison:
    """Compare two statements: the fate of every act of a kind, with its evidence, and what else was carried over.

    ``coalition`` is whose lines of effort they are. Pairs stand in the order of the earlier
    text, new acts after them in that of the later one. Pure; the time grows with the acts of
    the one times those of the other that share words.
    """
    mine, theirs = (tuple(act for act in reading.acts if act.kind is kind) for reading in (earlier, later))
    rare = rarity(earlier, later)
    alike = likeness(earlier, mine, later, theirs, rare)
    again = tuple({number for number, act in enumerate(acts) if recommits(act)} for acts in (mine, theirs))
    partners = pair(alike, (again[0], again[1]))
    pairs = [_pair(earlier, number, mine, later, theirs, partners.get(number), rare) for number in range(len(mine))]
    used = {number for each in pairs for number in (each.later, *each.also, *each.candidates)}
    for number, act in enumerate(theirs):
        if number not in used:
            nearest = max((its for (_, other), its in alike.items() if other == number), default=0.0)
            pairs.append(
                Pair(Fate.NEW, None, number, 1 - _likely(nearest), nearest, now=(Run(wording(act), changed=True),))
            )
    return Comparison(
        *(earlier, later, kind, mine, theirs, tuple(pairs)),
        *(lines(earlier, later, coalition), instruments(earlier, later), participants(earlier, later)),
    )


def _pair(
    earlier: Reading,
    at: int,
    mine: tuple[Act, ...],
    later: Reading,
    theirs: tuple[Act, ...],
    found: Partner | None,
    rare: Rarity,
) -> Pair:
    act = mine[at]
    if found is None:
        return Pair(Fate.DROPPED, at, None, 0.85, was=(Run(wording(act), changed=True),))
    if found.later is None:
        return Pair(
            *(Fate.UNCLEAR, at, None, _likely(found.likeness), found.likeness),
            candidates=found.candidates,
            was=(Run(wording(act), changed=False),),
        )
    now = theirs[found.later]
    evidence = signs(earlier, act, later, now, tuple(theirs[number] for number in found.also), rare)
    was_words, now_words = changed_words(wording(act), wording(now))
    return Pair(
        *(
            headline(evidence),
            at,
            found.later,
            max(_PAIRED, _likely(found.likeness)),
            found.likeness,
            evidence,
            found.also,
        ),
        was=was_words,
        now=now_words,
    )


def wording(act: Act) -> str:
    """Give an act's words; before an item of a list, the verb of its lead-in in brackets."""
    words = " ".join(act.passage.quote.split())
    return words if act.lead_in is None else f"[{act.verb}] {words}"


def opening(reading: Reading, act: Act) -> str:
    """Give the words of an act's sentence before it, its subject above all; none where they go on at length."""
    words = " ".join(sentence_before(reading.text, act).split()) if act.lead_in is None else ""
    return words if len(words) <= _LONGEST_OPENING else ""


def _likely(measure: float) -> float:
    """Turn a likeness into the share of such pairs that are right."""
    place = bisect_right([known for known, _ in _CALIBRATION], measure)
    if place == 0:
        return _CALIBRATION[0][1] * measure / _CALIBRATION[0][0]
    if place == len(_CALIBRATION):
        return _CALIBRATION[-1][1]
    (low, share), (high, other) = _CALIBRATION[place - 1 : place + 1]
    return round(share + (other - share) * (measure - low) / (high - low), 3)
