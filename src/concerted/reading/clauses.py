"""The main clauses of a sentence: where each operative verb stands and who its subject is.

There is no parser here but a few rules of English word order: a main verb opens its clause,
follows a subject that opens the clause, or is coordinated with a main verb of the same form.
Verbs of saying are trusted further than verbs that may as well stand in somebody's task.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from concerted.reading.subjects import Subject, Subjects
from concerted.reading.tokens import Tokens, clause_words
from concerted.reading.verbs import Inflection, Predicate, Verb, Verbs

_BE = frozenset(("am", "is", "are", "was", "were", "be", "been", "being", "’re"))
_HAVE = frozenset(("have", "has", "had"))
_MODAL = frozenset(
    ("will", "would", "shall", "should", "can", "could", "may", "might", "must", "cannot", "won’t", "won't", "can’t")
)
_DO = frozenset(("do", "does", "did"))
AUXILIARIES = _BE | _HAVE | _MODAL | _DO
_LINKING = frozenset(("remain", "remains", "remained", "stand", "stands", "stood", "feel", "continue", "continues"))
_RELATIVE = frozenset(("that", "which", "who", "whom", "whose", "where", "what", "how", "whether", "when"))
_GERUND_GOVERNORS = frozenset(
    ["by", "of", "for", "in", "including", "through", "without", "from", "on", "to", "with", "at", "about", "against", "toward", "towards", "as", "than", "via", "like", "after", "before", "while", "when", "upon", "into", "beyond", "not"]
)
_DOCUMENTS = frozenset(
    ["statement", "statements", "resolution", "resolutions", "declaration", "communiqué", "communique", "letter", "report", "reports", "reply", "announcement", "law", "laws", "decree", "judgment", "judgement", "order"]
)


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
    and its main verb at ``main``; ``complement`` is where the words after the verb begin.
    """

    first: int
    verb_at: int
    main: int
    complement: int
    standing: Standing
    inflection: Inflection | None
    verb: Verb | None = None
    predicate: Predicate | None = None
    auxiliaries: tuple[str, ...] = ()
    subject: Subject | None = None
    end: int = 0

    @property
    def is_future(self) -> bool:
        """Tell whether the verb group says "will", "shall" or "would"."""
        return bool({"will", "shall", "would", "won’t", "won't"} & set(self.auxiliaries))


@dataclass(frozen=True, slots=True)
class Style:
    """How the paragraphs of a text open: a resolution's begin with "Noting" or "Decides", a pledge's with "Commit"."""

    resolution: bool = False
    bare: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """A verb group: auxiliaries, adverbs between, main verb or predicate."""

    start: int
    main: int
    complement: int
    auxiliaries: tuple[str, ...]
    verb: Verb | None
    predicate: Predicate | None
    inflections: frozenset[Inflection]


def verb_group(tokens: Tokens, place: int, verbs: Verbs) -> Group | None:
    """Read the verb group that begins at a token; None where no auxiliary and no known verb stands there."""
    auxiliaries: list[str] = []
    at, size = place, len(tokens)
    while at < size:
        word = tokens.lower[at]
        if word in AUXILIARIES or (auxiliaries and word == "not"):
            auxiliaries.append(word)
        elif auxiliaries and word in ("continue", "continues") and at + 2 < size and tokens.lower[at + 1] == "to":
            auxiliaries.append(word)
            at += 1
        elif auxiliaries and tokens.is_adverb(at):
            pass
        elif auxiliaries and word == "," and (closing := _aside(tokens, at)):
            at = closing
        else:
            break
        at += 1
    if at >= size:
        return Group(place, size - 1, size, tuple(auxiliaries), None, None, frozenset()) if auxiliaries else None
    verb = predicate = None
    inflections: frozenset[Inflection] = frozenset()
    length = 1
    if hit := verbs.at(tokens.lower, at):
        verb, inflections, length = hit
    be = next((word for word in reversed(auxiliaries) if word != "not"), "") in _BE
    if be or tokens.lower[at] in _LINKING:
        behind = at if be else _behind_linking(tokens, at)
        predicate = verbs.predicate_at(tokens.lower, behind)
        if predicate:
            return Group(place, at, behind + len(predicate.words), tuple(auxiliaries), verb, predicate, inflections)
    if not auxiliaries and verb is None:
        return None
    return Group(place, at, at + length, tuple(auxiliaries), verb, None, inflections)


