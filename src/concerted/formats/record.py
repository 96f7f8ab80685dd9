"""A reading as JSON and back: the record file of a statement.

The shape follows the facts in ``reading.facts``: an object a fact, with the fact's own field
names. Three things differ, so that a record reads well by itself. Every passage stands twice:
as its words (``quote``, ``quotes``, ``text`` of an act, ``due``) and as its place
(``{start, end, quote}``). The statement's own fields stand at the top. And ``issued_between``
is the window within which a statement without a date must have been made.
"""

from __future__ import annotations

import hashlib
import json
import types
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from concerted.formats import decisions
from concerted.formats.decisions import Reviewed
from concerted.reading.facts import Act, Reading, Statement
from concerted.terms.errors import UnreadableDocument
from concerted.terms.passage import Passage

SCHEMA = "concerted-reading-1"
Record = dict[str, Any]
T = TypeVar("T")

# Where a passage's words stand beside the passage itself: field of a fact -> key of its words.
WORDS = {"passage": "quote", "passages": "quotes", "due": "due"}
WORDS_OF_ACT = WORDS | {"passage": "text"}
# A key that the words have taken leaves the passage this one.
PLACE = {"due": "due_passage"}


def record(reading: Reading) -> Record:
    """Write a reading as a record: plain objects, lists, strings, numbers, true, false and null."""
    out: Record = {"schema": SCHEMA} | _written(reading.statement)
    window = out.pop("window")
    out["issued_between"] = [window["earliest"], window["latest"]] if window else None
    out["issued_between_from"] = [window["earliest_from"], window["latest_from"]] if window else None
    lists = [field.name for field in fields(reading) if field.name not in ("text", "statement")]
    return out | {name: [_written(fact) for fact in getattr(reading, name)] for name in lists}


def dumps(read: Reading | Reviewed) -> str:
    """Write a reading, and what people decided about it, as a record file's text, ended by a line break."""
    reviewed = read if isinstance(read, Reviewed) else Reviewed(read)
    out = record(reviewed.reading)
    if reviewed.decisions:
        out["decisions"] = [decisions.written(one) for one in reviewed.decisions]
    return json.dumps(out, ensure_ascii=False, indent=1) + "\n"


def digest(text: str) -> str:
    """Give the SHA-256 of a text in UTF-8, by which what was written about it knows it again."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def reading_of(stored: Record, text: str) -> Reading:
    """Read a record back over the text that it was made from.

    Raises UnreadableDocument if the record has another schema, lacks a field, or quotes words
    that do not stand in the text where it says.
    """
    if stored.get("schema") != SCHEMA:
        raise UnreadableDocument(f"a record of schema {stored.get('schema')!r}", where="schema", expected=SCHEMA)
    flat = dict(stored)
    between, bounds = flat.pop("issued_between", None), flat.pop("issued_between_from", None)
    try:
        if between is not None:
            keys = ("earliest", "latest", "earliest_from", "latest_from")
            flat["window"] = dict(zip(keys, [*between, *(bounds or (None, None))], strict=True))
        facts = {
            name: tuple(_read(get_args(hint)[0], fact, f"{name}/{place}") for place, fact in enumerate(flat[name]))
            for name, hint in _hints(Reading).items()
            if name not in ("text", "statement")
        }
        reading = Reading(text=text, statement=_read(Statement, flat, "statement"), **facts)
    except (KeyError, TypeError, ValueError, ArithmeticError) as error:
        raise UnreadableDocument(f"not a record: {error!r}", where="record", expected=SCHEMA) from error
    check_passages(reading, text)
    return reading


def reviewed_of(stored: Record, text: str) -> Reviewed:
    """Read a record back with what people decided, as ``reading_of`` does."""
    reading = reading_of(stored, text)
    entries = stored.get("decisions") or []
    return Reviewed(reading, tuple(decisions.decision(one, f"decisions/{place}") for place, one in enumerate(entries)))


def check_passages(fact: object, text: str) -> None:
    """Raise UnreadableDocument unless every passage of a fact stands in the text where it says."""
    for passage in passages(fact):
        if text[passage.start : passage.end] != passage.quote:
            raise UnreadableDocument(
                f"{passage.quote[:60]!r} does not stand at {passage.start}:{passage.end}",
                where="record",
                expected="the text that the record was made from",
            )


def written(fact: object) -> Record:
    """Write one fact as it stands in a record."""
    out: Record = _written(fact)
    return out


def fact_of(kind: type[T], stored: Record, text: str, where: str = "fact") -> T:
    """Read one fact back from a record, over the text that it was read in.

    Raises UnreadableDocument if a field is missing or of another type, or if words do not stand
    in the text where the record says.
    """
    try:
        fact: T = _read(kind, stored, where)
    except (KeyError, TypeError, ValueError, ArithmeticError) as error:
        raise UnreadableDocument(f"not a {kind.__name__.lower()}: {error}", where=where, expected=SCHEMA) from error
    check_passages(fact, text)
    return fact


def passages(fact: object) -> list[Passage]:
    """Collect every passage that a reading or a fact holds, in the order of its fields."""
    if isinstance(fact, Passage):
        return [fact]
    if isinstance(fact, tuple):
        return [passage for part in fact for passage in passages(part)]
    if is_dataclass(fact):
        return [passage for field in fields(fact) for passage in passages(getattr(fact, field.name))]
    return []


def words_of(fact: type) -> dict[str, str]:
    """Tell which fields of a fact also stand as their words, and under which key."""
    return WORDS_OF_ACT if fact is Act else WORDS


def _written(value: Any) -> Any:
    """Write one value of a fact as JSON."""
    if isinstance(value, Passage):
        return {"start": value.start, "end": value.end, "quote": value.quote}
    if is_dataclass(value):
        out: Record = {}
        for field in fields(value):
            part = getattr(value, field.name)
            if (key := words_of(type(value)).get(field.name)) is not None:
                out[key] = _words(part)
            out[PLACE.get(field.name, field.name)] = _written(part)
        return out
    if isinstance(value, tuple):
        return [_written(part) for part in value]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Decimal):
        return format(value, "f")
    return value.isoformat() if isinstance(value, date) else value


def _words(part: Passage | tuple[Passage, ...] | None) -> str | list[str] | None:
    if isinstance(part, tuple):
        return [passage.quote for passage in part]
    return part.quote if part is not None else None


@cache
def _hints(fact: type) -> dict[str, Any]:
    return get_type_hints(fact)


def _read(hint: Any, value: Any, where: str) -> Any:
    """Read one value back as the type that the fact declares for it."""
    if get_origin(hint) in (Union, types.UnionType):
        if value is None:
            return None
        (hint,) = (option for option in get_args(hint) if option is not type(None))
    if get_origin(hint) is tuple:
        return tuple(_read(get_args(hint)[0], part, where) for part in value)
    if is_dataclass(hint) and isinstance(hint, type):
        return hint(
            **{
                field.name: _read(_hints(hint)[field.name], value[key], f"{where}/{key}")
                for field in fields(hint)
                if (key := PLACE.get(field.name, field.name)) in value
            }
        )
    if hint is date:
        return date.fromisoformat(value)
    if hint in (float, Decimal) or issubclass(hint, Enum):
        return hint(value)
    if not isinstance(value, hint):
        raise ValueError(f"{where}: {value!r} is no {hint.__name__}")
    return value
