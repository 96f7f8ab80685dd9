"""Names that a text fixes for later use."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from concerted.reading.blocks import lay_out
from concerted.reading.definitions import find_definitions


def definitions(text: str) -> dict[str, str]:
    found = find_definitions(lay_out(text))
    assert all(text[one.passage.start : one.passage.end] == one.passage.quote for one in found)
    return {one.term: one.stands_for for one in found}


@pytest.mark.parametrize(
    ("text", "term", "stands_for"),
    [
        ("We will fund the Harbour Safety Network (HSN) today.", "HSN", "Harbour Safety Network"),
        ("It was led by the Northern Grid Office’s (NGO) staff.", "NGO", "Northern Grid Office"),
        (
            "It stops anti-fish smuggling and countering of nets (AFS/CN) now.",
            "AFS/CN",
            "anti-fish smuggling and countering of nets",
        ),
        ("We apply the rule “ask before use” (ABU) always.", "ABU", "ask before use"),
        ("We, the Leaders of the Group of Nine (G9), met.", "G9", "Group of Nine"),
        ("It gives 30 megawatts (MW) of power.", "MW", "megawatts"),
        (
            "The Committee established by resolution 9 (“the Committee”) met.",
            "the Committee",
            "Committee established by resolution 9",
        ),
        (
            "We launch the Seeds for Climate Action initiative (Seeds for Climate).",
            "Seeds for Climate",
            "Seeds for Climate Action initiative",
        ),
        ("(HSN is hereafter also referred to by its French name, Phare).", "Phare", "HSN"),
        ("The Oslo Accord on Fish (hereinafter “the Accord”) holds.", "the Accord", "Oslo Accord on Fish"),
        ("They use LNG (liquefied natural gas) now.", "LNG", "liquefied natural gas"),
        ("We recall the United States of America (United States) view.", "United States", "United States of America"),
    ],
)
def test_a_term_and_what_it_stands_for(text: str, term: str, stands_for: str) -> None:
    assert definitions(text) == {term: stands_for}


@pytest.mark.parametrize(
    ("text", "term", "stands_for"),
    [
        ("We look to the fourth HSN (HSN IV) in Oslo.", "HSN IV", "HSN"),
        ("We thank the Northern Grid Fund (NGF14) donors.", "NGF14", "Northern Grid Fund"),
        ("It was the Harbour Safety Network (HSN, also known as Shield).", "HSN", "Harbour Safety Network"),
        (
            "We ban all stuff made for use in nets and other catching devices (FNCT).",
            "FNCT",
            "stuff made for use in nets and other catching devices",
        ),
        ("Ana and Bo (together, the “Signatories”) agree.", "the Signatories", "Ana and Bo"),
        ("“Craft” means any boat of two masts.", "Craft", "any boat of two masts"),
        ("We launch a new pact called “SEAL” today. Through SEAL we grow.", "SEAL", "a new pact"),
    ],
)
def test_other_ways_to_fix_a_term(text: str, term: str, stands_for: str) -> None:
    assert definitions(text).get(term) == stands_for


def test_a_glossary_goes_on_over_paragraphs() -> None:
    text = (
        "Definitions for the purpose of this text: Craft: boats of two masts. Crew: those on board.\n\n"
        "Cargo: goods on board.\n\nWe agree.\n\nPlace: the town of our choice.\n"
    )
    assert list(definitions(text)) == ["Craft", "Crew", "Cargo"]


@pytest.mark.parametrize(
    "text",
    [
        "We recall resolution 1234 (2001) and paragraph 3 (see annex).",
        "She spoke (virtually) in Oslo (Norway) of the third line (Line of Effort 3).",
        "He noted the list (QX.A.12.07) and Regulation (EU) 2016/1.",
        "The minister (3 May) agreed (in part).",
    ],
)
def test_other_brackets_define_nothing(text: str) -> None:
    assert definitions(text) == {}


def test_a_term_is_fixed_once() -> None:
    found = find_definitions(lay_out("The Fish Office (FO) met. The Fuel Office (FO) met."))
    assert [one.stands_for for one in found] == ["Fish Office"]


WORDS = st.sampled_from(
    ["(", ")", "“", "”", "the ", "Fish ", "Office", " (FO)", "hereafter ", ", ", ". ", "’s", "مكتب"]
)


@given(st.lists(WORDS | st.text(max_size=4)).map("".join))
def test_any_text_can_be_read(text: str) -> None:
    definitions(text)
