"""What quantities are counted in: the usual units, in several languages and spellings."""

from __future__ import annotations

from functools import cache
from typing import Any

from concerted.terms.shelf import load, vocabulary


def known(words: str) -> str:
    """Give a unit as the register keeps it, by any of its names; one that the vocabulary lacks as it is written."""
    return _names().get(_plain(words), words)


def is_known(words: str) -> bool:
    """Tell whether the vocabulary knows a unit by any of its names."""
    return _plain(words) in _names()


def name(unit: str, language: str) -> str:
    """Give a unit's name in a language (en, fr, ar); one that the vocabulary lacks as it is written."""
    return str(_units().get(unit, {}).get(language, unit))


def counted(unit: str, language: str, form: str) -> str:
    """Give a unit's name as it follows a number (en, fr, ar); one that the vocabulary lacks as it is written.

    ``form`` is the number's plural category in the language, after CLDR: one, few, many, other ...
    """
    entry: dict[str, Any] | None = _units().get(unit)
    if entry is None:
        return unit
    if language == "ar":
        singular, few, many = entry["counted"]
        return str({"few": few, "many": many}.get(form, singular))
    if form == "one":
        english, french = entry["one"]
        return str(french if language == "fr" else english)
    return name(unit, language)


def units() -> tuple[str, ...]:
    """List the usual units as the register keeps them."""
    return tuple(_units())


@cache
def _units() -> dict[str, dict[str, object]]:
    found: dict[str, dict[str, object]] = load(vocabulary("units"))
    return found


@cache
def _names() -> dict[str, str]:
    found: dict[str, str] = {}
    for unit, entry in _units().items():
        also = entry["also"]
        for each in (unit, entry["fr"], entry["ar"], *(also if isinstance(also, list) else ())):
            found.setdefault(_plain(str(each)), unit)
    return found


def _plain(words: str) -> str:
    return " ".join(words.casefold().split())
