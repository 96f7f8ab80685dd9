"""The parties that may stand in a statement: states, organisations and authorities, by all their names.

States go by ISO 3166-1 alpha-3, the rest by the short name that the field uses. Loaded once
from ``vocabulary/states.yaml`` and ``vocabulary/organisations.yaml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import cache, lru_cache
from typing import Any

from concerted.terms.names import Name
from concerted.terms.shelf import BadData, load, vocabulary

EVERY_LANGUAGE = ""
LANGUAGES = ("en", "fr", "ar", "sv")


class Form(StrEnum):
    """What a name of a party is like, and so where it counts."""

    NAME = "name"
    ORGAN = "organ"
    ADJECTIVE = "adjective"
    AMBIGUOUS = "ambiguous"
    PERSONAL = "personal"


@dataclass(frozen=True, slots=True)
class PartyName(Name):
    """A name of a party, and what it is like. ``language`` is empty for an abbreviation used in all."""

    form: Form = Form.NAME


@dataclass(frozen=True, slots=True)
class Party:
    """A state, organisation, group or authority. ``kind`` is ``state`` for states; ``part_of`` a party's id."""

    id: str
    kind: str
    names: tuple[PartyName, ...]
    part_of: str | None = None

    def name(self, language: str = "en", on: date | None = None) -> str:
        """Give the name to show in a language (English where there is none) on a day (today's where None)."""
        for wanted in (language, "en"):
            for name in self.names:
                if name.language == wanted and (name.until is None if on is None else name.holds_on(on)):
                    return name.text
        return self.names[0].text


_TAG = re.compile(r" \[(?:since (?P<since>\d{4}-\d\d-\d\d)|until (?P<until>\d{4}-\d\d-\d\d)|(?P<form>[a-z]+))\]")
_FORMS = {"ambiguous": Form.AMBIGUOUS, "person": Form.PERSONAL}
_FIELDS = {"kind", "part_of"}


# Parties with the names that a coalition calls them by, while one of its statements is read.
_own: ContextVar[tuple[Party, ...]] = ContextVar("own_parties", default=())


def parties() -> dict[str, Party]:
    """Give every party by its id, with those that ``knowing`` adds; raises BadData if a vocabulary file is wrong."""
    added = _own.get()
    return _together(added) if added else _vocabulary()


def own() -> tuple[Party, ...]:
    """Give what ``knowing`` adds; none outside of it."""
    return _own.get()


@contextmanager
def knowing(added: tuple[Party, ...]) -> Iterator[None]:
    """Let further parties, or further names of those that the vocabulary has, be known until the context ends."""
    token = _own.set(added)
    try:
        yield
    finally:
        _own.reset(token)


@lru_cache(maxsize=4)
def _together(added: tuple[Party, ...]) -> dict[str, Party]:
    found = dict(_vocabulary())
    for one in added:
        known = found.get(one.id)
        found[one.id] = replace(known, names=(*known.names, *one.names)) if known else one
    return found


@cache
def _vocabulary() -> dict[str, Party]:
    found = {}
    for file in ("states", "organisations"):
        path = vocabulary(file)
        for id, entry in load(path).items():
            found[id] = _party(id, entry, f"{path}: {id}")
    return found


def party(id: str) -> Party:
    """Give the party of an id; raises KeyError if the vocabulary has none."""
    return parties()[id]


def is_party(id: str) -> bool:
    """Tell whether the vocabulary knows a party of that id."""
    return id in parties()


@cache
def other_places() -> dict[str, tuple[str, ...]]:
    """Load the names, by language, that contain a party's name and are not that party."""
    return {language: tuple(names) for language, names in load(vocabulary("other-places")).items()}


def _party(id: str, entry: Any, where: str) -> Party:
    if not isinstance(entry, dict):
        raise BadData("no names found", where=where, expected="en, fr and ar with names")
    names: list[PartyName] = []
    for key, value in entry.items():
        if key in _FIELDS:
            continue
        form = {"adjectives": Form.ADJECTIVE, "organs": Form.ORGAN}.get(key, Form.NAME)
        language = "en" if form is not Form.NAME else EVERY_LANGUAGE if key == "any" else key
        if language and language not in LANGUAGES:
            raise BadData(f"unknown key {key}", where=where, expected="adjectives, any, organs or a language")
        names += [_name(text, language, form, where) for text in value.split(" | ")]
    names.sort(key=lambda name: (name.language == EVERY_LANGUAGE, name.form in (Form.ADJECTIVE, Form.ORGAN)))
    return Party(id, entry.get("kind", "state"), tuple(names), entry.get("part_of"))


def _name(text: str, language: str, form: Form, where: str) -> PartyName:
    if "[" not in text:
        return PartyName(text, language, None, None, form)
    since = until = None
    for tag in _TAG.finditer(text):
        if tag["form"] and tag["form"] not in _FORMS:
            raise BadData(f"[{tag['form']}] found", where=f"{where}: {text}", expected="[ambiguous] or [person]")
        form = _FORMS[tag["form"]] if tag["form"] else form
        since = date.fromisoformat(tag["since"]) if tag["since"] else since
        until = date.fromisoformat(tag["until"]) if tag["until"] else until
    bare = _TAG.sub("", text)
    if "[" in bare:
        raise BadData(f"{text!r} found", where=where, expected="[since DAY], [until DAY], [ambiguous] or [person]")
    return PartyName(bare, language, since, until, form)
