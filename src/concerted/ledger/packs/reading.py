"""Read a pack: looked over whole first, then record by record, a line in memory at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import BinaryIO

from concerted.ledger.encoding import from_base64
from concerted.ledger.keys import SigningKey, VerifierKey
from concerted.ledger.packs.canonical import UnreadablePack, parsed
from concerted.ledger.packs.change import Change, Head, change, head
from concerted.ledger.packs.sealing import Seal
from concerted.ledger.packs.writing import LONGEST_LINE, signed

_MOST_RECORDS = 10_000_000
_CUT_OFF = "a whole pack: header, records, trailer"


@dataclass(frozen=True, slots=True)
class Looked:
    """A pack whose digest holds: its header, the digest, how many records it has, and a signature, not yet verified.

    ``first`` is the digest of the header's bytes.
    """

    head: Head
    first: bytes
    sha256: str
    records: int
    signature: bytes

    def signed_by(self, keys: Iterable[VerifierKey]) -> VerifierKey | None:
        """Give the key among these that has signed it; None if none has."""
        text = signed(self.sha256, self.records)
        return next((one for one in keys if one.verifies(self.signature, text)), None)


def look_over(file: BinaryIO, *, where: str) -> Looked:
    """Read a pack from its beginning to its end and hold its bytes against its own digest.

    Nothing of its records is opened or interpreted. Raises UnreadablePack for anything but a whole pack.
    """
    file.seek(0)
    first = _line(file, where, 1)
    running, count, last = sha256(first), 0, b""
    opening = head(parsed(first[:-1], where=f"{where}, line 1"), where=f"{where}, line 1")
    while line := _line(file, where, count + 2):
        if last:
            running.update(last)
            count += 1
        if count > _MOST_RECORDS:
            raise UnreadablePack("too many records", where=where, expected=f"{_MOST_RECORDS} at most")
        last = line
    place = f"{where}, line {count + 2}"
    said = parsed(last.removesuffix(b"\n"), where=place) if last else {}
    signature = from_base64(said["signature"]) if isinstance(said.get("signature"), str) else None
    if said.keys() != {"records", "sha256", "signature"} or signature is None:
        raise UnreadablePack("it has no trailer", where=place, expected=_CUT_OFF)
    # True is 1 to Python, and not to its reader.
    if said["records"] is True or said["records"] != count or said["sha256"] != running.hexdigest():
        raise UnreadablePack("it was altered or is cut off", where=where, expected="records with their own digest")
    return Looked(opening, sha256(first).digest(), running.hexdigest(), count, signature)


def changes(
    file: BinaryIO, looked: Looked, *, own: SigningKey, sender: VerifierKey, where: str, after: int = 0
) -> Iterator[Change]:
    """Open a pack's records one by one, from past the first ``after`` on.

    Each is bound to the header and to its place, so that a file that is changed since it was looked over
    is refused. Raises UnreadablePack, with the line.
    """
    seal = Seal(own, sender, sender=sender, receiver=own.verifier)
    file.seek(0)
    _line(file, where, 1)
    for number in range(1, looked.records + 1):
        line, place = _line(file, where, number + 1), f"{where}, line {number + 1}"
        if number <= after:
            continue
        said = parsed(line.removesuffix(b"\n"), where=place)
        closed = from_base64(said["record"]) if isinstance(said.get("record"), str) and len(said) == 1 else None
        plain = seal.open(closed, pack=looked.first, line=number) if closed is not None else None
        if plain is None:
            raise UnreadablePack(
                "it cannot be opened", where=place, expected=f"a record sealed for {own.name} by {sender.name}"
            )
        yield change(parsed(plain, where=place), where=place)


def _line(file: BinaryIO, where: str, number: int) -> bytes:
    """Read a line with its end; b"" at the end of the file."""
    line = file.readline(LONGEST_LINE + 1)
    if len(line) > LONGEST_LINE:
        raise UnreadablePack(
            "it is too long", where=f"{where}, line {number}", expected=f"at most {LONGEST_LINE} bytes"
        )
    if (line or number == 1) and not line.endswith(b"\n"):
        raise UnreadablePack("it is cut off", where=f"{where}, line {number}", expected=_CUT_OFF)
    return line
