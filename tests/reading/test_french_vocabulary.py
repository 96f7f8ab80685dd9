"""The French and Arabic vocabulary is linted: no key twice, known groups, forms by rule, names of the locale data."""

from __future__ import annotations

from collections import Counter

import pytest
import yaml
from babel import Locale
from babel.core import get_global

from concerted.reading.french.conjugation import conjugate
from concerted.reading.french.numbers import value_of
from concerted.reading.french.words import clause_words, operative_verbs
from concerted.reading.parties import find_parties
from concerted.reading.verbs import Inflection
from concerted.terms.adjectives import adjectives_of_parties, agreeing
from concerted.terms.parties import is_party, parties
from concerted.terms.shelf import load, vocabulary

FILES = ("operative-verbs", "clauses", "layout", "meetings", "instruments", "adjectives", "aims")


@pytest.mark.parametrize("name", [*(f"fr/{name}" for name in FILES), "ar/layout", "ar/instruments", "languages"])
def test_no_key_stands_twice(name: str) -> None:
    root = yaml.compose(vocabulary(name).read_text(encoding="utf-8"))
    assert isinstance(root, yaml.MappingNode)
    for mapping in [root, *(value for _, value in root.value if isinstance(value, yaml.MappingNode))]:
        counts = Counter(key.value for key, _ in mapping.value)
        assert not [key for key, count in counts.items() if count > 1]


def test_every_group_is_used_and_has_a_known_table() -> None:
    data = load(vocabulary("fr/operative-verbs"))
    assert {flags.split()[0] for flags in data["verbs"].values()} == set(data["groups"])
    assert {group["complements"] for group in data["groups"].values()} <= set(data["complements"])


def test_every_irregular_verb_is_one_of_the_verbs() -> None:
    data = load(vocabulary("fr/operative-verbs"))
    known = {word for lemma in data["verbs"] for word in lemma.replace("s'", "se ").split()}
    assert set(data["irregular"]) <= known


def test_an_adverb_is_no_coordinator() -> None:
    words = clause_words()
    assert not words.adverbs & (words.coordinators | words.prepositions | words.subordinators - {"alors"})


@pytest.mark.parametrize(
    ("infinitive", "forms"),
    [
        ("condamner", {"condamne", "condamnons", "condamnent", "condamné", "condamnées", "condamnera", "condamnant"}),
        ("réitérer", {"réitère", "réitérons", "réitèrent", "réitérera"}),
        ("encourager", {"encourage", "encourageons", "encourageant", "encouragées"}),
        ("annoncer", {"annonce", "annonçons", "annonçant"}),
        ("appuyer", {"appuie", "appuyons", "appuient", "appuiera"}),
        ("regretter", {"regrette", "regrettons", "regrettent"}),
        ("établir", {"établit", "établissons", "établissent", "établi", "établira", "établissant"}),
        ("rendre", {"rend", "rendons", "rendent", "rendu", "rendra"}),
    ],
)
def test_regular_verbs_are_conjugated_by_rule(infinitive: str, forms: set[str]) -> None:
    assert forms <= {form for _, form in conjugate(infinitive, None)}


def test_a_reflexive_verb_is_another_verb() -> None:
    groups = {verb.lemma: verb.group for verb, _ in operative_verbs().forms["engageons"]}
    assert groups == {"s'engager": "promise", "engager": "engaging"}
    assert Inflection.WE in operative_verbs().forms["engageons"][0][1]


@pytest.mark.parametrize(
    ("masculine", "forms"),
    [
        ("marocain", ("marocain", "marocains", "marocaine", "marocaines")),
        ("tunisien", ("tunisien", "tunisiens", "tunisienne", "tunisiennes")),
        ("français", ("français", "française", "françaises")),
        ("belge", ("belge", "belges")),
        ("turc", ("turc", "turcs", "turque", "turques")),
        ("soucieux", ("soucieux", "soucieuse", "soucieuses")),
    ],
)
def test_adjectives_agree_by_rule(masculine: str, forms: tuple[str, ...]) -> None:
    assert agreeing(masculine) == forms


def test_every_adjective_is_a_partys() -> None:
    assert all(is_party(party) for _, party in adjectives_of_parties())


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("quarante-deux", 42),
        ("soixante-trois", 63),
        ("soixante-dix", 70),
        ("quatre-vingt-dix", 90),
        ("quatre-vingts", 80),
        ("cent vingt", 120),
        ("deux mille", 2000),
        ("1 200", 1200),
        ("2 000 000", 2_000_000),
        ("une dizaine", 10),
    ],
)
def test_numbers_in_words_and_figures(words: str, value: int) -> None:
    assert value_of(words) == value


# Where the names of the locale data are none that statements use.
_OTHERWISE = {"COG", "COD", "MMR", "PSE", "XKX"}


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_states_are_known_by_the_names_of_the_locale_data(language: str) -> None:
    codes = {old: new[0] for old, new in get_global("territory_aliases").items() if len(old) == 3 and len(new) == 1}
    names = Locale(language).territories
    for one in parties().values():
        if one.kind == "state" and one.id not in _OTHERWISE:
            found = {mention.party for mention in find_parties(f"{names[codes[one.id]]}, x", language=language)}
            ambiguous = any("ambiguous" in name.form for name in one.names if name.language == language)
            assert found == {one.id} or ambiguous, one.id


@pytest.mark.parametrize(
    ("words", "party"),
    [
        ("de la France", "FRA"),
        ("du Royaume-Uni", "GBR"),
        ("des États-Unis", "USA"),
        ("aux Pays-Bas", "NLD"),
        ("d’Égypte", "EGY"),
        ("l’Arabie saoudite", "SAU"),
        ("la Ligue des États arabes", "LAS"),
        ("l’OTAN", "NATO"),
        ("l’ONU", "UN"),
        ("l’UE", "EU"),
        ("l’Union africaine", "AU"),
    ],
)
def test_parties_are_found_behind_articles_and_prepositions(words: str, party: str) -> None:
    assert [one.party for one in find_parties(words, language="fr")] == [party]
