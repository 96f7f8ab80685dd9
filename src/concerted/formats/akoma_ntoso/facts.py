"""The facts of a reading as elements of our own namespace, and back.

Akoma Ntoso has no words for what a statement's acts are; it keeps a place for the words of
others, ``otherAnalysis``. The elements there follow the facts in ``reading.facts``: one an
entry, a field that is one value an attribute, a field that is a passage or a list child
elements. Passages count code points of the document's running text.
"""

from __future__ import annotations

import re
import types
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from lxml import etree

from concerted.formats.akoma_ntoso.characters import value, words_of
from concerted.formats.decisions import STATES, Decision, Reviewed, nouns
from concerted.formats.record import SCHEMA, digest
from concerted.reading.facts import Reading, Statement
from concerted.terms.errors import UnreadableDocument
from concerted.terms.passage import Passage

NAMESPACE = "urn:concerted:reading:1"
_TOP = f"{{{NAMESPACE}}}reading"


def reading_element(reviewed: Reviewed, place_of: Callable[[str, int, Any], str]) -> etree._Element:
    """Write a reading; ``place_of`` gives the eIds where a fact (of a list, at a place) stands, as references."""
    reading, decided = reviewed.reading, reviewed.by_fact()
    top = etree.Element(_TOP, {"schema": SCHEMA, "text-sha256": digest(reading.text)}, nsmap={"c": NAMESPACE})
    top.append(_written(reading.statement, "statement"))
    for noun in nouns():
        listed = etree.SubElement(top, f"{{{NAMESPACE}}}{noun}")
        for place, fact in enumerate(getattr(reading, noun)):
            entry = _written(fact, _name(type(fact)))
            if where := place_of(noun, place, fact):
                entry.set("href", where)
            if (noun, place) in decided:
                entry.append(_decision(decided[noun, place]))
            listed.append(entry)
    return top


def _name(kind: type) -> str:
    """Name the entry of a fact: ``passed_over`` for PassedOver."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", kind.__name__).lower()


def _decision(one: Decision) -> etree._Element:
    entry = etree.Element(f"{{{NAMESPACE}}}decision", {"state": one.state})
    if one.by is not None:
        entry.set("by", value(one.by))
    if one.at is not None:
        entry.set("at", one.at.isoformat())
    entry.text = value(one.comment)
    return entry


def _written(fact: Any, name: str) -> etree._Element:
    entry = etree.Element(f"{{{NAMESPACE}}}{name}")
    for field in fields(fact):
        part = getattr(fact, field.name)
        if part is None:
            continue
        if not isinstance(part, tuple | Passage) and not is_dataclass(part):
            entry.set(field.name, _scalar(part))
            continue
        for one in part if isinstance(part, tuple) else (part,):
            if isinstance(one, Passage):
                place = {"start": str(one.start), "end": str(one.end)}
                etree.SubElement(entry, f"{{{NAMESPACE}}}{field.name}", place)
            elif is_dataclass(one):
                entry.append(_written(one, field.name))
            else:
                etree.SubElement(entry, f"{{{NAMESPACE}}}{field.name}").text = _scalar(one)
    return entry


def _scalar(part: Any) -> str:
    if isinstance(part, bool):
        return "true" if part else "false"
    if isinstance(part, Enum):
        return str(part.value)
    if isinstance(part, Decimal):
        return format(part, "f")
    if isinstance(part, float):
        return repr(part)
    return part.isoformat() if isinstance(part, date) else value(str(part))


def holds_reading(root: etree._Element) -> bool:
    """Tell whether a document carries a reading of ours."""
    return root.find(f".//{_TOP}") is not None


def is_of(root: etree._Element, text: str) -> bool:
    """Tell whether the reading that a document carries is of this text, to the last blank."""
    top = root.find(f".//{_TOP}")
    return top is not None and top.get("text-sha256") == digest(text)


def reviewed_of(root: etree._Element, text: str, where: str) -> Reviewed:
    """Read back the reading that a document carries, over the document's running text.

    Raises UnreadableDocument if there is none, if a field is missing or of another type, or if
    the text is not the one that was read.
    """
    top = root.find(f".//{_TOP}")
    if top is None or top.get("schema") != SCHEMA:
        raise UnreadableDocument("no reading in the document", where=where, expected=f"one of schema {SCHEMA}")
    if not is_of(root, text):
        raise UnreadableDocument("the text was changed after it was read", where=where, expected="the text as written")
    try:
        lists: dict[str, Any] = {}
        decisions = []
        for noun, kind in nouns().items():
            entries = top.findall(f"{{{NAMESPACE}}}{noun}/*")
            lists[noun] = tuple(_fact(kind, entry, text) for entry in entries)
            decisions += [one for place, entry in enumerate(entries) for one in _decided(noun, place, entry)]
        own = top.find(f"{{{NAMESPACE}}}statement")
        if own is None:
            raise ValueError("there is no statement")
        reading = Reading(text=text, statement=_fact(Statement, own, text), **lists)
    except (KeyError, TypeError, ValueError, ArithmeticError) as error:
        raise UnreadableDocument(f"not a reading: {error}", where=where, expected=SCHEMA) from error
    return Reviewed(reading, tuple(decisions))


def _decided(noun: str, place: int, entry: etree._Element) -> list[Decision]:
    one = entry.find(f"{{{NAMESPACE}}}decision")
    if one is None:
        return []
    state, by, at = one.attrib["state"], one.get("by"), one.get("at")
    if state not in STATES:
        raise ValueError(f"the state {state!r}")
    when = datetime.fromisoformat(at) if at else None
    return [Decision(noun, place, state, words_of(by) if by is not None else None, when, words_of(one.text or ""))]


@cache
def _hints(kind: type) -> Mapping[str, Any]:
    return get_type_hints(kind)


def _fact(kind: type, entry: etree._Element, text: str) -> Any:
    """Read one entry as the fact that it is; a field that stands nowhere has its default, if it has one."""
    found: dict[str, Any] = {}
    for field in fields(kind):
        hint, parts = _hints(kind)[field.name], entry.findall(f"{{{NAMESPACE}}}{field.name}")
        if get_origin(hint) is tuple:
            found[field.name] = tuple(_part(get_args(hint)[0], part, text) for part in parts)
        elif parts:
            found[field.name] = _part(_bare(hint), parts[0], text)
        elif (written := entry.get(field.name)) is not None:
            found[field.name] = _read(_bare(hint), written)
        elif type(None) in get_args(hint):
            found[field.name] = None
        elif field.default is MISSING:
            raise ValueError(f"{kind.__name__} without {field.name}")
    return kind(**found)


def _bare(hint: Any) -> Any:
    """Give the type of a field that may be None."""
    if get_origin(hint) in (Union, types.UnionType):
        (hint,) = (option for option in get_args(hint) if option is not type(None))
    return hint


def _part(hint: Any, part: etree._Element, text: str) -> Any:
    if hint is Passage:
        return Passage.of(text, int(part.attrib["start"]), int(part.attrib["end"]))
    if is_dataclass(hint) and isinstance(hint, type):
        return _fact(hint, part, text)
    return _read(hint, part.text or "")


def _read(hint: Any, written: str) -> Any:
    if hint is bool:
        return {"true": True, "false": False}[written]
    if hint is str:
        return words_of(written)
    return date.fromisoformat(written) if hint is date else hint(written)
