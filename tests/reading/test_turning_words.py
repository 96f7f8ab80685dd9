"""What turns the sense of a passage, in the languages that are read."""

from __future__ import annotations

import pytest

from concerted.reading.turning_words import SORTS, turned
from concerted.terms.shelf import load, vocabulary


@pytest.mark.parametrize(
    ("language", "old", "new", "sorts"),
    [
        ("en", "will train crews", "will train the crews", ()),
        ("en", "will train 1,000 crews", "will train 1000 crews", ()),
        ("en", "will train ten crews", "will train 10 crews", ("figure",)),
        ("en", "will train crews", "won’t train crews", ("negation", "force")),
        ("en", "by June", "by July", ("date",)),
        ("en", "within two weeks", "within two months", ("date",)),
        ("en", "in Kenya", "in Uganda", ("party",)),
        ("fr", "ont décidé de vendre", "n’ont pas décidé de vendre", ("negation",)),
        ("fr", "en janvier", "en février", ("date",)),
        ("fr", "cinq bateaux", "six bateaux", ("figure",)),
        ("fr", "au Kenya", "en Ouganda", ("party",)),
        ("ar", "وتبيع السفن", "ولا تبيع السفن", ("negation",)),
        ("ar", "في يناير", "في فبراير", ("date",)),
        ("ar", "٥ سفن", "5 سفن", ()),
        ("de", "in 5 Tagen", "in 6 Tagen", ("figure",)),
    ],
)
def test_what_turns_the_sense_is_named(language: str, old: str, new: str, sorts: tuple[str, ...]) -> None:
    assert turned(old, new, language) == turned(new, old, language) == sorts


def test_every_word_turns_the_sense_in_one_way() -> None:
    for language, sorts in load(vocabulary("turning-words")).items():
        assert set(sorts) == set(SORTS) - {"party"}, language
        words = [word for found in sorts.values() for word in found]
        assert all(isinstance(word, str) for word in words), language
        assert sorted(words) == sorted(set(words)), language
