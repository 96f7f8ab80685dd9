"""What Akoma Ntoso says about a statement: its names, its authors, and all that it refers to."""

from __future__ import annotations

from datetime import date

from lxml import etree

from concerted.formats.akoma_ntoso.characters import element, shown
from concerted.formats.akoma_ntoso.naming import WorkName, party_id, slug
from concerted.formats.un_symbols import address, symbol_of
from concerted.reading.facts import Kind, Reading, Role
from concerted.terms.parties import is_party, party

SOFTWARE = "concerted"
_SOURCE = {"source": f"#{SOFTWARE}"}
_ONTOLOGY = "/akn/ontology"


def add_meta(statement: etree._Element, reading: Reading, name: WorkName, made_on: date) -> etree._Element:
    """Add the metadata; ``made_on`` is the day of the markup. Gives the place for what the acts are."""
    meta = element(statement, "meta")
    _identification(meta, reading, name, made_on)
    other = element(element(meta, "analysis", **_SOURCE), "otherAnalysis", **_SOURCE)
    _references(meta, reading)
    return other


def _identification(meta: etree._Element, reading: Reading, name: WorkName, made_on: date) -> None:
    top, own = element(meta, "identification", **_SOURCE), reading.statement
    work = element(top, "FRBRWork")
    _names(work, f"{name.uri}/!main", name.uri)
    aliases = {"title": own.title, "source": own.source}
    if name.symbol:
        aliases |= {"symbol": name.symbol, "address": address(name.symbol)}
    for alias, words in aliases.items():
        if words:
            element(work, "FRBRalias", name=alias, value=shown(words))
    for what, day in name.dates:
        element(work, "FRBRdate", name=what, date=day.isoformat())
    for author in _authors(reading):
        element(work, "FRBRauthor", **{"href": f"#{author}", "as": "#issuer"})
    element(work, "FRBRcountry", value=name.country)
    element(work, "FRBRsubtype", value=name.subtype)
    element(work, "FRBRnumber", value=name.number)
    expression = element(top, "FRBRExpression")
    _names(expression, f"{name.expression}/!main", name.expression)
    what, day = name.dates[0]
    element(expression, "FRBRdate", name=what, date=day.isoformat())
    element(expression, "FRBRauthor", **{"href": "#issuers", "as": "#issuer"})
    element(expression, "FRBRlanguage", language=name.language)
    manifestation = element(top, "FRBRManifestation")
    _names(manifestation, f"{name.expression}/!main.xml", f"{name.expression}.akn")
    element(manifestation, "FRBRdate", name="markup", date=made_on.isoformat())
    element(manifestation, "FRBRauthor", **{"href": f"#{SOFTWARE}", "as": "#editor"})
    element(manifestation, "FRBRformat", value="application/akn+xml")


def _names(level: etree._Element, this: str, uri: str) -> None:
    element(level, "FRBRthis", value=this)
    element(level, "FRBRuri", value=uri)


def _parties(reading: Reading) -> dict[str, str]:
    """Collect the parties of a statement, by id, with the name to show."""
    named = {one.party: one.name for one in reading.statement.title_participants}
    named |= {one.party: one.name for one in reversed(reading.participants)}
    return {id: party(id).name() if is_party(id) else name for id, name in named.items()}


def _authors(reading: Reading) -> list[str]:
    issuers = [one.party for one in reading.participants if one.role is Role.ISSUER]
    issuers += [one.party for one in reading.statement.title_participants]
    return [party_id(one) for one in dict.fromkeys(issuers)] or ["issuers"]


def _references(meta: etree._Element, reading: Reading) -> None:
    """List what the text's marks refer to, each once."""
    top, known = element(meta, "references", **_SOURCE), set[str]()

    def add(kind: str, eid: str, path: str, words: str, **more: str) -> None:
        if eid not in known:
            known.add(eid)
            href = path if "://" in path else f"{_ONTOLOGY}/{path}"
            element(top, kind, eId=eid, href=href, showAs=shown(words) or eid, **more)

    add("TLCOrganization", SOFTWARE, "organization/xx/concerted", "Concerted")
    add("TLCOrganization", "issuers", "organization/xx/issuers", "The issuers of the statement")
    add("TLCRole", "issuer", "role/xx/issuer", "Issuer")
    add("TLCRole", "editor", "role/xx/editor", "Editor")
    for id, shown_name in _parties(reading).items():
        add("TLCOrganization", party_id(id), f"organization/xx/{slug(id)}", shown_name)
    for place, person in enumerate(reading.people, 1):
        add("TLCPerson", f"person_{place}", f"person/xx/{slug(person.name) or place}", person.name)
    for place, meeting in enumerate(reading.meetings, 1):
        day = f"-{meeting.start.isoformat()}" if meeting.start else ""
        add("TLCEvent", f"meeting_{place}", f"event/xx/{slug(meeting.name) or place}{day}", meeting.name)
    for kind in Kind:
        add("TLCConcept", kind.value, f"concept/xx/{kind.value}", kind.value.capitalize())
    add("TLCConcept", "money", "concept/xx/money", "Money")
    add("TLCConcept", "count", "concept/xx/count", "Count")
    for line in reading.lines:
        add("TLCConcept", f"line_{line.number}", f"concept/xx/line-{line.number}", line.title)
    for place, definition in enumerate(reading.definitions, 1):
        add("TLCTerm", f"term_{place}", f"term/xx/{slug(definition.term) or place}", definition.term)
    for place, instrument in enumerate(reading.instruments, 1):
        symbol = symbol_of(instrument)
        path = address(symbol) if symbol else f"reference/xx/{slug(instrument.id) or place}"
        add("TLCReference", f"instrument_{place}", path, instrument.id, name="instrument")
