"""Finite verb groups of French: clitics, auxiliaries and what they lead to."""

from __future__ import annotations

import re
from dataclasses import dataclass

from concerted.reading.french.tokens import is_adverb
from concerted.reading.french.words import clause_words
from concerted.reading.tokens import Tokens
from concerted.reading.verbs import Inflection, Predicate, Verb, Verbs

_S, _WE, _PLURAL = Inflection.S, Inflection.WE, Inflection.PLURAL
# An auxiliary's form: the auxiliary, its person, and whether it stands in the future.
_AUXILIARIES = {
    form: (name, person, tense)
    for name, tense, forms in (
        ("avoir", "", "a avons ont"),
        ("avoir", "", "avait avions avaient"),
        ("avoir", "future", "aura aurons auront"),
        ("avoir", "would", "aurait aurions auraient"),
        ("être", "", "est sommes sont"),
        ("être", "", "était étions étaient"),
        ("être", "future", "sera serons seront"),
        ("être", "would", "serait serions seraient"),
        ("devoir", "", "doit devons doivent"),
        ("devoir", "", "devra devrons devront"),
        ("devoir", "", "devrait devrions devraient"),
        ("pouvoir", "", "peut pouvons peuvent"),
        ("pouvoir", "future", "pourra pourrons pourront"),
        ("pouvoir", "would", "pourrait pourrions pourraient"),
        ("pouvoir", "", "saurait saurions sauraient"),
        ("aller", "future", "va allons vont"),
    )
    for form, person in zip(forms.split(), (_S, _WE, _PLURAL), strict=True)
}
_AUXILIARIES |= dict.fromkeys(("faut", "faudra", "faudrait"), ("falloir", _S, ""))
_FUTURE = re.compile(r"(?!(?:opéra|extra|ultra|infra|supra|caméra|para)\b)[^\W\d_]{2,}(?:[aeioudtvpr]r|r)(?:a|ont)")
# "-rons" is future behind e, i (but not "admirons"), d, v or a doubled r.
_WE_FUTURE = re.compile(r"(?!.*(?:spi|mi|si|ti)rons)[^\W\d_]+(?:e|ai|i|end|iend|oud|aind|a[îi]t|ett|v|r|fe|se|au)rons")
_NO_FUTURE = frozenset(("front", "affront", "confront", "choléra", "opéra", "environs", "patrons", "électrons"))
_PARTICIPLE = re.compile(r"[^\W\d_]+(?:é|i|u|is|it|ert|oint|aint|eint)e?s?")
_INFINITIVE = re.compile(r"[^\W\d_]+(?:er|ir|re)")
_CLITIC_ARTICLES = ("l'", "le", "la", "les", "leur")
_INVERTED = re.compile(r"-(?:t-)?(?:ils?|elles?|on|nous)")


@dataclass(frozen=True, slots=True)
class Group:
    """A finite verb group, its places counted in tokens.

    ``traits`` are the auxiliaries it holds, "ne", and "future" or "would". ``pronoun`` is the place of a subject
    behind the verb ("ont-ils").
    """

    start: int
    main: int
    complement: int
    person: Inflection
    traits: frozenset[str]
    verb: Verb | None
    predicate: Predicate | None
    pronoun: int | None = None


