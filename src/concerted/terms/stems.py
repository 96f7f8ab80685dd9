"""Words cut to their stems, and what each weighs: how far two promises speak of the same thing."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache, lru_cache
from itertools import chain

from concerted.terms.shelf import load, vocabulary

# "Peru's" is Peru and "Sana'a" is Sanaa.
_APOSTROPHES = re.compile(r"['’](?:s\b)?")
# Shorter words hold sentences together; capitals alone and figures are names: EU, 5G, 2178.
_WORDS = re.compile(r"[A-Z\d]{2,}(?![^\W_])|[^\W\d_]{4,}|\d{2,}")
_INFLECTED = re.compile(r"(?:(?<=[^\W\d_]{3})(?:ies|ied|ing|ed|es|(?<![isu])s|e|y)|(?<=[^\W\d_]{5})ly)$")
_OF_A_LAND = re.compile(r"(?<=[^\W\d_]{3})(?:ian|an|ia|i|a)s?$")
_DOUBLED = re.compile(r"([bdgmnprt])\1$")
_LONGEST = 6


@lru_cache(maxsize=20_000)
def stems(text: str) -> tuple[str, ...]:
    """Cut a text into the stems of its longer words, in their order; words that only hold it together are left out.

    A stem is a word without its inflection, six letters at most: enough for "synchronise" and
    "synchronisation"; a land and its people are one (Fiji, Fijian).
    """
    return tuple(stem for stem in _every(text) if stem not in _joining())


def _every(text: str) -> Iterator[str]:
    return map(_stem, _WORDS.findall(_APOSTROPHES.sub("", text)))


@lru_cache(maxsize=20_000)
def telling(text: str) -> tuple[str, ...]:
    """Cut a text into stems, those left out that any promise has."""
    return tuple(stem for stem in stems(text) if stem not in said_by_all())


@lru_cache(maxsize=20_000)
def _stem(word: str) -> str:
    if word.isupper() or word.isdigit():
        return word.casefold()
    if word[0].isupper():
        word = _OF_A_LAND.sub("", word)
    word = word.casefold()
    for _ in range(2):  # "meetings" has two endings
        plain = _INFLECTED.sub("", word)
        word = plain if plain == word else _DOUBLED.sub(r"\1", plain)
    return word[:_LONGEST]


@cache
def said_by_all() -> frozenset[str]:
    """Give the stems of the words that any promise has: commit, continue, ensure ..."""
    return _listed("words")


@cache
def widespread() -> frozenset[str]:
    """Give the stems of the words that half of all statements have in what they promise: region, partner ..."""
    return _listed("widespread")


@cache
def _joining() -> frozenset[str]:
    return _listed("joining")


def _listed(key: str) -> frozenset[str]:
    return frozenset(chain.from_iterable(_every(word) for word in load(vocabulary("promising-words"))[key]))


def weights(texts: Iterable[str]) -> dict[str, float]:
    """Weigh the stems of a collection of promises: the fewer promises have one, the more it counts."""
    bags = [frozenset(telling(text)) for text in texts]
    return {stem: math.log(1 + len(bags) / count) for stem, count in Counter(chain.from_iterable(bags)).items()}


def heft(bag: Collection[str], weight: Mapping[str, float]) -> float:
    """Add up the weights of stems."""
    return sum(weight[stem] for stem in bag)
