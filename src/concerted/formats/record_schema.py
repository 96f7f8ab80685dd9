"""The JSON Schema of a record, worked out from the facts that a record holds.

``python -m concerted.formats.record_schema`` prints it; ``docs/schema/reading.schema.json``
is the published copy, which a test compares.
"""

from __future__ import annotations

import json
import sys
import types
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any, Union, get_args, get_origin, get_type_hints

from concerted.formats.decisions import STATES
from concerted.formats.record import PLACE, SCHEMA, words_of
from concerted.reading.facts import Kind, Reading, Statement
from concerted.reading.second_opinion import Verdict
from concerted.terms.passage import Passage

Schema = dict[str, Any]

_TEXT: Schema = {"type": "string"}
_DAY: Schema = {"type": "string", "format": "date"}
_NUMBER: Schema = {"type": "string", "pattern": r"^-?\d+(\.\d+)?$"}
_SCALARS: dict[Any, Schema] = {
    str: _TEXT,
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    date: _DAY,
    Decimal: _NUMBER,
}


def schema() -> Schema:
    """Write the JSON Schema (draft 2020-12) that every record fulfils."""
    definitions: dict[str, Schema] = {}
    statement = _object(Statement, definitions)
    properties: Schema = {"schema": {"const": SCHEMA}} | statement["properties"]
    del properties["window"], definitions["Window"]
    properties["issued_between"] = _or_null(_pair(_or_null(_DAY))) | {
        "description": "The first and the last day on which a statement without a date can have been made."
    }
    properties["issued_between_from"] = _or_null(_pair(_or_null(_reference(Passage, definitions)))) | {
        "description": "The passages that bound the window."
    }
    lists = {name: hint for name, hint in get_type_hints(Reading).items() if name not in ("text", "statement")}
    properties |= {name: _of(hint, definitions) for name, hint in lists.items()}
    required = list(properties)
    properties["decisions"] = _decisions(list(lists))
    properties["second_reader"] = _second_reader()
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"{SCHEMA}.schema.json",
        "title": "A reading",
        "description": "What the program makes of one statement. Quotes are verbatim; start and end count code "
        "points of the stored text, end exclusive.",
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": False,
        "$defs": definitions,
    }


def _decisions(lists: list[str]) -> Schema:
    entry: Schema = {
        "list": {"enum": lists},
        "place": {"type": "integer", "minimum": 0},
        "state": {"enum": list(STATES)},
        "by": _or_null(_TEXT),
        "at": _or_null({"type": "string", "format": "date-time"}),
        "comment": _TEXT,
    }
    return {
        "description": "What people decided about facts, each named by its list and its place in it from 0; "
        "only in a record that comes from a register.",
        "type": "array",
        "items": {
            "type": "object",
            "properties": entry,
            "required": list(entry),
            "additionalProperties": False,
        },
    }


def _second_reader() -> Schema:
    kind = _or_null({"enum": [one.value for one in Kind]})
    place: Schema = {"type": "integer", "minimum": 0}
    entry: Schema = {"start": place, "end": place, "quote": _TEXT}
    entry |= {"verdict": {"enum": [one.value for one in Verdict]}, "first": kind, "second": kind}
    opinions: Schema = {"type": "object", "properties": entry, "required": list(entry), "additionalProperties": False}
    said: Schema = {
        "endpoint": _TEXT,
        "model": _TEXT,
        "unfounded": place,
        "silent": {"type": "array", "items": _TEXT},
        "opinions": {"type": "array", "items": opinions},
    }
    return {
        "description": "What a second reader made of the acts, beside the first reader's; only where one was asked.",
        "type": "object",
        "properties": said,
        "required": list(said),
        "additionalProperties": False,
    }


def _pair(member: Schema) -> Schema:
    return {"type": "array", "prefixItems": [member, member], "items": False, "minItems": 2}


def _or_null(member: Schema) -> Schema:
    return {"anyOf": [member, {"type": "null"}]}


def _reference(fact: type, definitions: dict[str, Schema]) -> Schema:
    if fact.__name__ not in definitions:
        definitions[fact.__name__] = {}  # stands in for itself while it is being written
        definitions[fact.__name__] = _object(fact, definitions)
    return {"$ref": f"#/$defs/{fact.__name__}"}


def _object(fact: type, definitions: dict[str, Schema]) -> Schema:
    hints = get_type_hints(fact)
    properties: Schema = {}
    for field in fields(fact):
        place = _of(hints[field.name], definitions)
        if (key := words_of(fact).get(field.name)) is not None:
            properties[key] = _words(hints[field.name])
        properties[PLACE.get(field.name, field.name)] = place
    return {
        "description": (fact.__doc__ or "").strip().partition("\n")[0],
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _words(hint: Any) -> Schema:
    if get_origin(hint) is tuple:
        return {"type": "array", "items": _TEXT, "minItems": 1}
    return _or_null(_TEXT) if get_args(hint) else _TEXT


def _of(hint: Any, definitions: dict[str, Schema]) -> Schema:
    if get_origin(hint) in (Union, types.UnionType):
        (member,) = (option for option in get_args(hint) if option is not type(None))
        return _or_null(_of(member, definitions))
    if get_origin(hint) is tuple:
        return {"type": "array", "items": _of(get_args(hint)[0], definitions)}
    if is_dataclass(hint) and isinstance(hint, type):
        return _reference(hint, definitions)
    if issubclass(hint, Enum):
        return {"enum": [member.value for member in hint]}
    return _SCALARS[hint]


if __name__ == "__main__":
    sys.stdout.write(json.dumps(schema(), ensure_ascii=False, indent=2) + "\n")
