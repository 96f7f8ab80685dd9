"""Units of quantities: one name each, whatever the language and spelling in which people write it."""

from __future__ import annotations

import pytest

from concerted.terms.shelf import load, vocabulary
from concerted.terms.units import counted, is_known, known, name, units


@pytest.mark.parametrize(
    ("words", "unit"),
    [
        ("People", "people"),
        ("pax", "people"),
        ("heures  de vol", "flight hours"),
        ("لتر", "litres"),
        ("m³", "cubic metres"),
    ],
)
def test_a_unit_is_known_by_each_of_its_names(words: str, unit: str) -> None:
    assert known(words) == unit and is_known(words)


def test_another_unit_stays_as_it_is_written() -> None:
    assert known("Rescue  boats") == "Rescue  boats" and not is_known("tons")
    assert name("rescue boats", "fr") == "rescue boats"


def test_a_unit_is_named_in_each_language() -> None:
    assert [name("hours", language) for language in ("en", "fr", "ar")] == ["hours", "heures", "ساعات"]


@pytest.mark.parametrize(
    ("language", "form", "words"),
    [
        ("en", "one", "person"),
        ("en", "other", "people"),
        ("fr", "one", "personne"),
        ("fr", "many", "personnes"),
        ("ar", "few", "أشخاص"),
        ("ar", "many", "شخصًا"),
        ("ar", "other", "شخص"),
    ],
)
def test_a_unit_follows_its_number(language: str, form: str, words: str) -> None:
    assert counted("people", language, form) == words
    assert counted("rescue boats", language, form) == "rescue boats"


def test_every_unit_can_be_counted() -> None:
    for unit, one in load(vocabulary("units")).items():
        assert (len(one["one"]), len(one["counted"])) == (2, 3), unit


def test_no_name_is_that_of_two_units() -> None:
    entries = load(vocabulary("units"))
    names = [each for unit, one in entries.items() for each in {unit, one["fr"], one["ar"], *one["also"]}]
    assert sorted(set(names)) == sorted(names)
    assert set(units()) == set(entries)
