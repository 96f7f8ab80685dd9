"""Entries of the vocabulary, and the vocabulary with some of them taken away.

An entry is the smallest thing that somebody adds to a vocabulary file while looking at a text: a verb, a name, a
word of a list of words, a pattern, or one alternative inside a pattern. An entry is taken away by writing in its place
a word that no text holds, so that every file keeps its shape.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

Step = str | int
Span = tuple[int, int]

# Keys whose values say what an entry means, or that hold what everybody knows of a language.
MEANINGS = {"kind", "complements", "id", "body", "part_of", "period", "groups"}
KNOWN = {"irregular", "function_words", "months", "units", "counts"}
# Mappings whose keys are the entries.
KEYED = {"verbs", "bodies"}
# Files where a string under a key is one name; elsewhere it is a bag of words.
OF_NAMES = {"states", "organisations"}
_PATTERN = re.compile(r"[\\()\[\]{}?^$*]|\w\|\w")
_YEARS = re.compile(r"\d{4}-(?:\d{4})?$")
_LONG = re.compile(r"[^\W\d_]{4}")
_LETTERS = re.compile(r"[^\W\d_]{2,}")
# What a pattern holds beside plain letters: escapes and classes; groups; letters that may be missing; names of macros.
_ESCAPE = re.compile(r"\\.|\[(?:\\.|[^\]\\])*\]")
_GROUP = re.compile(r"\([^()]*\)(?:[+?*]|\{[^}]*\})?")
_OPTION = re.compile(r"\w[?*]|\w?\{[^}]*\}")
_MACRO = re.compile(r"\b[A-Z]{3,}\b")


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """Where an entry stands: file, way to its string (or to its key), and the part of the string that it is."""

    file: str
    way: tuple[Step, ...]
    span: Span
    words: str
    is_key: bool = False

    def may_be_in(self, folded: str) -> bool:
        """Tell whether a text, folded, may hold it; True wherever the words alone cannot tell."""
        if _PATTERN.search(self.words):
            return all(word in folded for word in _LETTERS.findall(fold(_certain(self.words))))
        words = fold(self.words).split()
        if self.is_key and words:
            # A verb's first word is inflected: from its first letter on where the rule is not known.
            words[0] = words[0][:1] if len(words[0]) < 6 else words[0].rstrip("ey")
        # Longer words may be the beginnings of others.
        return all(f" {word}" + " " * (len(word) < 4 and not self.is_key) in folded for word in words)


def _certain(pattern: str) -> str:
    """Keep of a pattern what each match holds: letters outside of groups, classes, escapes, options and macros."""
    inner, pattern = "", _ESCAPE.sub("\n", pattern)
    while inner != pattern:
        inner, pattern = pattern, _GROUP.sub("\n", pattern)
    return "" if "|" in pattern else _MACRO.sub("\n", _OPTION.sub("\n", pattern))


def fold(words: str) -> str:
    """Take accents, case and all but letters and figures away; a space stands around every word."""
    plain = "".join(one for one in unicodedata.normalize("NFKD", words.casefold()) if not unicodedata.combining(one))
    return " " + " ".join(re.findall(r"\w+", plain)) + " "


def entries(file: str, data: Any) -> Iterator[Entry]:
    """Find the entries of a file's data."""
    yield from _entries(file, data, ())


def _entries(file: str, value: Any, way: tuple[Step, ...]) -> Iterator[Entry]:
    if isinstance(value, dict):
        keyed = bool(way) and way[-1] in KEYED
        for key, inner in value.items():
            if keyed:
                yield Entry(file, (*way, key), (0, len(key)), key, is_key=True)
            elif key not in MEANINGS | KNOWN:
                yield from _entries(file, inner, (*way, key))
    elif isinstance(value, list):
        for place, inner in enumerate(value):
            yield from _entries(file, inner, (*way, place))
    elif isinstance(value, str):
        for start, end in _parts(value, whole=isinstance(way[-1], int) or file in OF_NAMES):
            yield Entry(file, way, (start, end), value[start:end])


