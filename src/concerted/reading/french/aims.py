"""Whether a French commitment is specific or a general aim, by the rules of ``concerted.reading.aims``.

The targets are told apart where each repeats the word that leads to it ("à ouvrir les écluses et à draguer la baie").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from concerted.reading.facts import Act, Aim, Mark
from concerted.reading.french.conjugation import conjugate
from concerted.reading.french.tokens import is_adverb, tokenize
from concerted.reading.french.words import clause_words
from concerted.reading.subject import Mention, Sort
from concerted.reading.time_limits import vague_limit
from concerted.reading.tokens import Tokens
from concerted.terms.passage import Passage
from concerted.terms.shelf import load, vocabulary

_INFINITIVE = re.compile(r"\w{2,}(?:er|ir|re)\Z")
_FUTURE = re.compile(r"\w{2,}(?:ra|rons|ront)\Z")
_ADJECTIVE = re.compile(r"\w{3,}(?:ique|elle|el|ale|al|(?<!e)aux|ive|if|euse|eux|able|ible)s?\Z")
# "en Côte d'Ivoire", "à Vienne"; "au Maroc" may as well say to whom.
_IN = re.compile(r"\b(?:en|dans(?:\s+l[ae’'])?)\s*\Z", re.I)
_NAMED_PLACE = re.compile(r"\b(?:à|en|près\s+de|au\s+large\s+de)\s+[A-ZÀÉ][a-zà-ÿ]")
# So many words may stand from "pour" to the people it leads to.
_REACH = 5


@dataclass(frozen=True, slots=True)
class AimWords:
    """The French vocabulary of aims; ``deeds`` gives the infinitive of each form of its verbs."""

    words: dict[str, frozenset[str]]
    deeds: dict[str, str]


@cache
def aim_words() -> AimWords:
    """Load the vocabulary of aims; raises BadData where the file is missing or no YAML."""
    data = load(vocabulary("fr/aims"))
    irregular = data.pop("irregular")
    words = {name: frozenset(listed.split()) for name, listed in data.items()}
    verbs = frozenset().union(*(words[name] for name in ("concrete", "gatherings", "stances", "directions", "light")))
    return AimWords(words, {form: one for one in verbs for _, form in conjugate(one, irregular.get(one))})


def find_targets(text: str, act: Act) -> tuple[Passage, ...]:
    """List the targets in an act's text: its parts led to by the same word, or the whole."""
    tokens = tokenize(text, act.passage.start, act.passage.end)
    leads = [
        place
        for place in range(len(tokens) - 1)
        if tokens.lower[place] in ("à", "de", "d'") and _INFINITIVE.match(tokens.lower[place + 1])
    ]
    first = leads[0] if leads else 0
    same = ("à",) if leads and tokens.lower[first] == "à" else ("de", "d'")
    starts = [
        place
        for place in leads
        if place == first or (tokens.lower[place] in same and tokens.lower[place - 1] in ("et", ",", ";"))
    ]
    if len(starts) < 2:
        return (act.passage,)
    stops = [*starts[1:], len(tokens)]
    found = []
    for start, stop in zip(starts, stops, strict=True):
        while tokens.lower[stop - 1] in ("et", ",", ";"):
            stop -= 1
        found.append(Passage.of(text, tokens.starts[start + 1], tokens.ends[stop - 1]))
    return tuple(found)


def judge_aim(
    text: str, act: Act, mentions: Sequence[Mention], units: Iterable[str]
) -> tuple[Aim, tuple[Mark, ...], tuple[Mark, ...]]:
    """Judge a French commitment with its targets: its aim, its marks and those that are missing."""
    known = aim_words().words
    marks = _marks(text, act, mentions, units)
    minded = not known["attitudes"].isdisjoint(re.findall(r"\w+", act.verb.lower()))
    parties = [(one.start, one.end) for one in mentions]
    judged = [_judge_target(text, act, one, parties, minded=minded) for one in act.targets]
    points = any(points for points, _ in judged)
    if points:
        marks.add(Mark.TARGET)
    specific = Mark.DATE in marks or (Mark.AMOUNT in marks and points) or any(sees for _, sees in judged)
    aim = Aim.SPECIFIC if specific else Aim.GENERAL
    return aim, tuple(one for one in Mark if one in marks), tuple(one for one in Mark if one not in marks)


