"""A main clause, and the sentence as it is searched for main clauses."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from concerted.reading.subject import Subject
from concerted.reading.subjects import Subjects
from concerted.reading.tokens import Tokens, clause_words
from concerted.reading.verb_groups import Group
from concerted.reading.verbs import Inflection, Predicate, Verb, Verbs

COORDINATORS = ("and", "but", "or", "yet")
_RELATIVE = frozenset(("that", "which", "who", "whom", "whose", "where", "what", "how", "whether", "when", "why"))
_EDGES = frozenset((",", ";", ":", "—", "–", "and", "but", "or", "yet", "as"))
# The "or" of "and/or".
_COORDINATED = re.compile(r"(?<=[-/.’'‘])(?:and|but|or|yet)\Z")
# So many words a phrase between a clause's beginning and its verb may have, with its comma.
_LONGEST_CONNECTIVE = 6
# No sentence of a statement reaches further; a bound keeps junk without full stops cheap.
_FAR = 600


class Standing(StrEnum):
    """Why a verb counts as a main verb."""

    SUBJECT = "it follows its subject"
    HEAD = "it opens the sentence"
    COORDINATED = "it is coordinated with a main verb"
    PARTICIPLE = "a participle of saying beside a main clause"


@dataclass(slots=True)
class Clause:
    """A main clause, its places counted in tokens.

    It begins at ``first`` (subject and fronted words included), its verb group at ``verb_at``
    and its main verb at ``main``; ``complement`` is where the words after the verb begin and
    ``end`` where the clause ends.
    """

    first: int
    verb_at: int
    main: int
    complement: int
    standing: Standing
    inflection: Inflection
    verb: Verb | None
    predicate: Predicate | None
    auxiliaries: tuple[str, ...]
    subject: Subject | None
    end: int = 0

    @property
    def is_future(self) -> bool:
        """Tell whether the verb group says "will", "shall" or "would"."""
        return bool({"will", "shall", "would"} & set(self.auxiliaries))


@dataclass(frozen=True, slots=True)
class Style:
    """How the paragraphs of a text open: a resolution's begin with "Noting" or "Decides", a pledge's with "Commit"."""

    resolution: bool = False
    bare: bool = False


class View:
    """One sentence while its main clauses are looked for, and the questions asked about its words."""

    def __init__(self, tokens: Tokens, verbs: Verbs, subjects: Subjects, style: Style, *, item: bool) -> None:
        self.tokens = tokens
        self.verbs = verbs
        self.subjects = subjects
        self.style = style
        self.item = item
        self.found: list[Clause] = []
        # A subordinate clause has begun and still waits for its verb; it began the sentence and waits for its comma.
        self.waits = False
        self.fronted = False

    @property
    def floor(self) -> int:
        """Give the first word that may belong to a new clause."""
        return self.found[-1].complement if self.found else 0

    def edge(self, place: int) -> int | None:
        """Find where the clause that this verb opens begins: 0 at the head, the coordinator's token, or None."""
        if not place:
            return 0
        tokens, known = self.tokens, clause_words()
        lower, before, stop = tokens.lower, tokens.lower[place - 1], tokens.starts[place]
        edge = before in _EDGES or _COORDINATED.search(before)
        adverb = before.endswith("ly") or before in known.adverbs
        if not edge and not adverb and known.connecting.isdisjoint(lower[max(0, place - _LONGEST_CONNECTIVE) : place]):
            return None
        begin = max(tokens.start, stop - 160)
        if begin == tokens.start and known.between.fullmatch(tokens.text, begin, stop):
            return 0
        for candidate in range(tokens.at(begin), place):
            at = tokens.starts[candidate]
            if lower[candidate] not in _EDGES:
                coordinated = not lower[candidate].isalpha() and _COORDINATED.search(lower[candidate])
                if not coordinated:
                    continue
                at += coordinated.start()
            if known.edge.fullmatch(tokens.text, at, stop):
                return max(1, tokens.at(at))
        return None

    def is_governed(self, place: int) -> bool:
        """Tell whether a form is a name, or stands behind a preposition or an article, so that it is no verb."""
        before = self.tokens.lower[place - 1]
        if self.is_capitalised(place) and before[0].isalnum():
            return True
        return before in clause_words().prepositions or before in clause_words().determiners

    def is_capitalised(self, place: int) -> bool:
        """Tell whether a word begins with a capital letter, and with one alone."""
        start = self.tokens.starts[place]
        first = self.tokens.text[start : start + 2]
        return first[0].isupper() and not first.isupper()

    def has_relative(self, first: int, last: int) -> bool:
        """Tell whether a subordinate clause begins between two words."""
        tokens = self.tokens
        return any(
            tokens.lower[place] in _RELATIVE and not tokens.depth[place]
            for place in range(max(0, first - 1, last - _FAR), last)
        )

    def last_gerund_is_governed(self, first: int, last: int) -> bool:
        """Tell whether the last gerund between two words follows a preposition ("by deciding ... and shaping")."""
        lower = self.tokens.lower
        for place in range(last - 1, first, -1):
            if lower[place].endswith("ing") and len(lower[place]) > 4:
                return lower[place - 1] in clause_words().prepositions
        return False

    def clause_start(self, first: int) -> int:
        """Go back from a subject over fronted words to the coordinator or mark that parts it from the clause before."""
        if not self.found:
            return 0
        tokens, floor = self.tokens, self.floor
        comma = None
        for place in range(first - 1, floor - 1, -1):
            word = tokens.lower[place]
            if word in (";", ":"):
                return place
            if word in COORDINATORS:
                return place - 1 if place > floor and tokens.lower[place - 1] == "," else place
            if word == "," and comma is None and not tokens.depth[place]:
                comma = place
                if self.found[-1].standing is Standing.PARTICIPLE:
                    return comma
        return comma if comma is not None else first

    def clause(
        self, first: int, group: Group, standing: Standing, inflection: Inflection, subject: Subject | None
    ) -> Clause:
        """Make a clause of a verb group."""
        return Clause(
            first,
            group.start,
            group.main,
            group.complement,
            standing,
            inflection,
            group.verb,
            group.predicate,
            group.auxiliaries,
            subject,
        )
