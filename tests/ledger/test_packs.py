"""A pack's lines: the same bytes for the same, opened by two registers alone."""

from __future__ import annotations

import io
from hashlib import sha512

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat

from concerted.ledger.keys import SigningKey, UnreadableKey, VerifierKey, new_key
from concerted.ledger.packs.canonical import UnreadablePack, canonical, parsed
from concerted.ledger.packs.change import Change, Head, Released, change
from concerted.ledger.packs.reading import changes, look_over
from concerted.ledger.packs.sealing import Seal, montgomery
from concerted.ledger.packs.writing import write

A, B, C = (new_key(name) for name in ("a", "b", "c"))
HEAD = Head("harbour-pact", "NOR", "a", "b", "2021-03-09T00:00:00+00:00", "Nils", 7)
LAMP = Change("a", 1, "contribution", 2, Released("named partners", None, ("CHL",)), None, {"summary": "Lämpchen"})


def pack(*records: Change, key: SigningKey = A) -> bytes:
    return b"".join(write(HEAD, records, key=key, receiver=B.verifier))


def opened(data: bytes, own: SigningKey, sender: SigningKey = A) -> list[Change]:
    file = io.BytesIO(data)
    return list(changes(file, look_over(file, where="p"), own=own, sender=sender.verifier, where="p"))


def test_the_same_is_the_same_bytes_and_comes_out_again() -> None:
    gone = Change("a", 2, "contribution", 1)
    data = pack(LAMP, gone)
    assert data == pack(LAMP, gone)
    looked = look_over(io.BytesIO(data), where="p")
    assert (looked.head, looked.records) == (HEAD, 2)
    assert looked.signed_by([C.verifier, A.verifier]) == A.verifier
    assert looked.signed_by([C.verifier]) is None
    assert opened(data, B) == [LAMP, gone]
    assert b"contribution" not in data and "Lämpchen".encode() not in data


def test_nobody_else_opens_it() -> None:
    for own, sender in ((C, A), (B, C)):
        with pytest.raises(UnreadablePack, match="cannot be opened"):
            opened(pack(LAMP), own, sender)


def test_a_line_of_another_pack_or_place_is_none() -> None:
    first, second = pack(LAMP, LAMP), pack(LAMP)
    lines = first.splitlines()
    assert lines[1] != lines[2]
    seal = Seal(B, A.verifier, sender=A.verifier, receiver=B.verifier)
    closed = seal.close(b"words", pack=b"head", line=1)
    assert seal.open(closed, pack=b"head", line=1) == b"words"
    assert seal.open(closed, pack=b"head", line=2) is None
    assert seal.open(closed, pack=b"other", line=1) is None
    assert seal.open(b"", pack=b"head", line=1) is None
    assert len(second) < len(first)


def test_a_file_that_changes_after_it_was_looked_over_is_refused() -> None:
    looked = look_over(io.BytesIO(pack(LAMP)), where="p")
    other = io.BytesIO(pack(LAMP).replace(b'"entries":7', b'"entries":8') + b"x\n")
    assert list(changes(other, looked, own=B, sender=A.verifier, where="p")) == [LAMP]
    swapped = io.BytesIO(pack(Change("a", 9, "contribution", 1)).replace(b'"record":"', b'"record":"A'))
    with pytest.raises(UnreadablePack):
        list(changes(swapped, looked, own=B, sender=A.verifier, where="p"))


def test_the_public_key_of_agreement_is_that_of_the_private_one() -> None:
    seed = A.private.private_bytes(Encoding.Raw, PrivateFormat.Raw, NoEncryption())
    private = X25519PrivateKey.from_private_bytes(sha512(seed).digest()[:32])
    assert montgomery(A.verifier.public) == private.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)


def test_a_key_that_agrees_with_everybody_is_refused() -> None:
    neutral = VerifierKey("neutral", (1).to_bytes(32, "little"))
    with pytest.raises(UnreadableKey, match="sealed"):
        Seal(A, neutral, sender=A.verifier, receiver=neutral)


@pytest.mark.parametrize("text", [b'{"a": 1}', b'{"b":1,"a":2}', b'{"a":1,"a":1}', b"[1]", b'{"a":NaN}', b"\xff"])
def test_other_texts_of_the_same_are_refused(text: bytes) -> None:
    with pytest.raises(UnreadablePack):
        parsed(text, where="p")


def test_what_is_missing_unknown_or_of_another_kind_is_refused() -> None:
    good = LAMP.written()
    assert change(parsed(canonical(good), where="p"), where="p") == LAMP
    for bad in (
        good | {"colour": "red"},
        {name: value for name, value in good.items() if name != "base"},
        good | {"number": True},
        good | {"number": -1},
        good | {"number": 2**63},
        good | {"base": "x"},
        good | {"withdrawn": True},
        good | {"release": {"kind": "public"}},
        good | {"release": {"kind": "public", "line": "2", "partners": []}},
        good | {"content": []},
        good | {"origin": ""},
    ):
        with pytest.raises(UnreadablePack):
            change(bad, where="p")


def test_a_record_that_is_too_long_is_not_written() -> None:
    with pytest.raises(UnreadablePack, match="takes"):
        pack(Change("a", 1, "contribution", 1, Released("public"), None, {"summary": "x" * (1 << 20)}))
