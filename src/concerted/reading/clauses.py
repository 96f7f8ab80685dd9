"""The main clauses of a sentence: where each verb stands and who its subject is.

There is no parser here but a few rules of English word order: a main verb opens its clause,
follows a subject that opens the clause, or is coordinated with a main verb of the same form.
Verbs of saying are trusted further than verbs that may as well stand in somebody's task.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from concerted.reading.subjects import Stands, Subject, Subjects
from concerted.reading.tokens import Tokens, clause_words
from concerted.reading.verb_groups import AUXILIARIES, LINKING, Group, verb_group
from concerted.reading.verbs import Inflection, Predicate, Verb, Verbs

_RELATIVE = frozenset(("that", "which", "who", "whom", "whose", "where", "what", "how", "whether", "when", "why"))
_COORDINATORS = ("and", "but", "or", "yet")
_INFINITIVE = frozenset(
    ("to", "will", "can", "must", "would", "shall", "should", "may", "let", "help", "could", "cannot")
)
_WEAK_AFTER_COMMA = ("request", "praise", "blame", "declaring", "noting")


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


class ClauseFinder:
    """Find the main clauses of one sentence, from left to right."""

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

    def clauses(self) -> list[Clause]:
        """List the main clauses; each ends where the next begins."""
        tokens = self.tokens
        subordinators = clause_words().subordinators
        place = 0
        while place < len(tokens):
            word = tokens.lower[place]
            if tokens.depth[place]:
                place += 1
                continue
            if word in subordinators and not self._is_pointing(place):
                self.waits = True
                self.fronted = self.fronted or (place == 0 and word not in ("what", "who", "that", "how", "whether"))
            elif word == "," and self.fronted:
                self.fronted = self.waits = False
            if word in ("who", "which") and self._is_verb_next(place):
                place, self.waits = place + 2, False
                continue
            clause = self._clause_at(place) or self._of_unknown_verb(place)
            if clause is None:
                place += 1
                continue
            self.found.append(clause)
            self.waits = self.fronted = False
            place = max(place + 1, clause.main + 1)
        for clause, following in zip(self.found, [*self.found, None][1:], strict=True):
            clause.end = following.first if following else len(tokens)
        return self.found

    def _is_pointing(self, place: int) -> bool:
        """ "in that regard", "that is why": no clause begins there."""
        tokens = self.tokens
        if tokens.lower[place] != "that":
            return False
        before = tokens.lower[place - 1] if place else ""
        return before in clause_words().prepositions or (not place and tokens.lower[1:2] == ["is"])

    def _is_verb_next(self, relative: int) -> bool:
        """ "who sustain it": the word behind the pronoun is its verb, though no auxiliary and not known."""
        tokens, place = self.tokens, relative + 1
        if place >= len(tokens):
            return False
        word = tokens.lower[place]
        plain = word.isalpha() and tokens.text[tokens.starts[place]].islower() and word not in AUXILIARIES
        return plain and word not in clause_words().determiners and not tokens.is_adverb(place) and word != "we"

    def _of_unknown_verb(self, place: int) -> Clause | None:
        """ "we embark on ...": whatever follows "we" is its verb."""
        tokens = self.tokens
        at = place - 1
        while at > 0 and tokens.is_adverb(at):
            at -= 1
        if at < self._floor or tokens.lower[at] != "we" or not tokens.lower[place].isalpha() or tokens.is_adverb(place):
            return None
        if self.found and self.found[0].standing is Standing.HEAD:
            return None
        subject = Subject(at, at, Stands.ISSUERS, pronoun=True)
        if at > 0 and not self._opens_clause(subject):
            return None
        group = Group(place, place, place + 1, (), None, None, frozenset())
        return self._clause(self._clause_start(at), group, Standing.SUBJECT, Inflection.FINITE, subject)

    def _clause_at(self, place: int) -> Clause | None:
        tokens = self.tokens
        word = tokens.lower[place]
        if word not in AUXILIARIES and word not in LINKING and word not in self.verbs.forms:
            if word in self.verbs.predicates and self._edge(place) == 0:
                return self._adjective(place)
            return None
        if place and (tokens.lower[place - 1] == "to" or (word not in AUXILIARIES and self._is_governed(place))):
            return None
        if word == "being" and not self.found and place == 0:
            return self._adjective(1)
        group = verb_group(tokens, place, self.verbs)
        if group and not group.auxiliaries and group.inflections == {Inflection.PAST} and self._is_passive(group):
            return None
        edge = self._edge(place)
        if group is None:
            return self._adjective(place) if edge == 0 else None
        if edge == 0:
            clause = self._heading(group) or self._adjective(place)
            if clause:
                return clause
        clause = (
            self._with_subject(group) or (self._coordinated(group, edge) if edge else None) or self._of_a_thing(group)
        )
        if (
            clause is None
            and self.waits
            and group.is_finite
            and place
            and tokens.lower[place - 1] not in ("the", "a", "its", "of")
        ):
            self.waits = False
        return clause

    def _is_governed(self, place: int) -> bool:
        """Tell whether a form is a name, or stands behind a preposition or an article, so that it is no verb."""
        tokens = self.tokens
        first = tokens.text[tokens.starts[place] : tokens.starts[place] + 2]
        before = tokens.lower[place - 1]
        if first[0].isupper() and not first.isupper() and before[0].isalnum():
            return True
        return before in clause_words().prepositions or before in clause_words().determiners

    def _is_passive(self, group: Group) -> bool:
        return self.tokens.lower[group.complement : group.complement + 1] == ["by"] and group.predicate is None

    def _edge(self, place: int) -> int | None:
        """Find where the clause that this verb opens begins: 0 at the head, the coordinator's token, or None."""
        tokens = self.tokens
        begin = max(tokens.start, tokens.starts[place] - 160)
        match = clause_words().left.search(tokens.text[begin : tokens.starts[place]])
        if not match:
            return None
        if match.start("edge") == match.end("edge"):
            return 0 if begin == tokens.start else None
        return max(1, tokens.at(begin + match.start("edge")))

    @property
    def _floor(self) -> int:
        return self.found[-1].complement if self.found else 0

    # --- A verb that opens the sentence.

    def _heading(self, group: Group) -> Clause | None:
        verb, forms = group.verb, group.inflections
        if verb is None or group.auxiliaries:
            return None
        if Inflection.ING in forms:
            if not verb.strong and (not self.style.resolution or self.item or verb.group == "telling"):
                return None
            standing = Standing.HEAD if self.style.resolution else Standing.PARTICIPLE
            return self._clause(0, group, standing, Inflection.ING, None)
        if Inflection.S in forms and (self.style.resolution or verb.strong):
            return self._clause(0, group, Standing.HEAD, Inflection.S, None)
        if Inflection.BASE in forms and (self.style.bare or verb.strong) and verb.group != "telling":
            return self._clause(0, group, Standing.HEAD, Inflection.BASE, None)
        if Inflection.PAST in forms and (self.item or self.style.bare) and verb.strong:
            return self._clause(0, group, Standing.HEAD, Inflection.PAST, None)
        return None

    def _adjective(self, place: int) -> Clause | None:
        """ "Gravely concerned by ..." at the head of a preambular paragraph."""
        predicate = self.verbs.predicate_at(self.tokens.lower, place)
        if predicate is None or not self.style.resolution or self.found:
            return None
        stop = place + len(predicate.words)
        return Clause(0, place, place, stop, Standing.HEAD, Inflection.ING, None, predicate, (), None)

    # --- A verb behind its subject.

    def _with_subject(self, group: Group) -> Clause | None:
        if self.found and self.found[0].standing is Standing.HEAD:
            return None
        subject = self.subjects.before(self.tokens, group.start, self._floor)
        if subject is None or subject.stands is Stands.THING:
            return None
        if subject.first > 0 and not self._opens_clause(subject):
            return None
        inflection = self._finite(group, subject)
        if inflection is None:
            return None
        begin = self._clause_start(subject.first)
        self.subjects.remember(subject)
        return self._clause(begin, group, Standing.SUBJECT, inflection, subject)

    def _finite(self, group: Group, subject: Subject) -> Inflection | None:
        if group.auxiliaries:
            return Inflection.FINITE if group.is_finite else None
        options = group.inflections - {Inflection.ING}
        if not subject.plural and Inflection.S in options:
            return Inflection.S
        if Inflection.PAST in options:
            return Inflection.PAST
        if Inflection.BASE in options and subject.plural:
            return Inflection.BASE
        return Inflection.FINITE if group.predicate is not None else None

    def _opens_clause(self, subject: Subject) -> bool:
        tokens, floor = self.tokens, self._floor
        before = subject.first - 1
        while before >= floor and tokens.is_adverb(before):
            before -= 1
        if before < floor:
            return not self.found  # "We know we must act": the subject of what is known
        word = tokens.lower[before]
        if word in clause_words().subordinators:
            return False
        if word in (";", ":", "—", "–"):
            return True
        if word in _COORDINATORS:
            return self._is_new_clause(subject, before)
        if word == ",":
            if not self.found:
                return tokens.lower[before - 1] not in ("that", "which", "whether")
            last = self.found[-1]
            return last.standing is Standing.PARTICIPLE or not self._has_relative(last.complement, before)
        opener = self._after_coordinator(before) if self.found else 0
        return opener is not None and self._is_fronted(opener, before + 1)

    def _is_new_clause(self, subject: Subject, coordinator: int) -> bool:
        """A subject behind "and" goes on with a that-clause only where no comma parts them and no issuer speaks."""
        if not self.found or self.tokens.lower[coordinator - 1] == "," or subject.stands is Stands.ISSUERS:
            return True
        return not self._has_relative(self._floor, coordinator)

    def _is_fronted(self, first: int, last: int) -> bool:
        """Tell whether words are a phrase put before the subject without a comma ("At the summit we ...")."""
        if first >= last or last - first > 14:
            return False
        known = clause_words()
        tail = self.tokens.lower[last - 1]
        if tail in known.prepositions:
            return False
        word = self.tokens.lower[first]
        return word in known.prepositions or word in known.fronting or (word.endswith("ing") and len(word) > 4)

    def _after_coordinator(self, before: int) -> int | None:
        for place in range(before, self._floor, -1):
            if self.tokens.lower[place] in ("and", "but", ";", ":"):
                return place + 1
        return None

    def _has_relative(self, first: int, last: int) -> bool:
        tokens = self.tokens
        return any(
            tokens.lower[place] in _RELATIVE and not tokens.depth[place] for place in range(max(0, first - 1), last)
        )

    def _clause_start(self, first: int) -> int:
        """Go back from a subject over fronted words to the coordinator or mark that parts it from the clause before."""
        if not self.found:
            return 0
        tokens, floor = self.tokens, self._floor
        comma = None
        for place in range(first - 1, floor - 1, -1):
            word = tokens.lower[place]
            if word in (";", ":"):
                return place
            if word in _COORDINATORS:
                return place - 1 if place > floor and tokens.lower[place - 1] == "," else place
            if word == "," and comma is None and not tokens.depth[place]:
                comma = place
                if self.found[-1].standing is Standing.PARTICIPLE:
                    return comma
        return comma if comma is not None else first

    # --- A verb coordinated with a main verb.

    def _coordinated(self, group: Group, edge: int) -> Clause | None:
        if not self.found:
            return None
        host = self.found[-1]
        tokens = self.tokens
        inflection = self._agreement(host, group)
        joined = any(word in _COORDINATORS for word in tokens.lower[edge : group.start])
        if inflection is None:
            return self._participle(group, host, edge, joined)
        comma = tokens.lower[edge] in (",", ";", "—", "–")
        if not joined and not (comma and group.verb is not None and not group.auxiliaries):
            return None
        if not self._goes_on(host, group, edge, inflection):
            return None
        return self._clause(edge, group, Standing.COORDINATED, inflection, host.subject)

    def _goes_on(self, host: Clause, group: Group, edge: int, inflection: Inflection) -> bool:
        tokens = self.tokens
        following = tokens.lower[group.complement] if group.complement < len(tokens) else ""
        relative = self._has_relative(host.complement, edge)
        if group.auxiliaries or group.verb is None:
            return tokens.lower[edge] == ";" or not relative
        if inflection is Inflection.PAST and following == "by":
            return False
        if (
            inflection is Inflection.PAST
            and tokens.lower[edge] != ","
            and self._is_relative_past(host.complement, edge)
        ):
            return False
        if inflection is Inflection.ING and not self.style.resolution and self._cites(host.complement, edge):
            return False
        if inflection is Inflection.ING and not group.verb.strong:
            weak = group.verb.group in _WEAK_AFTER_COMMA and tokens.lower[edge] in (",", "and")
            return weak and not self._last_gerund_is_governed(host.complement, edge)
        if inflection is Inflection.BASE and self._continues_infinitive(host, edge, group):
            return False
        if group.verb.strong:
            return True
        if relative and tokens.lower[edge] != ",":
            return False
        return inflection is not Inflection.BASE or not self._has_infinitive(host.complement, edge)

    def _is_relative_past(self, first: int, last: int) -> bool:
        """ "which called for X and warned": the past verb goes on with the relative clause before it."""
        tokens = self.tokens
        for place in range(last - 1, first - 1, -1):
            if tokens.lower[place] in ("which", "who"):
                after = place + 1
                while after < last and tokens.is_adverb(after):
                    after += 1
                hit = self.verbs.at(tokens.lower, after) if after < last else None
                return hit is not None and Inflection.PAST in hit[1]
        return False

    def _has_infinitive(self, first: int, last: int) -> bool:
        return any(self.tokens.lower[place] in _INFINITIVE for place in range(max(0, first - 1), last))

    def _continues_infinitive(self, host: Clause, edge: int, group: Group) -> bool:
        """ "to reaffirm X and express Y": a verb of saying coordinated with an infinitive of saying."""
        if host.is_future or (host.verb is not None and host.verb.group == "promise"):
            spoken = group.verb is not None and group.verb.strong and group.verb.group not in ("promise", "agreement")
            return not spoken or self.tokens.lower[edge] != ","
        for place in range(edge - 1, host.complement - 1, -1):
            if self.tokens.lower[place] == "to":
                hit = self.verbs.at(self.tokens.lower, place + 1) if place + 1 < edge else None
                return hit is not None and hit[0].strong
        return False

    def _agreement(self, host: Clause, group: Group) -> Inflection | None:
        """Tell in which form a verb group goes on with the host's; None if it cannot."""
        forms = group.inflections
        if group.auxiliaries or group.verb is None:
            ok = host.inflection is not Inflection.ING and group.is_finite and host.standing is not Standing.PARTICIPLE
            return Inflection.FINITE if ok else None
        if host.inflection is Inflection.FINITE:
            plural = host.subject is None or host.subject.plural
            for form in (Inflection.PAST, Inflection.BASE if plural else Inflection.S):
                if form in forms:
                    return form
            return None
        if host.inflection in forms:
            return host.inflection
        head = host.standing is not Standing.PARTICIPLE and host.inflection is Inflection.ING
        if head and Inflection.S in forms and group.verb.strong:
            return Inflection.S
        return None

    def _participle(self, group: Group, host: Clause, edge: int, joined: bool) -> Clause | None:
        """ "..., recognizing that ...": a participle of saying behind a main clause of the issuers."""
        verb = group.verb
        tokens = self.tokens
        if verb is None or Inflection.ING not in group.inflections or group.auxiliaries:
            return None
        if tokens.lower[edge] != "," or not verb.strong or verb.group in ("promise", "agreement", "institution"):
            return None
        if host.subject is not None and not host.subject.speaks:
            return None
        if self._cites(host.complement, edge):
            return None
        if joined and self._last_gerund_is_governed(host.complement, edge):
            return None
        return self._clause(edge, group, Standing.PARTICIPLE, Inflection.ING, host.subject)

    def _cites(self, first: int, last: int) -> bool:
        """Tell whether a text is named right before, so that a participle is its own ("the statement ..., condemning")."""
        return any(word in clause_words().documents for word in self.tokens.lower[max(first, last - 16) : last])

    def _last_gerund_is_governed(self, first: int, last: int) -> bool:
        lower = self.tokens.lower
        for place in range(last - 1, first, -1):
            if lower[place].endswith("ing") and len(lower[place]) > 4:
                return lower[place - 1] in clause_words().prepositions
        return False

    # --- A clause about a thing.

    def _of_a_thing(self, group: Group) -> Clause | None:
        """The first finite verb outside a subordinate clause, or one behind ", and" with a subject of its own."""
        tokens, floor = self.tokens, self._floor
        if self.found and self.found[0].standing is Standing.HEAD:
            return None
        if self.waits or self.fronted or not group.is_finite or group.start == 0:
            return None
        if not self.found:
            if not group.auxiliaries and not self._is_plain_verb(group):
                return None
            first = self._noun_phrase_start(group.start)
        else:
            mark = self._parting_mark(group.start)
            if mark is None or not group.auxiliaries:
                return None
            first = mark + 1
            if tokens.lower[first] in _COORDINATORS:
                first += 1
        if first >= group.start or first < floor:
            return None
        subject = self.subjects.noun_phrase(tokens, first, self._last_noun(first, group.start))
        inflection = (
            Inflection.FINITE
            if group.auxiliaries
            else min(group.inflections - {Inflection.ING}, default=Inflection.FINITE)
        )
        self.subjects.remember(subject)
        return self._clause(
            self._clause_start(first) if self.found else 0, group, Standing.SUBJECT, inflection, subject
        )

    def _last_noun(self, first: int, verb: int) -> int:
        last = verb - 1
        while last > first and (self.tokens.is_adverb(last) or self.tokens.lower[last] in (",", ".")):
            last -= 1
        return last

    def _noun_phrase_start(self, verb: int) -> int:
        """Go to the last comma before the verb that parts a fronted phrase from the subject."""
        tokens = self.tokens
        first = 0
        for place in range(verb - 1):
            if (
                tokens.lower[place] == ","
                and not tokens.depth[place]
                and tokens.lower[place + 1] not in ("and", "which", "who", "including", "such")
            ):
                opener = tokens.lower[first]
                if (
                    opener in clause_words().prepositions
                    or opener in clause_words().fronting
                    or opener.endswith(("ing", "ly", "ed"))
                ):
                    first = place + 1
        return first

    def _parting_mark(self, verb: int) -> int | None:
        """Find ", and", ";" or ":" before a verb, with nothing subordinate between them nor open before."""
        tokens = self.tokens
        for place in range(verb - 1, self._floor - 1, -1):
            word = tokens.lower[place]
            if word in clause_words().subordinators:
                return None
            if word in (";", ":") and not tokens.depth[place]:
                return place
            if word in ("and", "but") and tokens.lower[place - 1] == ",":
                return place - 1 if not self._has_relative(self.found[-1].complement, place) else None
        return None

    def _is_plain_verb(self, group: Group) -> bool:
        """Tell whether a form without auxiliary is a verb here, not a participle or a noun."""
        tokens = self.tokens
        following = tokens.lower[group.complement] if group.complement < len(tokens) else ""
        before = tokens.lower[group.start - 1]
        if following in ("by", "of", "") or before == "and" or self._is_governed(group.start):
            return False
        plain = group.inflections & {Inflection.PAST, Inflection.S}
        if group.verb is not None and group.verb.noun and Inflection.S in plain:
            return False
        shows = group.verb is not None and group.verb.strong and group.verb.group == "declaring"
        if not plain and not shows and group.predicate is None and tokens.lower[group.main] not in LINKING:
            return False
        for place in range(group.complement, len(tokens)):
            word = tokens.lower[place]
            if word in (",", ";", ":") or word in clause_words().subordinators:
                return True
            if word in AUXILIARIES and tokens.lower[place - 1] not in ("to", "and"):
                return False
        return True

    def _clause(
        self, first: int, group: Group, standing: Standing, inflection: Inflection, subject: Subject | None
    ) -> Clause:
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
