"""Amounts of money: figure, currency, how exact and what for."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from concerted.reading.blocks import lay_out
from concerted.reading.facts import Sum
from concerted.reading.money import find_sums, find_unread_sums, read_number, sums_in


def one_sum(text: str, language: str = "en") -> Sum:
    found, unread = sums_in(text, 0, len(text), language)
    assert not unread
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize(
    ("text", "quote", "value", "currency", "qualifier"),
    [
        ("over $394 million in aid", "$394 million", 394_000_000, "USD", "over"),
        ("approximately USD 50 billion", "USD 50 billion", 50_000_000_000, "USD", "approximately"),
        ("€1.5bn", "€1.5bn", 1_500_000_000, "EUR", None),
        ("up to 600 billion dollars", "600 billion dollars", 600_000_000_000, "USD", "up to"),
        ("U.S. $10 million", "U.S. $10 million", 10_000_000, "USD", None),
        ("$2 billion USD", "$2 billion USD", 2_000_000_000, "USD", None),
        ("A$219 million", "A$219 million", 219_000_000, "AUD", None),
        ("£500,000, paid at once", "£500,000", 500_000, "GBP", None),
        ("USD486 billion", "USD486 billion", 486_000_000_000, "USD", None),
        ("10 miljarder kronor", "10 miljarder kronor", 10_000_000_000, "SEK", None),
    ],
)
def test_an_amount_has_value_and_currency(
    text: str, quote: str, value: int, currency: str, qualifier: str | None
) -> None:
    found = one_sum(text)
    assert (found.passage.quote, found.value, found.currency) == (quote, Decimal(value), currency)
    assert found.qualifier == qualifier


def test_french_writes_the_comma_where_english_has_the_point() -> None:
    found = one_sum("plus de 1,5 milliard d’euros pour le fonds", "fr")
    assert (found.value, found.currency, found.qualifier) == (Decimal(1_500_000_000), "EUR", "plus de")
    assert found.what_for == "le fonds"


def test_a_range_is_its_upper_end_and_says_the_lower() -> None:
    found = one_sum("$5 to $10 million for roads")
    assert (found.value, found.qualifier, found.what_for) == (Decimal(10_000_000), "from 5000000", "roads")


def test_a_figure_that_cannot_be_read_is_said_and_never_nought() -> None:
    layout = lay_out("The partners pledged $1.2.3 million for wells.")
    assert find_sums(layout) == ()
    (unread,) = find_unread_sums(layout)
    assert "$1.2.3 million" in unread.passage.quote
    assert "cannot be read" in unread.reason


@pytest.mark.parametrize(
    "text", ["multi-billion dollar projects", "millions of dollars", "EUROPOL", "5 yards", "in 2014"]
)
def test_no_figure_is_no_amount(text: str) -> None:
    assert sums_in(text, 0, len(text)) == ((), ())


@pytest.mark.parametrize(
    ("words", "language", "value"),
    [
        ("1,500", "en", "1500"),
        ("1,5", "fr", "1.5"),
        ("1.500", "de", "1500"),
        ("1 200 000", "sv", "1200000"),
        ("1,2,3", "en", None),
    ],
)
def test_a_figure_is_read_as_its_language_writes_it(words: str, language: str, value: str | None) -> None:
    assert read_number(words, language) == (Decimal(value) if value else None)


@given(st.text(alphabet="0123456789 $€£USDEURmillion,.–-aé\n", max_size=60))
def test_any_text_is_read_and_every_quote_is_in_its_place(text: str) -> None:
    found, unread = sums_in(text, 0, len(text))
    for one in (*found, *unread):
        assert text[one.passage.start : one.passage.end] == one.passage.quote
