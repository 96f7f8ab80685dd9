"""Symbols of United Nations documents and the addresses at which the documents stand.

A symbol names a document for good (ST/LIB/SER.B/5/Rev.5, "United Nations Document Series
Symbols"); ``https://undocs.org/`` followed by the symbol leads to it in every official language.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from concerted.reading.facts import Instrument
from concerted.terms.shelf import load, vocabulary

_SYMBOL = re.compile(r"(?:A|S|E|ST|HRI)(?:/[A-Z0-9][A-Za-z0-9.()-]*)+")
_ID = re.compile(r"(?P<series>UNSCR|UNGA|UNHRC) (?P<number>\S.*)")
_YEAR = re.compile(r"\((\d{4})\)")
# How each body begins the symbols of its resolutions.
_SERIES = {"UNSCR": "S/RES/", "UNGA": "A/RES/", "UNHRC": "A/HRC/RES/"}


def symbol(id: str, *words: str, day: date | None = None) -> str | None:
    """Give the symbol of a text by its id in the record ("UNSCR 2178"): "S/RES/2178(2014)".

    ``words`` are those that cite it and may give its year, ``day`` its date. None for a text that
    is no document of the United Nations, and where its symbol holds a year that nothing tells.
    """
    if _SYMBOL.fullmatch(id):
        return id
    match = _ID.fullmatch(id)
    if match is None:
        return None
    number = match["number"].replace(" ", "")
    if match["series"] != "UNSCR":
        return _SERIES[match["series"]] + number
    year = day.year if day else _year_in(words) or _year_of(number)
    return f"S/RES/{number}({year})" if year and number.isdecimal() else None


def symbol_of(instrument: Instrument) -> str | None:
    """Give the symbol of an instrument that a statement cites; None where it has none or it cannot be told."""
    return symbol(
        instrument.id,
        instrument.title,
        *(passage.quote for passage in instrument.passages),
        day=instrument.date,
    )


def address(symbol: str) -> str:
    """Give the address at which the document of a symbol stands."""
    return f"https://undocs.org/{symbol}"


def _year_in(words: tuple[str, ...]) -> int | None:
    """Read the year in brackets that the citing words give, if they give one and no other."""
    years = {int(year) for one in words for year in _YEAR.findall(one)}
    return years.pop() if len(years) == 1 else None


@cache
def _last_numbers() -> tuple[tuple[int, int], ...]:
    return tuple(sorted(load(vocabulary("un-symbols"))["security_council"].items()))


def _year_of(number: str) -> int | None:
    """Tell in which year the Security Council adopted a resolution; None outside the years that are known."""
    if not number.isdecimal() or int(number) <= _last_numbers()[0][1]:
        return None
    return next((year for year, last in _last_numbers() if int(number) <= last), None)
