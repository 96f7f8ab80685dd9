"""The lines of a PDF's page, from the places of its characters."""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from concerted.formats.layout import HIDDEN, superscript

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

HYPHEN = "\u00ad"  # stands at the end of a line whose last word is broken
_BROKEN = frozenset("\x02\ufffe")  # how the library writes such a hyphen
_SPACE = re.compile(r"[ \u00a0]+")
# All in parts of the font's size: how far the base of a raised mark may lie from its line's,
# how small it is set, which gap parts words, and which gap parts columns.
_RAISED, _SMALLER, _WORD_GAP, _COLUMN_GAP = 0.6, 0.92, 0.25, 1.5


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page; lengths in points from the page's lower left corner, ``base`` is where its letters stand."""

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool


@dataclass(frozen=True, slots=True)
class _Glyph:
    character: str
    left: float
    right: float
    base: float
    size: float
    bold: bool


def lines_of(page: PdfPage) -> list[Line]:
    """Gather the characters of a page into lines, in the order of the page's own text."""
    lines: list[Line] = []
    line: list[_Glyph] = []
    for glyph in _glyphs(page):
        if line and not _continues(line, glyph):
            lines.append(_line(line))
            line = []
        if line or glyph.character != " ":
            line.append(glyph)
    if line:
        lines.append(_line(line))
    return [line for line in lines if line.text]


def _glyphs(page: PdfPage) -> Iterator[_Glyph]:
    """Give every character with its place; a space between words takes the place of the letter before it."""
    from pypdfium2 import raw

    text = page.get_textpage()
    x, y, right, other = (ctypes.c_double() for _ in range(4))
    before: _Glyph | None = None
    bold: dict[str, bool] = {}
    name = ctypes.create_string_buffer(128)
    flags = ctypes.c_int()
    for index in range(text.count_chars()):
        character = chr(raw.FPDFText_GetUnicode(text, index))
        if character in "\r\n":
            continue
        if raw.FPDFText_IsGenerated(text, index) == 1:
            if before is not None:
                yield _Glyph(" ", before.right, before.right, before.base, before.size, before.bold)
            continue
        raw.FPDFText_GetCharOrigin(text, index, x, y)
        raw.FPDFText_GetCharBox(text, index, other, right, other, other)
        raw.FPDFText_GetFontInfo(text, index, name, len(name), flags)
        font = name.value.decode("ascii", "replace")
        heavy = bold.setdefault(font, "bold" in font.lower() or "black" in font.lower())
        before = _Glyph(
            HYPHEN if character in _BROKEN else character,
            x.value,
            max(x.value, right.value),
            y.value,
            raw.FPDFText_GetFontSize(text, index) * abs(_scale(text, index)),
            heavy,
        )
        yield before
    text.close()


def _scale(text: object, index: int) -> float:
    """Tell how far the page enlarges a character's font: some programs set all in one point and scale."""
    from pypdfium2 import raw

    matrix = raw.FS_MATRIX()
    return float(matrix.d) if raw.FPDFText_GetMatrix(text, index, matrix) and matrix.d else 1.0


def _continues(line: list[_Glyph], glyph: _Glyph) -> bool:
    """Tell whether a character stands on the line before it, raised marks included."""
    last, size = line[-1], max(line[-1].size, glyph.size)
    return abs(glyph.base - last.base) < _RAISED * size and glyph.left > last.left - size


def _line(glyphs: list[_Glyph]) -> Line:
    letters = [glyph for glyph in glyphs if not glyph.character.isspace()] or glyphs
    size = Counter(round(glyph.size, 1) for glyph in letters).most_common(1)[0][0]
    base = Counter(round(glyph.base, 1) for glyph in letters if round(glyph.size, 1) == size).most_common(1)[0][0]
    parts: list[str] = []
    raised = ""
    for glyph, before in zip(glyphs, [None, *glyphs[:-1]], strict=True):
        gap = glyph.left - before.right if before is not None else 0.0
        if glyph.character.isdecimal() and glyph.size < _SMALLER * size and glyph.base > base:
            raised += glyph.character
            continue
        parts += [superscript(raised)] if raised else []
        raised = ""
        if gap > _COLUMN_GAP * size:
            parts.append("\t")
        elif gap > _WORD_GAP * size:
            parts.append(" ")
        parts.append(glyph.character)
    parts.append(superscript(raised))
    text = _SPACE.sub(" ", HIDDEN.sub("", "".join(parts).rstrip().removesuffix(HYPHEN)))
    broken = "".join(parts).rstrip().endswith(HYPHEN)
    return Line(
        re.sub(r" *\t *", "\t", text).strip() + (HYPHEN if broken else ""),
        letters[0].left,
        letters[-1].right,
        base,
        size,
        sum(glyph.bold for glyph in letters) > len(letters) / 2,
    )
