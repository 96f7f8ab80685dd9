"""What a pack says: whose it is, for whom, and each record as the sender has it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from concerted.ledger.packs.canonical import UnreadablePack, digest

FORMAT = "concerted pack 1"
_DIGEST = re.compile(r"[0-9a-f]{64}")
# The largest key of a table; larger ones are no database's.
_LARGEST = 2**63 - 1
_WORDS = ("coalition", "partner", "sender", "receiver", "at", "by")


@dataclass(frozen=True, slots=True)
class Head:
    """A pack's first line, which everybody can read: of which coalition and partner, made when and by whom.

    ``sender`` and ``receiver`` are the registers' names; ``entries`` is how long the sender's ledger was, ``since`` how
    long it was when what is left out had not changed any more (0: nothing is left out).
    """

    coalition: str
    partner: str
    sender: str
    receiver: str
    at: str
    by: str
    entries: int
    since: int = 0

    def written(self) -> dict[str, Any]:
        """Give the line's object."""
        own = {name: getattr(self, name) for name in (*_WORDS, "entries", "since")}
        return {"format": FORMAT, **own}


@dataclass(frozen=True, slots=True)
class Released:
    """How far a record is released: the kind, the line of a working group, the codes of named partners in order."""

    kind: str
    line: int | None = None
    partners: tuple[str, ...] = ()

    def written(self) -> dict[str, Any]:
        """Give its object."""
        return {"kind": self.kind, "line": self.line, "partners": list(self.partners)}


@dataclass(frozen=True, slots=True)
class Change:
    """A record as the sender has it.

    ``origin`` and ``number`` name it in both registers: the register where it was entered, and its number there.
    ``base`` is the state that the sender last knew the receiver to have (None: none). What is withdrawn says
    no more: its ``release`` is None and its ``content`` empty. Of a content, empty values are left out, so that a
    column that one version lacks and nobody uses makes no difference.
    """

    origin: str
    number: int
    noun: str
    edition: int
    release: Released | None = None
    base: str | None = None
    content: Mapping[str, Any] = field(default_factory=dict)

    @property
    def withdrawn(self) -> bool:
        """Tell whether its owner took it back."""
        return self.release is None

    @property
    def state(self) -> str:
        """Give the digest of what it says and how far it is released: the same for the same in both registers."""
        released = self.release.written() if self.release else None
        return digest({"noun": self.noun, "release": released, "content": dict(self.content)})

    def written(self) -> dict[str, Any]:
        """Give the line's object."""
        return {
            "origin": self.origin,
            "number": self.number,
            "noun": self.noun,
            "edition": self.edition,
            "withdrawn": self.withdrawn,
            "release": self.release.written() if self.release else None,
            "base": self.base,
            "content": dict(self.content),
        }


def head(said: Mapping[str, Any], *, where: str) -> Head:
    """Read a header; raises UnreadablePack for another format and for anything missing or unknown."""
    if said.get("format") != FORMAT:
        raise UnreadablePack(f"its format is {said.get('format')!r:.60}", where=where, expected=repr(FORMAT))
    _keys(said, ("format", *_WORDS, "entries", "since"), where)
    words = {name: _text(said[name], where, name) for name in _WORDS}
    return Head(**words, entries=_number(said["entries"], where), since=_number(said["since"], where))


def change(said: Mapping[str, Any], *, where: str) -> Change:
    """Read a record's object; raises UnreadablePack for anything missing, unknown or of another kind."""
    _keys(said, ("origin", "number", "noun", "edition", "withdrawn", "release", "base", "content"), where)
    base, content, withdrawn = said["base"], said["content"], said["withdrawn"]
    if base is not None and not (isinstance(base, str) and _DIGEST.fullmatch(base)):
        raise _wrong("base", where, "a digest or null")
    if not isinstance(content, dict) or not isinstance(withdrawn, bool):
        raise _wrong("content", where, "an object, and whether it is withdrawn")
    if withdrawn != (said["release"] is None) or (withdrawn and content):
        raise _wrong("withdrawn", where, "a release and a content for what is not withdrawn alone")
    return Change(
        _text(said["origin"], where, "origin"),
        _number(said["number"], where),
        _text(said["noun"], where, "noun"),
        _number(said["edition"], where),
        _released(said["release"], where),
        base,
        content,
    )


def _released(said: object, where: str) -> Released | None:
    if said is None:
        return None
    if not isinstance(said, dict):
        raise _wrong("release", where, "an object or null")
    _keys(said, ("kind", "line", "partners"), where)
    partners, line = said["partners"], said["line"]
    if not isinstance(partners, list) or not all(isinstance(one, str) for one in partners):
        raise _wrong("partners", where, "a list of codes")
    return Released(_text(said["kind"], where, "kind"), None if line is None else _number(line, where), tuple(partners))


def _keys(said: Mapping[str, Any], known: tuple[str, ...], where: str) -> None:
    if odd := sorted(said.keys() ^ set(known)):
        raise UnreadablePack(f"missing or unknown: {', '.join(odd):.100}", where=where, expected=", ".join(known))


def _text(value: object, where: str, name: str) -> str:
    if not isinstance(value, str) or not value or len(value) > 300:
        raise _wrong(name, where, "text of 300 characters at most")
    return value


def _number(value: object, where: str) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= _LARGEST:
        raise _wrong("number", where, "a whole number from 0")
    return value


def _wrong(name: str, where: str, expected: str) -> UnreadablePack:
    return UnreadablePack(f"its {name} cannot be", where=where, expected=expected)
