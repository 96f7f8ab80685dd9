"""The main clauses of a French sentence: where each verb stands and who its subject is.

A finite verb that no subordinator waits for is a main verb; so is one that is coordinated with a main verb and
agrees with it. A participle of saying beside a main clause is one too.
"""

from __future__ import annotations

from concerted.reading.clause import Clause, Standing, Style
from concerted.reading.french.subjects import SubjectReader
from concerted.reading.french.tokens import is_adverb
from concerted.reading.french.verb_groups import Group, GroupFinder
from concerted.reading.french.words import clause_words
from concerted.reading.subject import Stands, Subject
from concerted.reading.tokens import Tokens
from concerted.reading.verbs import Inflection, Predicate, Verb, Verbs

_SAYING = frozenset(("declaring", "noting", "praise", "blame", "request", "promise", "ruling", "preamble", "agreement"))


class ClauseFinder:
    """Find the main clauses of one sentence, from left to right."""

    def __init__(self, tokens: Tokens, verbs: Verbs, subjects: SubjectReader, style: Style) -> None:
        self.tokens = tokens
        self.verbs = verbs
        self.subjects = subjects
        self.style = style
        self.groups = GroupFinder(tokens, verbs)
        self.found: list[Clause] = []
        self.persons: list[Inflection] = []
        # A subordinate clause has begun and still waits for its verb; it began the sentence; one followed the last
        # main verb.
        self.waits = self.fronted = self.below = False

    def clauses(self) -> list[Clause]:
        """List the main clauses; each ends where the next begins."""
        tokens = self.tokens
        place = self._opening()
        while place < len(tokens):
            word = tokens.lower[place]
            if tokens.depth[place]:
                place += 1
                continue
            if word in (";", ":") or (word == "," and self.fronted):
                self.waits = self.fronted = self.below = False
            if self._subordinates(place):
                self.waits = True
                self.fronted = self.fronted or (place <= 1 and not self.found)
            clause = self._participle(place)
            group = None if clause else self.groups.at(place)
            if group is not None:
                clause = self._main(group)
                if clause is None and self.waits:
                    self.waits, self.below = False, True
            if clause is not None:
                self.found.append(clause)
                self.persons.append(group.person if group else Inflection.ING)
                self.waits = self.below = False
            place = max(place + 1, (clause.main if clause else group.main if group else place) + 1)
        for clause, following in zip(self.found, [*self.found, None][1:], strict=True):
            clause.end = following.first if following else len(tokens)
        return self.found

    # --- Heads and participles.

    def _opening(self) -> int:
        """Read "Gravement préoccupé par", "Convaincue que" at the head of a resolution's paragraph."""
        place = self._behind_adverbs(0)
        if place >= len(self.tokens) or not self.style.resolution:
            return 0
        found = self.verbs.predicate_at(self.tokens.lower, place)
        if found is None:
            return 0
        self.found.append(
            self._clause(0, place, place, place + found[1], Standing.HEAD, Inflection.PAST, None, found[0])
        )
        self.persons.append(Inflection.ING)
        return place + found[1]

    def _behind_adverbs(self, place: int) -> int:
        while place < len(self.tokens) and is_adverb(self.tokens, place):
            place += 1
        return place

    def _participle(self, place: int) -> Clause | None:
        """Read a participle of saying that opens the sentence, stands behind a comma, or joins another."""
        tokens = self.tokens
        word = tokens.lower[place]
        if not word.endswith("ant") or (read := self.groups.participle(place)) is None:
            return None
        start, verb, complement = read
        predicate: Predicate | None = None
        if verb.group == "linking":
            found = self.verbs.predicate_at(tokens.lower, self.groups.behind_adverbs(complement))
            if found is None:
                return None
            predicate, complement = found[0], self.groups.behind_adverbs(complement) + found[1]
        before = start - 1
        while before >= 0 and is_adverb(tokens, before):
            before -= 1
        edge = tokens.lower[before] if before >= 0 else ""
        if before < 0:
            if verb.group not in _SAYING and predicate is None:
                return None
            standing = Standing.HEAD if self.style.resolution else Standing.PARTICIPLE
            return self._clause(0, start, place, complement, standing, Inflection.ING, verb, predicate)
        linking = verb.group == "linking"
        behind = edge in (",", ";") or (edge in clause_words().coordinators and self._last_is_participle())
        if not behind or not (verb.strong or linking) or (self.waits and edge not in clause_words().coordinators):
            return None
        speaks = not self.found or self.found[-1].subject is None or self.found[-1].subject.speaks
        cited = tokens.lower[before - 1] in clause_words().documents if before else False
        if not speaks or cited:
            return None
        subject = self.found[-1].subject if self.found else None
        return self._clause(
            before, start, place, complement, Standing.PARTICIPLE, Inflection.ING, verb, predicate, subject
        )

    def _last_is_participle(self) -> bool:
        return bool(self.found) and self.found[-1].inflection is Inflection.ING

    # --- Finite verbs.

    def _main(self, group: Group) -> Clause | None:
        floor = self.found[-1].complement if self.found else 0
        if self.found and self.found[0].first > 0 and self._person() is Inflection.ING:
            return self._behind_participle(group)
        subject = None
        head = self._behind_adverbs(0) >= group.start
        if not head:
            subject = self.subjects.of(self.tokens, group, floor)
        if not self.found:
            return self._first(group, subject, head)
        edge = self._edge(group, floor)
        agrees = group.person is self._person()
        if edge is not None:
            trusted = group.verb is not None and (group.verb.strong or not (self.waits or self.below))
            if agrees and (trusted or (not self.waits and not self.below)):
                last = self._speaker()
                return self._of(group, edge, Standing.COORDINATED, last)
            return None
        if subject is None:
            return None
        if not self._opens(group, subject, floor):
            return None
        if group.person is Inflection.WE and not (subject.pronoun and subject.stands is Stands.ISSUERS):
            return None
        self.subjects.remember(subject)
        return self._of(group, self._clause_start(subject.first, floor), Standing.SUBJECT, subject)

    def _behind_participle(self, group: Group) -> Clause | None:
        """ "Les ministres, rappelant ..., ont salué": the subject stands before the participle."""
        subject = self.subjects.of(self.tokens, group, 0)
        if subject is None or self.tokens.lower[group.start - 1] != ",":
            return None
        self.subjects.remember(subject)
        return self._of(group, group.start - 1, Standing.SUBJECT, subject)

    def _first(self, group: Group, subject: Subject | None, head: bool) -> Clause | None:
        if head:
            return self._of(group, 0, Standing.HEAD, None)
        spoken = subject is not None and subject.pronoun and self._is_free(subject, 0)
        if self.waits and not spoken:
            return None
        if subject is None:
            return None
        we = subject.pronoun and subject.stands is Stands.ISSUERS
        if group.person is Inflection.WE and not we:
            return None
        self.subjects.remember(subject)
        return self._of(group, 0, Standing.SUBJECT, subject)

    def _person(self) -> Inflection:
        """Give the person of the last finite main verb."""
        return next((one for one in reversed(self.persons) if one is not Inflection.ING), Inflection.ING)

    def _speaker(self) -> Subject | None:
        return next((one.subject for one in reversed(self.found) if one.inflection is not Inflection.ING), None)

    def _edge(self, group: Group, floor: int) -> int | None:
        """Find the mark or word that joins a verb without a subject of its own to the verb before; None without one."""
        place = group.start - 1
        tokens = self.tokens
        while place >= floor and (is_adverb(tokens, place) or self._in_connective(place)):
            place -= 1
        if place < floor:
            return None
        word = tokens.lower[place]
        if word in clause_words().coordinators:
            return place - 1 if place > floor and tokens.lower[place - 1] in (",", ";") else place
        if word == "," and (opening := self._aside_before(place, floor)) is not None:
            return opening
        return place if word in (",", ";", ":") else None

    def _aside_before(self, comma: int, floor: int) -> int | None:
        """ "et, à cet effet, décident": the coordinator before a short aside."""
        for place in range(comma - 1, max(floor, comma - 7), -1):
            if self.tokens.lower[place] == ",":
                return place - 1 if self.tokens.lower[place - 1] in clause_words().coordinators else None
        return None

    def _in_connective(self, place: int) -> bool:
        tokens = self.tokens
        begin = max(0, place - 4)
        for first in range(begin, place + 1):
            match = clause_words().connective.match(tokens.text, tokens.starts[first])
            if match and match.end() >= tokens.ends[place]:
                return True
        return False

    def _is_free(self, subject: Subject, floor: int) -> bool:
        """Tell whether a pronoun stands behind a mark or coordinator, not behind a subordinator."""
        before = subject.first - 1
        while before >= floor and is_adverb(self.tokens, before):
            before -= 1
        return (
            before < floor
            or self.tokens.lower[before] in (",", ";", ":", "—", "–")
            or (self.tokens.lower[before] in clause_words().coordinators)
        )

    def _opens(self, group: Group, subject: Subject, floor: int) -> bool:
        """Tell whether a subject behind a main clause opens another, and no part of a subordinate one."""
        if not self._is_free(subject, floor):
            return group.pronoun is not None and not self.waits
        before = subject.first - 1
        word = self.tokens.lower[before]
        if word in (";", ":"):
            return True
        after_comma = word == "," or (before > floor and self.tokens.lower[before - 1] == ",")
        if subject.pronoun and subject.stands is Stands.ISSUERS and self.tokens.lower[subject.first] == "nous":
            return True
        if self.waits:
            return False
        if self.below:
            return after_comma and word in clause_words().coordinators and subject.stands is not Stands.THING
        return word in clause_words().coordinators or subject.pronoun or self._last_is_participle()

    def _clause_start(self, first: int, floor: int) -> int:
        tokens = self.tokens
        comma = None
        for place in range(first - 1, floor - 1, -1):
            word = tokens.lower[place]
            if word in (";", ":"):
                return place
            if word in clause_words().coordinators:
                return place - 1 if place > floor and tokens.lower[place - 1] == "," else place
            if word == "," and not tokens.depth[place] and comma is None:
                comma = place
        return comma if comma is not None else first

    def _subordinates(self, place: int) -> bool:
        tokens, known = self.tokens, clause_words()
        word = tokens.lower[place]
        if word == "s'":
            return tokens.lower[place + 1 : place + 2] in (["il"], ["ils"])
        if word not in known.subordinators:
            return False
        before = tokens.lower[place - 1] if place else ""
        following = tokens.lower[place + 1] if place + 1 < len(tokens) else ""
        if word in ("que", "qu'"):
            return before not in known.not_before_que
        if word in ("alors", "tandis", "parce", "afin", "jusqu'à", "pourvu"):
            return following in ("que", "qu'")
        if word == "comme":
            return following not in ("suit", "un", "une", "des", "le", "la", "les", "l'", "étant")
        if word == "si":
            return not following.endswith(("é", "ée", "és"))
        return True

    # --- Making clauses.

    def _of(self, group: Group, first: int, standing: Standing, subject: Subject | None) -> Clause:
        clause = self._clause(
            first,
            group.start,
            group.main,
            group.complement,
            standing,
            group.person,
            group.verb,
            group.predicate,
            subject,
        )
        clause.auxiliaries = tuple(sorted(group.traits))
        return clause

    def _clause(
        self,
        first: int,
        verb_at: int,
        main: int,
        complement: int,
        standing: Standing,
        inflection: Inflection,
        verb: Verb | None,
        predicate: Predicate | None = None,
        subject: Subject | None = None,
    ) -> Clause:
        return Clause(first, verb_at, main, complement, standing, inflection, verb, predicate, (), subject)