def _marks(text: str, act: Act, mentions: Iterable[Mention], units: Iterable[str]) -> set[Mark]:
    known, marks = aim_words().words, set()
    if act.deadlines or (act.due is not None and not vague_limit().search(text, act.due.start, act.due.end)):
        marks.add(Mark.DATE)
    if act.sums or any(not known["vague"].issuperset(unit.lower().split()) for unit in units):
        marks.add(Mark.AMOUNT)
    for one in mentions:
        if one.sort is not Sort.ADJECTIVE and one.party not in act.actors:
            before = text[max(act.passage.start, one.start - 12) : one.start]
            marks.add(Mark.PLACE if _IN.search(before) else Mark.ADDRESSEE)
    if _NAMED_PLACE.search(act.passage.quote):
        marks.add(Mark.PLACE)
    words = tokenize(text, act.passage.start, act.passage.end).lower
    if any(
        word in known["addressees"] and not known["towards"].isdisjoint(words[max(0, place - _REACH) : place])
        for place, word in enumerate(words)
    ):
        marks.add(Mark.ADDRESSEE)
    return marks


def _judge_target(
    text: str, act: Act, target: Passage, parties: Iterable[tuple[int, int]], *, minded: bool
) -> tuple[bool, bool]:
    """Tell of a target whether it names a thing that one can point at, and whether it is specific."""
    known, tokens = aim_words(), tokenize(text, target.start, target.end)
    place = _deed(tokens, 0 if act.lead_in or target != act.passage else None, act.verb)
    if place is None:
        return _points(tokens, 0, parties, strict=True), False
    deed = known.deeds.get(tokens.lower[place], tokens.lower[place])
    words = known.words
    reflexive = tokens.lower[place - 1] if place else ""
    if deed in words["gatherings"] and reflexive in (("se",) if deed == "tenir" else ("se", "nous")):
        return True, True  # "nous tiendrons informés" is no gathering
    if tokens.lower[place : place + 2] in (["aura", "lieu"], ["auront", "lieu"]):
        return True, True
    points = _points(tokens, place + 1, parties, strict=deed in words["directions"])
    return points, points and (deed in words["concrete"] or not (minded or deed in words["stances"]))


def _deed(tokens: Tokens, first: int | None, verb: str) -> int | None:
    """Find the deed: the first word of a target of its own, or what the act's verb leads to."""
    if first is None:
        spoken = re.findall(r"\w+", verb.lower())
        last = next((one for one in reversed(spoken) if _INFINITIVE.match(one) or _FUTURE.match(one)), None)
        first = tokens.lower.index(last) if last in tokens.lower else _said(tokens)
    if first is not None and aim_words().deeds.get(tokens.lower[first]) in aim_words().words["light"]:
        for ahead in range(first + 1, len(tokens) - 1):
            if tokens.lower[ahead] in ("à", "de", "d'", "pour") and _INFINITIVE.match(tokens.lower[ahead + 1]):
                return ahead + 1
    return first


def _said(tokens: Tokens) -> int | None:
    """ "annoncent qu'elles ouvriront les écluses": the deed of what is said."""
    said = next((place for place, word in enumerate(tokens.lower) if word in ("que", "qu'")), len(tokens))
    return next((place for place in range(said, len(tokens)) if _FUTURE.match(tokens.lower[place])), None)


def _points(tokens: Tokens, first: int, parties: Iterable[tuple[int, int]], *, strict: bool) -> bool:
    """Tell whether words name a thing that one can point at; ``strict`` as in ``concerted.reading.aims``."""
    words, clause = aim_words().words, clause_words()
    empty = words["vague"] | clause.prepositions | clause.determiners | clause.clitics | clause.coordinators
    if strict:
        empty |= words["conditions"]
    for place in range(first, len(tokens)):
        word, start = tokens.lower[place], tokens.starts[place]
        if word in words["qualifying"] or (strict and word in words["describing"]):
            return False
        named = place > 0 and tokens.text[start].isupper()
        if len(word) < 3 or word.isdigit() or word in empty or is_adverb(tokens, place):
            continue
        if any(begin <= start < end for begin, end in parties) or _INFINITIVE.match(word):
            continue
        if named or not _ADJECTIVE.match(word):
            return True
    return False
