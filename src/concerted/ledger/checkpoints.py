"""Signed checkpoints: a tree's size and root as a note (https://c2sp.org/tlog-checkpoint, signed-note)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from concerted.ledger.encoding import from_base64, to_base64
from concerted.ledger.keys import SigningKey, VerifierKey
from concerted.ledger.tree import HASH_SIZE
from concerted.terms.errors import ConcertedError

_KEY_ID = 4
# Readers of signed notes have to take 16 at least, and may refuse more.
_MOST_SIGNATURES = 100
_SIZE = re.compile(r"0|[1-9][0-9]{0,17}")
# What UTF-8 text of lines cannot hold: control characters, and halves of characters.
_STRAY = re.compile(r"[\x00-\x09\x0b-\x1f\ud800-\udfff]")
_SIGNATURE = re.compile(r"— (?P<name>[^+\s]+) (?P<data>[A-Za-z0-9+/]+=*)")


class UnreadableCheckpoint(ConcertedError):
    """The text is no signed checkpoint."""


@dataclass(frozen=True, slots=True)
class Signature:
    """A line of signature: whose (a name and four bytes), and the signature itself."""

    name: str
    key_id: bytes
    data: bytes


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """A tree as it was signed: ``root`` over the first ``size`` entries of the ledger ``origin``.

    ``text`` is what was signed, lines after the third included, and ``signatures`` are everybody's;
    none of them has been verified.
    """

    origin: str
    size: int
    root: bytes
    text: str
    signatures: tuple[Signature, ...]

    def signed_by(self, key: VerifierKey) -> bool:
        """Tell whether the key has signed it: it has a signature here, and all that bear its name and id hold."""
        own = [one.data for one in self.signatures if (one.name, one.key_id) == (key.name, key.id)]
        return bool(own) and all(key.verifies(one, self.text.encode()) for one in own)

    def __str__(self) -> str:
        lines = (f"— {one.name} {to_base64(one.key_id + one.data)}\n" for one in self.signatures)
        return f"{self.text}\n{''.join(lines)}"


def sign(size: int, root: bytes, key: SigningKey) -> Checkpoint:
    """Sign a tree; its origin is the key's name. The same tree and key give the same text."""
    text = f"{key.name}\n{size}\n{to_base64(root)}\n"
    made = Signature(key.name, key.verifier.id, key.private.sign(text.encode()))
    return Checkpoint(key.name, size, root, text, (made,))


def checkpoint(note: str, *, where: str) -> Checkpoint:
    """Read a signed checkpoint; no signature is verified here.

    Raises UnreadableCheckpoint, with the line, for anything that departs from the format.
    """
    if stray := _STRAY.search(note):
        line = note.count("\n", 0, stray.start()) + 1
        raise _wrong(f"U+{ord(stray[0]):04X} is in it", where, line, "text whose lines end in a single newline")
    head, blank, tail = note.rpartition("\n\n")
    if not blank:
        raise _wrong("no blank line", where, note.count("\n") + 1, "one between the text and its signatures")
    if not tail.endswith("\n"):
        raise _wrong("the last line is cut off", where, note.count("\n") + 1, "a newline at its end")
    lines = head.split("\n")
    origin, size, root = _tree(lines, where)
    signatures = tail.removesuffix("\n").split("\n")
    if len(signatures) > _MOST_SIGNATURES:
        raise _wrong("too many signatures", where, len(lines) + 2, f"{_MOST_SIGNATURES} at most")
    return Checkpoint(
        origin,
        size,
        root,
        head + "\n",
        tuple(_signature(line, where, number) for number, line in enumerate(signatures, len(lines) + 2)),
    )


def _tree(lines: list[str], where: str) -> tuple[str, int, bytes]:
    for number, line in enumerate(lines, 1):
        if not line:
            raise _wrong("an empty line", where, number, "the origin, the size, the root, then signatures")
    if len(lines) < 3:
        raise _wrong("the text is too short", where, len(lines), "lines for the origin, the size and the root")
    origin, size, root = lines[:3]
    if not _SIZE.fullmatch(size):
        raise _wrong(f"the size is {size!r:.40}", where, 2, "a whole number without leading zeros")
    hashed = from_base64(root)
    if hashed is None or len(hashed) != HASH_SIZE:
        raise _wrong(f"the root is {root!r:.60}", where, 3, f"base64 of {HASH_SIZE} bytes")
    return origin, int(size), hashed


def _signature(line: str, where: str, number: int) -> Signature:
    match = _SIGNATURE.fullmatch(line)
    data = from_base64(match["data"]) if match else None
    if match is None or data is None or len(data) <= _KEY_ID:
        raise _wrong("no line of signature", where, number, "an em dash, the key's name and base64")
    return Signature(match["name"], data[:_KEY_ID], data[_KEY_ID:])


def _wrong(what: str, where: str, line: int, expected: str) -> UnreadableCheckpoint:
    return UnreadableCheckpoint(what, where=f"{where}, line {line}", expected=expected)
