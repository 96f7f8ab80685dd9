"""What a statement's words mention, as Akoma Ntoso's own inline elements."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from lxml import etree

from concerted.formats.akoma_ntoso.characters import add_text, element, shown
from concerted.formats.akoma_ntoso.naming import party_id
from concerted.formats.decisions import REJECTED, Reviewed
from concerted.formats.un_symbols import address, symbol_of
from concerted.terms.passage import Passage


@dataclass(frozen=True, slots=True)
class Mark:
    """An inline element over a place of the text; the smaller ``rank``, the further out of two at one place."""

    start: int
    end: int
    name: str
    attributes: tuple[tuple[str, str], ...]
    rank: int = 1


def marks(reviewed: Reviewed) -> list[Mark]:
    """Collect the marks of a reading's facts; a rejected fact leaves none."""
    reading, decided = reviewed.reading, reviewed.by_fact()
    found: list[Mark] = []

    def add(noun: str, place: int, passage: Passage, name: str, rank: int = 1, /, **attributes: str) -> None:
        one = decided.get((noun, place))
        if one is None or one.state != REJECTED:
            found.append(Mark(passage.start, passage.end, name, tuple(attributes.items()), rank))

    for place, act in enumerate(reading.acts):
        kind = act.kind.value
        add("acts", place, act.passage, "inline", 0, name=kind, refersTo=f"#{kind}", eId=f"act_{place + 1}")
    for place, party in enumerate(reading.participants):
        add("participants", place, party.passage, "organization", refersTo=f"#{party_id(party.party)}")
    for place, person in enumerate(reading.people):
        add("people", place, person.passage, "person", refersTo=f"#person_{place + 1}")
    for place, line in enumerate(reading.lines):
        add("lines", place, line.passage, "concept", refersTo=f"#line_{line.number}")
    for place, definition in enumerate(reading.definitions):
        add("definitions", place, definition.passage, "term", refersTo=f"#term_{place + 1}")
    for place, instrument in enumerate(reading.instruments):
        known = symbol_of(instrument)
        href = address(known) if known else f"#instrument_{place + 1}"
        for passage in instrument.passages:
            add("instruments", place, passage, "ref", href=href)
    for place, meeting in enumerate(reading.meetings):
        add("meetings", place, meeting.passage, "event", refersTo=f"#meeting_{place + 1}")
    for place, deadline in enumerate(reading.deadlines):
        day = deadline.date or deadline.date_if_given
        if day is not None:
            add("deadlines", place, deadline.passage, "date", date=day.isoformat())
        else:
            add("deadlines", place, deadline.passage, "inline", name="deadline")
    for place, total in enumerate(reading.sums):
        normal = shown(f"{_number(total.value)} {total.currency or ''}")
        add("sums", place, total.passage, "quantity", refersTo="#money", normalized=normal)
    for place, quantity in enumerate(reading.quantities):
        normal = shown(f"{_number(quantity.value)} {quantity.unit}")
        add("quantities", place, quantity.passage, "quantity", refersTo="#count", normalized=normal)
    own = reading.statement
    if own.issued_on is not None and own.issued_from is not None:
        issued = (("date", own.issued_on.isoformat()),)
        found.append(Mark(own.issued_from.start, own.issued_from.end, "docDate", issued))
    return found


def _number(value: Decimal) -> str:
    return format(value, "f")


def in_order(found: Iterable[Mark]) -> list[Mark]:
    """Sort marks so that one that holds another comes before it."""
    return sorted(found, key=lambda mark: (mark.start, -mark.end, mark.rank))


def add_marked(parent: etree._Element, text: str, start: int, end: int, found: list[Mark]) -> None:
    """Add text[start:end] to an element with the marks in it, which are in order and lie within.

    Of two that cross, the later one is cut where the earlier one ends: its parts stay in place,
    and the first alone keeps the eId.
    """
    at, waiting = start, list(reversed(found))
    while waiting:
        mark = waiting.pop()
        inner: list[Mark] = []
        later: list[Mark] = []
        while waiting and waiting[-1].start < mark.end:
            one = waiting.pop()
            inner.append(replace(one, end=min(one.end, mark.end)))
            if one.end > mark.end:
                rest = tuple(pair for pair in one.attributes if pair[0] != "eId")
                later.append(replace(one, start=mark.end, attributes=rest))
        waiting = list(reversed(in_order([*later, *reversed(waiting)]))) if later else waiting
        add_text(parent, text[at : mark.start])
        add_marked(element(parent, mark.name, **dict(mark.attributes)), text, mark.start, mark.end, inner)
        at = mark.end
    add_text(parent, text[at:end])


def within(found: list[Mark], start: int, end: int) -> list[Mark]:
    """Cut marks that are in order to a part of the text; what runs over its start has lost its eId there."""
    inside = []
    for mark in found:
        if mark.start < end and mark.end > start:
            own = mark.attributes if mark.start >= start else tuple(p for p in mark.attributes if p[0] != "eId")
            inside.append(replace(mark, start=max(mark.start, start), end=min(mark.end, end), attributes=own))
    return in_order(inside)
