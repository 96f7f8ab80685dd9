"""The vocabulary of French clauses and verbs, loaded when a French text is read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from concerted.reading.french.conjugation import conjugate
from concerted.reading.verbs import Verbs, load_verbs
from concerted.terms.adjectives import agreeing
from concerted.terms.shelf import load, vocabulary


@dataclass(frozen=True, slots=True)
class ClauseWords:
    """The words that hold a sentence together."""

    issuers: frozenset[str]
    singular_issuers: frozenset[str]
    organs: frozenset[str]
    some: re.Pattern[str]
    others: frozenset[str]
    own_things: frozenset[str]
    effects: frozenset[str]
    subordinators: frozenset[str]
    not_before_que: frozenset[str]
    prepositions: frozenset[str]
    determiners: frozenset[str]
    clitics: frozenset[str]
    coordinators: frozenset[str]
    adverbs: frozenset[str]
    not_adverbs: frozenset[str]
    documents: frozenset[str]
    connective: re.Pattern[str]
    pointing: re.Pattern[str]
    formula: re.Pattern[str]
    naming: re.Pattern[str]
    trailing: re.Pattern[str]


@cache
def clause_words() -> ClauseWords:
    """Load the vocabulary of clauses; raises BadData where the file is missing or no YAML."""
    data = load(vocabulary("fr/clauses"))

    def listed(name: str) -> frozenset[str]:
        return frozenset(data[name] if isinstance(data[name], list) else data[name].split())

    def pattern(name: str) -> re.Pattern[str]:
        return re.compile(re.sub(r"\s*\n\s*", "", data[name]), re.I | re.S)

    return ClauseWords(
        listed("issuers"),
        listed("singular_issuers"),
        listed("organs"),
        re.compile(rf"\b(?:{'|'.join(data['some'])})\b", re.I),
        listed("others"),
        listed("own_things"),
        listed("effects"),
        listed("subordinators"),
        listed("not_before_que"),
        listed("prepositions"),
        listed("determiners"),
        listed("clitics"),
        listed("coordinators"),
        listed("adverbs"),
        listed("not_adverbs"),
        listed("documents"),
        re.compile("|".join(data["connectives"]), re.I),
        pattern("pointing"),
        pattern("formula"),
        pattern("naming"),
        pattern("trailing"),
    )


@cache
def operative_verbs() -> Verbs:
    """Load the French operative verbs; raises BadData where the file contradicts itself."""
    return load_verbs(vocabulary("fr/operative-verbs"), conjugate, agreeing)
