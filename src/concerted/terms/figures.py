"""Figures as people write them: 1,200,000.50, 1.200.000,50, 1 200 000, ١٬٢٠٠٬٠٠٠٫٥٠."""

from __future__ import annotations

import re
from decimal import Decimal
from enum import StrEnum

from concerted.terms.errors import ConcertedError

# SQLite keeps numbers as 64-bit floating point, which is exact to fifteen digits.
MOST_DIGITS = 15
_MINUS = ("-", "\u2212")
_ARABIC = str.maketrans({"\u066b": ".", "\u066c": " ", "\u060c": ","})
_SPACES = re.compile(r"[\s'’\u00a0\u2009\u202f]")
_SIGNS = re.compile(r"\d[\d.,\s'’\u00a0\u2009\u202f\u066b\u066c\u060c]*")
_SPACED = r"\d{1,3}(?:[\s'’\u00a0\u2009\u202f]\d{3})+"
_FORMS = tuple(
    (re.compile(rf"({whole})(?:{point}(\d+))?"), marks)
    for whole, point, marks in (
        (r"\d+", r"[.,]", ""),
        (_SPACED, r"[.,]", ""),
        (r"\d{1,3}(?:,\d{3})+", r"\.", ","),
        (r"\d{1,3}(?:\.\d{3})+", ",", "."),
    )
)
# A point or a comma before three digits at the end: thousands to some, a fraction to others.
_EITHER = re.compile(r"([1-9]\d{0,2})[.,](\d{3})")


class Fault(StrEnum):
    """Why a figure cannot be read."""

    WORDS = "words"
    FORM = "form"
    AMBIGUOUS = "ambiguous"
    PLACES = "places"
    SIZE = "size"
    NOTHING = "nothing"


class UnreadableFigure(ConcertedError):
    """The words are no figure, or can be read as two; ``fault`` says which, ``readings`` are the two."""

    def __init__(
        self, what: str, *, where: str = "", expected: str = "", fault: Fault, readings: tuple[str, ...] = ()
    ) -> None:
        self.fault, self.readings = fault, readings
        super().__init__(what, where=where, expected=expected)


def read_figure(words: str, *, places: int, where: str = "figure", signed: bool = False) -> Decimal:
    """Read a figure with at most so many decimal places, above nothing unless ``signed``; raises UnreadableFigure.

    Groups of three may be set apart by commas, points, spaces or apostrophes, in digits of any script. "1,200" alone
    is refused: it may be a thousand and two hundred, or one and a fifth.
    """
    text = words.strip()
    below = signed and text.startswith(_MINUS)
    whole, fraction = _parts(text[1:] if below else text, where)
    value = _checked(whole, fraction, places, where, signed=signed)
    return -value if below else value


def written_figure(words: str, *, where: str = "figure") -> Decimal:
    """Read a figure of any size, which may be 0 or below, as tables hold them; raises UnreadableFigure."""
    text = words.strip()
    below = text.startswith(_MINUS)
    whole, fraction = _parts(text[1:] if below else text, where)
    value = Decimal(f"{whole}.{fraction}") if fraction else Decimal(whole)
    return -value if below else value


def _parts(words: str, where: str) -> tuple[str, str]:
    """Give the digits before the decimal mark and those after it, without noughts at the end."""
    text = " ".join(words.split())
    # The Arabic marks are never mistaken for each other, the Latin ones are.
    certain = any(mark in text for mark in "\u066b\u066c")
    if not _SIGNS.fullmatch(text):
        raise UnreadableFigure(
            f"{words[:60]!r} is not written in figures alone",
            where=where,
            expected="figures such as 2 500 000",
            fault=Fault.WORDS,
        )
    plain = "".join(str(int(one)) if one.isdecimal() else one for one in text.translate(_ARABIC))
    either = None if certain else _EITHER.fullmatch(plain)
    if either:
        readings = (either[1] + either[2], f"{either[1]}.{either[2]}")
        raise UnreadableFigure(
            f"{words!r} may be {' or '.join(readings)}",
            where=where,
            expected="thousands set apart by a space",
            fault=Fault.AMBIGUOUS,
            readings=readings,
        )
    for form, mark in _FORMS:
        if match := form.fullmatch(plain):
            whole = _SPACES.sub("", match[1].replace(mark, "") if mark else match[1])
            return whole, (match[2] or "").rstrip("0")
    raise UnreadableFigure(
        f"{words!r} is no figure", where=where, expected="a figure such as 2 500 000 or 2,500,000.50", fault=Fault.FORM
    )


def _checked(whole: str, fraction: str, places: int, where: str, *, signed: bool) -> Decimal:
    whole = whole.lstrip("0")
    if not whole and not fraction and not signed:
        raise UnreadableFigure("it is nothing", where=where, expected="more than 0", fault=Fault.NOTHING)
    if len(fraction) > places:
        raise UnreadableFigure(
            f"it has {len(fraction)} decimal places", where=where, expected=f"at most {places}", fault=Fault.PLACES
        )
    if len(whole) + places > MOST_DIGITS:
        raise UnreadableFigure(
            f"it has {len(whole)} digits", where=where, expected=f"at most {MOST_DIGITS - places}", fault=Fault.SIZE
        )
    return Decimal(f"{whole or 0}.{fraction or 0}").quantize(Decimal(1).scaleb(-places))
