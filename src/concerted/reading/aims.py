"""Whether a commitment is specific or a general aim, what makes it checkable, and what is missing.

The researchers of compliance count a commitment where it is a discrete, specific, future action towards an
identifiable target; general statements of what is desirable are left out ("prosperity"), those with parameters
are not, and "will continue to" counts (Compliance Coding Manual for International Institutional Commitments,
University of Toronto, 2020, chapter 2). So a commitment is specific here

- if it says by when or how much; or
- if its deed is one that anyone can see happen ("host", "publish", "disburse"); or
- if its deed does something to a target that one can point at, and it is not said as a state of mind
  ("determined to", "aspire to") or as a stance ("stand with", "work together").

A deed that only says which way things are to go ("promote", "fight") has no end that one can see. Its target is one
that one can point at only where it is a thing ("the quays") and no condition of the world ("growth", "crime"), or where
it is to be reached by a deed that one can see ("by publishing the tariffs").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from functools import cache

from concerted.reading.deeds import Form, deed_words, find_deed, is_deed, skip_adverbs
from concerted.reading.facts import Act, Aim, Mark
from concerted.reading.subject import Mention, Sort
from concerted.reading.time_limits import vague_limit
from concerted.reading.tokens import Tokens, clause_words, tokenize
from concerted.terms.passage import Passage
from concerted.terms.shelf import load, vocabulary

# A party or a name behind these says where; months and abbreviations ("in ASEAN", "at COP31") say no place.
_WHERE = r"\b(?:in|at|across|throughout|within|along|near|around|off)\s+(?:the\s+|our\s+)?"
_BEFORE_PLACE = re.compile(_WHERE + r"(?:\w+\s+)?\Z")
_NAMED_PLACE = re.compile(
    _WHERE + r"(?:(?:north|south|east|west|central|sub)\w*[\s-])?"
    r"(?!(?:January|February|March|April|May|June|July|August|September|October|November|December|[A-Z]\w*[A-Z])\b)[A-Z]\w"
)
# So many words may stand from "for" to the people it leads to.
_REACH = 5
# Before another word these endings make one that describes it ("economic growth").
_ADJECTIVE = re.compile(r"\w{3,}(?:al|ive|ic|ous|ful|ary|able|ible|ent|ant|ian|ed)\Z")
_POSSESSIVE = re.compile(r"[’']s?\Z")


@dataclass(frozen=True, slots=True)
class AimWords:
    """The vocabulary of aims."""

    concrete: frozenset[str]
    stances: frozenset[str]
    held: frozenset[str]
    directions: frozenset[str]
    conditions: frozenset[str]
    attitudes: frozenset[str]
    light: frozenset[str]
    qualifying: frozenset[str]
    describing: frozenset[str]
    vague: frozenset[str]
    addressees: frozenset[str]
    towards: frozenset[str]


@cache
def aim_words() -> AimWords:
    """Load the vocabulary of aims; raises BadData where the file is missing or no YAML."""
    data = load(vocabulary("aims"))
    return AimWords(**{each.name: frozenset(data[each.name].split()) for each in fields(AimWords)})


def judge_aim(
    text: str, act: Act, mentions: Sequence[Mention], units: Iterable[str] = ()
) -> tuple[Aim, tuple[Mark, ...], tuple[Mark, ...]]:
    """Judge a commitment with its targets: its aim, the marks that make it checkable and those that are missing.

    ``mentions`` are the parties named in its text, ``units`` what its quantities count. Both lists keep the order in
    which ``Mark`` has them.
    """
    marks = _marks(text, act, mentions, units)
    before = set(tokenize(text, act.passage.start, act.targets[0].start).lower)
    minded = bool(before & aim_words().attitudes)
    parties = [(one.start, one.end) for one in mentions]
    deeds = [_judge_target(text, one, parties, minded=minded) for one in act.targets]
    points = any(points for points, _ in deeds)
    if points:
        marks.add(Mark.TARGET)
    specific = Mark.DATE in marks or (Mark.AMOUNT in marks and points) or any(sees for _, sees in deeds)
    aim = Aim.SPECIFIC if specific else Aim.GENERAL
    return aim, tuple(one for one in Mark if one in marks), tuple(one for one in Mark if one not in marks)


def _marks(text: str, act: Act, mentions: Iterable[Mention], units: Iterable[str]) -> set[Mark]:
    """Find the marks of a commitment beside its targets."""
    marks = set()
    if act.deadlines or (act.due is not None and not vague_limit().search(text, act.due.start, act.due.end)):
        marks.add(Mark.DATE)
    # "four priority areas" only counts the headings of what is promised.
    if act.sums or any(not aim_words().vague.issuperset(unit.lower().split()) for unit in units):
        marks.add(Mark.AMOUNT)
    for one in mentions:
        if one.sort is Sort.ADJECTIVE or one.party in act.actors:
            continue
        where = _BEFORE_PLACE.search(text, max(act.passage.start, one.start - 40), one.start)
        marks.add(Mark.PLACE if where else Mark.ADDRESSEE)
    if _NAMED_PLACE.search(act.passage.quote):
        marks.add(Mark.PLACE)
    if _names_addressee(tokenize(text, act.passage.start, act.passage.end).lower):
        marks.add(Mark.ADDRESSEE)
    return marks


def _names_addressee(words: Sequence[str]) -> bool:
    """Tell whether words name people by what they are, within reach of a word that leads to them ("help the crews")."""
    known = aim_words()
    return any(
        word in known.addressees and not known.towards.isdisjoint(words[max(0, place - _REACH) : place])
        for place, word in enumerate(words)
    )


def _judge_target(text: str, target: Passage, parties: Iterable[tuple[int, int]], *, minded: bool) -> tuple[bool, bool]:
    """Tell of a target whether it names a thing that one can point at, and whether it is specific."""
    known = aim_words()
    tokens = tokenize(text, target.start, target.end)
    place, form = find_deed(tokens, item=True)
    place, form = _behind_light_verbs(tokens, *_in_ing(tokens, *_behind_subject(tokens, place, form)))
    deed = _base(tokens.lower[place], form)
    if _word_before(tokens, place) == "be" and (done := _stem(deed, "ed")) is not None:
        # "the map will be published": what it is done to stands before.
        follows = done in known.concrete or not (minded or done in known.stances | known.directions)
        return follows, follows
    points = _points_at_something(tokens, place, form, parties, strict=_only_directs(tokens, place, deed))
    if _by_means(tokens, place, parties):
        return True, True
    if form is Form.NOUN or not points:
        return points, False
    stands = deed in known.stances or (deed == "hold" and not known.held.isdisjoint(tokens.lower[place:]))
    return points, deed in known.concrete or not (minded or stands)


def _by_means(tokens: Tokens, place: int, parties: Iterable[tuple[int, int]]) -> bool:
    """ "reinforce trade by publishing the tariffs": what is to be done can be seen, whatever it is to bring about."""
    for at in range(place + 1, len(tokens) - 1):
        if tokens.lower[at] == "by":
            means = skip_adverbs(tokens, at + 1, len(tokens) - 1)
            return _stem(tokens.lower[means], "ing") in aim_words().concrete and _points_at_something(
                tokens, means, Form.GERUND, parties, strict=True
            )
    return False


def _word_before(tokens: Tokens, place: int) -> str:
    """Give the word before a place, be it outside the target."""
    if place:
        return tokens.lower[place - 1]
    return (tokens.text[max(0, tokens.starts[0] - 40) : tokens.starts[0]].lower().split() or [""])[-1]


def _only_directs(tokens: Tokens, place: int, deed: str) -> bool:
    """Tell whether a deed only says which way things are to go, and so does one joined to it ("develop and launch")."""
    known, (link, other) = aim_words(), (*tokens.lower[place + 1 : place + 3], "", "")[:2]
    joined = (_stem(other, "ing") or other) if link == "and" else ""
    return deed in known.directions and (joined in known.directions or joined not in deed_words().deeds)


def _in_ing(tokens: Tokens, place: int, form: Form) -> tuple[int, Form]:
    """ "commit to increasing the patrols": a deed, though the word may be an adjective elsewhere."""
    if form is Form.NOUN and _word_before(tokens, place) == "to" and _stem(tokens.lower[place], "ing"):
        return place, Form.GERUND
    return place, form


def _behind_subject(tokens: Tokens, place: int, form: Form) -> tuple[int, Form]:
    """ "the members will open the locks": a target that has its own subject."""
    if form is Form.NOUN:
        for at, word in enumerate(tokens.lower[:-1]):
            if word in ("that", "which", "who"):
                break
            if word in ("will", "shall"):
                return skip_adverbs(tokens, at + 1, len(tokens) - 1), Form.BASE
    return place, form


def _behind_light_verbs(tokens: Tokens, place: int, form: Form) -> tuple[int, Form]:
    """ "work with the pilots to open the locks", "take steps that will open them": the second deed is to be seen."""
    if form is Form.NOUN or _base(tokens.lower[place], form) not in aim_words().light:
        return place, form
    last = len(tokens) - 1
    for ahead in range(place + 1, last):
        word = tokens.lower[ahead]
        after = skip_adverbs(tokens, ahead + 1, last)
        if word == "to" or (word in ("will", "would") and tokens.lower[ahead - 1] == "that"):
            if is_deed(tokens, after):
                return _behind_light_verbs(tokens, after, Form.BASE)
        elif word == "in" and _stem(tokens.lower[after], "ing"):  # "help the pilots in opening"
            return _behind_light_verbs(tokens, after, Form.GERUND)
        elif ahead == place + 1 and _stem(word, "ing"):  # "consider opening"
            return _behind_light_verbs(tokens, ahead, Form.GERUND)
    return place, form


def _base(word: str, form: Form) -> str:
    """Give the base form of a deed ("hosting" gives "host", "publishing" gives "publish")."""
    return (_stem(word, "ing") if form is Form.GERUND else None) or word


def _stem(word: str, ending: str) -> str | None:
    """Give the deed that a word with an ending is a form of; None where it is of none that is known."""
    if not word.endswith(ending):
        return None
    stem = word.removesuffix(ending)
    doubled = stem[:-1] if len(stem) > 2 and stem[-1] == stem[-2] else stem
    y = stem[:-1] + "y" if stem.endswith("i") else stem
    return next((one for one in (stem, stem + "e", doubled, y) if one in deed_words().deeds), None)


def _points_at_something(
    tokens: Tokens, place: int, form: Form, parties: Iterable[tuple[int, int]], *, strict: bool
) -> bool:
    """Tell whether the words of a deed name a thing that one can point at, asides left out.

    A party or a place is none: "deepen cooperation with Ghana in the north" says nothing to point at. ``strict``
    leaves out conditions of the world, what describes them and the names in asides ("promote economic growth").
    """
    known = aim_words()
    empty = known.vague | clause_words().prepositions | clause_words().determiners
    verbs = deed_words().deeds - deed_words().nouns_too
    if strict:
        empty |= known.conditions
    aside = False
    for at in range(place if form is Form.NOUN else place + 1, len(tokens)):
        word = _POSSESSIVE.sub("", tokens.lower[at])
        aside = aside or word in known.qualifying
        if strict and (aside or (word in known.describing and at > place + 1)):
            return False
        start = tokens.starts[at]
        if len(word) < 3 or word.isdigit() or word in empty or tokens.is_adverb(at):
            continue
        if any(first <= start < last for first, last in parties) or _BEFORE_PLACE.search(
            tokens.text, tokens.start, start
        ):
            continue
        if at > place and tokens.text[start].isupper():
            return True  # a name, wherever it stands
        if strict and _describes(tokens, at):
            continue
        if not aside and word not in verbs and ("-" in word or not word.endswith("ing")):
            return True
    return False


def _describes(tokens: Tokens, place: int) -> bool:
    """Tell whether a word only describes the next one ("economic growth")."""
    following = tokens.lower[place + 1] if place + 1 < len(tokens) else ""
    stops = clause_words().prepositions | clause_words().determiners
    return _ADJECTIVE.search(tokens.lower[place]) is not None and following.isalpha() and following not in stops
