"""The words of one sentence, and which of them stand in brackets or quotation marks."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache, lru_cache

from concerted.reading.triggers import triggers_of
from concerted.terms.shelf import load, vocabulary

_TOKEN = re.compile(r"[^\W_]+(?:[-’'‘./][^\W_]+)*|[^\w\s]|_")
_OPENERS = {"(": ")", "[": "]", "“": "”", "«": "»"}
# The marks that can stand in pairs; a sentence without any needs no search for partners.
_PAIRED = frozenset((*_OPENERS, '"', "—", "–"))


@dataclass(frozen=True, slots=True)
class ClauseWords:
    """The vocabulary of clauses.

    ``between`` are words that may stand between a clause's beginning and its verb, ``edge`` the same behind the
    mark or word where the clause begins; a phrase among them holds one of the words ``connecting``.
    """

    issuers: frozenset[str]
    singular_issuers: frozenset[str]
    organs: frozenset[str]
    some: re.Pattern[str]
    others: frozenset[str]
    not_collectives: frozenset[str]
    own_things: frozenset[str]
    effects: frozenset[str]
    passive_effects: frozenset[str]
    own_deeds: frozenset[str]
    subordinators: frozenset[str]
    prepositions: frozenset[str]
    in_phrases: frozenset[str]
    partitives: frozenset[str]
    determiners: frozenset[str]
    fronting: frozenset[str]
    documents: frozenset[str]
    adverbs: frozenset[str]
    not_adverbs: frozenset[str]
    between: re.Pattern[str]
    edge: re.Pattern[str]
    connecting: frozenset[str]


@cache
def clause_words() -> ClauseWords:
    """Load the vocabulary of clauses; raises BadData where the file is missing or no YAML."""
    data = load(vocabulary("clauses"))
    adverb = r"(?:\w+ly|" + "|".join(map(re.escape, data["adverbs"].split())) + ")"
    connective = "|".join(data["connectives"])
    between = rf"\s*(?:(?:{connective}|{adverb})\s*,?\s+)*"
    edge = r"(?:[,;:—–]\s*(?:(?:and|but|or|yet|as\s+well\s+as)\b)?|(?:and|but|or|yet|as\s+well\s+as)\b)"
    connecting = triggers_of(rf"\b(?:{connective})", re.I)
    return ClauseWords(
        frozenset(data["issuers"].split()),
        frozenset(data["singular_issuers"].split()),
        frozenset(data["organs"].split()),
        re.compile(r"\b(?:" + "|".join(data["some"]) + r")\s+(?:of\s+)?(?:\w+\s+){0,2}$", re.I),
        frozenset(data["others"]),
        frozenset(data["not_collectives"].split()),
        frozenset(data["own_things"].split()),
        frozenset(data["effects"].split()),
        frozenset(data["passive_effects"].split()),
        frozenset(data["own_deeds"].split()),
        frozenset(data["subordinators"].split()),
        frozenset(data["prepositions"].split()),
        frozenset(data["in_phrases"].split()),
        frozenset(data["partitives"].split()),
        frozenset(data["determiners"].split()),
        frozenset(data["fronting"].split()),
        frozenset(data["documents"].split()),
        frozenset(data["adverbs"].split()),
        frozenset(data["not_adverbs"]),
        re.compile(between, re.I),
        re.compile(edge + between, re.I),
        connecting.words.union(connecting.stems) if connecting else frozenset(),
    )


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words and marks of ``text[start:end]``: places, lower-cased forms, and how deep in brackets each stands.

    ``partner`` gives for a bracket the place of the one that belongs to it.
    """

    text: str
    start: int
    end: int
    starts: list[int]
    ends: list[int]
    lower: list[str]
    depth: list[int]
    partner: dict[int, int]

    def __len__(self) -> int:
        """Count the words and marks."""
        return len(self.lower)

    def words(self, first: int, last: int) -> str:
        """Give the text from one token up to, not including, another."""
        return self.text[self.starts[first] : self.ends[last - 1]] if first < last else ""

    def is_adverb(self, place: int) -> bool:
        """Tell whether a word may stand between a subject and its verb."""
        return is_adverb(self.lower[place])

    def at(self, position: int) -> int:
        """Find the first token that starts at or after a place in the text."""
        return bisect_left(self.starts, position)