def _behind_linking(tokens: Tokens, at: int) -> int:
    behind = at + 1
    if tokens.lower[at].startswith("continue") and tokens.lower[behind : behind + 2] == ["to", "be"]:
        behind += 2
    while behind < len(tokens) and tokens.is_adverb(behind):
        behind += 1
    return behind


def _aside(tokens: Tokens, comma: int) -> int | None:
    """Find the comma that closes a short aside in a verb group ("will, therefore, work")."""
    for place in range(comma + 1, min(comma + 14, len(tokens))):
        if tokens.lower[place] == ",":
            after = place + 1
            opener = tokens.lower[comma + 1]
            short = place - comma <= 3
            return (
                place
                if after < len(tokens) and (short or opener in ("where", "as", "in", "if", "when", "to", "with"))
                else None
            )
        if tokens.lower[place] in (";", ":"):
            return None
    return None


class ClauseFinder:
    """Find the main clauses of one sentence, from left to right."""

    def __init__(self, tokens: Tokens, verbs: Verbs, subjects: Subjects, style: Style, *, item: bool) -> None:
        self.tokens = tokens
        self.verbs = verbs
        self.subjects = subjects
        self.style = style
        self.item = item
        self.found: list[Clause] = []

    def clauses(self) -> list[Clause]:
        """List the main clauses; each ends where the next begins."""
        place = 0
        while place < len(self.tokens):
            clause = self._clause_at(place) if self.tokens.depth[place] == 0 else None
            if clause:
                self.found.append(clause)
                place = max(place + 1, min(clause.complement, clause.main + 1))
            else:
                place += 1
        for clause, following in zip(self.found, [*self.found, None][1:], strict=True):
            clause.end = following.first if following else len(self.tokens)
        return self.found

    def _clause_at(self, place: int) -> Clause | None:
        word = self.tokens.lower[place]
        if (
            word not in AUXILIARIES
            and word not in self.verbs.forms
            and word not in self.verbs.predicates
            and word not in _LINKING
        ):
            return None
        if place and self.tokens.lower[place - 1] in ("to", "not") and word not in AUXILIARIES:
            return None
        group = verb_group(self.tokens, place, self.verbs)
        edge = self._edge(place)
        if group is None:
            return self._bare_adjective(place) if edge == 0 else None
        return (
            self._with_subject(group)
            or (self._heading(group) if edge == 0 else None)
            or (self._coordinated(group, edge) if edge is not None and edge > 0 else None)
        )

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

    # --- A verb behind its subject.

    def _with_subject(self, group: Group) -> Clause | None:
        floor = self.found[-1].complement if self.found else 0
        subject = self.subjects.before(self.tokens, group.start, floor)
        if subject is None:
            return None
        first = subject.first
        if first > 0 and not self._opens_clause(subject, floor):
            return None
        inflection = self._finite(group, subject)
        if inflection is None and not group.auxiliaries and group.predicate is None:
            return None
        begin = self._clause_start(first, floor)
        return self._clause(begin, group, Standing.SUBJECT, inflection, subject)

    def _finite(self, group: Group, subject: Subject) -> Inflection | None:
        options = group.inflections - {Inflection.ING}
        if not subject.plural and Inflection.S in options:
            return Inflection.S
        if Inflection.PAST in options:
            return Inflection.PAST
        if Inflection.BASE in options and subject.plural:
            return Inflection.BASE
        return None

    def _opens_clause(self, subject: Subject, floor: int) -> bool:
        tokens = self.tokens
        before = subject.first - 1
        while before >= floor and before >= 0 and tokens.is_adverb(before):
            before -= 1
        if before < 0:
            return True
        word = tokens.lower[before]
        if word in clause_words().subordinators:
            return False
        if word in (";", ":", "—", "–"):
            return True
        if word in ("and", "but", "or", "yet"):
            return not self._inside_relative(floor, before)
        if word == ",":
            if not self.found:
                return not self._opens_subordinate_only(before)
            last = self.found[-1]
            if last.standing is Standing.PARTICIPLE or last.inflection is Inflection.ING:
                return True
            return not self._has_relative(last.complement, before)
        if not self.found:
            return self._is_fronted(0, before + 1)
        opener = self._after_coordinator(floor, before)
        return opener is not None and self._is_fronted(opener, before + 1)

    def _opens_subordinate_only(self, comma: int) -> bool:
        """Tell whether all before this comma is "that, ..." so that the subject belongs to a that-clause."""
        return self.tokens.lower[comma - 1] in ("that", "which", "whether")

    def _is_fronted(self, first: int, last: int) -> bool:
        """Tell whether words are a phrase put before the subject without a comma ("At the summit we ...")."""
        if first >= last or last - first > 14:
            return False
        word = self.tokens.lower[first]
        return (
            word in _GERUND_GOVERNORS
            or word
            in (
                "today",
                "yesterday",
                "third",
                "second",
                "first",
                "finally",
                "during",
                "this",
                "throughout",
                "together",
                "under",
                "given",
                "despite",
                "following",
                "earlier",
                "now",
                "here",
                "moreover",
                "furthermore",
            )
            or word.endswith("ing")
        )

    def _after_coordinator(self, floor: int, before: int) -> int | None:
        for place in range(before, floor, -1):
            if self.tokens.lower[place] in ("and", "but", ";", ":"):
                return place + 1
        return None

    def _has_relative(self, first: int, last: int) -> bool:
        return any(
            self.tokens.lower[place] in _RELATIVE for place in range(first - 1, last) if self.tokens.depth[place] == 0
        )

    def _inside_relative(self, floor: int, before: int) -> bool:
        """A subject behind "and" goes on with a that-clause only where no comma parts them and no "we" speaks."""
        if before > 0 and self.tokens.lower[before - 1] == ",":
            return False
        return (
            False
            if not self.found
            else self.tokens.lower[before + 1] not in ("we", "participants", "ministers", "leaders")
            and self._has_relative(floor, before)
        )

    def _clause_start(self, first: int, floor: int) -> int:
        """Go back from a subject over fronted words to the coordinator or mark that parts it from the clause before."""
        if not self.found:
            return 0
        tokens = self.tokens
        comma = None
        for place in range(first - 1, floor - 1, -1):
            word = tokens.lower[place]
            if word in (";", ":"):
                return place
            if word in ("and", "but", "or", "yet"):
                return place - 1 if place > floor and tokens.lower[place - 1] == "," else place
            if word == "," and comma is None and tokens.depth[place] == 0:
                comma = place
                if self.found[-1].standing is Standing.PARTICIPLE:
                    return comma
        return comma if comma is not None else first

    # --- A verb that opens the sentence.

    def _heading(self, group: Group) -> Clause | None:
        verb = group.verb
        if verb is None or group.auxiliaries:
            return None
        forms = group.inflections
        if Inflection.ING in forms:
            if not ((self.style.resolution and not self.item) or verb.strong):
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

    def _bare_adjective(self, place: int) -> Clause | None:
        """ "Gravely concerned by ..." at the head of a preambular paragraph."""
        predicate = self.verbs.predicate_at(self.tokens.lower, place)
        if predicate is None or not self.style.resolution:
            return None
        end = place + len(predicate.words)
        return Clause(0, place, place, end, Standing.HEAD, Inflection.ING, None, predicate)

    # --- A verb coordinated with a main verb.

    def _coordinated(self, group: Group, edge: int) -> Clause | None:
        if not self.found:
            return None
        host = self.found[-1]
        inflection = self._agreement(host, group)
        tokens = self.tokens
        conjunction = any(word in ("and", "but", "or", "yet") for word in tokens.lower[edge : group.start])
        comma = tokens.lower[edge] in (",", ";", "—", "–")
        if inflection is None:
            return self._participle(group, host, edge, conjunction)
        if not conjunction and not (comma and group.verb is not None and not group.auxiliaries):
            return None
        if group.auxiliaries:
            if tokens.lower[edge] != ";" and self._has_relative(host.complement, edge):
                return None
            return self._clause(edge, group, Standing.COORDINATED, inflection, host.subject)
        following = tokens.lower[group.complement] if group.complement < len(tokens) else ""
        if inflection is Inflection.PAST and following == "by":
            return None
        if (
            group.predicate is None
            and group.verb is not None
            and not group.verb.strong
            and not self._free(host, group, edge, inflection)
        ):
            return None
        if inflection is Inflection.BASE and self._goes_on_infinitive(host, edge, group):
            return None
        return self._clause(edge, group, Standing.COORDINATED, inflection, host.subject)

    def _free(self, host: Clause, group: Group, edge: int, inflection: Inflection) -> bool:
        """Tell whether a verb that may also stand in a task is coordinated with the main verb after all."""
        if self._has_relative(host.complement, edge) and self.tokens.lower[edge] != ",":
            return False
        return inflection is not Inflection.BASE or not self._has_infinitive(host.complement, edge)

    def _has_infinitive(self, first: int, last: int) -> bool:
        lower = self.tokens.lower
        return any(
            lower[place] in ("to", "will", "can", "must", "would", "shall", "should", "may", "let", "help")
            for place in range(first - 1, last)
        )

    def _goes_on_infinitive(self, host: Clause, edge: int, group: Group) -> bool:
        """ "to reaffirm X and express Y": a verb of saying coordinated with an infinitive of saying."""
        if host.is_future or (host.verb is not None and host.verb.group == "promise"):
            word = self.tokens.lower[group.main]
            return (
                (self._has_infinitive(host.main, edge)
                and word
                not in (
                    "welcome",
                    "reaffirm",
                    "condemn",
                    "commend",
                    "thank",
                    "call",
                    "urge",
                    "recognize",
                    "acknowledge",
                    "pledge",
                    "commit",
                    "look",
                    "underscore",
                    "reiterate",
                    "note",
                    "applaud",
                ))
                or (host.is_future
                and self.tokens.lower[edge] != ",")
            )
        for place in range(edge - 1, host.complement - 1, -1):
            if self.tokens.lower[place] == "to":
                hit = self.verbs.at(self.tokens.lower, place + 1) if place + 1 < edge else None
                return hit is not None and hit[0].strong
        return False

    def _agreement(self, host: Clause, group: Group) -> Inflection | None:
        """Tell in which form a verb group goes on with the host's; None if it cannot."""
        forms = group.inflections
        if group.auxiliaries:
            return host.inflection if host.inflection is not Inflection.ING else None
        if host.inflection is None or host.auxiliaries:
            plural = host.subject is None or host.subject.plural
            for form in (Inflection.PAST, Inflection.BASE if plural else Inflection.S):
                if form in forms:
                    return form
            return None
        if host.inflection in forms:
            return host.inflection
        if (
            host.inflection is Inflection.ING
            and Inflection.S in forms
            and group.verb
            and group.verb.strong
            and host.standing is not Standing.PARTICIPLE
        ):
            return Inflection.S
        return None

    def _participle(self, group: Group, host: Clause, edge: int, conjunction: bool) -> Clause | None:
        """ "..., recognizing that ...": a participle of saying behind a main clause of the issuers."""
        verb = group.verb
        tokens = self.tokens
        if verb is None or Inflection.ING not in group.inflections or group.auxiliaries:
            return None
        if tokens.lower[edge] != "," or not (verb.strong and verb.group not in ("promise", "agreement", "institution")):
            return None
        if host.subject is not None and not host.subject.speaks:
            return None
        if any(word in _DOCUMENTS for word in tokens.lower[max(host.complement, edge - 10) : edge]):
            return None
        if conjunction and self._last_gerund_governed(host.complement, edge):
            return None
        return self._clause(edge, group, Standing.PARTICIPLE, Inflection.ING, host.subject)

    def _last_gerund_governed(self, first: int, last: int) -> bool:
        lower = self.tokens.lower
        for place in range(last - 1, first, -1):
            if lower[place].endswith("ing") and len(lower[place]) > 4:
                return lower[place - 1] in _GERUND_GOVERNORS
        return False

    def _clause(
        self, first: int, group: Group, standing: Standing, inflection: Inflection | None, subject: Subject | None
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
