"""Units of quantities: one name each, whatever the language and spelling in which people write it."""

from __future__ import annotations

import pytest

from concerted.terms.shelf import load, vocabulary
from concerted.terms.units import is_known, known, name, units


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


def test_no_name_is_that_of_two_units() -> None:
    entries = load(vocabulary("units"))
    names = [each for unit, one in entries.items() for each in {unit, one["fr"], one["ar"], *one["also"]}]
    assert sorted(set(names)) == sorted(names)
    assert set(units()) == set(entries)
