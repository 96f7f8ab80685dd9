"""Words cut to their stems, and what each weighs: how far two promises speak of the same thing."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from functools import cache, lru_cache
from itertools import chain

from concerted.terms.shelf import load, vocabulary

# "Iraq's" is Iraq and "Da'esh" is Daesh.
_APOSTROPHES = re.compile(r"['’](?:s\b)?")
# Shorter words hold sentences together; capitals alone and figures are names: EU, 5G, 2178.
_WORDS = re.compile(r"[A-Z\d]{2,}(?![^\W_])|[^\W\d_]{4,}|\d{2,}")
_INFLECTED = re.compile(r"(?:(?<=[^\W\d_]{3})(?:ies|ied|ing|ed|es|(?<![isu])s|e|y)|(?<=[^\W\d_]{5})ly)$")
_DOUBLED = re.compile(r"([bdgmnprt])\1$")
_LONGEST = 6


@lru_cache(maxsize=20_000)
def stems(text: str) -> tuple[str, ...]:
    """Cut a text into the stems of its longer words, in their order; those left out that any promise has.

    A stem is a word without its inflection, six letters at most: enough for "synchronise" and "synchronisation".
    """
    return tuple(stem for stem in _stems(text) if stem not in _said_by_all())


def _stems(text: str) -> Iterable[str]:
    return map(_stem, _WORDS.findall(_APOSTROPHES.sub("", text)))


@lru_cache(maxsize=20_000)
def _stem(word: str) -> str:
    if word.isupper() or word.isdigit():
        return word.casefold()
    word = word.casefold()
    for _ in range(2):  # "meetings" has two endings
        plain = _INFLECTED.sub("", word)
        word = plain if plain == word else _DOUBLED.sub(r"\1", plain)
    return word[:_LONGEST]


@cache
def _said_by_all() -> frozenset[str]:
    return frozenset(chain.from_iterable(_stems(word) for word in load(vocabulary("promising-words"))["words"]))


def weights(texts: Iterable[str]) -> dict[str, float]:
    """Weigh the stems of a collection of promises: the fewer promises have one, the more it counts."""
    bags = [frozenset(stems(text)) for text in texts]
    return {stem: math.log(1 + len(bags) / count) for stem, count in Counter(chain.from_iterable(bags)).items()}


def heft(bag: Collection[str], weight: Mapping[str, float]) -> float:
    """Add up the weights of stems."""
    return sum(weight[stem] for stem in bag)
