"""The grammar of amounts of money, with the currencies of ``vocabulary/currencies.yaml``."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from functools import cache, lru_cache
from typing import Any

from concerted.reading.facts import PassedOver, Sum
from concerted.reading.layout import BlockKind, Layout
from concerted.reading.word_index import GuardedPattern
from concerted.terms.passage import Passage
from concerted.terms.shelf import load, vocabulary

# Languages that write "1.500.000,50".
_DECIMAL_COMMA = frozenset({"fr", "sv", "de", "es", "it", "nl", "pt", "da", "nb", "no", "fi", "pl"})


@cache
def _words() -> Any:
    return load(vocabulary("currencies"))


def _either(words: Any) -> str:
    """Match any of the words, the longest first, each space any white space."""
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=len, reverse=True))


@cache
def _codes() -> dict[str, str]:
    """Map each sign, code and word, lower case and without white space, to its ISO 4217 code."""
    found = {}
    for code, entry in _words()["currencies"].items():
        for word in (code, *entry["signs"], *entry["words"]):
            found[re.sub(r"\s", "", word).lower()] = code
    return found


@cache
def _pattern() -> re.Pattern[str]:
    currencies = _words()["currencies"]
    signs = _either([sign for entry in currencies.values() for sign in entry["signs"]])
    codes = _either(currencies)
    words = _either([word for entry in currencies.values() for word in entry["words"]])
    figure = r"\d[\d.,\u00a0\u202f]*\d|\d"
    thousands = r"\d{1,3}(?:\s\d{3})+(?:,\d+)?"
    number = rf"(?:{thousands}|{figure})"
    scale = rf"(?i:{_either(_words()['scales'])})\b"
    after = rf"(?:(?:{codes})\b|€|(?i:d[’']|de\s+|av\s+)?(?i:{words})\b)"
    return re.compile(
        rf"(?<![\w.,$€£])(?:(?P<sign>(?:{codes})(?![a-z])|{signs})\s?(?:{signs})?\s?(?P<n1>{number})\+?"
        rf"(?:\s*(?:[-–—]|to)\s*(?:{signs})?\s?(?P<m1>{number}))?"
        rf"(?:[\s-]*(?P<s1>{scale}))?(?:\s+(?P<also>(?:{codes})\b|(?i:{words})\b))?"
        rf"|(?P<n2>{number}|(?i:one|two|three|five|ten|half\s+a))(?:\s*(?:[-–—]|to)\s*(?P<m2>{number}))?"
        rf"(?:[\s-]*(?P<s2>{scale}))?\s*(?P<word>{after}))"
    )


@cache
def _figure() -> GuardedPattern:
    """Make the guard of what an amount cannot do without: a figure, a number word, or a code right before a figure."""
    codes = [code for code, entry in _words()["currencies"].items()]
    letters = [sign for entry in _words()["currencies"].values() for sign in entry["signs"] if sign[-1].isalpha()]
    return GuardedPattern(rf"\b(?:\d|{'|'.join((*_COUNTS, *codes, *letters))})", re.IGNORECASE)


_COUNTS = {"one": "1", "two": "2", "three": "3", "five": "5", "ten": "10", "halfa": "0.5"}


@cache
def _qualifier() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?P<word>{_either(_words()['qualifiers'])})\s+(?:(?:an?|the|its|our)\s+)?(?:additional\s+|total\s+of\s+)?$",
        re.IGNORECASE,
    )


def read_number(words: str, language: str = "en") -> Decimal | None:
    """Read a figure as it is written in a language ("1,5" is one and a half in French); None if it is no number."""
    digits = re.sub(r"[\s\u00a0\u202f]", "", words).rstrip(".,")
    comma = language in _DECIMAL_COMMA
    point, group = (",", ".") if comma else (".", ",")
    if re.fullmatch(rf"\d{{1,3}}(?:\{group}\d{{3}})+(?:\{point}\d+)?", digits):
        digits = digits.replace(group, "").replace(point, ".")
    elif re.fullmatch(r"\d+[.,]\d+", digits):
        digits = digits.replace(",", ".")
    elif not re.fullmatch(r"\d+", digits):
        return None
    try:
        return Decimal(digits)
    except InvalidOperation:
        return None


def sums_in(text: str, start: int, end: int, language: str = "en") -> tuple[tuple[Sum, ...], tuple[PassedOver, ...]]:
    """Find the amounts in text[start:end], and those whose figure cannot be read, which are never taken for 0.

    The passage is figure and currency; what stands before ("over") is the qualifier. Of a range
    ("$5 to 10 million") the value is the upper end and the qualifier says the lower one.
    """
    if not _figure().may_stand_in(text, start, end):
        return (), ()
    found, unread = [], []
    for match in _pattern().finditer(text, start, end):
        passage = Passage.of(text, match.start(), _end(match))
        low = match["n1"] or match["n2"]
        high = match["m1"] or match["m2"]
        scale = Decimal(10) ** _words()["scales"].get((match["s1"] or match["s2"] or "").lower(), 0)
        value = _value(high or low, language)
        least = _value(low, language)
        if value is None or least is None:
            unread.append(PassedOver(passage, "an amount of money whose figure cannot be read"))
            continue
        before = _qualifier().search(text, max(start, match.start() - 50), match.start())
        qualifier = re.sub(r"\s+", " ", before["word"]).lower() if before else None
        if high:
            qualifier = f"from {_plain(least * scale)}"
        found.append(Sum(passage, _whole(value * scale), _currency(match), qualifier, _purpose(text, passage.end, end)))
    return tuple(found), tuple(unread)


def _end(match: re.Match[str]) -> int:
    """Leave out a comma or full stop that belongs to the sentence, not to the figure."""
    end = match.end()
    while match.string[end - 1] in ".,":
        end -= 1
    return end


def _value(words: str, language: str) -> Decimal | None:
    counted = _COUNTS.get(re.sub(r"\s", "", words).lower())
    return Decimal(counted) if counted else read_number(words, language)


def _plain(value: Decimal) -> str:
    return f"{_whole(value):f}"


def _whole(value: Decimal) -> Decimal:
    """Drop the zeros after the point that scaling leaves ("1.5" billion is 1500000000)."""
    return value.to_integral_value() if value == value.to_integral_value() else value.normalize()


def _currency(match: re.Match[str]) -> str | None:
    """Give the ISO 4217 code, the word after the figure first ("$2 billion CAD")."""
    word = match["also"] or match["word"]
    if word:
        bare = re.sub(r"^(?:d[’']|de\s+|av\s+)", "", word, flags=re.IGNORECASE)
        return _codes().get(re.sub(r"\s", "", word).lower()) or _codes().get(re.sub(r"\s", "", bare).lower())
    return _codes().get(re.sub(r"\s", "", match["sign"]).lower())


_PURPOSE = re.compile(
    r"(?:\s+(?:per\s+year|annually|a\s+year|each\s+year))?\s+(?P<words>(?:in|for|to|towards?|of|pour|till|för)\s+[^.,;:()\n]{3,120})"
)
_NOUN = re.compile(
    r"\s+(?P<words>(?!by\b|over\b|and\b|or\b|from\b|through\b|per\b|with\b|on\b|at\b)[a-zA-Z][^.,;:()\n]{2,80})"
)
_STOP = re.compile(
    r"\s+(?:by|over the|which|that|who|through|while|with|including|since|from|and\s+(?:\w+ing|will|to))\b.*",
    re.DOTALL,
)


def _purpose(text: str, start: int, end: int) -> str | None:
    """Say what the money is for, in the words that follow it."""
    match = _PURPOSE.match(text, start, end) or _NOUN.match(text, start, end)
    if not match:
        return None
    words = _STOP.sub("", match["words"])
    words = re.sub(r"^(?:in|for|of|towards?|pour|för)\s+|^(?:an?|each)\s+year\b", "", words)
    return " ".join(words.split()) or None


def find_sums(layout: Layout) -> tuple[Sum, ...]:
    """Find the amounts of money of a statement, in the order of the text."""
    return tuple(found for sums, _ in _by_block(layout) for found in sums)


def find_unread_sums(layout: Layout) -> tuple[PassedOver, ...]:
    """Find the amounts of money that look like figures but cannot be read ("$1.2.3 million")."""
    return tuple(found for _, unread in _by_block(layout) for found in unread)


@lru_cache(maxsize=2)
def _by_block(layout: Layout) -> tuple[tuple[tuple[Sum, ...], tuple[PassedOver, ...]], ...]:
    return tuple(
        sums_in(layout.text, block.start, block.end, layout.language)
        for block in layout.blocks
        if block.kind is not BlockKind.PREAMBLE
    )
