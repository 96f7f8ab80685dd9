from __future__ import annotations

from datetime import date

import pytest

from concerted.convening.seating import Seat, seated
from concerted.terms import parties
from concerted.terms.long_names import long_name


def _seats(language: str, form: str, *codes: str) -> list[Seat]:
    found = [parties.party(code) for code in codes]
    day = date(2024, 5, 1)
    return [
        Seat(one.id, one.name(language, day) if form == "short" else long_name(one, language, day), one.kind == "state")
        for one in found
    ]


@pytest.mark.parametrize(
    ("language", "form", "order"),
    [
        ("en", "short", ["CIV", "DEU", "NLD", "GBR", "USA"]),
        ("fr", "short", ["DEU", "CIV", "USA", "NLD", "GBR"]),
        ("en", "long", ["DEU", "NLD", "CIV", "GBR", "USA"]),
        ("fr", "long", ["USA", "CIV", "DEU", "NLD", "GBR"]),
    ],
)
def test_states_sit_by_the_alphabet_of_a_language(language: str, form: str, order: list[str]) -> None:
    seats = _seats(language, form, "USA", "NLD", "GBR", "CIV", "DEU")

    assert [one.code for one in seated(seats)] == order


def test_accents_articles_and_hyphens_do_not_count() -> None:
    names = ["Zambie", "Émirats", "Les Deux-Rives", "La Deux Terre", "L'Île", "Øland", "Eswatini"]

    assert [one.name for one in seated(Seat(name, name) for name in names)] == [
        "Les Deux-Rives",
        "La Deux Terre",
        "Émirats",
        "Eswatini",
        "L'Île",
        "Øland",
        "Zambie",
    ]


def test_the_chair_sits_first_and_organisations_last() -> None:
    seats = _seats("en", "short", "NOR", "UN", "CHL", "KEN")

    assert [one.code for one in seated(seats, chair="NOR")] == ["NOR", "CHL", "KEN", "UN"]
    assert [one.code for one in seated(seats, chair="UN", first="KEN")] == ["UN", "KEN", "NOR", "CHL"]
    assert [one.code for one in seated(seats, first="XXX")] == ["CHL", "KEN", "NOR", "UN"]


def test_a_long_name_is_that_of_the_day() -> None:
    turkey = parties.party("TUR")

    assert long_name(turkey, "en", date(2020, 1, 1)) == "Republic of Turkey"
    assert long_name(turkey, "en", date(2024, 1, 1)) == "Republic of Türkiye"
    assert long_name(parties.party("ARE")) == "United Arab Emirates"
    assert long_name(parties.party("UN")) == "United Nations"
