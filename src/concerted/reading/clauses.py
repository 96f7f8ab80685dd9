"""The main clauses of a sentence: where each verb stands and who its subject is.

There is no parser here but a few rules of English word order: a main verb opens its clause,
follows a subject that opens the clause, or is coordinated with a main verb of the same form.
Verbs of saying are trusted further than verbs that may as well stand in somebody's task.
"""

from __future__ import annotations

from concerted.reading.clause import Clause, Standing, Style, View
from concerted.reading.coordinated_clauses import coordinated
from concerted.reading.subject_clauses import of_unknown_verb, with_subject
from concerted.reading.subjects import Subjects
from concerted.reading.thing_clauses import of_a_thing
from concerted.reading.tokens import Tokens, clause_words, is_adverb, opens_late
from concerted.reading.verb_groups import AUXILIARIES, LINKING, Group, verb_group
from concerted.reading.verbs import Inflection, Verbs

# "as a", "as part of", "as appropriate": no clause begins with such an "as".
_AS = ("a", "an", "well", "such", "appropriate", "necessary", "part", "set", "follows", "co-chairs")


class ClauseFinder:
    """Find the main clauses of one sentence, from left to right."""

    def __init__(self, tokens: Tokens, verbs: Verbs, subjects: Subjects, style: Style, *, item: bool) -> None:
        self.view = View(tokens, verbs, subjects, style, item=item)

    def clauses(self) -> list[Clause]:
        """List the main clauses; each ends where the next begins."""
        tokens, verbs = self.view.tokens, self.view.verbs
        known = clause_words()
        subordinators, issuers, adverbs = known.subordinators, known.issuers, known.adverbs
        lower, depth = tokens.lower, tokens.depth
        forms, predicates = verbs.forms, verbs.predicates
        place, size = 0, len(tokens)
        while place < size:
            word, before = lower[place], lower[place - 1]
            if depth[place]:
                place += 1
                continue
            if word in subordinators and not self._is_pointing(place):
                self.view.waits = True
                self.view.fronted = self.view.fronted or (
                    place == 0 and word not in ("what", "who", "that", "how", "whether")
                )
            elif word == "," and self.view.fronted:
                self.view.fronted = self.view.waits = False
            if word in ("who", "which", "that") and self._is_verb_next(place):
                place, self.view.waits = place + 2, False
                continue
            clause = None
            if word in forms or word in AUXILIARIES or word in LINKING or word in predicates:
                clause = self._clause_at(place)
            if clause is None and (
                before == "we"
                or before in issuers
                or before in adverbs
                or (before.endswith("ly") and is_adverb(before))
            ):
                clause = of_unknown_verb(self.view, place)
            if clause is None:
                place += 1
                continue
            self.view.found.append(clause)
            self.view.waits = self.view.fronted = False
            place = max(place + 1, clause.main + 1)
        for clause, following in zip(self.view.found, [*self.view.found, None][1:], strict=True):
            clause.end = following.first if following else len(tokens)
        return self.view.found

    def _is_pointing(self, place: int) -> bool:
        """ "in that regard", "that is why": no clause begins there."""
        tokens = self.view.tokens
        before = tokens.lower[place - 1] if place else ""
        if tokens.lower[place] == "why":
            return before == "is"
        if tokens.lower[place] == "as":
            following = tokens.lower[place + 1] if place + 1 < len(tokens) else ""
            return before in ("such", "well") or following in _AS or following.endswith("ed")
        if tokens.lower[place] == "than":
            return before in ("more", "less", "fewer")
        if tokens.lower[place] != "that":
            return False
        return before in clause_words().prepositions or (not place and tokens.lower[1:2] == ["is"])

    def _is_verb_next(self, relative: int) -> bool:
        """ "who sustain it": the word behind the pronoun is its verb, though no auxiliary and not known."""
        tokens, place = self.view.tokens, relative + 1
        if place >= len(tokens):
            return False
        word = tokens.lower[place]
        if tokens.lower[relative] == "that" and tokens.lower[place + 1 : place + 2] != ["to"]:
            return False
        plain = word.isalpha() and tokens.text[tokens.starts[place]].islower() and word not in AUXILIARIES
        return plain and word not in clause_words().determiners and not tokens.is_adverb(place) and word != "we"

    def _clause_at(self, place: int) -> Clause | None:
        tokens = self.view.tokens
        word = tokens.lower[place]
        if word not in AUXILIARIES and word not in LINKING and word not in self.view.verbs.forms:
            if word in self.view.verbs.predicates and self.view.edge(place) == 0:
                return self._adjective(place)
            return None
        if place and word in ("may", "will", "can") and self.view.is_capitalised(place):  # "In May 2024"
            return None
        if place and tokens.lower[place - 1] == "while" and (said := self._while(place)):
            return said
        if place and (tokens.lower[place - 1] == "to" or (word not in AUXILIARIES and self.view.is_governed(place))):
            return None
        if self._is_led(place):
            return None
        if word == "being" and not self.view.found and place == 0:
            return self._adjective(1)
        group = verb_group(tokens, place, self.view.verbs)
        if group and not group.auxiliaries and group.inflections == {Inflection.PAST} and self._is_passive(group):
            return None
        if place and group and group.verb and group.verb.noun and self.view.is_capitalised(place):
            return None  # "in doing so, States should be alert"
        edge = self.view.edge(place)
        if group is None:
            return self._adjective(place) if edge == 0 else None
        if edge == 0:
            clause = self._heading(group) or self._adjective(place)
            if clause:
                return clause
        elif edge is not None and (clause := self._behind_fronted(group, edge)):
            return clause
        clause = (
            with_subject(self.view, group)
            or (coordinated(self.view, group, edge) if edge else None)
            or of_a_thing(self.view, group)
        )
        if (
            clause is None
            and self.view.waits
            and group.is_finite
            and place
            and tokens.lower[place - 1] not in ("the", "a", "its", "of")
        ):
            self.view.waits = False
        return clause

    def _while(self, place: int) -> Clause | None:
        """ "While acknowledging that ..., we will ...": a participle of saying behind a conjunction."""
        tokens = self.view.tokens
        if place > 1 and tokens.lower[place - 2] != ",":
            return None
        group = verb_group(tokens, place, self.view.verbs)
        if group is None or group.verb is None or Inflection.ING not in group.inflections or not group.verb.strong:
            return None
        if group.verb.group in ("promise", "agreement", "institution", "telling"):
            return None
        subject = self.view.found[-1].subject if self.view.found else None
        if subject is not None and not subject.speaks:
            return None
        return self.view.clause(max(place - 2, 0), group, Standing.PARTICIPLE, Inflection.ING, subject)

    def _is_led(self, place: int) -> bool:
        """ "to be held", "will jointly host": the auxiliary before a form has been asked about already."""
        before = place - 1
        while before > 0 and self.view.tokens.is_adverb(before):
            before -= 1
        return before >= 0 and self.view.tokens.lower[before] in ("be", "been", "being")

    def _is_passive(self, group: Group) -> bool:
        return self.view.tokens.lower[group.complement : group.complement + 1] == ["by"] and group.predicate is None

    def _heading(self, group: Group) -> Clause | None:
        verb, forms = group.verb, group.inflections
        if verb is None or group.auxiliaries not in ((), ("do",)):
            return None
        if Inflection.ING in forms:
            if not verb.strong and (not self.view.style.resolution or self.view.item or verb.group == "telling"):
                return None
            standing = Standing.HEAD if self.view.style.resolution else Standing.PARTICIPLE
            return self.view.clause(0, group, standing, Inflection.ING, None)
        if Inflection.S in forms and (self.view.style.resolution or verb.strong):
            return self.view.clause(0, group, Standing.HEAD, Inflection.S, None)
        trusted = verb.strong or self.view.style.bare or (self.view.item and verb.group == "request")
        if Inflection.BASE in forms and trusted and verb.group != "telling":
            return self.view.clause(0, group, Standing.HEAD, Inflection.BASE, None)
        if Inflection.PAST in forms and (self.view.item or self.view.style.bare) and verb.strong:
            return self.view.clause(0, group, Standing.HEAD, Inflection.PAST, None)
        return None

    def _behind_fronted(self, group: Group, edge: int) -> Clause | None:
        """ "Further to that end, calls upon ...": a resolution's verb behind a phrase put before it."""
        tokens = self.view.tokens
        verb = group.verb
        if verb is None or not verb.strong or group.auxiliaries or Inflection.S not in group.inflections:
            return None
        if self.view.found or not self.view.style.resolution or tokens.lower[edge] != "," or not opens_late(tokens):
            return None
        return self.view.clause(0, group, Standing.HEAD, Inflection.S, None)

    def _adjective(self, place: int) -> Clause | None:
        """ "Gravely concerned by ..." at the head of a preambular paragraph."""
        hit = self.view.verbs.predicate_at(self.view.tokens.lower, place)
        if hit is None or not self.view.style.resolution or self.view.found:
            return None
        predicate, length = hit
        return Clause(0, place, place, place + length, Standing.HEAD, Inflection.ING, None, predicate, (), None)
