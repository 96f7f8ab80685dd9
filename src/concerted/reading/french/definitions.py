"""Names that a French text fixes for later use: "Nom complet (NC)", "ci-après dénommé « le Comité »"."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from concerted.reading.facts import Definition
from concerted.reading.layout import BlockKind, Layout
from concerted.terms.passage import Passage

_READ = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.PARTY_LIST})
_ARTICLE = re.compile(r"^(?:(?:le|la|les|du|des|de\s+la|de|une?|notre|leur)\s+|(?:de\s+)?l[’']\s*|d[’'])", re.I)
_SHORT = re.compile(r"\(\s*(?P<term>[A-ZÀ-Þ][A-Za-zÀ-ÿ&/-]*[A-ZÀ-Þ][A-Za-z&/-]*\d{0,2})\s*\)")
_QUOTED = re.compile(r"\(\s*(?:«\s*|“|\")(?P<term>[^«»“”\"()]{2,60}?)(?:\s*»|”|\")\s*\)")
_HEREAFTER = re.compile(
    r"\(?\s*ci-après\s*,?\s*(?:(?:dénommée?s?|appelée?s?|désignée?s?|nommée?s?)\s*(?:sous\s+le\s+nom\s+de\s+|par\s+)?)?"
    r"(?:(?:«\s*|“|\")(?P<quoted>[^«»“”\"]{2,60}?)(?:\s*»|”|\")|(?P<plain>(?:(?:la|le|les)\s+|l[’'])?[A-ZÀ-Þ][\w’'-]*(?:\s+[A-ZÀ-Þ][\w’'-]*){0,4}))\s*\)?",
    re.I,
)
_INITIAL = re.compile(r"(?<![\w’'])\w|(?<=[dlDL][’'])\w|(?<=-)\w")
_SMALL = frozenset(("de", "du", "des", "la", "le", "les", "et", "en", "à", "au", "aux", "pour", "sur", "l", "d", "par"))
_LAST_NAME = re.compile(r"[A-ZÀ-Þ][\w’'-]*(?:\s+[\w’'-]+)*$")
_FARTHEST = 200


def find_definitions(layout: Layout) -> tuple[Definition, ...]:
    """List the definitions of the body, each term once, where it is fixed first."""
    found: dict[str, Definition] = {}
    for block in layout.blocks:
        if block.kind in _READ:
            every = [
                *_in_brackets(layout.text, block.start, block.end),
                *_hereafter(layout.text, block.start, block.end),
            ]
            for definition in sorted(every, key=lambda one: one.passage.start):
                found.setdefault(definition.term, definition)
    return tuple(found.values())


def _in_brackets(text: str, start: int, end: int) -> Iterator[Definition]:
    for match in _SHORT.finditer(text, start, end):
        head = text[max(start, match.start() - _FARTHEST) : match.start()].rstrip()
        full = _by_initials(match["term"], head)
        if full is not None:
            yield _definition(text, len(text[: match.start()].rstrip()), full, head, match)
    for match in _QUOTED.finditer(text, start, end):
        head = text[max(start, match.start() - _FARTHEST) : match.start()].rstrip()
        full = _by_head(match["term"], head)
        if full is not None:
            yield _definition(text, len(text[: match.start()].rstrip()), full, head, match)


def _definition(text: str, head_end: int, full: int, head: str, match: re.Match[str]) -> Definition:
    place = head_end - len(head) + full
    stands_for = " ".join(_ARTICLE.sub("", head[full:]).strip(' «»“”",').split())
    return Definition(Passage.of(text, place, match.end()), " ".join(match["term"].split()), stands_for)


def _hereafter(text: str, start: int, end: int) -> Iterator[Definition]:
    for match in _HEREAFTER.finditer(text, start, end):
        term = " ".join((match["quoted"] or match["plain"]).split())
        bare = _ARTICLE.sub("", term)
        if not bare[:1].isupper():
            continue
        head_end = len(text[: match.start()].rstrip(" ,("))
        head = text[max(start, head_end - _FARTHEST) : head_end]
        full = _by_head(bare, head)
        if full is None:
            capital = _LAST_NAME.search(head)
            full = capital.start() if capital else None
        if full is None:
            continue
        stands_for = " ".join(_ARTICLE.sub("", head[full:]).strip(' «»“”",').split())
        yield Definition(Passage.of(text, head_end - len(head) + full, match.end()), bare, stands_for)


def _by_head(term: str, head: str) -> int | None:
    """Find where the words begin that a term picks one from: "Comité pour les ports (« le Comité »)"."""
    heavy = re.findall(r"\w{4,}", _ARTICLE.sub("", term))
    hits = [match.start() for word in heavy[:1] for match in re.finditer(rf"\b{re.escape(word)}", head, re.I)]
    return hits[-1] if hits else None


def _by_initials(term: str, head: str) -> int | None:
    """Find the shortest run of words whose initials, small words left out at will, spell an abbreviation."""
    letters = [letter for letter in _plain(term) if letter.isalpha()]
    if len(letters) < 2:
        return None
    words = [(match.start(), _plain(match[0])) for match in _INITIAL.finditer(head)]
    for first in range(len(words) - 1, -1, -1):
        if words[first][1] == letters[0] and _spells(letters, head[words[first][0] :]):
            return words[first][0]
    return None


def _spells(letters: list[str], words: str) -> bool:
    heavy = [word for word in re.findall(r"\w+", words) if word.casefold() not in _SMALL]
    initials = [_plain(word)[:1] for word in heavy]
    rest = iter(initials)
    return len(heavy) <= len(letters) + 1 and all(letter in rest for letter in letters)


def _plain(words: str) -> str:
    decomposed = unicodedata.normalize("NFD", words.casefold())
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign))