def _parts(words: str, *, whole: bool) -> list[Span]:
    """Cut a string into entries: names between bars, alternatives of a pattern, words of a bag, or the whole."""
    if " | " in words:
        # A line about a person holds a name, then party and years.
        names = [match.span() for match in re.finditer(r"[^|\s](?:[^|]*[^|\s])?", words)]
        return names[:1] if _YEARS.search(words) else names
    if _PATTERN.search(words):
        # Alternatives of little words are grammar.
        return [(0, len(words)), *(span for span in alternatives(words) if _LONG.search(words, *span))]
    return [(0, len(words))] if whole else [match.span() for match in re.finditer(r"\S+", words)]


def alternatives(pattern: str) -> list[Span]:
    """Find every alternative of a regular expression at any depth, outside of look-behinds, which need their width."""
    found: list[Span] = []
    # Each open group: where its running alternative begins, those before it, whether it may be touched.
    groups: list[tuple[int, list[Span], bool]] = [(0, [], True)]
    at = 0
    while at < len(pattern):
        sign = pattern[at]
        if sign == "\\":
            at += 2
            continue
        if sign == "[":
            at = _class_end(pattern, at)
        elif sign == "(":
            head = re.compile(r"\((?:\?(?:P<\w+>|[:=!>]|<[=!]|[a-zA-Z-]+:?))?").match(pattern, at)
            end = head.end() if head else at + 1
            groups.append((end, [], groups[-1][2] and not pattern.startswith("(?<", at)))
            at = end
            continue
        elif sign in "|)" and len(groups) > (sign == ")"):
            begin, before, touched = groups.pop()
            before.append((begin, at))
            if sign == "|":
                groups.append((at + 1, before, touched))
            else:
                found += before if touched and len(before) > 1 else []
        at += 1
    begin, before, _ = groups[0]
    found += [*before, (begin, len(pattern))] if before else []
    return [(start, end) for start, end in found if pattern[start:end].strip()]


def _class_end(pattern: str, at: int) -> int:
    """Find the bracket that closes a class of characters."""
    at += 2 if pattern[at + 1 : at + 2] in ("]", "^") else 1
    while at < len(pattern) and pattern[at] != "]":
        at += 2 if pattern[at] == "\\" else 1
    return at


def without(file: str, data: Any, gone: Iterable[Entry]) -> Any:
    """Give the file's data without some of its entries."""
    by_way: dict[tuple[Step, ...], list[Entry]] = defaultdict(list)
    for entry in gone:
        if entry.file == file:
            by_way[entry.way].append(entry)
    return _without(data, (), by_way, iter(range(10**6)))


def _without(value: Any, way: tuple[Step, ...], gone: dict[tuple[Step, ...], list[Entry]], fresh: Iterator[int]) -> Any:
    if isinstance(value, dict):
        keyed = bool(way) and way[-1] in KEYED
        return {
            _nonsense(fresh) if keyed and (*way, key) in gone else key: _without(inner, (*way, key), gone, fresh)
            if not keyed
            else inner
            for key, inner in value.items()
        }
    if isinstance(value, list):
        return [_without(inner, (*way, place), gone, fresh) for place, inner in enumerate(value)]
    if isinstance(value, str) and way in gone:
        last = len(value) + 1
        # From the right; of nested entries the outer one counts.
        for start, end in sorted((one.span for one in gone[way]), key=lambda span: (-span[1], span[0])):
            if end <= last:
                value, last = value[:start] + _nonsense(fresh) + value[end:], start
    return value


def _nonsense(fresh: Iterator[int]) -> str:
    """Make a word that no text holds."""
    return "zqx" + "".join(chr(ord("a") + int(digit)) for digit in str(next(fresh))) + "qz"
