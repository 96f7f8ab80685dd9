"""Symbols of UN documents: by series, number and year, and never a guessed year."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from concerted.formats.un_symbols import address, symbol
from concerted.terms.shelf import load, vocabulary


@pytest.mark.parametrize(
    ("id", "words", "day", "expected"),
    [
        ("UNSCR 2178", (), None, "S/RES/2178(2014)"),
        ("UNSCR 1454", (), None, "S/RES/1454(2002)"),
        ("UNSCR 1455", (), None, "S/RES/1455(2003)"),
        ("UNSCR 620", ("resolution 620 (1988)",), None, "S/RES/620(1988)"),
        ("UNSCR 620", ("resolution 620 (1988)", "resolution 620 (1989)"), None, None),
        ("UNSCR 620", (), date(1988, 8, 26), "S/RES/620(1988)"),
        ("UNSCR 620", (), None, None),
        ("UNSCR 99999", (), None, None),
        ("UNGA 60/288", (), None, "A/RES/60/288"),
        ("UNGA ES-11/1", (), None, "A/RES/ES-11/1"),
        ("UNHRC 33/11", (), None, "A/HRC/RES/33/11"),
        ("S/PRST/2012/6", (), None, "S/PRST/2012/6"),
        ("A/58/874/Add.1", (), None, "A/58/874/Add.1"),
        ("UN PRST 2014-09-19", (), date(2014, 9, 19), None),
        ("Harbour Pact", ("Harbour Pact (2014)",), None, None),
    ],
)
def test_a_symbol_is_told_or_left_open(id: str, words: tuple[str, ...], day: date | None, expected: str | None) -> None:
    assert symbol(id, *words, day=day) == expected


def test_an_address_ends_with_the_symbol() -> None:
    assert address("S/RES/2178(2014)") == "https://undocs.org/S/RES/2178(2014)"


def test_the_years_of_resolutions_are_those_that_official_texts_give(shared: Path) -> None:
    cited = {
        (number, year)
        for path in (shared / "statements").glob("*.txt")
        for number, year in re.findall(r"\b(\d{4}) ?\(((?:19|20)\d\d)\)", path.read_text(encoding="utf-8"))
    }
    known = {(number, symbol(f"UNSCR {number}")) for number, _ in cited}
    assert len(cited) > 50
    assert known == {(number, f"S/RES/{number}({year})") for number, year in cited}


def test_every_year_has_its_last_resolution() -> None:
    last = load(vocabulary("un-symbols"))["security_council"]
    assert list(last) == list(range(min(last), max(last) + 1))
    assert sorted(last.values()) == list(last.values())
    # The Council adopts some fifty a year; a slip of a digit would not be.
    assert all(40 <= last[year] - last[year - 1] <= 100 or year < 1993 for year in list(last)[1:])
