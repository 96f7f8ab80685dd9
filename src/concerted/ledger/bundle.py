"""A bundle: what a partner takes along to check the ledger without the register. One JSON file.

Checkpoints, proofs that each only added to the one before it, and the partner's entries, each with
the proof that the last checkpoint holds it. docs/ledger.md shows the format.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from io import StringIO
from itertools import pairwise
from typing import TextIO

from concerted.ledger.checkpoints import Checkpoint, checkpoint
from concerted.ledger.encoding import to_base64
from concerted.ledger.entry import Entry, entry_of
from concerted.ledger.keys import VerifierKey, verifier_key
from concerted.ledger.source import Source, twice
from concerted.ledger.tiles import Reader, Tree
from concerted.ledger.written import UnreadableBundle, Written

FORMAT = "concerted ledger bundle 1"
_HEAD = {"format": 0, "origin": 0, "key": 0, "checkpoints": 0, "consistency": 0}.keys()
_ENTRIES = "entries"


@dataclass(frozen=True, slots=True)
class Growth:
    """A path that is to prove that the tree of ``to`` entries only added to that of ``since`` entries."""

    since: int
    to: int
    path: tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class Held:
    """An entry, its place in the ledger (from 0), and the path that is to prove it in the last checkpoint."""

    index: int
    entry: Entry
    path: tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class Bundle:
    """What the file says; nothing of it is verified. There is at least one checkpoint, in the order of sizes."""

    origin: str
    key: VerifierKey
    checkpoints: tuple[Checkpoint, ...]
    growths: tuple[Growth, ...]
    entries: tuple[Held, ...]

    @property
    def last(self) -> Checkpoint:
        """The checkpoint of the most entries."""
        return self.checkpoints[-1]


def bind(
    stored: Reader,
    *,
    key: VerifierKey,
    checkpoints: Sequence[Checkpoint],
    entries: Iterable[tuple[int, Entry]],
    since: Iterable[int] = (),
) -> Bundle:
    """Put a bundle together from the ledger: signed checkpoints, and entries by their index.

    ``since`` are the sizes of checkpoints that the partner keeps: each is proved to have grown into
    the last one. Sizes and indexes beyond the last checkpoint cannot be proved and are left out.
    """
    bound = without_entries(stored, key=key, checkpoints=checkpoints, since=since)
    return replace(bound, entries=tuple(held(stored, bound.last.size, entries)))


def without_entries(
    stored: Reader, *, key: VerifierKey, checkpoints: Sequence[Checkpoint], since: Iterable[int] = ()
) -> Bundle:
    """Bind all but the entries, as ``bind`` does."""
    ordered = tuple(sorted(checkpoints, key=lambda one: one.size))
    last = Tree(ordered[-1].size, stored)
    sizes = sorted({one.size for one in ordered})
    growths = [Growth(first, second, Tree(second, stored).consistency(first)) for first, second in pairwise(sizes)]
    growths += [
        Growth(size, last.size, last.consistency(size))
        for size in sorted(set(since) - set(sizes))
        if 0 <= size < last.size
    ]
    return Bundle(key.name, key, ordered, tuple(growths), ())


def held(stored: Reader, size: int, entries: Iterable[tuple[int, Entry]]) -> Iterator[Held]:
    """Prove entries in the tree of ``size``, one after the other; in the order of their index for the fewest reads."""
    tree = Tree(size, stored)
    return (Held(index, entry, tree.inclusion(index)) for index, entry in entries if index < size)


def dumps(bundle: Bundle) -> str:
    """Write a bundle as its file's text."""
    return "".join(pieces(bundle, bundle.entries))


def pieces(bundle: Bundle, entries: Iterable[Held]) -> Iterator[str]:
    """Write a bundle's file piece by piece, with these entries instead of its own: a line for each."""
    written = {
        "format": FORMAT,
        "origin": bundle.origin,
        "key": str(bundle.key),
        "checkpoints": [str(one) for one in bundle.checkpoints],
        "consistency": [{"from": one.since, "to": one.to, "path": _texts(one.path)} for one in bundle.growths],
    }
    yield json.dumps(written, ensure_ascii=False, indent=1).removesuffix("\n}") + ',\n "entries": ['
    between = "\n  "
    for one in entries:
        entry = {"index": one.index, "entry": asdict(one.entry), "path": _texts(one.path)}
        yield between + json.dumps(entry, ensure_ascii=False)
        between = ",\n  "
    yield "\n ]\n}\n"


def loads(text: str, *, where: str) -> Bundle:
    """Read a bundle's file whole; nothing in it is trusted, and nothing verified here.

    Raises UnreadableBundle, UnreadableCheckpoint, UnreadableEntry or UnreadableKey, with the place,
    for anything that departs from the format, unknown and repeated keys included.
    """
    bundle, entries = load(StringIO(text), where=where)
    return replace(bundle, entries=tuple(entries))


def load(file: TextIO, *, where: str) -> tuple[Bundle, Iterator[Held]]:
    """Read a bundle's file without its entries, and these one by one while they are asked for; raises as ``loads``.

    They are held in memory where they stand before anything else of the bundle.
    """
    source, parts = Source(file, where), dict[str, object]()
    if source.next() not in ("{", ""):
        Written(source.value(), where).members()
    keys = source.keys()
    for key in keys:
        if key in parts:
            raise twice(key, where)
        if key == _ENTRIES and parts.keys() == _HEAD and source.next() == "[":
            return _head(parts, where), _entries(source, keys)
        parts[key] = source.value()
    source.end()
    Written(parts, where).keyed(*_HEAD, _ENTRIES)
    entries = Written(parts.pop(_ENTRIES), f"{where}, {_ENTRIES}").items()
    return _head(parts, where), map(_held, entries)


def _head(values: dict[str, object], where: str) -> Bundle:
    parts = Written(values, where).keyed(*_HEAD)
    if parts["format"].text() != FORMAT:
        raise UnreadableBundle(f"it is {parts['format'].text()[:60]!r}", where=where, expected=repr(FORMAT))
    checkpoints = [checkpoint(one.text(), where=one.where) for one in parts["checkpoints"].items()]
    if not checkpoints:
        raise UnreadableBundle("no checkpoint", where=parts["checkpoints"].where, expected="one at least")
    return Bundle(
        parts["origin"].text(),
        verifier_key(parts["key"].text(), where=parts["key"].where),
        tuple(sorted(checkpoints, key=lambda one: one.size)),
        tuple(_growth(one) for one in parts["consistency"].items()),
        (),
    )


def _entries(source: Source, keys: Iterator[str]) -> Iterator[Held]:
    for number, one in enumerate(source.items(), 1):
        yield _held(Written(one, f"{source.where}, {_ENTRIES} {number}"))
    for key in keys:
        if key in _HEAD or key == _ENTRIES:
            raise twice(key, source.where)
        Written(dict.fromkeys((*_HEAD, _ENTRIES, key)), source.where).keyed(*_HEAD, _ENTRIES)
    source.end()


def _growth(written: Written) -> Growth:
    parts = written.keyed("from", "to", "path")
    return Growth(parts["from"].number(), parts["to"].number(), _path(parts["path"]))


def _held(written: Written) -> Held:
    parts = written.keyed("index", "entry", "path")
    entry = entry_of(parts["entry"].members(), where=parts["entry"].where)
    return Held(parts["index"].number(), entry, _path(parts["path"]))


def _path(written: Written) -> tuple[bytes, ...]:
    return tuple(one.hash() for one in written.items())


def _texts(hashes: Iterable[bytes]) -> list[str]:
    return [to_base64(one) for one in hashes]
