"""An entry of the ledger, and the bytes that stand for it in the tree."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from concerted.ledger.tree import hash_leaf
from concerted.terms.errors import ConcertedError

# Entries of another form, should there be one, get another number: no bytes of one are those of the other.
VERSION = 1
# Whole numbers beyond it are not the same in every reader of JSON (RFC 8785, section 3.2.2.3).
_LARGEST = 2**53 - 1

Name = str | int


class UnreadableEntry(ConcertedError):
    """The fields are not those of an entry."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A change of one record, as the database wrote it down.

    ``act`` groups the entries of one action; ``noun`` and ``record`` say which row changed, ``root_noun``
    and ``root`` which record it is a part of; ``by`` who changed it (None: from outside the program);
    ``owner`` and ``release`` who might see it. ``before`` and ``after`` are the row's JSON, character by
    character as it was written; None where there was no row. ``salt`` keeps anybody from guessing
    contents out of a hash.
    """

    act: Name
    at: str
    by: Name | None
    action: str
    noun: str
    record: Name
    root_noun: str
    root: Name
    coalition: Name | None
    owner: Name | None
    release: Name | None
    before: str | None
    after: str | None
    salt: str


_NAMES = frozenset(field.name for field in fields(Entry))
_TEXTS = frozenset(("at", "action", "noun", "root_noun", "salt"))
_TEXTS_OR_NONE = frozenset(("before", "after"))
_NAMES_OR_NONE = frozenset(("by", "coalition", "owner", "release"))


def canonical(entry: Entry, *, where: str = "an entry of the ledger") -> bytes:
    """Write an entry as the bytes that are hashed: the same for the same entry, for no other one.

    It is the JSON of RFC 8785 (keys in order, no spaces, UTF-8) with every field, None as null,
    and ``version``. Raises UnreadableEntry where a field is of another kind than declared.
    """
    values = {name: getattr(entry, name) for name in _NAMES}
    _check(values, where)
    text = json.dumps(
        values | {"version": VERSION}, ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":")
    )
    try:
        return text.encode()
    except UnicodeEncodeError as error:
        raise UnreadableEntry("half a character", where=where, expected="Unicode text") from error


def leaf_hash(entry: Entry) -> bytes:
    """Hash an entry as a leaf of the tree."""
    return hash_leaf(canonical(entry))


def entry_of(values: Mapping[str, Any], *, where: str) -> Entry:
    """Make an entry of its fields by name; raises UnreadableEntry where ``canonical`` could not write it."""
    if odd := set(values) ^ _NAMES:
        expected = f"the fields {', '.join(sorted(_NAMES))}"
        raise UnreadableEntry(f"missing or unknown: {', '.join(sorted(odd))}", where=where, expected=expected)
    entry = Entry(**values)
    canonical(entry, where=where)
    return entry


def _check(values: Mapping[str, Any], where: str) -> None:
    for name, value in values.items():
        if name in _TEXTS:
            fits, expected = isinstance(value, str), "text"
        elif name in _TEXTS_OR_NONE:
            fits, expected = value is None or isinstance(value, str), "text or null"
        else:
            fits = _is_name(value) or (value is None and name in _NAMES_OR_NONE)
            expected = "text or a whole number" + (" or null" if name in _NAMES_OR_NONE else "")
        if not fits:
            raise UnreadableEntry(f"{name} is {repr(value)[:40]}", where=where, expected=expected)


def _is_name(value: object) -> bool:
    if isinstance(value, int):
        return not isinstance(value, bool) and abs(value) <= _LARGEST
    return isinstance(value, str)
