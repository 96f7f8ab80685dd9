"""An Akoma Ntoso document of anybody: its words in the layout that readers rely on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from lxml import etree

from concerted.formats.akoma_ntoso.characters import NAMESPACE, running_text
from concerted.formats.akoma_ntoso.facts import holds_reading, is_of
from concerted.formats.akoma_ntoso.naming import NO_DAY, two_letters
from concerted.formats.layout import row, superscript
from concerted.terms.document import Document
from concerted.terms.errors import UnreadableDocument

_EXPECTED = "an Akoma Ntoso document"
_OWN_PARTS = ("preface", "preamble", "mainBody", "conclusions")
_TITLES = ("heading", "subheading", "crossHeading")
# Elements that are a paragraph, even where all their words stand in inline elements.
_LEAVES = ("p", "block", "li", "num", "listIntroduction", "listWrapUp", *_TITLES)
_SKIPPED = ("meta", "remark")
# Days in the metadata that say when a file was made, not when a document was.
_NOT_ITS_DAY = ("generation", "markup", "unknown", "not-before", "not-after")


def parse(data: bytes, name: str) -> etree._Element:
    """Parse XML from anybody: no entities, no document type, no network, libxml2's limits on size and depth.

    Raises UnreadableDocument for bytes that are no XML and for a root that is not Akoma Ntoso's.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableDocument(f"the XML is broken ({error})", where=name, expected=_EXPECTED) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise UnreadableDocument("it declares a document type", where=name, expected=f"{_EXPECTED} without one")
    if _local(root) != "akomaNtoso" or not len(root):
        raise UnreadableDocument(f"the XML is {_local(root)!r}", where=name, expected=_EXPECTED)
    return root


def read(data: bytes, name: str, charset: str = "") -> Document:
    """Read a document; one of ours gives the text that it was made from, character by character.

    Title, date, language and address come from its metadata. The encoding is the one that
    the XML itself declares.
    """
    root = parse(data, name)
    text = own_text(root) if holds_reading(root) else ""
    if not text or not is_of(root, text):
        text = "\n\n".join(_paragraphs(root)) + "\n"
    return Document(
        text, title=_title(root), source=_alias(root, "source") or name, given_date=_day(root), language=_language(root)
    )


def own_text(root: etree._Element) -> str:
    """Give the running text of a document that we wrote."""
    found = (root.find(f"{{{NAMESPACE}}}statement/{{{NAMESPACE}}}{part}") for part in _OWN_PARTS)
    return "".join(piece for part in found if part is not None for piece in running_text(part))


def _local(one: etree._Element) -> str:
    """Give an element's name without its namespace, as every version of Akoma Ntoso has its own."""
    return one.tag.rpartition("}")[2] if isinstance(one.tag, str) else ""


def _iter(root: etree._Element, name: str) -> Iterator[etree._Element]:
    return (one for one in root.iter() if _local(one) == name)


def _paragraphs(root: etree._Element) -> Iterator[str]:
    """Give paragraphs, headings, items and rows; a number stands before the words that it numbers."""
    number = ""
    for kind, words in _pieces(root):
        if kind == "num":
            number = f"{number} {words.strip('#')}".strip()
        elif kind in _TITLES:
            yield f"# {f'{number} {words}'.strip()}"
            number = ""
        else:
            yield f"{number} {words}".strip()
            number = ""
    if number:
        yield number


def _pieces(one: etree._Element) -> Iterator[tuple[str, str]]:
    name = _local(one)
    if name in _SKIPPED or not name:
        return
    if name == "tr":
        if line := row("".join(_flow(cell, [])) for cell in one):
            yield "tr", line
    elif _holds_words(one) or (name in _LEAVES and not any(_local(inner) in _LEAVES for inner in one)):
        notes: list[etree._Element] = []
        if words := " ".join("".join(_flow(one, notes)).split()):
            yield (name, f"- {words}" if name == "li" else words)
        for note in notes:
            mark = superscript(note.get("marker", "*"))
            yield "note", f"{mark} {' '.join(''.join(running_text(note)).split())}"
    else:
        for child in one:
            yield from _pieces(child)


def _holds_words(one: etree._Element) -> bool:
    """Tell whether an element has words of its own, not only those of elements in it."""
    return bool((one.text or "").strip()) or any((child.tail or "").strip() for child in one)


def _flow(one: etree._Element, notes: list[etree._Element]) -> Iterator[str]:
    """Give the words of a paragraph; of a note its mark alone, the note goes to ``notes``."""
    yield one.text or ""
    for child in one:
        if _local(child) == "authorialNote":
            notes.append(child)
            yield superscript(child.get("marker", "*"))
        elif _local(child) in ("eol", "br"):
            yield " "
        elif _local(child) not in ("", *_SKIPPED):
            yield from _flow(child, notes)
        yield child.tail or ""


def _work(root: etree._Element) -> etree._Element | None:
    return next(_iter(root, "FRBRWork"), None)


def _alias(root: etree._Element, name: str) -> str:
    work = _work(root)
    found = (
        (one.get("value", "") for one in _iter(work, "FRBRalias") if one.get("name") == name)
        if work is not None
        else ()
    )
    return next(iter(found), "")


def _title(root: etree._Element) -> str:
    if title := _alias(root, "title"):
        return title
    for name in ("docTitle", "shortTitle", "longTitle"):
        for one in _iter(root, name):
            if words := " ".join("".join(running_text(one)).split()):
                return words
    return ""


def _day(root: etree._Element) -> date | None:
    work = _work(root)
    for one in _iter(work, "FRBRdate") if work is not None else ():
        match = re.match(r"\d{4}-\d\d-\d\d", one.get("date", ""))
        if match and one.get("name", "").lower() not in _NOT_ITS_DAY:
            try:
                day = date.fromisoformat(match[0])
            except ValueError:
                continue
            return day if day != NO_DAY else None
    return None


def _language(root: etree._Element) -> str:
    return next((two_letters(one.get("language", "")) for one in _iter(root, "FRBRlanguage")), "")
