"""The numbers and bullets that Word shows before an item, which its text does not hold."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from concerted.formats.layout import item_number

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from lxml.etree import _Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_VALUE = f"{_W}val"
_STYLES = {"lowerLetter": "a", "upperLetter": "A", "lowerRoman": "i", "upperRoman": "I"}
_PLACE = re.compile(r"%(\d)")
_DEEPEST = 9


class Numbering:
    """The lists of a document and how far each has counted.

    ECMA-376 part 1, 17.9: a paragraph names a list and a level, the list names an abstract
    list, whose level says the format, the start and the pattern ("%1.%2").
    """

    def __init__(self, word: WordDocument) -> None:
        self._lists: dict[str, dict[int, tuple[str, int, str]]] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._of_style = {
            style.style_id: found for style in word.styles if (found := _named(style.element.find(f"{_W}pPr")))
        }
        numbering = next((r.target_part for r in word.part.rels.values() if r.reltype.endswith("/numbering")), None)
        if numbering is None:
            return
        root = numbering.element
        abstract = {each.get(f"{_W}abstractNumId"): each for each in root.findall(f"{_W}abstractNum")}
        for each in root.findall(f"{_W}num"):
            named = each.find(f"{_W}abstractNumId")
            source = abstract.get(named.get(_VALUE)) if named is not None else None
            if source is not None:
                levels = dict(map(_level, source.findall(f"{_W}lvl")))
                self._lists[each.get(f"{_W}numId")] = levels

    def label(self, paragraph: _Element) -> str:
        """Count a paragraph and give what stands before it: ``- ``, its number and a space, or nothing."""
        properties = paragraph.find(f"{_W}pPr")
        style = properties.find(f"{_W}pStyle") if properties is not None else None
        inherited = self._of_style.get(style.get(_VALUE) or "") if style is not None else None
        number, level = _named(properties) or inherited or ("0", 0)
        levels = self._lists.get(number, {})
        if level not in levels:
            return ""
        form, start, pattern = levels[level]
        if form == "bullet":
            return "- "
        if form == "none":
            return ""
        counts = self._counts.setdefault(number, [None] * _DEEPEST)
        last = counts[level]
        counts[level] = start if last is None else last + 1
        counts[level + 1 :] = [None] * (_DEEPEST - level - 1)
        return _PLACE.sub(lambda place: self._shown(levels, counts, int(place[1]) - 1), pattern).strip() + " "

    @staticmethod
    def _shown(levels: dict[int, tuple[str, int, str]], counts: list[int | None], level: int) -> str:
        form, start, _ = levels.get(level, ("decimal", 1, ""))
        count = counts[level]
        return item_number(start if count is None else count, _STYLES.get(form, "1")).removesuffix(".")


def _named(properties: _Element | None) -> tuple[str, int] | None:
    """Read which list and level a paragraph or a style names; list 0 means none."""
    number = properties.find(f"{_W}numPr/{_W}numId") if properties is not None else None
    if properties is None or number is None:
        return None
    level = properties.find(f"{_W}numPr/{_W}ilvl")
    depth = level.get(_VALUE) if level is not None else "0"
    return number.get(_VALUE) or "0", min(int(depth or 0), _DEEPEST - 1)


def _level(element: _Element) -> tuple[int, tuple[str, int, str]]:
    def value(tag: str, otherwise: str) -> str:
        found = element.find(f"{_W}{tag}")
        return otherwise if found is None else found.get(_VALUE) or otherwise

    return int(element.get(f"{_W}ilvl") or 0), (
        value("numFmt", "decimal"),
        int(value("start", "1")),
        value("lvlText", ""),
    )
