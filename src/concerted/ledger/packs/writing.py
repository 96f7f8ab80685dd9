"""Write a pack, line by line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256

from concerted.ledger.encoding import to_base64
from concerted.ledger.keys import SigningKey, VerifierKey
from concerted.ledger.packs.canonical import UnreadablePack, canonical
from concerted.ledger.packs.change import FORMAT, Change, Head
from concerted.ledger.packs.sealing import Seal

# A line's bytes, the end of line included: far more than any record's texts together.
LONGEST_LINE = 1 << 20


def write(head: Head, changes: Iterable[Change], *, key: SigningKey, receiver: VerifierKey) -> Iterator[bytes]:
    """Give a pack's lines: the same for the same header, records and keys.

    Raises UnreadablePack for a record that no receiver would take for its length.
    """
    first = canonical(head.written()) + b"\n"
    seal = Seal(key, receiver, sender=key.verifier, receiver=receiver)
    running, pack, count = sha256(first), sha256(first).digest(), 0
    yield first
    for count, one in enumerate(changes, 1):
        closed = seal.close(canonical(one.written()), pack=pack, line=count)
        line = canonical({"record": to_base64(closed)}) + b"\n"
        if len(line) > LONGEST_LINE:
            where = f"{one.noun} {one.number}"
            raise UnreadablePack(f"it takes {len(line)} bytes", where=where, expected=f"at most {LONGEST_LINE}")
        running.update(line)
        yield line
    hashed = running.hexdigest()
    signature = key.private.sign(signed(hashed, count))
    yield canonical({"records": count, "sha256": hashed, "signature": to_base64(signature)}) + b"\n"


def signed(hashed: str, count: int) -> bytes:
    """Give the text that is signed: no checkpoint of a ledger begins so, as no register's name has a space."""
    return f"{FORMAT}\n{hashed}\n{count}\n".encode()
