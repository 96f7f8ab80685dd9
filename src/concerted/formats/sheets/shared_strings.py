"""The words that the cells of a workbook share, kept as bytes: a tenth of what as many strings would take."""

from __future__ import annotations

from array import array
from typing import Any

from lxml import etree

from concerted.terms.errors import UnreadableDocument

_LARGEST = 300_000_000  # bytes in UTF-8


class SharedStrings:
    """A list of words, read from ``xl/sharedStrings.xml``."""

    def __init__(self) -> None:
        self._bytes = bytearray()
        self._ends = array("Q", [0])

    def read(self, stream: Any) -> None:
        """Read them; phonetic guides over East Asian words are left out."""
        for _event, one in etree.iterparse(
            stream, events=("end",), tag="{*}si", resolve_entities=False, no_network=True
        ):
            self._bytes += "".join(
                each.text or ""
                for each in one.iter("{*}t")
                if not str(getattr(each.getparent(), "tag", "")).endswith("}rPh")
            ).encode()
            self._ends.append(len(self._bytes))
            if len(self._bytes) > _LARGEST:
                raise UnreadableDocument("its words are too many", where="shared strings", expected="a smaller file")
            one.clear(keep_tail=False)
            above = one.getparent()
            while above is not None and one.getprevious() is not None:
                del above[0]

    def __getitem__(self, place: int) -> str:
        """Give the words at a place; KeyError for none."""
        if place + 1 >= len(self._ends):
            raise KeyError(place)
        return self._bytes[self._ends[place] : self._ends[place + 1]].decode()
