"""Paragraphs of a text with the numbers, letters and bullets that stand before them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from concerted.reading.word_index import GuardedPattern


class LabelKind(StrEnum):
    """What sort of label a paragraph carries; items of one list share it."""

    NONE = "none"
    HASH = "markdown heading"
    BULLET = "bullet"
    NUMBER = "1."
    BRACKET = "1)"
    LETTER = "(a)"
    ROMAN = "(i)"
    CAPITAL = "A."
    CAPITAL_ROMAN = "I."


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph's place without its label and without emphasis marks around the whole of it."""

    start: int
    end: int
    label: str | None = None
    label_kind: LabelKind = LabelKind.NONE
    bold: bool = False
    indent: int = 0
    run_on: bool = False


_HEADER = re.compile(r"\A(?:#[ \t]+[a-z][a-z _-]*:.*(?:\n|\Z))+")
_LABELS = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        (LabelKind.HASH, r"#{1,6}(?=[ \t]+\S)"),
        (LabelKind.BULLET, r"[-*•‣▪■◦○●–—·»➢](?=[ \t]+\S)|[•‣▪■◦●➢](?=\S)|o(?=[ \t]{2,}\S)"),
        (
            LabelKind.NUMBER,
            r"(?:\d{1,3}\.)+(?:\d{1,3})?(?=\s+\S)|(?:OP|PP)\d{1,3}\.?(?=\s)|\d{1,3}\.(?=[“\"A-Z])"
            r"|[\d٠-٩]{1,3}\s?[-–—](?=\s+[ء-ي])",
        ),
        (LabelKind.BRACKET, r"\(?\d{1,3}\)(?=\s+\S)"),
        (LabelKind.ROMAN, r"\(?(?:x{0,3}(?:ix|iv|v?i{1,3}|v)|x{1,3})\)(?=\s+\S)"),
        (LabelKind.LETTER, r"\(?(?:[a-z]|([a-z])\1)\)(?=\s+\S)|[a-z]\.(?=\s+[A-Z])"),
        (LabelKind.CAPITAL_ROMAN, r"(?:X{0,3}(?:IX|IV|V?I{1,3}|V)|X{1,3})[.)](?=\s+\S)"),
        (LabelKind.CAPITAL, r"\(?[A-H][.)](?=\s+\S)(?!\s+[A-Z][.])"),
    )
)
_BARE_NUMBER = re.compile(r"(\d{1,3})\s+(?=[A-Z]{2})")
_BOLD = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1:?", re.S)
_RULE = re.compile(r"\s*(?:[*_=~–—#.-][ \t]*){3,}\s*")
_INLINE_NUMBER = GuardedPattern(r"(?<=[.;:,”\"\d\])])\s+(\d{1,3})\.\s+(?=[A-Z“])")
_INLINE_LETTER = re.compile(r"(?<=[;:,.])\s+(?:and\s+|or\s+)?\(([a-z]{1,4})\)\s+(?=\w)|(?<=: )\(([a-z])\)\s+")
# What a page leaves behind a paragraph's end: a document number, a rule; and, in resolutions, the next heading.
_FURNITURE = re.compile(r"(?<=[.;,])\s+(\d{2,4}-\d{5,}|[-_=*]{3,})$")
_RUN_ON_HEADING = re.compile(
    r"(?:(?<=;)|(?<=Charter of the United Nations,))\s+((?:[A-Z][\w/’-]*)(?:\s+(?:[A-Z][\w/’-]*|and|of|the|for)){0,5})$"
)
_SUBJECT = GuardedPattern(r"\sThe (?:Security Council|General Assembly|Human Rights Council) ?,$")


def header_end(text: str) -> int:
    """Find where the carrier's header (lines ``# key: value`` at the very top) ends; 0 without one."""
    match = _HEADER.match(text)
    return match.end() if match else 0


def cut_paragraphs(text: str, start: int) -> list[Paragraph]:
    """Cut the text from ``start`` on into paragraphs.

    A paragraph ends at a blank line, before a line that starts with a label or a heading
    mark, and around a rule. Other line ends inside a paragraph are those of a page and are
    kept in it. Numbered paragraphs and lettered items that a conversion has run together are
    cut apart where their labels count on.
    """
    found: list[Paragraph] = []
    open_from: int | None = None
    open_to = start
    position = start
    for line in text[start:].splitlines(keepends=True):
        stripped = line.strip()
        fresh = not stripped or _RULE.fullmatch(line) is not None or _label(stripped)[1] is not LabelKind.NONE
        if open_from is not None and (fresh or _is_heading_line(text[open_from:open_to])):
            found.extend(_paragraph(text, open_from, open_to))
            open_from = None
        if stripped:
            if open_from is None:
                open_from = position
            open_to = position + len(line)
        position += len(line)
    if open_from is not None:
        found.extend(_paragraph(text, open_from, open_to))
    return _with_bare_numbers(text, found)


