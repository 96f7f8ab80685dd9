"""A reading as an Akoma Ntoso ``statement`` (OASIS LegalDocML, akn-core v1.0), and back."""

from __future__ import annotations

from datetime import date
from typing import Any

from lxml import etree

from concerted.formats.akoma_ntoso import facts
from concerted.formats.akoma_ntoso.body import Body
from concerted.formats.akoma_ntoso.characters import NAMESPACE, element
from concerted.formats.akoma_ntoso.document import own_text, parse
from concerted.formats.akoma_ntoso.marks import marks
from concerted.formats.akoma_ntoso.meta import add_meta
from concerted.formats.akoma_ntoso.naming import slug, work_name
from concerted.formats.decisions import Reviewed
from concerted.reading.blocks import lay_out
from concerted.terms.errors import UnreadableDocument
from concerted.terms.passage import Passage


def dumps(reviewed: Reviewed, made_on: date) -> bytes:
    """Write a reading as an Akoma Ntoso document in UTF-8; ``made_on`` is the day of writing.

    What is mentioned is marked in the text; what the acts are stands in the metadata, with
    offsets. It is valid against the schema ``akomantoso30.xsd``. A rejected fact is listed with its
    decision and not marked.
    """
    reading = reviewed.reading
    root = etree.Element(f"{{{NAMESPACE}}}akomaNtoso", nsmap={None: NAMESPACE})  # type: ignore[dict-item]  # the stubs know no default namespace
    statement = element(root, "statement", name=slug(reading.statement.kind) or "statement")
    other = add_meta(statement, reading, work_name(reading), made_on)
    layout = lay_out(reading.text, reading.statement.language)
    body = Body(statement, layout, marks(reviewed), reading.statement.kind)
    marked = {eid for one in statement.iter() if (eid := one.get("eId")) is not None}

    def place_of(noun: str, place: int, fact: Any) -> str:
        own = f"act_{place + 1}"
        if noun == "acts" and own in marked:
            return f"#{own}"
        found = [body.place_of(passage.start) for passage in _passages(fact)]
        return " ".join(dict.fromkeys(f"#{eid}" for eid in found if eid))

    other.append(facts.reading_element(reviewed, place_of))
    meta = statement[0]
    etree.indent(meta, " ", level=2)
    written: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True)
    return written


def _passages(fact: Any) -> tuple[Passage, ...]:
    return fact.passages if hasattr(fact, "passages") else (fact.passage,)


def reviewed_of(data: bytes, name: str) -> Reviewed:
    """Read back a reading and its decisions from a document that ``dumps`` wrote.

    Raises UnreadableDocument for bytes that are no Akoma Ntoso, a document without a reading,
    and one whose text was changed.
    """
    root = parse(data, name)
    return facts.reviewed_of(root, own_text(root), name)


def mistake(data: bytes, schema: str, name: str = "document") -> str | None:
    """Check a document against a schema that lies on this machine; gives the first mistake, None if it is valid.

    ``schema`` is the path of ``akomantoso30.xsd``. Raises UnreadableDocument if the bytes are no
    Akoma Ntoso or the schema cannot be read.
    """
    root = parse(data, name)
    try:
        checker = etree.XMLSchema(etree.parse(schema, etree.XMLParser(resolve_entities=False, no_network=True)))
    except (OSError, etree.LxmlError) as error:
        raise UnreadableDocument(f"no schema ({error})", where=schema, expected="akomantoso30.xsd") from error
    try:
        checker.assertValid(root)
    except etree.DocumentInvalid as error:
        return str(error)
    return None
