"""Who the subject of a French verb stands for."""

from __future__ import annotations

from concerted.reading.french.tokens import is_adverb
from concerted.reading.french.verb_groups import Group
from concerted.reading.french.words import clause_words
from concerted.reading.noun_phrases import parties_of
from concerted.reading.subject import Sort, Stands, Subject
from concerted.reading.subjects import Subjects
from concerted.reading.tokens import Tokens
from concerted.reading.verbs import Inflection

_PRONOUNS = frozenset(("nous", "ils", "elles", "il", "elle", "on", "-ils", "-elles", "-il", "-elle", "-on", "-nous"))
_THAT = frozenset(("ce", "cela", "ceci", "c'", "rien", "celui-ci", "celle-ci"))


class SubjectReader:
    """Read subjects, and keep the last ones for the pronouns that follow."""

    def __init__(self, subjects: Subjects) -> None:
        self.subjects = subjects
        # The last subject in the singular and in the plural.
        self.before: dict[bool, Subject] = {}

    def of(self, tokens: Tokens, group: Group, floor: int) -> Subject | None:
        """Read the subject of a verb group from the words between ``floor`` and it; None where there is none."""
        if group.pronoun is not None:
            return self._pronoun(tokens, group.pronoun, group)
        last = group.start - 1
        while last >= floor and (is_adverb(tokens, last) or tokens.lower[last] in ("«", "»")):
            last -= 1
        if last < floor:
            return None
        if tokens.lower[last] in _PRONOUNS:
            return self._pronoun(tokens, last, group)
        first = self._first(tokens, floor, last)
        if not floor and group.person is Inflection.PLURAL and tokens.lower[last] == ",":
            found = self.subjects.between(tokens.starts[first], tokens.ends[last])
            if self._are_the_issuers(parties_of(found)):
                return Subject(first, last - 1, Stands.ISSUERS)
        if tokens.lower[last] == ",":
            last = self._before_aside(tokens, first, last)
        if last < first:
            return None
        if tokens.lower[first] in ("nous", "-nous") or (
            group.person is Inflection.WE and "nous" in tokens.lower[first:last]
        ):
            return Subject(first, last, Stands.ISSUERS, pronoun=True)
        return self.noun_phrase(tokens, first, last, group)

    def remember(self, subject: Subject | None) -> None:
        """Keep a subject for the pronouns that follow."""
        if subject is not None and not (subject.pronoun and subject.stands is Stands.THING):
            self.before[subject.plural] = subject
        self.subjects.remember(subject)

    def _pronoun(self, tokens: Tokens, place: int, group: Group) -> Subject:
        word = tokens.lower[place].lstrip("-").removeprefix("t-")
        if word == "nous":
            return Subject(place, place, Stands.ISSUERS, pronoun=True)
        if word == "on":
            return Subject(place, place, Stands.THING, agent=False)
        plural = word.endswith("s")
        if word == "il" and _is_impersonal(tokens, group):
            return Subject(place, place, Stands.THING, plural=False, pronoun=True, agent=False)
        speaking = self.subjects.last
        said = group.verb is not None and group.verb.strong
        known = self.before.get(plural)
        if known is None or (known.stands is Stands.THING and said):
            known = speaking if speaking is not None and speaking.plural == plural else None
        if known is None:
            return Subject(place, place, Stands.ISSUERS if plural else Stands.THING, (), plural, True)
        return Subject(place, place, known.stands, known.parties, plural, True, known.agent, known.own)

    def _first(self, tokens: Tokens, floor: int, last: int) -> int:
        """Find where the noun phrase begins: behind fronted phrases and whatever ends the clause before."""
        known = clause_words()
        cuts = [floor]
        for place in range(floor, last):
            if tokens.depth[place]:
                continue
            word = tokens.lower[place]
            if word in (";", ":"):
                cuts = [place + 1]
            elif word == "," or (floor and word in known.coordinators):
                cuts.append(place + 1)
        first = cuts[0]
        for cut in cuts:
            first = cut
            while first < last and (self._is_mark(tokens, first) or is_adverb(tokens, first)):
                first += 1
            if first <= last and self._opens(tokens, first) and (not floor or cut > floor or first == floor):
                break
        if floor and cuts[-1] > floor:
            first = self._joined_names(tokens, cuts)
        return first

    def _is_mark(self, tokens: Tokens, place: int) -> bool:
        word = tokens.lower[place]
        return word in clause_words().coordinators or not word[0].isalnum()

    def _opens(self, tokens: Tokens, place: int) -> bool:
        """Tell whether a noun phrase that can be a subject begins at a token."""
        word = tokens.lower[place]
        if word in _PRONOUNS or word in _THAT:
            return True
        if word in ("de", "d'", "du", "des") and word != "des":
            return False
        if word in clause_words().determiners:
            return True
        if word in clause_words().prepositions or word.endswith("ant"):
            return False
        return (
            bool(self.subjects.between(tokens.starts[place], tokens.ends[place]))
            or place == 0
            or not word.isalpha()
            or (
                tokens.text[tokens.starts[place]].isupper()
                or clause_words().some.match(tokens.text, tokens.starts[place]) is not None
            )
        )

    def _joined_names(self, tokens: Tokens, cuts: list[int]) -> int:
        """Take "le pays et son voisin", both named, behind another clause as one subject."""
        first = cuts[-1]
        for cut in reversed(cuts[:-1]):
            words = [w for w in tokens.lower[cut : first - 1] if w not in clause_words().determiners]
            named = self.subjects.between(tokens.starts[cut], tokens.starts[first - 1])
            if not named or len(words) > 3:
                break
            first = cut
        known = clause_words()
        while first < len(tokens) - 1 and (tokens.lower[first] in known.coordinators or is_adverb(tokens, first)):
            first += 1
        return first

    def _before_aside(self, tokens: Tokens, first: int, comma: int) -> int:
        """ "nous, dirigeants de ..., sommes": the subject stands before the comma that opens the aside."""
        opening = next(
            (place for place in range(first, comma) if tokens.lower[place] == "," and not tokens.depth[place]), None
        )
        return comma - 1 if opening is None else opening - 1

    def noun_phrase(self, tokens: Tokens, first: int, last: int, group: Group) -> Subject:
        """Tell what a noun phrase stands for, by its head or the names it holds."""
        known, words = clause_words(), tokens.lower
        plural = group.person is not Inflection.S
        partitive = first
        if words[first : first + 3] in (["l'", "ensemble", "des"], ["l'", "ensemble", "de"], ["chacun", "des"]):
            partitive = first + 3
        elif words[first] in ("chacun", "chacune", "chaque"):
            partitive = first + (2 if words[first + 1 : first + 2] in (["des"], ["de"]) else 1)
        stop = partitive + 1
        while stop <= last and words[stop] not in (
            "de",
            "du",
            "d'",
            "des",
            "à",
            "au",
            "aux",
            "en",
            "pour",
            "sur",
            "contre",
            "avec",
            ",",
        ):
            stop += 1
        head = words[partitive:stop]
        found = [
            one
            for one in self.subjects.between(tokens.starts[first], tokens.ends[last])
            if one.sort is not Sort.ADJECTIVE
        ]
        names = parties_of(found)
        own = (
            bool({"notre", "nos"} & set(head))
            or bool(known.own_things & set(head))
            or any(w in self.subjects.organs for w in head)
        )
        place = partitive
        while place < last and (
            words[place] in known.determiners
            or words[place] in ("gouvernement", "gouvernements", "république", "royaume")
        ):
            place += 1
        if found and found[0].start <= tokens.ends[place]:
            return self._named(first, last, names, plural)
        issuers = known.issuers & set(head) or self.subjects.collectives & set(head)
        if issuers:
            text = tokens.words(first, stop)
            others = {"certains", "certaines"} & set(head) and {"états", "pays", "nations"} & set(head)
            if others or words[first] in ("un", "une"):
                return Subject(first, last, Stands.THING, (), plural, agent=bool(others), own=own and not others)
            if known.some.search(text):
                return Subject(first, last, Stands.SOME, (), plural)
            if known.others & set(words[first : last + 1]):
                return Subject(first, last, Stands.THING, (), plural, own="nos" in head)
            if names and not self._are_the_issuers(names):
                return Subject(first, last, self.subjects.stand_of(names), names, plural)
            return Subject(first, last, Stands.ISSUERS, (), plural)
        if known.singular_issuers & set(head):
            if names:
                return self._named(first, last, names, plural)
            return Subject(first, last, Stands.ISSUERS, (), plural)
        if known.some.match(tokens.words(first, last + 1)) and first == last:
            return Subject(first, last, Stands.SOME, (), plural)
        if known.organs & set(head) and names:
            return self._named(first, last, names, plural)
        agent = bool(known.organs & set(head))
        return Subject(first, last, Stands.THING, (), plural, agent=agent, own=own and not self._foreign(names))

    def _named(self, first: int, last: int, names: tuple[str, ...], plural: bool) -> Subject:
        if self._are_the_issuers(names):
            return Subject(first, last, Stands.ISSUERS, (), plural, own=not plural)
        return Subject(first, last, self.subjects.stand_of(names), names, plural)

    def _are_the_issuers(self, names: tuple[str, ...]) -> bool:
        return bool(self.subjects.issuers) and self.subjects.issuers <= set(names)

    def _foreign(self, names: tuple[str, ...]) -> bool:
        return bool(names) and self.subjects.stand_of(names) is Stands.OUTSIDERS


_IMPERSONAL = frozenset(
    (
        "faut",
        "faudra",
        "faudrait",
        "importe",
        "convient",
        "conviendra",
        "conviendrait",
        "incombe",
        "appartient",
        "s'agit",
    )
)


def _is_impersonal(tokens: Tokens, group: Group) -> bool:
    """ "il faut", "il est urgent", "il a été convenu"."""
    if (
        "falloir" in group.traits
        or tokens.lower[group.main] in _IMPERSONAL
        or tokens.lower[group.main - 1] in _IMPERSONAL
    ):
        return True
    if "être" in group.traits and "avoir" not in group.traits:
        behind = tokens.lower[group.complement : group.complement + 8]
        adjective = group.predicate is None
        return adjective and any(word in ("de", "d'", "que", "qu'") for word in behind[:4])
    settled = group.verb is not None and group.verb.group in ("agreement", "ruling", "noting", "request", "declaring")
    return "être" in group.traits and settled
