"""Whether a commitment is specific or a general aim, what makes it checkable, and what is missing.

The researchers of compliance count a commitment where it is a discrete, specific, future action towards an
identifiable target; general statements of what is desirable are left out ("prosperity"), those with parameters
are not, and "will continue to" counts (Compliance Coding Manual for International Institutional Commitments,
University of Toronto, 2020, chapter 2). So a commitment is specific here

- if it says by when or how much; or
- if its deed is one that anyone can see happen ("host", "publish", "disburse"); or
- if its deed does something to a target that one can point at, and it is not said as a state of mind
  ("determined to", "seek to") or as a stance ("stand with", "work together").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class AimWords:
    """The vocabulary of aims."""

    concrete: frozenset[str]
    stances: frozenset[str]
    attitudes: frozenset[str]
    light: frozenset[str]
    qualifying: frozenset[str]
    vague: frozenset[str]
    addressees: frozenset[str]
    towards: frozenset[str]


@cache
def aim_words() -> AimWords:
    """Load the vocabulary of aims; raises BadData where the file is missing or no YAML."""
    data = load(vocabulary("aims"))
    names = ("concrete", "stances", "attitudes", "light", "qualifying", "vague", "addressees", "towards")
    return AimWords(**{name: frozenset(data[name].split()) for name in names})


def judge_aim(text: str, act: Act, mentions: Sequence[Mention]) -> tuple[Aim, tuple[Mark, ...], tuple[Mark, ...]]:
    """Judge a commitment with its targets: its aim, the marks that make it checkable and those that are missing.

    ``mentions`` are the parties named in its text. Both lists keep the order in which ``Mark`` has them.
    """
    marks = _marks(text, act, mentions)
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


def _marks(text: str, act: Act, mentions: Iterable[Mention]) -> set[Mark]:
    """Find the marks of a commitment beside its targets."""
    marks = set()
    if act.deadlines or (act.due is not None and not vague_limit().search(text, act.due.start, act.due.end)):
        marks.add(Mark.DATE)
    if act.sums or act.quantities:
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
    place, form = _behind_light_verbs(tokens, *_behind_subject(tokens, place, form))
    points = _points_at_something(tokens, place, form, parties)
    deed = _base(tokens.lower[place], form)
    if form is Form.NOUN or not points:
        return points, False
    if deed in known.concrete:
        return points, True
    return points, deed not in known.stances and not minded


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
    """ "work with the pilots to open the locks": what is to be seen is the second deed."""
    if form is Form.NOUN or _base(tokens.lower[place], form) not in aim_words().light:
        return place, form
    for ahead in range(place + 1, len(tokens) - 1):
        if tokens.lower[ahead] == "to":
            after = skip_adverbs(tokens, ahead + 1, len(tokens) - 1)
            if is_deed(tokens, after):
                return _behind_light_verbs(tokens, after, Form.BASE)
    return place, form


def _base(word: str, form: Form) -> str:
    """Give the base form of a deed ("hosting" gives "host", "publishing" gives "publish")."""
    if form is not Form.GERUND or not word.endswith("ing"):
        return word
    stem = word[:-3]
    doubled = stem[:-1] if len(stem) > 2 and stem[-1] == stem[-2] else stem
    return next((one for one in (stem, stem + "e", doubled) if one in deed_words().deeds), stem)


def _points_at_something(tokens: Tokens, place: int, form: Form, parties: Iterable[tuple[int, int]]) -> bool:
    """Tell whether the words of a deed name a thing that one can point at, asides left out.

    A party or a place is none: "deepen cooperation with Ghana in the north" says nothing to point at.
    """
    known = aim_words()
    empty = known.vague | clause_words().prepositions | clause_words().determiners
    verbs = deed_words().deeds - deed_words().nouns_too
    aside = False
    for at in range(place if form is Form.NOUN else place + 1, len(tokens)):
        word = tokens.lower[at]
        aside = aside or word in known.qualifying
        start = tokens.starts[at]
        if len(word) < 3 or word in empty or tokens.is_adverb(at):
            continue
        if any(first <= start < last for first, last in parties) or _BEFORE_PLACE.search(
            tokens.text, tokens.start, start
        ):
            continue
        if at > place and tokens.text[start].isupper():
            return True  # a name, wherever it stands
        if not aside and word not in verbs and ("-" in word or not word.endswith("ing")):
            return True
    return False