@lru_cache(maxsize=20_000)
def is_adverb(word: str) -> bool:
    """Tell whether a word, in lower case, may stand between a subject and its verb."""
    known = clause_words()
    return word in known.adverbs or (len(word) > 4 and word.endswith("ly") and word not in known.not_adverbs)


def opens_late(tokens: Tokens) -> bool:
    """Tell whether a sentence may begin with a phrase put before its subject, not with a deed ("Prevent ...")."""
    known, word = clause_words(), tokens.lower[0]
    return word in known.prepositions | known.subordinators | known.fronting or tokens.is_adverb(0)


def tokenize(text: str, start: int, end: int) -> Tokens:
    """Cut an English sentence into words and marks."""
    starts, ends, lower = _whole(text)
    first = bisect_left(starts, start)
    last = bisect_left(starts, end, first)
    if (first and ends[first - 1] > start) or (last > first and ends[last - 1] > end):
        return cut(_TOKEN, text, start, end)  # a sentence that begins or ends inside a word
    return _with_partners(text, start, end, starts[first:last], ends[first:last], lower[first:last])


@lru_cache(maxsize=4)
def _whole(text: str) -> tuple[list[int], list[int], list[str]]:
    """Cut a whole text once, for all who ask for a sentence or a part of one; equal words are one object."""
    starts, ends, lower = _cut(_TOKEN, text, 0, len(text))
    known: dict[str, str] = {}
    return starts, ends, [known.setdefault(word, word) for word in lower]


def cut(words: re.Pattern[str], text: str, start: int, end: int) -> Tokens:
    """Cut a sentence into what a pattern matches."""
    return _with_partners(text, start, end, *_cut(words, text, start, end))


def _cut(words: re.Pattern[str], text: str, start: int, end: int) -> tuple[list[int], list[int], list[str]]:
    written = words.findall(text, start, end)
    starts = [match.start() for match in words.finditer(text, start, end)]
    ends = [first + len(word) for first, word in zip(starts, written, strict=True)]
    return starts, ends, [word.lower() for word in written]


def _with_partners(text: str, start: int, end: int, starts: list[int], ends: list[int], lower: list[str]) -> Tokens:
    """Find which brackets and marks belong together. A bracket that is never closed opens nothing."""
    if _PAIRED.isdisjoint(lower):
        return Tokens(text, start, end, starts, ends, lower, [0] * len(lower), {})
    partner = _partners(text, starts, lower)
    depth, level = [], 0
    for place in range(len(lower)):
        other = partner.get(place)
        if other is not None and other > place:
            level += 1
        depth.append(level)
        if other is not None and other < place:
            level -= 1
    return Tokens(text, start, end, starts, ends, lower, depth, partner)


def _partners(text: str, starts: list[int], lower: list[str]) -> dict[int, int]:
    partner: dict[int, int] = {}
    waiting: list[int] = []
    straight: int | None = None
    dash: int | None = None
    for place, word in enumerate(lower):
        if word in _OPENERS:
            waiting.append(place)
        elif waiting and word == _OPENERS[lower[waiting[-1]]]:
            partner[place] = opener = waiting.pop()
            partner[opener] = place
        elif word == '"':
            if straight is None:
                straight = place
            else:
                partner[place], partner[straight], straight = straight, place, None
        elif word in "—–" and not waiting:
            # Dashes with a space on one side at least enclose an aside; "31–1 November" is no dash of that kind.
            spaced = (
                text[starts[place] - 1 : starts[place]].isspace()
                or text[starts[place] + 1 : starts[place] + 2].isspace()
            )
            if not spaced and word == "–":
                continue
            following = lower[place + 1] if place + 1 < len(lower) else ""
            if dash is None:
                dash = place if following not in ("we", "and", "but") else None
            else:
                partner[place], partner[dash], dash = dash, place, None
        elif word in ";:":
            dash = None
    return partner
