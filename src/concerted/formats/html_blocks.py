"""The blocks of a web page in the plain layout: headings, paragraphs, items, rows of tables."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from concerted.formats.layout import HIDDEN, RULE, item_number, row, superscript

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_NAMES = re.compile(r"\w+")
_DROPPED = frozenset(
    _NAMES.findall(
        """aside audio button canvas dialog embed figure footer form head iframe input map nav noscript object picture
        script select style svg template textarea title video"""
    )
)
_BLOCKS = frozenset(
    _NAMES.findall(
        """address article blockquote body center caption dd details div dl dt fieldset figcaption h1 h2 h3 h4 h5 h6
        header hgroup html legend li main menu ol p pre section summary table tbody td tfoot th thead tr ul"""
    )
)
_HEADINGS = {f"h{depth}": "#" * depth + " " for depth in range(1, 7)}
_LISTS = frozenset(("ul", "ol", "menu"))
_SPACE = re.compile(r"[ \t\n\r\f]+")
_BREAK = "\x00"  # a line break while a block is gathered; no decoded page holds a NUL


@dataclass(frozen=True, slots=True)
class Block:
    """One block of the plain layout and the element it comes from."""

    text: str
    element: HtmlElement


def blocks_of(page: HtmlElement) -> list[Block]:
    """Take a page apart into blocks, in order; scripts, navigation and hidden parts are left out."""
    from lxml import etree

    gathering = _Gathering()
    walk = etree.iterwalk(page, events=("start", "end"))  # not by recursion: pages may nest without end
    for event, element in walk:
        if event == "end":
            gathering.close(element)
        elif not isinstance(element.tag, str) or element.tag in _DROPPED or _is_hidden(element):
            walk.skip_subtree()
        elif element.tag == "table" and (rows := _rows(element)):
            gathering.flush()
            gathering.blocks.append(Block(rows, element))
            walk.skip_subtree()
        else:
            gathering.open(element)
    gathering.flush()
    return gathering.blocks


@dataclass(slots=True)
class _Gathering:
    """The block that is being gathered, and the elements that are open around it."""

    blocks: list[Block] = field(default_factory=list)
    _words: list[str] = field(default_factory=list)
    _within: list[HtmlElement] = field(default_factory=list)
    _numbers: list[int] = field(default_factory=list)
    _label: str = ""
    _raised: list[int] = field(default_factory=list)

    def open(self, element: HtmlElement) -> None:
        """Begin an element: a block ends the one before."""
        if element.tag in _BLOCKS:
            self.flush()
            self._within.append(element)
        if element.tag in _LISTS:
            self._numbers.append(_whole(element.get("start"), 1))
        elif element.tag == "li":
            self._label = self._item_label(element)
        elif element.tag in _HEADINGS:
            self._label = _HEADINGS[element.tag]
        elif element.tag == "br":
            self._words.append(_BREAK)
        elif element.tag == "hr":
            self.flush()
            self.blocks.append(Block(RULE, element))
        elif element.tag == "sup":
            self._raised.append(len(self._words))
        self._words.append(_lines(element, element.text))

    def close(self, element: HtmlElement) -> None:
        """End an element, open or left out; what follows it belongs to the element around it."""
        if element.tag == "sup" and self._raised:
            start = self._raised.pop()
            self._words[start:] = [superscript("".join(self._words[start:]))]
        if self._within and self._within[-1] is element:
            self.flush()
            self._within.pop()
            if element.tag in _LISTS:
                self._numbers.pop()
            if element.tag == "li" or element.tag in _HEADINGS:
                self._label = ""
        self._words.append(_lines(self._within[-1] if self._within else None, element.tail))

    def flush(self) -> None:
        """Store what was gathered as a block; two line breaks in a row part paragraphs."""
        gathered, self._words, self._raised = "".join(self._words), [], []
        lines = [_SPACE.sub(" ", HIDDEN.sub("", line)).strip() for line in gathered.split(_BREAK)]
        for paragraph in re.split(r"\n{2,}", "\n".join(lines).strip("\n")):
            if paragraph and self._within:
                self.blocks.append(Block(self._label + paragraph, self._within[-1]))
                self._label = ""

    def _item_label(self, element: HtmlElement) -> str:
        parent = element.getparent()
        if parent is None or parent.tag != "ol" or not self._numbers:
            return "- "
        number = _whole(element.get("value"), self._numbers[-1])
        self._numbers[-1] = number + 1
        return item_number(number, parent.get("type") or "1") + " "


def _is_hidden(element: HtmlElement) -> bool:
    style = (element.get("style") or "").replace(" ", "").lower()
    return "hidden" in element.attrib or element.get("aria-hidden") == "true" or "display:none" in style


def _lines(within: HtmlElement | None, text: str | None) -> str:
    """Keep the line breaks of preformatted text, where they are meant."""
    return (text or "").replace("\n", _BREAK) if within is not None and within.tag == "pre" else text or ""


def _whole(value: str | None, otherwise: int) -> int:
    return int(value) if value and re.fullmatch(r"-?\d{1,6}", value.strip()) else otherwise


def _rows(table: HtmlElement) -> str:
    """Write a table of data as one line a row; an empty string for a table that only lays a page out."""
    cells = [cell for line in table.iter("tr") for cell in line.iter("td", "th")]
    if any(sum(1 for _ in cell.iter("p", "div", "ul", "ol", "table", "h1", "h2", "h3")) > 1 for cell in cells):
        return ""
    rows = [row(cell.text_content() for cell in line.iter("td", "th")) for line in table.iter("tr")]
    if rows and not any(True for _ in next(table.iter("tr")).iter("td")):
        rows[0] = rows[0].removeprefix("- ")  # the heads of the columns
    return "\n".join(line for line in rows if line)
