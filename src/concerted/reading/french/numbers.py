"""Numbers in French figures and words: "1 200", "12,5 millions", "quarante-deux", "une dizaine"."""

from __future__ import annotations

import re
from decimal import Decimal

_UNITS = {
    word: value
    for value, words in enumerate(
        (
            "zéro", "un une", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze",
            "treize", "quatorze", "quinze", "seize",
        )
    )
    for word in words.split()
}  # fmt: skip
_TENS = {"vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "septante": 70, "nonante": 90}
_DOZENS = {"dizaine": 10, "douzaine": 12, "quinzaine": 15, "vingtaine": 20, "trentaine": 30, "cinquantaine": 50}
_DOZENS |= {"centaine": 100, "millier": 1000}
_SCALES = {"cent": 100, "cents": 100, "mille": 1000, "million": 10**6, "millions": 10**6}
_SCALES |= {"milliard": 10**9, "milliards": 10**9}
_WORD = "|".join(sorted([*_UNITS, *_TENS, "vingts", *_SCALES], key=len, reverse=True))
_SPACE = r"[ \u00a0\u202f]"

NUMBER = (
    rf"(?:\d{{1,3}}(?:(?:{_SPACE}|\.)\d{{3}})+(?!\d)(?:,\d+)?|\d+(?:,\d+)?)(?:{_SPACE}(?:mille|millions?|milliards?)\b)?"
    rf"|(?:une?\s+)?(?:{'|'.join(_DOZENS)})\b|(?!(?:millions|milliards|cents|vingts)\b)(?:{_WORD})(?:(?:-|{_SPACE}|-et-|\set\s)(?:{_WORD})\b)*"
)


def value_of(words: str) -> Decimal:
    """Work out a number that matches NUMBER; raises ValueError where words make no number."""
    plain = re.sub(rf"(?<=\d)[\s.](?=\d{{3}})|(?<=\d){_SPACE}(?=\d{{3}})", "", words.casefold()).replace(",", ".")
    total, part = Decimal(0), Decimal(0)
    for word in re.split(r"[\s\u00a0\u202f-]+", plain):
        if word in _DOZENS:
            part = Decimal(_DOZENS[word])
        elif word in _SCALES:
            part = (part or Decimal(1)) * _SCALES[word]
            if _SCALES[word] >= 1000:
                total, part = total + part, Decimal(0)
        elif word in ("vingt", "vingts") and part % 100 == 4:
            part += 76  # "quatre-vingt"
        elif word in _UNITS or word in _TENS:
            part += _UNITS.get(word, _TENS.get(word, 0))
        elif re.fullmatch(r"\d+(?:\.\d+)?", word):
            part += Decimal(word)
        elif word != "et":
            raise ValueError(f"{words!r} is no number")
    return total + part
