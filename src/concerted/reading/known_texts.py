"""Texts under another name: well-known short names, abbreviations that the text fixes, "the Convention"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from concerted.reading.citations import Citation, date_after, words
from concerted.reading.layout import BlockKind, Layout
from concerted.reading.word_index import GuardedPattern, holds


@cache
def _known() -> dict[str, tuple[str, str | None]]:
    return {
        name: (entry["id"], entry.get("body")) for entry in words()["known"] for name in (entry["id"], *entry["names"])
    }


@cache
def _pattern() -> GuardedPattern:
    names = sorted(_known(), key=len, reverse=True)
    return GuardedPattern(rf"(?<![\w-])(?:{'|'.join(re.escape(name).replace(r' ', r's+') for name in names)})(?![\w-])")


# A name that says only which part of the text inside it is meant.
_PARTS = frozenset({"Principles", "Goals", "Guidelines", "Rules"})


def known_texts(text: str, start: int, end: int, titles: Iterable[Citation]) -> Iterator[Citation]:
    """Give each title its well-known id, and find well-known texts that no title covers, in text[start:end]."""
    found = [
        (match.start(), match.end(), *_known()[re.sub(r"\s+", " ", match.group())])
        for match in _pattern().finditer(text, start, end)
    ]
    covered: set[int] = set()
    for title in titles:
        inside = [known for known in found if known[0] < title.end and title.start < known[1]]
        covered.update(known[0] for known in inside)
        head = text.find(title.head or "", title.start, title.end)
        own = [
            known
            for known in inside
            if known[0] <= head < known[1] or (known[1] >= title.end and known[0] <= title.start)
        ]
        if own:
            first, last, id_, body = own[0]
            last = max(last, title.end) if title.dated else last
            yield replace(title, start=min(first, title.start), end=last, id=id_, body=body, dated=None)
        elif inside and title.head in _PARTS:
            first, last, id_, body = inside[0]
            yield Citation(first, last, id_, text[first:last], body, None, title.head)
        else:
            yield title
    for first, last, id_, body in found:
        if first not in covered:
            yield Citation(first, last, id_, " ".join(text[first:last].split()), body, None, _head(id_))


def _head(id_: str) -> str | None:
    return next((word for word in id_.split() if word in words()["heads"]["strong"]), None)


_BRACKET = re.compile(r"\s*\((?:the\s+)?[“\"‘']?(?P<alias>[A-Z][\w-]{1,14})[”\"’']?\)")
_READ = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.FOOTNOTE})


def abbreviations(layout: Layout, citations: list[Citation]) -> Iterator[Citation]:
    """Find later mentions of a text by the abbreviation that the statement fixes for it ("... (DFI)")."""
    text = layout.text
    for citation in citations:
        bracket = (
            (_BRACKET.match(text, citation.end) or _inner_bracket(text, citation))
            if citation.head != "Resolution"
            else None
        )
        if (
            not bracket
            or not _is_short_for(bracket["alias"], citation.title)
            or bracket["alias"] in words()["heads"]["strong"]
            or bracket["alias"] in _known()
        ):
            continue
        alias = GuardedPattern(rf"(?<![\w-]){re.escape(bracket['alias'])}(?![\w-])")
        for match in alias.finditer(text, bracket.end(), len(text)):
            yield Citation(*match.span(), citation.id, citation.title, citation.body)


def _inner_bracket(text: str, citation: Citation) -> re.Match[str] | None:
    """Find the bracket behind a head that a phrase follows ("the Plan of Action (POA) to Clear the Channels")."""
    return _BRACKET.search(text, citation.start, citation.end) if citation.head == "Plan" else None


def _is_short_for(alias: str, title: str) -> bool:
    """Tell whether an abbreviation's letters begin words of the title, in their order ("DFI", not "EU")."""
    initials = iter(re.findall(r"\b\w", title.upper()))
    return len(alias) > 2 and all(letter in initials for letter in re.sub(r"\W|\d", "", alias.upper()))


# Heads that stand for a text by themselves once it has been named.
_STANDS_ALONE = (
    "Convention",
    "Charter",
    "Treaty",
    "Covenant",
    "Communiqué",
    "Statute",
    "Compact",
    "Pact",
    "Accords",
    "Call",
    "Protocol",
    "Pledge",
)
_ALONE = GuardedPattern(
    rf"\b[Tt]he\s+(?P<head>{'|'.join(_STANDS_ALONE)})(?!\s+(?:of|on|for|to|against)\s+(?:the\s+)?[A-Z])(?!\s+[A-Z])\b"
)


def anaphors(layout: Layout, citations: list[Citation]) -> Iterator[Citation]:
    """Find "the Convention" where exactly one text of that kind was named before it."""
    named: dict[str, dict[str, Citation]] = {}
    upto = 0
    for block in layout.blocks:
        if block.kind not in _READ:
            continue
        for match in _ALONE.finditer(layout.text, block.start, block.end):
            while upto < len(citations) and citations[upto].end <= match.start():
                named.setdefault(citations[upto].head or "", {})[citations[upto].id] = citations[upto]
                upto += 1
            before = named.get(match["head"], {})
            if len(before) == 1:
                only = next(iter(before.values()))
                yield Citation(match.start(), match.end(), only.id, only.title, only.body)


_ANNEXED = GuardedPattern(
    r"\b(?:its|their|the)\s+(?P<title>(?:Optional|Additional|Supplementary|First|Second)\s+Protocols?)\b(?:\s+thereto)?"
)
_BESIDE = 12  # letters between a text and its plan, an abbreviation in brackets at most
_PLANNED = GuardedPattern(
    r"\b(?:and|with)\s+(?P<title>(?:its|their)\s+(?:Implementation|Action|Work)\s+Plan)\b(?!\s+(?:for|on|to)\b)"
)
_PARENTS = frozenset({"Convention", "Conventions", "Covenant", "Covenants", "Treaty"})


def protocols(text: str, start: int, end: int, citations: list[Citation]) -> Iterator[Citation]:
    """Find "its Optional Protocol": a text that the convention cited before it tells apart."""
    for match in _ANNEXED.finditer(text, start, end):
        parents = [citation for citation in citations if citation.head in _PARENTS and citation.end <= match.start()]
        if parents and match.start() - parents[-1].end < 300:
            dated, last = date_after(text, match.end(), end)
            title = " ".join(match["title"].split())
            id_ = f"{title} to {parents[-1].id}"
            yield Citation(match.start("title"), last, id_, title, parents[-1].body, dated, "Protocol")
    if not holds(text, start, end, "Plan"):
        return
    for match in _PLANNED.finditer(text, start, end):
        owners = [citation for citation in citations if citation.end <= match.start()]
        if owners and match.start() - owners[-1].end < _BESIDE:
            title = " ".join(match["title"].split()[1:])
            yield Citation(*match.span("title"), f"{owners[-1].id} {title}", title, owners[-1].body, None, "Plan")
