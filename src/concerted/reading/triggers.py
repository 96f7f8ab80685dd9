"""Which words a pattern cannot match without, worked out from the pattern itself.

A pattern's trigger words are a set of which every match holds at least one. They follow from the
pattern, so whoever changes a pattern need not think of them. (The method is the prefilter of
Google's RE2, on words instead of on pieces of words.)
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import product
from typing import Any

# The standard library's own reader of patterns; there is no public one.
_parser: Any = importlib.import_module("re._parser")
# A pattern that spells out more strings than this in one place is cut there.
_MOST = 100
_SHORTEST = 2
# In a string that a pattern spells out: a blank or mark, the mere boundary of a word, and any digit.
_GAP, _BOUNDARY = " ", "|"
DIGIT = "0"
_FIRST_WORD = re.compile(r"\|+(?:0|[^\W\d]+[ |])")
_WORD_BEGUN = re.compile(r"\|+(?:(?P<digit>0)|(?P<word>[^\W\d]+)(?P<whole>[ |])?)")


@dataclass(frozen=True, slots=True)
class Triggers:
    """Words in lower case, and beginnings of words, one of which every match holds; ``DIGIT`` is any number."""

    words: frozenset[str]
    stems: tuple[str, ...]

    def among(self, words: Set[str]) -> bool:
        """Tell whether one of them is among some words, numbers given as ``DIGIT``."""
        if not self.words.isdisjoint(words):
            return True
        return bool(self.stems) and any(word.startswith(self.stems) for word in words)


@lru_cache(maxsize=1)
def _parsed(pattern: str, flags: int) -> list[Any]:
    return list(_parser.parse(pattern, flags).data)


def triggers_of(pattern: str, flags: int = 0) -> Triggers | None:
    """Work out the trigger words of a pattern; None where it may match without any known word."""
    best: tuple[int, int] = (0, 0)
    chosen: frozenset[tuple[str, bool]] | None = None
    for strings in _required(_parsed(pattern, flags)):
        if not (least := _merit(strings)):
            continue
        found = frozenset(piece for piece in map(_longest_piece, strings) if piece)
        if (least, -len(found)) > best:
            best, chosen = (least, -len(found)), found
    if chosen is None:
        return None
    return _triggers(chosen)


def _triggers(found: Iterable[tuple[str, bool]]) -> Triggers:
    words = frozenset(word for word, whole in found if whole)
    return Triggers(words, tuple(sorted(word for word, whole in found if not whole)))


def openings_of(pattern: str, flags: int = 0) -> Triggers | None:
    """Work out the words with which every match of a pattern begins; None where it may begin in or before a word."""
    found: set[tuple[str, bool]] = set()
    for string in _opening(_parsed(pattern, flags), {""}):
        begun = _WORD_BEGUN.match(string)
        if begun is None or not (begun["digit"] or begun["whole"] or len(begun["word"]) >= _SHORTEST):
            return None
        found.add((DIGIT, True) if begun["digit"] else (begun["word"], bool(begun["whole"])))
    return _triggers(found)


def _opening(nodes: list[Any], begun: set[str]) -> set[str]:
    """List the strings with which a sequence begins, as far as a first word and hardly further."""
    done: set[str] = set()
    for place, node in enumerate(nodes):
        complete = {string for string in begun if _FIRST_WORD.match(string)}
        done |= complete
        begun = begun - complete
        if not begun:
            return done
        spelt = _spelt(node)
        if spelt and len(begun) * len(spelt) <= _MOST:
            begun = {first + second for first, second in product(begun, spelt)}
            continue
        name, given, rest = str(node[0]), node[1], nodes[place + 1 :]
        if name == "SUBPATTERN":
            return done | _opening([*given[3].data, *rest], begun)
        if name == "BRANCH":
            return done.union(*(_opening([*branch.data, *rest], begun) for branch in given[1]))
        if name.endswith("_REPEAT"):
            inside = _opening([*given[2].data, *rest] if given[1] == 1 else given[2].data, begun)
            return done | inside if given[0] else done | inside | _opening(rest, begun)
        break
    return done | begun


def _longest_piece(string: str) -> tuple[str, bool] | None:
    """Find the longest word that a string begins after a gap, and whether it ends there too; a number if no word."""
    known = [
        (match["word"], bool(match["whole"]))
        for match in re.finditer(r"(?<=[ |])(?P<word>[^\W\d]+)(?P<whole>[ |])?", string)
        if len(match["word"]) >= _SHORTEST
    ]
    number = (DIGIT, True) if f"{_GAP}{DIGIT}" in string or f"{_BOUNDARY}{DIGIT}" in string else None
    return max(known, key=lambda piece: len(piece[0]), default=number)


def _required(nodes: Iterable[Any], gap: bool = False) -> Iterator[set[str]]:
    """Give sets of strings in lower case, of each of which every match of a sequence holds at least one.

    ``gap`` tells that a word ends right before the sequence.
    """
    run = {_BOUNDARY if gap else ""}
    for node in nodes:
        spelt = _spelt(node)
        if spelt and len(run) * len(spelt) <= _MOST:
            run = {first + second for first, second in product(run, spelt)}
        else:
            yield run
            if not spelt:
                yield from _required_within(node, gap)
            run = set()
        gap = _closes(node, gap)
        run = run or {_BOUNDARY if gap else ""}
    yield run


def _required_within(node: Any, gap: bool) -> Iterator[set[str]]:
    name, given = str(node[0]), node[1]
    if name == "SUBPATTERN":
        yield from _required(given[3].data, gap)
    elif name == "ATOMIC_GROUP":
        yield from _required(given.data, gap)
    elif name.endswith("_REPEAT") and given[0] > 0:
        yield from _required(given[2].data)
    elif name == "BRANCH":
        # Of each alternative the set that is best by itself; together one of them must be there.
        chosen = [max(_required(branch.data, gap), key=_merit) for branch in given[1]]
        yield {string for strings in chosen for string in strings}


def _merit(strings: set[str]) -> int:
    """Give the length of the shortest word among the longest of each string; 0 where one has none."""
    return min((len(piece[0]) if piece else 0 for piece in map(_longest_piece, strings)), default=0)


def _closes(node: Any, gap: bool) -> bool:
    """Tell whether a word ends where a node does, if ``gap`` tells that one ends right before it."""
    name, given = str(node[0]), node[1]
    if name == "BRANCH":
        return all(_all_close(branch.data, gap) for branch in given[1])
    if name == "SUBPATTERN":
        return _all_close(given[3].data, gap)
    if name.endswith("_REPEAT"):
        return _all_close(given[2].data, gap) and (gap or given[0] > 0)
    spelt = _spelt(node)
    return bool(spelt) and all(string.endswith((_GAP, _BOUNDARY)) or (gap and not string) for string in spelt)


def _all_close(nodes: Iterable[Any], gap: bool) -> bool:
    for node in nodes:
        gap = _closes(node, gap)
    return gap


def _spelt(node: Any) -> set[str]:
    """List the strings that a node spells out, a gap for each end of a word; empty where it may be anything."""
    name, given = str(node[0]), node[1]
    if name == "LITERAL":
        return {_sign(given)}
    if name == "AT":
        return {_BOUNDARY} if str(given) == "AT_BOUNDARY" else {""}
    if name == "ASSERT_NOT":
        return {_BOUNDARY} if _is_word_sign(given[1].data) else {""}
    if name == "ASSERT":
        return {_BOUNDARY} if given[0] < 0 and _all_close(given[1].data, False) else {""}
    if name == "IN":
        return _spelt_by_class(given)
    if name == "SUBPATTERN":
        return _spelt_in_order(given[3].data)
    if name == "BRANCH":
        branches = [_spelt_in_order(branch.data) for branch in given[1]]
        return set().union(*branches) if all(branches) else set()
    if name.endswith("_REPEAT"):
        least, most, inner = given
        spelt = _spelt_in_order(inner.data)
        if spelt == {_GAP}:
            return {_GAP} if least else {_GAP, ""}
        if spelt == {DIGIT} and least:
            return {DIGIT}
        if (least, most) == (0, 1) and spelt:
            return spelt | {""}
    return set()


def _is_word_sign(nodes: list[Any]) -> bool:
    """Tell whether nodes are one sign, any letter or digit among others."""
    if len(nodes) != 1 or str(nodes[0][0]) != "IN":
        return False
    members = [str(given) for _, given in nodes[0][1]]
    return "CATEGORY_WORD" in members and str(nodes[0][1][0][0]) != "NEGATE"


def _spelt_by_class(members: list[Any]) -> set[str]:
    signs: set[str] = set()
    for name, given in members:
        if str(name) == "LITERAL":
            signs.add(_sign(given))
        elif str(given) in ("CATEGORY_SPACE", "CATEGORY_NOT_WORD"):
            signs.add(_GAP)
        elif str(given) == "CATEGORY_DIGIT" or (str(name) == "RANGE" and chr(given[0]).isdigit()):
            signs.add(DIGIT)
        else:
            return set()
    return signs


def _spelt_in_order(nodes: Iterable[Any]) -> set[str]:
    strings, letters = {""}, ""
    for node in nodes:
        if node[0] is _parser.LITERAL:
            letters += _sign(node[1])
            continue
        spelt = _spelt(node)
        strings = {first + letters + second for first in strings for second in spelt}
        letters = ""
        if not strings or len(strings) > _MOST:
            return set()
    return {string + letters for string in strings}


@cache
def _sign(code: int) -> str:
    sign = chr(code)
    if sign.isdigit():
        return DIGIT
    return sign.lower() if sign.isalnum() or sign == "_" else _GAP
