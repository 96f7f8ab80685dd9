"""Parties come out of a text by the longest of their names, at their exact places."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from concerted.reading.parties import find_parties
from concerted.terms.parties import Form, parties


def found(text: str, language: str = "en") -> list[tuple[str, str]]:
    return [(text[one.start : one.end], one.party) for one in find_parties(text, language=language)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Papua New Guinea, Guinea-Bissau and Guinea", ["PNG", "GNB", "GIN"]),
        ("Nigeria and Niger", ["NGA", "NER"]),
        ("the Republic of Korea and the Democratic People's Republic of Korea", ["KOR", "PRK"]),
        ("the Republic of the Congo, the Democratic Republic of the Congo", ["COG", "COD"]),
        ("the former Yugoslav Republic of Macedonia", ["MKD"]),
        ("Dominica and the Dominican Republic", ["DMA", "DOM"]),
        ("we had turkey, china and chad for dinner", []),
        ("a chat in the Gulf of Guinea and on Lake Chad", []),
        ("Michael Jordan, Ms. Ireland and Vernon Chad", []),
        ("In Jordan, from Georgia to Chad; the King of Jordan", ["JOR", "GEO", "TCD", "JOR"]),
        ("Iraq Jordan Lebanon", ["IRQ", "JOR", "LBN"]),
        ("US$ 5 for US ships, U.S. ships and U.S.-led ships", ["USA", "USA", "USA"]),
        ("the UK's and the EU’s view", ["GBR", "EU"]),
        ("Cote d'Ivoire, Côte d’Ivoire, Ivory Coast", ["CIV", "CIV", "CIV"]),
        ("Sao Tome and Principe; São Tomé and Príncipe", ["STP", "STP"]),
        ("Bolivia (Plurinational State of) voted", ["BOL"]),
        ("the United\nStates and New\u00a0Zealand", ["USA", "NZL"]),
        ("United\n\nStates", []),
        ("the Islamic State of Iraq and the Levant", []),
        ("GOVERNMENT OF THE UNITED STATES AND CHILE; A PERUVIAN MALICE", ["USA", "CHL"]),
        ("the Kurdistan Regional Government’s (KRG) forces", ["KRG", "KRG"]),
        ("the UN Security Council and the General Assembly", ["UN", "UN"]),
        ("Turkey, Türkiye and the Republic of Türkiye", ["TUR", "TUR", "TUR"]),
    ],
)
def test_the_longest_name_wins(text: str, expected: list[str]) -> None:
    assert [party for _, party in found(text)] == expected


def test_adjectives_are_told_from_names() -> None:
    mentions = find_parties("Iraqi forces in Iraq")
    assert [one.form for one in mentions] == [Form.ADJECTIVE, Form.NAME]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("l’Allemagne, les Etats-Unis et la Côte d'Ivoire", "fr", ["Allemagne", "Etats-Unis", "Côte d'Ivoire"]),
        ("Maurice Durand a parlé", "fr", []),
        ("le Mali, Maurice et les Comores", "fr", ["Mali", "Maurice", "Comores"]),
        ("دعم مالي من العراق", "ar", ["العراق"]),
        (
            "جمهورية العراق والمملكة الأردنية الهاشمية ومصر",
            "ar",
            ["جمهورية العراق", "المملكة الأردنية الهاشمية", "مصر"],
        ),
        ("الى الْعِرَاقُ وبالكويت وللأردن", "ar", ["الْعِرَاق", "الكويت", "لأردن"]),
        ("Danmark, Norge och Förenade arabemiraten", "sv", ["Danmark", "Norge", "Förenade arabemiraten"]),
    ],
)
def test_other_languages(text: str, language: str, expected: list[str]) -> None:
    assert [words for words, _ in found(text, language)] == expected


def test_marks_that_stand_apart_do_not_move_the_place() -> None:
    text = "Co\u0302te d\u2019Ivoire and Tu\u0308rkiye agree."
    assert found(text) == [("Co\u0302te d\u2019Ivoire", "CIV"), ("Tu\u0308rkiye", "TUR")]


def test_a_part_of_a_text_has_the_places_of_the_whole() -> None:
    text = "Fiji. Then Japan. Then Peru."
    assert [(one.start, one.party) for one in find_parties(text, 6, 17)] == [(11, "JPN")]


def test_names_that_run_together_come_apart() -> None:
    names = [
        name.text for one in parties().values() if one.kind == "state" for name in one.names if name.language == "en"
    ]
    names = [name for name in names if "(" not in name and "," not in name and "." not in name][::7]
    wanted = [one.party for name in names for one in find_parties(name)]
    assert [one.party for one in find_parties(" * ".join(names))] == wanted


def test_a_long_text_takes_little_time() -> None:
    text = "The leaders of Japan met Iraqi ministers in the margins of a meeting on trade and security. " * 1500
    find_parties("load")
    begin = time.perf_counter()
    assert len(find_parties(text)) == 3000
    assert time.perf_counter() - begin < 0.5


WORDS = st.sampled_from(
    ["Iraq", "United ", "States", "Côte d’Ivoire", "وا", "العراق", "عُمان", "\u0301", "’s", "\n", ", ", "U.S.", " of "]
)


@given(st.lists(WORDS | st.text(max_size=5)).map("".join), st.sampled_from(["en", "fr", "ar", "sv", "xx"]))
def test_any_text_can_be_read_and_mentions_stand_in_order(text: str, language: str) -> None:
    upto = 0
    for one in find_parties(text, language=language):
        assert upto <= one.start < one.end <= len(text)
        upto = one.end
