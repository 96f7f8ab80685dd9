"""The vocabulary of operative verbs is linted: no verb twice, known groups and kinds, patterns that compile."""

from __future__ import annotations

import re
from collections import Counter

import pytest
import yaml

from concerted.reading.facts import Kind
from concerted.reading.tokens import clause_words
from concerted.reading.verbs import Inflection, inflect, operative_verbs
from concerted.terms.shelf import load, vocabulary

PATH = vocabulary("operative-verbs")
DATA = load(PATH)


def test_no_key_stands_twice() -> None:
    for name in ("operative-verbs", "clauses", "layout"):
        root = yaml.compose(vocabulary(name).read_text(encoding="utf-8"))
        assert isinstance(root, yaml.MappingNode)
        for mapping in [root, *(value for _, value in root.value if isinstance(value, yaml.MappingNode))]:
            counts = Counter(key.value for key, _ in mapping.value)
            assert not [key for key, count in counts.items() if count > 1], name


def test_every_group_is_used_and_has_a_known_kind_and_table() -> None:
    used = {flags.split()[0] for flags in DATA["verbs"].values()}
    assert used == set(DATA["groups"])
    for group in DATA["groups"].values():
        assert Kind(group["kind"])
        assert group["complements"] == "none" or group["complements"] in DATA["complements"]


def test_irregular_forms_belong_to_verbs() -> None:
    first_words = {lemma.split()[0] for lemma in DATA["verbs"]}
    assert set(DATA["irregular"]) <= first_words
    assert all(len(forms) == 4 for forms in DATA["irregular"].values())


def test_no_predicate_stands_under_two_kinds() -> None:
    counts = Counter(phrase for phrases in DATA["predicates"].values() for phrase in phrases)
    assert max(counts.values()) == 1
    assert {Kind(kind) for kind in DATA["predicates"] if kind != "plain"}
    assert set(DATA["predicate_complements"]) <= set(DATA["predicates"])


def test_each_table_ends_with_a_pattern_for_all_the_rest() -> None:
    for name, rows in DATA["complements"].items():
        assert rows[-1]["pattern"] == "." or name == "agreement", name


def test_no_macro_is_left_in_a_pattern() -> None:
    verbs = operative_verbs()
    compiled = [row.pattern for found in verbs.forms.values() for verb, _ in found for row in verb.complements]
    compiled += [row.pattern for row in verbs.of_things]
    compiled += [row.pattern for found in verbs.predicates.values() for one in found for row in one.complements]
    compiled += [pattern.pattern for pattern in verbs.assertions.values()]
    assert all(re.compile(pattern) for pattern in set(compiled))
    assert not [macro for macro in DATA["macros"] if any(macro in pattern for pattern in set(compiled))]


@pytest.mark.parametrize(
    ("base", "forms"),
    [
        ("urge", {"urge", "urges", "urged", "urging"}),
        ("deny", {"deny", "denies", "denied", "denying"}),
        ("stress", {"stress", "stresses", "stressed", "stressing"}),
        ("convey", {"convey", "conveys", "conveyed", "conveying"}),
    ],
)
def test_regular_forms_are_made_by_rule(base: str, forms: set[str]) -> None:
    assert {form for _, form in inflect(base, None)} == forms


def test_the_longest_verb_wins() -> None:
    hit = operative_verbs().at(["took", "note", "of"], 0)
    assert hit is not None
    assert (hit[0].lemma, hit[1], hit[2]) == ("take note", {Inflection.PAST}, 2)


def test_the_vocabulary_of_clauses_loads() -> None:
    words = clause_words()
    assert {"participants", "ministers"} <= words.issuers
    assert not words.adverbs & words.not_adverbs
