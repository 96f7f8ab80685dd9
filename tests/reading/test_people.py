"""People are found with their office and party."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from concerted.reading.blocks import lay_out
from concerted.reading.people import find_people


def people(text: str) -> list[tuple[str, str | None, str | None]]:
    found = find_people(lay_out(text))
    assert all(text[one.passage.start : one.passage.end] == one.passage.quote for one in found)
    return [(one.name, one.office, one.party) for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We thanked Prime Minister of Chile Ana Paz.", ("Ana Paz", "Prime Minister", "CHL")),
        ("The President of Fiji, Sitiveni R. Koro Jr., spoke.", ("Sitiveni R. Koro Jr.", "President", "FJI")),
        ("He met Norwegian Foreign Minister Kari Dal today.", ("Kari Dal", "Foreign Minister", "NOR")),
        ("He met Ghana’s Minister of Health Kofi Mensah-Bonsu.", ("Kofi Mensah-Bonsu", "Minister of Health", "GHA")),
        ("They heard UN Special Envoy Ola van der Berg.", ("Ola van der Berg", "Special Envoy", "UN")),
        ("They heard Prime Minister Lin Oda of Japan.", ("Lin Oda", "Prime Minister", "JPN")),
        ("They heard Bo Qi, Minister for Trade of Palau.", ("Bo Qi", "Minister for Trade", "PLW")),
        ("They heard His Majesty King Haakon II of Norway.", ("Haakon II", "King", "NOR")),
        (
            "They heard the Prime Minister of Iraq, Hasan Shi’a al-Amin.",
            ("Hasan Shi’a al-Amin", "Prime Minister", "IRQ"),
        ),
        ("They heard President Macron.", ("Macron", "President", "FRA")),
        ("They heard Chilean Ambassador to Japan Ana Paz.", ("Ana Paz", "Ambassador to Japan", "CHL")),
    ],
)
def test_office_party_and_name_are_told_apart(text: str, expected: tuple[str, str, str]) -> None:
    assert people(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The Foreign Minister Meeting was held.",
        "The Prime Ministers met. The President will travel.",
        "The General Assembly and the Secretary General of NATO agreed.",
        "Abu Omar al-Amin was listed for sanctions.",
    ],
)
def test_an_office_without_a_name_is_nobody(text: str) -> None:
    assert people(text) == []


def test_a_delegation_gives_its_party_and_offices_may_be_long() -> None:
    text = (
        "Chile’s high-level delegation was led by Secretary of Health Ana Paz and included Head of Unit for the High "
        "Seas Bo Rey; Deputy Director of the Office of Harbour and Fishing Control Lisa O. Monaco; Federal "
        "Commissioner for Protection against Strong Winds, Eva Paz; and Ambassador to Japan Luz Mar, among others."
    )
    assert people(text) == [
        ("Ana Paz", "Secretary of Health", "CHL"),
        ("Bo Rey", "Head of Unit for the High Seas", "CHL"),
        ("Lisa O. Monaco", "Deputy Director of the Office of Harbour and Fishing Control", "CHL"),
        ("Eva Paz", "Federal Commissioner for Protection against Strong Winds", "CHL"),
        ("Luz Mar", "Ambassador to Japan", "CHL"),
    ]


def test_a_second_office_is_of_the_first_one_s_party() -> None:
    text = "We heard Peruvian Foreign Minister Ana Paz and Defense Minister Bo Rey."
    assert [(name, party) for name, _, party in people(text)] == [("Ana Paz", "PER"), ("Bo Rey", "PER")]


def test_a_person_counts_once_by_the_fullest_name() -> None:
    text = (
        "President Paz of Chile spoke. President Ana Paz of Chile and Prime Minister Oda Lin of Japan met. "
        "Prime Minister Oda left."
    )
    assert [name for name, _, _ in people(text)] == ["Ana Paz", "Oda Lin"]


def test_a_signature_is_a_name_above_an_office() -> None:
    text = "We will act.\n\nAna Paz\n\nPresident of the Republic of Chile\n\nLin Oda\n\nPrime Minister of Japan"
    assert people(text) == [("Ana Paz", "President", "CHL"), ("Lin Oda", "Prime Minister", "JPN")]


WORDS = st.sampled_from(
    ["President ", "Ana", " Paz", ", ", " of ", "Chile", "’s ", "the ", "Dr. ", "Ž", "II", "\n\n", "العراق"]
)


@given(st.lists(WORDS | st.text(max_size=4)).map("".join))
def test_any_text_can_be_read(text: str) -> None:
    people(text)


def test_in_a_list_a_comma_parts_any_office_from_its_name() -> None:
    text = (
        "Representing Chile were the Secretary of Ports, Adm. Ana Paz; the head of the Harbour Police Unit, Bo Rey; "
        "the Senior Adviser responsible for Tides at Safe Harbours Chile, Eva Mar Luz (virtual); and the spokesperson "
        "for the Fleet, Lin Oda."
    )
    assert people(text) == [
        ("Ana Paz", "Secretary of Ports", "CHL"),
        ("Bo Rey", "head of the Harbour Police Unit", "CHL"),
        ("Eva Mar Luz", "Senior Adviser responsible for Tides at Safe Harbours Chile", "CHL"),
        ("Lin Oda", "spokesperson for the Fleet", "CHL"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dr. Ana Paz of the Harbour Trust spoke.", ("Ana Paz", None, None)),
        ("Bo Rey, former Prime Minister of Peru, spoke.", ("Bo Rey", "former Prime Minister", "PER")),
        ("Lin Oda, the mayor of Lima, spoke.", ("Lin Oda", "mayor of Lima", None)),
        ("They thanked Secretary-General Oda.", ("Oda", "Secretary-General", None)),
    ],
)
def test_honour_and_plain_words_of_office_tell_people(text: str, expected: tuple[str, str | None, str | None]) -> None:
    assert people(text) == [expected]


def test_signatures_in_columns_keep_their_order() -> None:
    lines = ("We shall keep the peace.", "Ana Paz", "Bo Rey", "President of the Republic Prime Minister", "of Chile")
    text = "\n\n".join((*lines, "of Peru"))
    assert people(text) == [("Ana Paz", "President", "CHL"), ("Bo Rey", "Prime Minister", "PER")]
