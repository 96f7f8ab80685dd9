"""How far two acts speak of the same thing: the rarer the words they share, the more."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import chain, pairwise

from concerted.reading.facts import Act, Reading
from concerted.terms.shelf import load, vocabulary
from concerted.terms.stems import said_by_all, stems, telling, widespread

# The words of an act's subject and what is fronted in its sentence count half ("Later rounds of the survey | will
# follow"); two words in a row, as in "foreign fighters", say more than the two apart; words that any promise has say
# little, but "renewed their commitment to act together" has no others; lands and regions say where rather than what.
_BEFORE, _ROW, _WIDESPREAD, _PROMISING, _NAMED = 0.5, 0.7, 0.5, 0.3, 0.6
# A verb counts once more as the deed; that a commitment is only said again counts for more.
_DEED, _AGAIN = 0.4, 0.7
# "Renewed their commitment to this work": with fewer telling words than these, the sentence before tells which.
_FEW = 3
# A long act is not held to all of its words: this power of both sizes divides what they have in common, so that acts
# of the usual size come out as with the plain cosine.
_LENIENCE, _USUAL = 0.75, 3.0
_CAPITAL = re.compile(r"\b[A-Z][a-z]\w+")
_SENTENCE = re.compile(r"[.;:!?]\s+|\n\s*\n")
_LOOK_BACK = 400  # characters

Feature = tuple[str, ...]
Vector = dict[Feature, float]
Rarity = Mapping[Feature, float]


def likeness(
    earlier: Reading, mine: Sequence[Act], later: Reading, theirs: Sequence[Act], rare: Rarity
) -> dict[tuple[int, int], float]:
    """Measure from 0 to 1 how like each act of one text is to each of another, by their numbers.

    Pairs with nothing in common are left out. The measure is the cosine of weighted words; a
    word weighs by its rarity, so that what a whole text is about decides nothing.
    """
    first = [_weighed(_words(earlier, act), rare) for act in mine]
    second = [_weighed(_words(later, act), rare) for act in theirs]
    having: defaultdict[Feature, list[tuple[int, float]]] = defaultdict(list)
    for number, vector in enumerate(first):
        for feature, weight in vector.items():
            having[feature].append((number, weight))
    common: defaultdict[tuple[int, int], float] = defaultdict(float)
    for number, vector in enumerate(second):
        for feature, weight in vector.items():
            for other, its in having.get(feature, ()):
                common[other, number] += weight * its
    lengths = [math.hypot(*vector.values()) for vector in first], [math.hypot(*vector.values()) for vector in second]
    return {
        (one, two): _measure(share, lengths[0][one] * lengths[1][two]) for (one, two), share in common.items() if share
    }


def _measure(common: float, size: float) -> float:
    """Divide what two have in common by their size; a long act is not held to all of its words."""
    lenient = common / math.pow(size, _LENIENCE) / math.pow(_USUAL, 2 - 2 * _LENIENCE)
    return min(1.0, max(common / size, lenient))


def _words(reading: Reading, act: Act) -> Vector:
    own = telling(act.passage.quote)
    named = _named(act.passage.quote)
    before = sentence_before(reading.text, act, whole=len(own) < _FEW)
    vector = {one: _BEFORE * _share(one) for one in _features(stems(before))}
    vector |= {one: _share(one) * (_NAMED if named.issuperset(one) else 1.0) for one in _own(reading, act)}
    return vector | {_deed(act): _AGAIN if recommits(act) else _DEED}


def _own(reading: Reading, act: Act) -> Iterator[Feature]:
    """Give the words of an act; an instrument is one word, so that the bodies named in its title are none."""
    at = act.passage.start
    for number in act.instruments:
        instrument = reading.instruments[number]
        yield ("instrument", instrument.id)
        for cited in sorted(one for one in instrument.passages if at <= one.start and one.end <= act.passage.end):
            yield from _features(stems(reading.text[at : cited.start]))
            at = max(at, cited.end)
    yield from _features(stems(reading.text[at : act.passage.end]))


def _named(words: str) -> frozenset[str]:
    """Give the stems of words that begin with a capital inside an act: lands and regions above all."""
    return frozenset(chain.from_iterable(map(stems, _CAPITAL.findall(words))))


def recommits(act: Act) -> bool:
    """Tell whether an act only says again that a commitment stands: "reaffirmed our commitment"."""
    return act.renews and not _standing().isdisjoint(stems(act.verb)[-1:])


@cache
def _standing() -> frozenset[str]:
    return frozenset(chain.from_iterable(map(stems, load(vocabulary("promise-strength"))["standing"])))


def _deed(act: Act) -> Feature:
    """Name what is promised by its verb alone; renewed commitments as such are of one kind, whatever renews them."""
    return ("deed", *(("again",) if recommits(act) else stems(act.verb)[-1:]))


def _share(feature: Feature) -> float:
    """Tell what part of its weight a word counts for, or two in a row: that of the one that says more."""
    most = max(_PROMISING if one in said_by_all() else _WIDESPREAD if one in widespread() else 1.0 for one in feature)
    return most * _ROW if len(feature) > 1 else most


def sentence_before(text: str, act: Act, *, whole: bool = False) -> str:
    """Give the words of an act's sentence before it, its lead-in's included, or also of the sentence before that."""
    place = act.lead_in if act.lead_in is not None else act.passage
    before = text[max(0, place.start - _LOOK_BACK) : place.start]
    parts = _SENTENCE.split(before)
    return " ".join(parts[-2:] if whole else parts[-1:]) + (f" {act.lead_in.quote}" if act.lead_in else "")


def rarity(earlier: Reading, later: Reading) -> Rarity:
    """Weigh what the acts of two texts say by how few say it, from 0 (all of one text) to 1 (one alone)."""
    first, second = _rare(earlier), _rare(later)
    return {one: min(first.get(one, 1.0), second.get(one, 1.0)) for one in first.keys() | second.keys()}


def _rare(reading: Reading) -> dict[Feature, float]:
    bags = [frozenset((*_own(reading, act), _deed(act))) for act in reading.acts]
    return {
        feature: math.log((1 + len(bags)) / count) / math.log(1 + len(bags))
        for feature, count in Counter(feature for bag in bags for feature in bag).items()
    }


def _features(words: Sequence[str]) -> Iterator[Feature]:
    yield from ((one,) for one in words)
    yield from pairwise(words)


def _weighed(vector: Vector, rare: Rarity) -> Vector:
    return {feature: weight * rare.get(feature, 1.0) for feature, weight in vector.items()}
