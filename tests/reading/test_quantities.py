"""Counted things and spans, and what is none."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from concerted.reading.blocks import lay_out
from concerted.reading.facts import Deadline
from concerted.reading.numbers import value_of
from concerted.reading.quantities import find_quantities
from concerted.terms.passage import Passage


def quantities(text: str) -> list[tuple[str, Decimal, str | None]]:
    found = find_quantities(lay_out(text))
    assert all(text[one.passage.start : one.passage.end] == one.passage.quote for one in found)
    return [(one.passage.quote, one.value, one.qualifier) for one in found]


@pytest.mark.parametrize(
    ("text", "quote", "value", "qualifier"),
    [
        ("Forty partners met in Oslo.", "Forty partners", 40, None),
        ("It was attended by over 300 planners.", "300 planners", 300, "over"),
        ("They came from 21 Harbour member nations.", "21 Harbour member nations", 21, None),
        ("The more than two dozen attacks continue.", "two dozen attacks", 24, "more than"),
        ("They pay three months of wages.", "three months", 3, None),
        ("The four working groups will report.", "four working groups", 4, None),
        ("It lasted nearly twenty-five years.", "twenty-five years", 25, "nearly"),
        ("It feeds 1.2 million people.", "1.2 million people", 1_200_000, None),
        ("It is at least 30 percent lower.", "30 percent", 30, "at least"),
        ("It keeps 1.5°C in reach.", "1.5°C", Decimal("1.5"), None),
        ("It builds 300 megawatts (MW) of wind.", "300 megawatts", 300, None),
        ("It moved two hundred and fifty vehicles.", "two hundred and fifty vehicles", 250, None),
        ("It heats over one-fifth of all homes in town.", "one-fifth of all homes", Decimal("0.2"), "over"),
        ("It reached two thirds of the villages.", "two thirds of the villages", Decimal("0.6667"), None),
        ("Nearly half of the catch is lost.", "half of the catch", Decimal("0.5"), "nearly"),
        ("It fell by almost a half.", "a half", Decimal("0.5"), "almost"),
        ("It took a year and a half.", "a year and a half", Decimal("1.5"), None),
        ("Thirteen of us have signed.", "Thirteen of us", 13, None),
        ("It moved 12,500 tents.", "12,500 tents", 12_500, None),
        ("It sets up a dozen harbours.", "a dozen harbours", 12, None),
        ("It keeps a 1.5-degree C limit.", "1.5-degree C", Decimal("1.5"), None),
        ("It serves the half-billion people on the coast.", "half-billion people", 500_000_000, None),
        ("It sank on May 3 beside three other boats.", "three other boats", 3, None),
        ("It ends a 40-year feud.", "40-year", 40, None),
        ("It fell by 10-15 percent.", "15 percent", 15, None),
        (
            "It sent 2 million safe, tested and sealed crates.",
            "2 million safe, tested and sealed crates",
            2_000_000,
            None,
        ),
        ("It helped 1,800 of the town’s sailors.", "1,800 of the town’s sailors", 1_800, None),
    ],
)
def test_a_number_with_its_unit(text: str, quote: str, value: int, qualifier: str | None) -> None:
    assert quantities(text) == [(quote, Decimal(value), qualifier)]


@pytest.mark.parametrize(
    "text",
    [
        "The two leaders met; both sides and our three countries agree.",
        "Our three North Sea governments met in the second half of the year and in the third quarter of 2021.",
        "It costs $20 million and 30 million dollars and EUR 5 million in grants.",
        "They meet on 3 May 2021, May 3, and October 12-15 with guests.",
        "They recall resolutions 1234 (2001) and 1235, paragraphs 3 and 4 and COP 26 results.",
        "They report within 90 days and every six months, and over the next two years.",
        "It is one of the worst crises. One partner left. They came three times.",
        "The 2030 targets stand. The Three Seas Initiative met.",
        "At least two thirds agreed.",
        "As four coastal democracies, we act, and we keep the “Seven Safe Ports” rule.",
    ],
)
def test_what_is_no_quantity(text: str) -> None:
    assert quantities(text) == []


def test_a_great_number_alone_is_of_the_unit_before() -> None:
    text = "It reached 5 million people, of whom 1.2 million are at sea, for $3 million, and 40,000 have gone."
    found = find_quantities(lay_out(text))
    assert [(one.passage.quote, one.unit) for one in found] == [
        ("5 million people", "people"),
        ("1.2 million", "people"),
        ("40,000", "people"),
    ]


def test_countries_of_another_number_are_others() -> None:
    text = "The three countries agree. They work with the five island countries."
    assert [one.passage.quote for one in find_quantities(lay_out(text), issuers=3)] == ["five island countries"]


def test_a_length_in_a_deadline_is_no_quantity() -> None:
    text = "They report in twelve months on three ports."
    deadline = Deadline(Passage.of(text, 12, 28))
    assert [one.passage.quote for one in find_quantities(lay_out(text), [deadline])] == ["three ports"]


def test_words_that_are_no_number_are_an_error() -> None:
    with pytest.raises(ValueError, match="no number"):
        value_of("many")


NUMBERS = st.sampled_from(
    ["two", "forty", " dozen", " hundred", " and ", " people", "1,000", "-", "5", " million", "%", "$", " days", "\n"]
)


@given(st.lists(NUMBERS | st.text(max_size=3)).map("".join))
def test_any_text_can_be_read(text: str) -> None:
    quantities(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The number of sailors in need of rest has grown to over 10 million, so they said.",
            [("10 million", Decimal(10_000_000), None)],
        ),
        ("Just over one year ago, they rowed.", [("one year", Decimal(1), "just over")]),
        ("It spares up to half a degree Celsius of warming.", [("half a degree Celsius", Decimal("0.5"), "up to")]),
        ("They named the four “pillars of rowing” there.", [("four “pillars", Decimal(4), None)]),
        ("3 Articles 10 and 13 of the Accord on Nets say so.", []),
        ("5 United Nations, Treaty Series.", []),
        ("They gave 1 billion Euros to it.", []),
        ("It binds the two organizations to each other.", []),
    ],
)
def test_quantities_apart_from_their_unit_and_marks_of_notes(
    text: str, expected: list[tuple[str, Decimal, str | None]]
) -> None:
    assert quantities(text) == expected
