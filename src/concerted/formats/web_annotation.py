"""A reading as W3C Web Annotations (JSON-LD): one annotation a fact, each with its place in the text.

The target is the statement's text. Its place stands twice, as a TextPositionSelector (code
points, as the recommendation of 23 February 2017 counts, end exclusive) and as a
TextQuoteSelector, so that it is found in a copy whose characters were counted otherwise.
"""

from __future__ import annotations

import json
from datetime import UTC
from typing import Any

from concerted.formats.decisions import Decision, Reviewed, nouns
from concerted.formats.record import digest, record
from concerted.formats.un_symbols import address, symbol_of
from concerted.reading.facts import Act, Instrument, Participant
from concerted.terms.parties import is_party, party
from concerted.terms.passage import Passage

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
MEDIA_TYPE = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"'
SOFTWARE = {"id": "urn:concerted:software", "type": "Software", "name": "Concerted"}
FACT = {"type": "TextualBody", "purpose": "describing", "format": "application/json"}
STATEMENT = "statement"
# In characters on either side of a quotation.
_AROUND = 32
_STATES = "http://publications.europa.eu/resource/authority/country/"
_MOTIVATIONS = {
    **{"acts": "classifying", "instruments": "linking", "checks": "assessing", "definitions": "describing"},
    **{"participants": "identifying", "people": "identifying", "lines": "identifying", "meetings": "identifying"},
    **{"deadlines": "tagging", "sums": "tagging", "quantities": "tagging", "passed_over": "classifying"},
}

Json = dict[str, Any]


def text_iri(text: str) -> str:
    """Name a text by its SHA-256 in UTF-8, where it has no address."""
    return f"urn:sha256:{digest(text)}"


def collection(reviewed: Reviewed, source: str | None = None) -> Json:
    """Write a reading as an AnnotationCollection with one page; ``source`` is the text's IRI, else its digest's.

    Each annotation's body is the fact as it stands in the record, beside tags and links that
    other programs understand, and what a person decided about it.
    """
    reading, decided = reviewed.reading, reviewed.by_fact()
    iri, stored = source or text_iri(reading.text), record(reading)
    own = {key: value for key, value in stored.items() if key not in nouns()}
    items = [_annotation(iri, STATEMENT, "describing", [iri], [_fact(own)])]
    for noun in nouns():
        for place, fact in enumerate(getattr(reading, noun)):
            targets = [_target(iri, reading.text, passage) for passage in _passages(fact)]
            bodies = [*_tags(noun, fact), *_links(fact), _fact(stored[noun][place])]
            bodies += _decision(decided.get((noun, place)))
            items.append(_annotation(iri, f"{noun}-{place + 1}", _MOTIVATIONS.get(noun, "describing"), targets, bodies))
    return {
        "@context": CONTEXT,
        "id": f"{iri}#annotations",
        "type": "AnnotationCollection",
        "label": reading.statement.title,
        "total": len(items),
        "generator": SOFTWARE,
        "first": {"id": f"{iri}#annotations-1", "type": "AnnotationPage", "startIndex": 0, "items": items},
    }


def dumps(reviewed: Reviewed, source: str | None = None) -> str:
    """Write a reading as the text of a file of annotations, ended by a line break."""
    return json.dumps(collection(reviewed, source), ensure_ascii=False, indent=1) + "\n"


def _annotation(iri: str, name: str, motivation: str, targets: list[Any], bodies: list[Json]) -> Json:
    return {
        "id": f"{iri}#{name}",
        "type": "Annotation",
        "motivation": motivation,
        "creator": SOFTWARE,
        "body": bodies,
        "target": targets[0] if len(targets) == 1 else targets,
    }


def _passages(fact: Any) -> tuple[Passage, ...]:
    return fact.passages if hasattr(fact, "passages") else (fact.passage,)


def _target(iri: str, text: str, passage: Passage) -> Json:
    quote = {
        "type": "TextQuoteSelector",
        "exact": passage.quote,
        "prefix": text[max(0, passage.start - _AROUND) : passage.start],
        "suffix": text[passage.end : passage.end + _AROUND],
    }
    position = {"type": "TextPositionSelector", "start": passage.start, "end": passage.end}
    return {"type": "SpecificResource", "source": iri, "selector": [position, quote]}


def _fact(stored: Json) -> Json:
    return FACT | {"value": json.dumps(stored, ensure_ascii=False, separators=(",", ":"))}


def _tags(noun: str, fact: Any) -> list[Json]:
    """Name what a fact is, in words that a reader of annotations shows."""
    words = [noun]
    if isinstance(fact, Act):
        words.append(fact.kind.value)
    if isinstance(fact, Participant):
        words += [fact.role.value, fact.party]
    return [{"type": "TextualBody", "purpose": "tagging", "format": "text/plain", "value": one} for one in words]


def _links(fact: Any) -> list[Json]:
    """Link a state to the register of the European Union's Publications Office, a UN document to itself."""
    if isinstance(fact, Instrument) and (symbol := symbol_of(fact)):
        return [{"type": "SpecificResource", "purpose": "linking", "source": address(symbol)}]
    if isinstance(fact, Participant) and is_party(fact.party) and party(fact.party).kind == "state":
        return [{"type": "SpecificResource", "purpose": "identifying", "source": _STATES + fact.party}]
    return []


def _decision(one: Decision | None) -> list[Json]:
    """Write a decision as an assessment by the person who made it, and a comment if there is one."""
    if one is None:
        return []
    said: Json = {}
    if one.by is not None:
        said["creator"] = {"type": "Person", "name": one.by}
    if one.at is not None:
        said["created"] = one.at.astimezone(UTC).isoformat().replace("+00:00", "Z")
    assessed: Json = {"type": "TextualBody", "purpose": "assessing", "format": "text/plain", "value": one.state}
    comment: Json = {"type": "TextualBody", "purpose": "commenting", "format": "text/plain", "value": one.comment}
    return [assessed | said, *([comment | said] if one.comment else [])]
