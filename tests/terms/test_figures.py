"""Figures as people write them, and those that nobody can read for certain."""

from __future__ import annotations

from decimal import Decimal

import pytest

from concerted.terms import currencies
from concerted.terms.figures import Fault, UnreadableFigure, read_figure


@pytest.mark.parametrize(
    ("words", "figure"),
    [
        ("1200000", "1200000"),
        ("1,200,000.50", "1200000.5"),
        ("1.200.000,50", "1200000.5"),
        ("1 200 000", "1200000"),
        ("1\u202f200\u00a0000,5", "1200000.5"),
        ("1’200’000.05", "1200000.05"),
        ("١٬٢٠٠٬٠٠٠٫٥٠", "1200000.5"),
        ("١٢٠٠", "1200"),
        ("۴۲٫۵", "42.5"),
        ("١٬٢٠٠", "1200"),
        ("12,5", "12.5"),
        ("0.250", "0.25"),
        ("1,200.5", "1200.5"),
        (" 7 ", "7"),
    ],
)
def test_a_figure_is_read_as_it_is_written(words: str, figure: str) -> None:
    assert read_figure(words, places=2) == Decimal(figure)


@pytest.mark.parametrize(
    ("words", "fault"),
    [
        ("2.5 million", Fault.WORDS),
        ("-5", Fault.WORDS),
        ("1e6", Fault.WORDS),
        ("€5", Fault.WORDS),
        ("", Fault.WORDS),
        ("1,200", Fault.AMBIGUOUS),
        ("250.000", Fault.AMBIGUOUS),
        ("١،٢٠٠", Fault.AMBIGUOUS),
        ("1,2,3", Fault.FORM),
        ("1 20", Fault.FORM),
        ("1.200,000.5", Fault.FORM),
        ("5.", Fault.FORM),
        ("1.005", Fault.AMBIGUOUS),
        ("0.005", Fault.PLACES),
        ("0", Fault.NOTHING),
        ("0,00", Fault.NOTHING),
        ("99999999999999", Fault.SIZE),
    ],
)
def test_what_cannot_be_read_is_an_error_and_never_nothing(words: str, fault: Fault) -> None:
    with pytest.raises(UnreadableFigure) as caught:
        read_figure(words, places=2)
    assert caught.value.fault == fault
    assert caught.value.expected


def test_a_figure_of_two_readings_names_both() -> None:
    with pytest.raises(UnreadableFigure) as caught:
        read_figure("250,000", places=3)
    assert caught.value.readings == ("250000", "250.000")


def test_the_currencies_are_those_of_today() -> None:
    assert {"EUR", "KWD", "IQD", "USD"} <= currencies.codes()
    assert not {"DEM", "XXX", "eur", ""} & currencies.codes()
