"""The operative verbs of a language: their forms, and what kind of act their complements make."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from concerted.reading.facts import Kind
from concerted.terms.shelf import BadData, load, vocabulary

LANGUAGES = ("en", "fr")


class Inflection(StrEnum):
    """The form in which a verb stands."""

    BASE = "base"
    S = "s"
    PAST = "past"
    ING = "ing"
    FINITE = "led by an auxiliary"
    WE = "with we"
    PLURAL = "with they"
    FUTURE = "future"


@dataclass(frozen=True, slots=True)
class Pattern:
    """Words after a verb that give the act its kind, and those that rule them out; compiled when first tried."""

    kind: Kind
    pattern: str
    unless: str | None = None
    lemmas: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Verb:
    """An operative verb; ``words`` follow its first word ("take" + "note").

    ``noun`` tells that its -s form is a plural noun as well.
    """

    lemma: str
    words: tuple[str, ...]
    group: str
    kind: Kind
    complements: tuple[Pattern, ...]
    strong: bool
    renews: bool
    noun: bool


@dataclass(frozen=True, slots=True)
class Predicate:
    """An adjective or participle behind "be" that makes an act ("committed", "concerned").

    Without a ``kind`` it makes one only with some complements.
    """

    words: tuple[str, ...]
    kind: Kind | None
    complements: tuple[Pattern, ...]


@dataclass(frozen=True, slots=True)
class Verbs:
    """The vocabulary of operative verbs, indexed by the first word of each form."""

    forms: dict[str, tuple[tuple[Verb, frozenset[Inflection]], ...]]
    predicates: dict[str, tuple[Predicate, ...]]
    of_things: tuple[Pattern, ...]
    assertions: dict[str, re.Pattern[str]]
    words: dict[str, frozenset[str]]

    def at(self, words: list[str], place: int) -> tuple[Verb, frozenset[Inflection], int] | None:
        """Find the longest verb that begins with a word: the verb, its possible forms, how many words."""
        return next(self.every_at(words, place), None)

    def every_at(self, words: list[str], place: int) -> Iterator[tuple[Verb, frozenset[Inflection], int]]:
        """List the verbs that begin with a word, the longest first."""
        for verb, inflections in self.forms.get(words[place], ()):
            if stop := self._stop(words, place + 1, verb.words):
                yield verb, inflections, stop - place

    def predicate_at(self, words: list[str], place: int) -> tuple[Predicate, int] | None:
        """Find the longest predicate that begins with a word, and how many words it has."""
        if place >= len(words):
            return None
        for predicate in self.predicates.get(words[place], ()):
            if stop := self._stop(words, place + 1, predicate.words[1:]):
                return predicate, stop - place
        return None

    def _stop(self, words: list[str], place: int, phrase: tuple[str, ...]) -> int | None:
        """Find where a set phrase ends whose words begin at a place; "firmly", "full" may stand between them."""
        for expected in phrase:
            while place < len(words) and words[place] != expected:
                if words[place] not in self.words["fillers"] and not words[place].endswith("ly"):
                    return None
                place += 1
            if place == len(words):
                return None
            place += 1
        return place


_REFLEXIVE = re.compile(r"^(?:se\s+|s['’])")


@cache
def operative_verbs() -> Verbs:
    """Load the English verbs; raises BadData where the file contradicts itself."""
    return load_verbs(vocabulary("operative-verbs"), inflect, lambda phrase: (phrase,))


def load_verbs(
    path: Path,
    inflected: Callable[[str, list[str] | None], Iterable[tuple[Inflection, str]]],
    agreeing: Callable[[str], Iterable[str]],
) -> Verbs:
    """Load the verbs of a language; raises BadData where the file contradicts itself.

    ``inflected`` makes the forms of a verb's first word, ``agreeing`` those of a predicate. A reflexive pronoun
    before a verb ("se ") belongs to its lemma, not to its words.
    """
    data = load(path)
    tables = {name: tuple(_pattern(row, data["macros"]) for row in rows) for name, rows in data["complements"].items()}
    tables["none"] = ()
    forms: dict[str, dict[Verb, set[Inflection]]] = {}
    for lemma, flags in data["verbs"].items():
        group, *marks = flags.split()
        if group not in data["groups"] or set(marks) - {"strong", "renews", "noun"}:
            raise BadData(
                f"the verb {lemma} has an unknown group or flag: {flags}",
                where=str(path),
                expected="a group, then strong, renews or noun",
            )
        entry = data["groups"][group]
        first, *rest = _REFLEXIVE.sub("", lemma).split()
        verb = Verb(
            lemma,
            tuple(rest),
            group,
            Kind(entry["kind"]),
            tuple(row for row in tables[entry["complements"]] if not row.lemmas or lemma in row.lemmas),
            "strong" in marks,
            "renews" in marks,
            "noun" in marks,
        )
        for inflection, form in inflected(first, data["irregular"].get(first)):
            forms.setdefault(form, {}).setdefault(verb, set()).add(inflection)
    index = {
        form: tuple(sorted(((v, frozenset(i)) for v, i in found.items()), key=lambda pair: -len(pair[0].words)))
        for form, found in forms.items()
    }
    predicates: dict[str, list[Predicate]] = {}
    for kind, phrases in data["predicates"].items():
        for words in (tuple(form.split()) for phrase in phrases for form in agreeing(phrase)):
            rows = tuple(_pattern(row, data["macros"]) for row in data["predicate_complements"].get(kind, ()))
            predicates.setdefault(words[0], []).append(Predicate(words, None if kind == "plain" else Kind(kind), rows))
    for found_predicates in predicates.values():
        found_predicates.sort(key=lambda predicate: -len(predicate.words))
    return Verbs(
        index,
        {word: tuple(found) for word, found in predicates.items()},
        tuple(_pattern(row, data["macros"]) for row in data["of_things"]),
        {name: re.compile(expand(words, data["macros"]), re.I | re.S) for name, words in data["assertions"].items()},
        {
            name: frozenset(data[name])
            for name in ("aims", "showing", "renewing", "joining", "taking_effect", "fillers")
        },
    )


def inflect(base: str, irregular: list[str] | None) -> tuple[tuple[Inflection, str], ...]:
    """List a verb's forms; regular ones by the rules of English spelling."""
    if irregular:
        s, past, participle, ing = irregular
        return (
            (Inflection.BASE, base),
            (Inflection.S, s),
            (Inflection.PAST, past),
            (Inflection.PAST, participle),
            (Inflection.ING, ing),
        )
    if base.endswith("e"):
        stem = base[:-1]
        return (
            (Inflection.BASE, base),
            (Inflection.S, base + "s"),
            (Inflection.PAST, base + "d"),
            (Inflection.ING, stem + "ing"),
        )
    if base.endswith("y") and base[-2] not in "aeiou":
        return (
            (Inflection.BASE, base),
            (Inflection.S, base[:-1] + "ies"),
            (Inflection.PAST, base[:-1] + "ied"),
            (Inflection.ING, base + "ing"),
        )
    s = base + ("es" if re.search(r"(?:s|x|z|ch|sh)$", base) else "s")
    return (Inflection.BASE, base), (Inflection.S, s), (Inflection.PAST, base + "ed"), (Inflection.ING, base + "ing")


def _pattern(row: dict[str, Any], macros: dict[str, str]) -> Pattern:
    return Pattern(
        Kind(row["kind"]),
        expand(row["pattern"], macros),
        expand(row["unless"], macros) if "unless" in row else None,
        frozenset(row.get("lemma", ())),
    )


def expand(pattern: str, macros: dict[str, str]) -> str:
    """Put macros in place of their names, in the order in which they may use each other."""
    pattern = re.sub(r"\n\s*", "", pattern)
    names = "|".join(sorted(macros, key=len, reverse=True))
    return re.sub(rf"(?<![A-Za-z\\])(?:{names})(?![A-Za-z])", lambda match: expand(macros[match[0]], macros), pattern)
