"""A Word document: its paragraphs, numbered items, tables and footnotes, as Word would show them."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

from concerted.formats.docx_numbering import Numbering
from concerted.formats.layout import HIDDEN, row, superscript
from concerted.terms.document import Document
from concerted.terms.errors import UnreadableDocument

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from lxml.etree import _Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MAIN_PART = "word/document.xml"
_NOTES = {"footnotes": f"{_W}footnoteReference", "endnotes": f"{_W}endnoteReference"}
Marks = dict[tuple[str, str], str]

# A document may pack itself a thousandfold; unpacked it may have this many bytes.
_LARGEST_UNPACKED = 200_000_000
# python-docx trusts a package to be whole: what is missing in it comes out as any of these.
_DAMAGE = (
    *(AttributeError, EOFError, LookupError, NotImplementedError, SyntaxError, ValueError),
    *(zipfile.BadZipFile, zlib.error),
)
# What is not shown: deleted and moved words, fields' codes, and the second copy of a drawing.
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_UNSHOWN = frozenset(f"{_W}{tag}" for tag in ("del", "moveFrom", "instrText", "pPr", "rPr", "sdtPr")) | {_FALLBACK}
_SIGNS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-", f"{_W}softHyphen": ""}


def read(data: bytes, name: str, charset: str = "") -> Document:
    """Read a DOCX in the plain layout; footnotes come last, each under its number.

    Words that the document's changes delete are left out, words that they insert stay.
    Raises UnreadableDocument for another or a damaged file. ``charset`` means nothing here.
    """
    _check_package(data, name)
    import docx

    try:
        word = docx.Document(io.BytesIO(data))
        marks = _marks(word.element.body)
        properties = word.core_properties
        return Document(
            "\n\n".join([*_Body(word, marks).blocks(word.element.body), *_notes(word, marks)]) + "\n",
            title=(properties.title or "").strip(),
            source=name,
            language=(properties.language or "").partition("-")[0].lower(),
        )
    except _DAMAGE as error:
        raise UnreadableDocument("the DOCX is damaged", where=name, expected="a whole DOCX file") from error


def _check_package(data: bytes, name: str) -> None:
    try:
        parts = zipfile.ZipFile(io.BytesIO(data)).infolist()
    except zipfile.BadZipFile as error:
        raise UnreadableDocument("the DOCX is damaged", where=name, expected="a whole DOCX file") from error
    if _MAIN_PART not in {part.filename for part in parts}:
        raise UnreadableDocument("a ZIP file without a Word document in it", where=name, expected="a DOCX file")
    if (size := sum(part.file_size for part in parts)) > _LARGEST_UNPACKED:
        raise UnreadableDocument(
            f"the DOCX unpacks to {size:,} bytes", where=name, expected=f"at most {_LARGEST_UNPACKED:,}"
        )


class _Body:
    """The walk through a document's body, counting its numbered items."""

    def __init__(self, word: WordDocument, marks: Marks) -> None:
        self.marks = marks
        self.numbering = Numbering(word)
        self.headings = {style.style_id: depth for style in word.styles if (depth := _depth(style.name or ""))}

    def blocks(self, body: _Element) -> Iterator[str]:
        """Give the blocks of a body or a cell, in order; content controls are looked into."""
        for element in body:
            if element.tag == f"{_W}p":
                yield from self._paragraph(element)
            elif element.tag == f"{_W}tbl":
                yield from self._table(element)
            elif element.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}customXml"):
                yield from self.blocks(element)

    def _paragraph(self, element: _Element) -> Iterator[str]:
        words = _words(element, self.marks)
        label = self.numbering.label(element)
        style = element.find(f"{_W}pPr/{_W}pStyle")
        depth = self.headings.get(style.get(f"{_W}val") or "") if style is not None else None
        if words:
            yield "#" * depth + " " + label + " ".join(words.split()) if depth else label + words
        for box in element.iter(f"{_W}txbxContent"):
            if not any(above.tag in _UNSHOWN for above in box.iterancestors()):
                yield from self.blocks(box)

    def _table(self, table: _Element) -> Iterator[str]:
        """Write a table of data by rows; one whose cells hold several paragraphs falls apart into them."""
        lines = _within(table, "tr")
        rows = [_within(line, "tc") for line in lines]
        if any(sum(1 for _ in cell.iter(f"{_W}p")) > 1 for cells in rows for cell in cells):
            for cells in rows:
                for cell in cells:
                    yield from self.blocks(cell)
            return
        written = [row(_words(cell, self.marks) for cell in cells) for cells in rows]
        if lines and lines[0].find(f"{_W}trPr/{_W}tblHeader") is not None:
            written[0] = written[0].removeprefix("- ")  # the heads of the columns
        if words := "\n".join(line for line in written if line):
            yield words


def _within(element: _Element, tag: str) -> list[_Element]:
    """Find the rows of a table or the cells of a row, those in content controls included, nested tables' not."""
    found: list[_Element] = []
    for child in element:
        if child.tag == f"{_W}{tag}":
            found.append(child)
        elif child.tag in (f"{_W}sdt", f"{_W}sdtContent"):
            found += _within(child, tag)
    return found


def _depth(style: str) -> int | None:
    """Tell a heading's depth from its style's name."""
    kind, _, depth = style.partition(" ")
    if style == "Title":
        return 1
    return int(depth) if kind == "Heading" and depth in "123456" and depth else None


def _marks(body: _Element) -> Marks:
    """Number the notes as Word does: by the order in which the text refers to them, not by their ids.

    A reference with a mark of its own, such as an asterisk, has an empty one here: the mark is in the text.
    """
    marks: Marks = {}
    for kind, tag in _NOTES.items():
        count = 0
        for reference in body.iter(tag):
            own = reference.get(f"{_W}customMarkFollows") in ("1", "true", "on")
            count += not own
            marks[kind, reference.get(f"{_W}id") or ""] = "" if own else superscript(str(count))
    return marks


def _words(element: _Element, marks: Marks) -> str:
    """Collect the shown words of a paragraph or a cell, with the marks of its notes in superscript."""
    kinds = {tag: kind for kind, tag in _NOTES.items()}
    parts: list[str] = []
    waiting = [element]
    while waiting:
        at = waiting.pop()
        if at.tag == f"{_W}t":
            parts.append(at.text or "")
        elif at.tag in _SIGNS:
            parts.append(_SIGNS[at.tag])
        elif at.tag in kinds:
            parts.append(marks[kinds[at.tag], at.get(f"{_W}id") or ""])
        elif at.tag not in _UNSHOWN and at.tag != f"{_W}txbxContent":
            if at.tag == f"{_W}p" and parts:
                parts.append("\n")
            waiting.extend(reversed(at))
    lines = "".join(parts).split("\n")
    return "\n".join(re.sub(" +", " ", HIDDEN.sub("", line)).strip() for line in lines).strip()


def _notes(word: WordDocument, marks: Marks) -> Iterator[str]:
    """Give the footnotes and endnotes that the text refers to, each with its mark before it."""
    from lxml import etree

    for relation in word.part.rels.values():
        kind = relation.reltype.rpartition("/")[2]
        if relation.is_external or kind not in _NOTES:
            continue
        parser = etree.XMLParser(resolve_entities=False, no_network=True)
        for note in etree.fromstring(relation.target_part.blob, parser):
            mark, words = marks.get((kind, note.get(f"{_W}id") or "")), _words(note, marks)
            if mark is not None and words:
                yield f"{mark} {words}".strip()
