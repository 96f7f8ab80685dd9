"""Numbers in figures and in words: "33", "4.5 million", "sixty", "two dozen"."""

from __future__ import annotations

import re
from decimal import Decimal

_UNITS = {
    "zero": 0,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "thirteen": 13,
    "fourteen": 14,
    "fifteen": 15,
    "sixteen": 16,
    "seventeen": 17,
    "eighteen": 18,
    "nineteen": 19,
}
_TENS = {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
_SCALES = {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_WORDS = "|".join(sorted([*_UNITS, *_TENS], key=len, reverse=True))
_SCALE_WORDS = "|".join(_SCALES)

NUMBER = (
    rf"(?:(?:\d{{1,3}}(?:,\d{{3}})+|\d+)(?:\.\d+)?(?:[\s\u00a0](?:{_SCALE_WORDS}))?"
    rf"|(?:{_WORDS})(?:(?:-|\s(?:and\s)?)(?:{_WORDS}|{_SCALE_WORDS}))*)"
)


def value_of(words: str) -> Decimal:
    """Work out a number that matches NUMBER; raises ValueError where words make no number."""
    total, part = Decimal(0), Decimal(0)
    half = re.match(r"half\b", words, re.IGNORECASE)
    if half:
        return value_of(words[half.end() :].strip(" -\u00a0")) / 2
    for word in re.split(r"[\s\u00a0-]+", words.casefold().replace(",", "")):
        if word in _SCALES:
            part = (part or Decimal(1)) * _SCALES[word]
            if _SCALES[word] >= 1000:
                total, part = total + part, Decimal(0)
        elif word in _UNITS or word in _TENS:
            part += _UNITS.get(word, _TENS.get(word, 0))
        elif re.fullmatch(r"\d+(?:\.\d+)?", word):
            part += Decimal(word)
        elif word not in ("and", "a", "an"):
            raise ValueError(f"{words!r} is no number")
    return total + part
