"""A statement's text as preface, preamble, main body and conclusions of Akoma Ntoso.

The running text of the four, one after the other, is the statement's text, character by
character: white space that parts blocks stands between their elements.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter

from lxml import etree

from concerted.formats.akoma_ntoso.characters import add_text, element
from concerted.formats.akoma_ntoso.marks import Mark, add_marked, in_order, within
from concerted.formats.akoma_ntoso.parts import Part, divide, parts
from concerted.reading.layout import BlockKind, Layout

# Elements that should have a number.
_NUMBERED = ("para", "point", "sec")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class Body:
    """Writes the text of a laid-out statement into its document, once and in its order.

    ``places`` then tells at which eId each part of the text stands.
    """

    def __init__(self, statement: etree._Element, layout: Layout, found: list[Mark], kind: str) -> None:
        self._text, self._statement = layout.text, statement
        self._waiting, self._open_marks, self._at = in_order(found)[::-1], list[Mark](), 0
        self._parts = parts(layout)
        self._last_item = {
            part.block.lead_in: number
            for number, part in enumerate(self._parts)
            if part.block.kind is BlockKind.ITEM and part.block.lead_in is not None
        }
        self._counts: Counter[str] = Counter()
        self.places: list[tuple[int, str]] = []
        division = divide(self._parts, kind)
        if division.preface:
            self._blocks("preface", division.preface)
        if division.preamble:
            self._preamble(division.preamble)
        self._main(division.body)
        if division.conclusions:
            self._blocks("conclusions", division.conclusions)
        self._white(statement[-1], len(self._text))

    def place_of(self, start: int) -> str | None:
        """Give the eId of the element in which an offset lies; None before the first."""
        number = bisect_right(self.places, start, key=lambda place: place[0])
        return self.places[number - 1][1] if number else None

    def _top(self, name: str) -> etree._Element:
        top = element(self._statement, name)
        top.set(_SPACE, "preserve")
        return top

    def _eid(self, parent: str, short: str, num: str = "") -> str:
        """Name an element under its parent: by its number, else by its place among its like (``nn``: not numbered)."""
        prefix, sign = f"{parent}__{short}" if parent else short, re.sub(r"[^0-9A-Za-z.]", "", num).strip(".")
        stem = f"{prefix}_{sign}" if sign else f"{prefix}_nn" if short in _NUMBERED else prefix
        self._counts[stem] += 1
        if sign:
            return stem if self._counts[stem] == 1 else f"{stem}-{self._counts[stem]}"
        return f"{stem}_{self._counts[stem]}"

    def _white(self, parent: etree._Element, end: int) -> None:
        add_text(parent, self._text[self._at : end])
        self._at = end

    def _open(self, parent: etree._Element, part: Part) -> None:
        """Add the white space before a part, so that what comes next stands after it."""
        self._white(parent, part.num_start)

    def _num(self, parent: etree._Element, part: Part) -> None:
        if part.num_end > part.num_start:
            add_text(element(parent, "num"), self._text[part.num_start : part.num_end])
            self._at = part.num_end
            self._white(parent, part.start)

    def _words(self, parent: etree._Element, start: int, end: int) -> None:
        while self._waiting and self._waiting[-1].start < end:
            self._open_marks.append(self._waiting.pop())
        self._open_marks = [mark for mark in self._open_marks if mark.end > start]
        add_marked(parent, self._text, start, end, within(self._open_marks, start, end))
        self._at = end

    def _paragraph(self, parent: etree._Element, part: Part, name: str = "p", **attributes: str) -> None:
        """Add a part as one paragraph, its number, where it has one, inside."""
        self._words(element(parent, name, **attributes), part.num_start, part.end)

    def _blocks(self, name: str, numbers: range) -> None:
        top, titled = self._top(name), name != "preface"
        for part in self._parts[numbers.start : numbers.stop]:
            self._open(top, part)
            eid = self._eid(name, "p")
            self.places.append((part.num_start, eid))
            kind = part.block.kind
            if kind is BlockKind.HEADING and not titled:
                titled = True
                holder = element(top, "p", eId=eid)
                add_text(holder, self._text[part.num_start : part.start])
                self._words(element(holder, "docTitle"), part.start, part.end)
            else:
                self._paragraph(top, part, eId=eid, **{"class": _class(kind)})

    def _preamble(self, numbers: range) -> None:
        top = self._top("preamble")
        for part in self._parts[numbers.start : numbers.stop]:
            self._open(top, part)
            if part.block.kind is BlockKind.SUBJECT:
                eid = self._eid("", "formula")
                holder = element(top, "formula", name="enactingFormula", eId=eid)
            else:
                eid = self._eid("", "recital")
                holder = element(top, "container", name="recital", eId=eid)
            self.places.append((part.num_start, eid))
            self._paragraph(holder, part)

    def _main(self, numbers: range) -> None:
        top = self._top("mainBody")
        if not self._parts:
            add_text(element(top, "p"), self._text)
            self._at = len(self._text)
            return
        here, lists = top, list[tuple[int, etree._Element]]()
        for number in numbers:
            part = self._parts[number]
            while lists and self._last_item[lists[-1][0]] < number:
                lists.pop()
            lead = part.block.lead_in
            if part.block.kind is BlockKind.ITEM and any(one == lead for one, _ in lists):
                while lists[-1][0] != lead:
                    lists.pop()
            heading = part.block.kind is BlockKind.HEADING
            if heading and lists:
                self._open(lists[-1][1], part)
                self._paragraph(lists[-1][1], part, "crossHeading", eId=self._eid("", "crossHeading"))
                continue
            home = lists[-1][1] if lists else top if heading else here
            self._open(home, part)
            holder = self._holder(home, part, in_list=bool(lists) and lists[-1][0] == lead)
            here = holder if heading else here
            if self._last_item.get(number, -1) > number:
                lists.append((number, self._list(holder, part)))
            elif not heading:
                self._num(holder, part)
                content = element(holder, "content")
                self._words(element(content, "p"), part.start, part.end)

    def _holder(self, home: etree._Element, part: Part, *, in_list: bool) -> etree._Element:
        """Add the element that a part of the body becomes; of a heading, with its words."""
        kind, num = part.block.kind, self._text[part.num_start : part.num_end]
        outer = home.get("eId", "") if in_list else ""
        if kind is BlockKind.HEADING:
            eid = self._eid("", "sec", num)
            holder = element(home, "section", eId=eid)
            self._num(holder, part)
            self._words(element(holder, "heading"), part.start, part.end)
        elif kind in (BlockKind.PARAGRAPH, BlockKind.ITEM):
            eid = self._eid(outer, "point" if in_list else "para", num)
            holder = element(home, "point" if in_list else "paragraph", eId=eid)
        else:
            eid = self._eid("", "hcontainer")
            holder = element(home, "hcontainer", name=_class(kind), eId=eid)
        self.places.append((part.num_start, eid))
        return holder

    def _list(self, holder: etree._Element, part: Part) -> etree._Element:
        """Open the list that a part introduces; of a heading, whose words stand already, one without intro."""
        eid = self._eid(holder.get("eId", ""), "list")
        if part.block.kind is BlockKind.HEADING:
            return element(holder, "list", eId=eid)
        self._num(holder, part)
        opened = element(holder, "list", eId=eid)
        self._words(element(element(opened, "intro"), "p"), part.start, part.end)
        return opened


def _class(kind: BlockKind) -> str:
    return kind.value.replace(" ", "-")