class GroupFinder:
    """Find the finite verb groups of one sentence."""

    def __init__(self, tokens: Tokens, verbs: Verbs) -> None:
        self.tokens = tokens
        self.verbs = verbs

    def at(self, place: int) -> Group | None:
        """Read the group whose first finite word stands at a token; None where it is none."""
        word = self.tokens.lower[place]
        if word in _AUXILIARIES and not self._is_noun(place):
            return self._led(place, *_AUXILIARIES[word])
        return self._simple(place)

    def participle(self, place: int) -> tuple[int, Verb, int] | None:
        """Read a present participle at a token: where it begins, its verb, and where its complement begins."""
        start, reflexive, _ = self._clitics(place, Inflection.ING)
        found = self._verb(place, reflexive, Inflection.ING)
        return (start, found[0], place + found[1]) if found else None

    def behind_adverbs(self, place: int) -> int:
        """Go on over adverbs and negation."""
        tokens = self.tokens
        while place < len(tokens):
            match = clause_words().connective.match(tokens.text, tokens.starts[place])
            if match and match.end() in tokens.ends[place : place + 6]:
                place = tokens.ends.index(match.end(), place) + 1
            elif is_adverb(tokens, place) or tokens.lower[place] in ("pas", "n'", "ne", "été", "eu"):
                place += 1
            else:
                break
        return place

    def _led(self, place: int, auxiliary: str, person: Inflection, tense: str) -> Group | None:
        tokens, size = self.tokens, len(self.tokens)
        start, reflexive, negated = self._clitics(place, person)
        traits = {auxiliary, *((tense,) if tense else ()), *(("ne",) if negated else ())}
        at = place + 1
        pronoun = None
        if at < size and _INVERTED.fullmatch(tokens.lower[at]):
            pronoun, at = at, at + 1
        behind = self._behind(at)
        if behind < size and "été" in tokens.lower[at:behind]:
            traits.add("être")
        if auxiliary in ("devoir", "falloir", "pouvoir", "aller"):
            if auxiliary == "aller" and not (behind < size and _INFINITIVE.fullmatch(tokens.lower[behind])):
                return None
            verb = self._verb(behind, reflexive, Inflection.BASE) if behind < size else None
            main = behind if behind < size else place
            complement = behind + (verb[1] if verb else 1) if behind < size else at
            if behind < size and tokens.lower[behind] == "être":
                traits.add("être")
            return Group(start, main, complement, person, frozenset(traits), verb[0] if verb else None, None, pronoun)
        verb = self._verb(behind, reflexive, Inflection.PAST) if behind < size else None
        named = "être" in traits and behind < size and not reflexive
        if named and (found := self.verbs.predicate_at(tokens.lower, behind)):
            known, length = (verb[0] if verb else None), max(found[1], verb[1] if verb else 1)
            return Group(start, behind, behind + length, person, frozenset(traits), known, found[0], pronoun)
        if verb:
            return self._linked(
                Group(start, behind, behind + verb[1], person, frozenset(traits), verb[0], None, pronoun)
            )
        if behind < size and _PARTICIPLE.fullmatch(tokens.lower[behind]) and tokens.lower[behind] not in ("ni", "si"):
            return Group(start, behind, behind + 1, person, frozenset(traits), None, None, pronoun)
        whole = self._verb(place, reflexive, person)
        if whole and whole[1] > 1:
            return Group(start, place, place + whole[1], person, frozenset(traits - {auxiliary}), whole[0], None)
        return Group(start, place, behind if "être" in traits else at, person, frozenset(traits), None, None, pronoun)

    def _behind(self, place: int) -> int:
        """Go on over adverbs, also between commas ("ont, à cet effet, décidé")."""
        place = self.behind_adverbs(place)
        tokens = self.tokens
        if place < len(tokens) and tokens.lower[place] == ",":
            for closing in range(place + 2, min(place + 8, len(tokens) - 1)):
                if tokens.lower[closing] == ",":
                    after = self.behind_adverbs(closing + 1)
                    known = after < len(tokens) and self._verb(after, False, Inflection.PAST)
                    return after if known else place
        return place

    def _simple(self, place: int) -> Group | None:
        tokens = self.tokens
        word = tokens.lower[place]
        text = tokens.text[tokens.starts[place]]
        for person in (_S, _PLURAL, _WE):
            start, reflexive, negated = self._clitics(place, person)
            found = self._verb(place, reflexive, person)
            if found and not self._is_noun(place) and not (start < place and self._is_named(start, place, found[0])):
                traits = frozenset(("ne",)) if negated else frozenset[str]()
                if place and text.isupper():
                    return None
                group = Group(start, place, place + found[1], person, traits, found[0], None, self._inverted(place))
                return self._linked(group)
        if text.isupper() or word in _NO_FUTURE:
            return None
        known = self.verbs.forms.get(word, ())
        ahead = any(Inflection.FUTURE in forms for _, forms in known)
        if ahead or _FUTURE.fullmatch(word) or _WE_FUTURE.fullmatch(word):
            person = _WE if word.endswith("ons") else _PLURAL if word.endswith("ont") else _S
            if self._is_noun(place) and person is not _S:
                return None
            start, reflexive, negated = self._clitics(place, person)
            found = self._verb(place, reflexive, Inflection.FUTURE)
            traits = frozenset(("future", "ne") if negated else ("future",))
            length = found[1] if found else 1
            return Group(start, place, place + length, person, traits, found[0] if found else None, None)
        return None

    def _inverted(self, place: int) -> int | None:
        following = self.tokens.lower[place + 1] if place + 1 < len(self.tokens) else ""
        return place + 1 if _INVERTED.fullmatch(following) else None

    def _linked(self, group: Group) -> Group:
        """Read the predicate behind "se disent", "restent"."""
        if group.verb is None or group.verb.group != "linking":
            return group
        behind = self.behind_adverbs(group.complement)
        found = self.verbs.predicate_at(self.tokens.lower, behind) if behind < len(self.tokens) else None
        if not found:
            return group
        return Group(
            group.start,
            group.main,
            behind + found[1],
            group.person,
            group.traits,
            group.verb,
            found[0],
            group.pronoun,
        )

    def _verb(self, place: int, reflexive: bool, wanted: Inflection) -> tuple[Verb, int] | None:
        for verb, forms, length in self.verbs.every_at(self.tokens.lower, place):
            if wanted in forms and verb.lemma.startswith(("se ", "s'")) == reflexive:
                return verb, length
        return None

    def _clitics(self, place: int, person: Inflection) -> tuple[int, bool, bool]:
        """Go back over the clitics before a verb: where they begin, whether one is reflexive, whether one negates."""
        tokens, known = self.tokens, clause_words()
        start, reflexive, negated = place, False, False
        while start and tokens.lower[start - 1] in known.clitics:
            word = tokens.lower[start - 1]
            if word == "nous":
                # "nous nous engageons", "ils nous demandent"; "nous engageons" has its subject there
                if person is _WE and tokens.lower[start - 2 : start - 1] != ["nous"]:
                    break
                if start >= 2 and tokens.lower[start - 2] in known.prepositions:
                    break
                reflexive = reflexive or person is _WE
            if word in ("se", "s'"):
                reflexive = True
            negated = negated or word in ("ne", "n'")
            start -= 1
        return start, reflexive, negated

    def _is_named(self, start: int, place: int, verb: Verb) -> bool:
        """Tell an article from a pronoun before the verb: no subject can stand before it, or the word is a noun too."""
        if self.tokens.lower[start] not in _CLITIC_ARTICLES:
            return False
        before = self.tokens.lower[start - 1] if start else ""
        return (
            verb.noun or not before[:1].isalpha() or before in clause_words().prepositions | clause_words().coordinators
        )

    def _is_noun(self, place: int) -> bool:
        """Tell whether a determiner or a preposition before the word makes it a noun."""
        if not place:
            return False
        before = self.tokens.lower[place - 1]
        if before in _CLITIC_ARTICLES:
            return False
        return before in clause_words().determiners or before in clause_words().prepositions - {"après", "avant", "en"}