def _with_bare_numbers(text: str, paragraphs: list[Paragraph]) -> list[Paragraph]:
    """Take "1 RECALLING ..." and "2 WELCOMING ..." for numbered, where the numbers run in sequence from 1."""
    places = [(at, match) for at, one in enumerate(paragraphs) if (match := _BARE_NUMBER.match(text, one.start))]
    if len(places) < 3 or [int(match[1]) for _, match in places] != list(range(1, len(places) + 1)):
        return paragraphs
    out = list(paragraphs)
    for at, match in places:
        out[at] = replace(out[at], start=match.end(), label=match[1], label_kind=LabelKind.NUMBER)
    return out


def _is_heading_line(line: str) -> bool:
    stripped = line.strip()
    return stripped.startswith("#") or _RULE.fullmatch(stripped) is not None or _BOLD.fullmatch(stripped) is not None


def _label(text: str) -> tuple[str | None, LabelKind]:
    for kind, pattern in _LABELS:
        if match := pattern.match(text):
            return match[0], kind
    return None, LabelKind.NONE


def _paragraph(text: str, start: int, end: int) -> list[Paragraph]:
    start, end = strip(text, start, end)
    line_start = text.rfind("\n", 0, start) + 1
    indent = len(text[line_start:start].expandtabs(4))
    if _RULE.fullmatch(text, start, end):
        return [Paragraph(start, end)]
    bold = _BOLD.fullmatch(text, start, end)
    if bold and "**" not in bold[2]:
        start, end = bold.span(2)
    label, kind = _label(text[start : min(end, start + 16)])
    if label is not None:
        start, end = strip(text, start + len(label), end)
        inner = _BOLD.fullmatch(text, start, end)
        if inner and "**" not in inner[2]:
            bold, (start, end) = inner, inner.span(2)
    tail = _FURNITURE.search(text, start, end) if text[end - 1].isdigit() or text[end - 1] in "-_=*" else None
    if not tail and (label or text.startswith("Acting", start)):
        tail = _RUN_ON_HEADING.search(text, start, end)
    rest = [Paragraph(*tail.span(1))] if tail else []
    end = strip(text, start, tail.start())[1] if tail else end
    first = Paragraph(start, end, label, kind, bold is not None, indent)
    return [piece for part in _cut_numbers(text, first) for piece in _cut_letters(text, part)] + rest


def _cut_numbers(text: str, paragraph: Paragraph) -> list[Paragraph]:
    """Cut ``1. Takes note ...; 2. Urges ...`` apart, where the numbers count on from the first."""
    subject = _SUBJECT.search(text, paragraph.start, paragraph.end)
    if subject:
        place = subject.start() + 1
        head = Paragraph(paragraph.start, strip(text, paragraph.start, place)[1], paragraph.label, paragraph.label_kind)
        return [head, Paragraph(place, paragraph.end)]
    expected = 1
    if paragraph.label_kind is LabelKind.NUMBER and paragraph.label and paragraph.label.strip(".").isdigit():
        expected = int(paragraph.label.strip(".")) + 1
    cuts = []
    for match in _INLINE_NUMBER.finditer(text, paragraph.start, paragraph.end):
        if int(match[1]) == expected:
            cuts.append((match.start(), match.end(), f"{match[1]}."))
            expected += 1
    if paragraph.label_kind is not LabelKind.NUMBER and len(cuts) < 2:
        return [paragraph]
    return _cut(text, paragraph, cuts, LabelKind.NUMBER)


def _cut_letters(text: str, paragraph: Paragraph) -> list[Paragraph]:
    """Cut ``...: (a) ...; (b) ...`` apart, where the letters count on from (a) or from the paragraph's own."""
    expected = "a"
    if paragraph.label_kind is LabelKind.LETTER and paragraph.label:
        expected = chr(ord(paragraph.label.strip("().")[0]) + 1)
    cuts = []
    bracketed = text.find("(", paragraph.start, paragraph.end) >= 0
    for match in _INLINE_LETTER.finditer(text, paragraph.start, paragraph.end) if bracketed else ():
        letter = match[1] or match[2]
        if letter == expected:
            cuts.append((match.start(), match.end(), f"({letter})"))
            expected = chr(ord(letter) + 1)
    if paragraph.label_kind is not LabelKind.LETTER and len(cuts) < 2:
        return [paragraph]
    return _cut(text, paragraph, cuts, LabelKind.LETTER)


def _cut(text: str, paragraph: Paragraph, cuts: list[tuple[int, int, str]], kind: LabelKind) -> list[Paragraph]:
    ends = [first for first, _, _ in cuts] + [paragraph.end]
    pieces = [
        Paragraph(
            paragraph.start,
            strip(text, paragraph.start, ends[0])[1],
            paragraph.label,
            paragraph.label_kind,
            paragraph.bold,
            paragraph.indent,
        )
    ]
    for (_, begin, label), stop in zip(cuts, ends[1:], strict=True):
        first, last = strip(text, begin, stop)
        pieces.append(Paragraph(first, last, label, kind, indent=paragraph.indent, run_on=True))
    return [piece for piece in pieces if piece.start < piece.end]


def strip(text: str, start: int, end: int) -> tuple[int, int]:
    """Move both ends of a place inwards over white space."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
