"""Which corrections turn a passage into another one: a figure, a date, a party, a negation, what binds."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache

from concerted.reading.parties import find_parties
from concerted.terms.passage import Passage
from concerted.terms.shelf import load, vocabulary

SORTS = ("figure", "date", "party", "negation", "force")
# A stop that ends a sentence, or the end of a block.
_STOP = re.compile(r"[.;:!?]\s|\n\s*\n|^\s*(?:\d+[.)]|[-*•])\s", re.MULTILINE)
_LONGEST = 300
# English "won't", French "n'ont".
_CONTRACTED = re.compile(r"n[’']t$|^n[’']", re.IGNORECASE)
# Arabic "and", "so" are written with the word that follows.
_JOINED = re.compile(r"^[وف](?=\w{2})")
_WORD = re.compile(r"\d+(?:[.,\u00a0\u202f ]\d+)*|[^\W\d_]+(?:[’'][^\W\d_]+)?|[$€£¥%‰°½¼¾²³]")


def turned(old: str, new: str, language: str = "en") -> tuple[str, ...]:
    """Name the sorts of words in which two wordings differ, in the order of ``SORTS``; empty if none turns the sense.

    A contraction ("won't") is a negation. Words are compared as a bag: order alone turns nothing.
    """
    if old == new:
        return ()
    before, after = _turning(old, language), _turning(new, language)
    return tuple(sort for sort in SORTS if before[sort] != after[sort])


def turned_before(old: Passage, old_text: str, new: Passage, new_text: str, language: str = "en") -> tuple[str, ...]:
    """Name what changed in the words of the sentence before an act: its subject, or a negation.

    There is who acts, and whether; figures and days there belong to something else.
    """
    sorts = turned(_before(old, old_text), _before(new, new_text), language)
    return tuple(sort for sort in sorts if sort in ("party", "negation"))


def _before(passage: Passage, text: str) -> str:
    words = text[max(passage.start - _LONGEST, 0) : passage.start]
    return _STOP.split(words)[-1]


def _turning(words: str, language: str) -> dict[str, Counter[str]]:
    found: dict[str, Counter[str]] = {sort: Counter() for sort in SORTS}
    known = _words(language)
    for match in _WORD.finditer(unicodedata.normalize("NFC", words)):
        word = match.group()
        if word[0].isdigit():
            found["figure"][_figure(word)] += 1
        elif not word[0].isalpha():
            found["figure"][word] += 1
        elif _CONTRACTED.search(word):
            found["negation"]["not"] += 1
        elif sort := known.get(plain := _JOINED.sub("", word.casefold())) or known.get(plain := word.casefold()):
            found[sort][plain] += 1
    found["party"].update(mention.party for mention in find_parties(words, language=language))
    return found


def _figure(word: str) -> str:
    """Write a figure in one way: Western digits, no grouping."""
    digits = "".join(str(unicodedata.digit(sign, -1)) if sign.isdigit() else sign for sign in word)
    return re.sub(r"[\u00a0\u202f ]|,(?=\d{3}(?!\d))", "", digits)


@cache
def _words(language: str) -> dict[str, str]:
    """Give the turning words of a language, those of English where the vocabulary has no such language."""
    every: dict[str, dict[str, list[str]]] = load(vocabulary("turning-words"))
    months: dict[str, list[list[str]]] = load(vocabulary("months"))
    code = language.split("-")[0]
    own = every.get(code, every["en"])
    found = {word.casefold(): sort for sort, words in own.items() for word in words}
    # "May" with a small letter is a word of force.
    names = (name for month in months.get(code, months["en"]) for name in month)
    return {name.casefold(): "date" for name in names} | found
