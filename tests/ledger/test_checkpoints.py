"""Signed checkpoints and keys: ours, those of a public log, and every malformed line."""

from __future__ import annotations

import re

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from concerted.ledger.checkpoints import Checkpoint, UnreadableCheckpoint, checkpoint, sign
from concerted.ledger.keys import UnreadableKey, new_key, signing_key, verifier_key

# The key of the Go module mirror's checksum database, and two of its published checkpoints.
PUBLIC = "sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8"
PUBLISHED = (
    "go.sum database tree\n6476701\nmb8QLQIs0Z0yP5Cstq6guj87oXWeC9gEM8oVikmm9Wk=\n\n"
    "— sum.golang.org Az3grsLX85Gz+s1SiTbgkuqxgItqFq7gsMUEyVnrsa9LM7Us9S+1xbFIGu95949rj4nPRYfvimWEPWL+o3GeoWwOoAw=\n",
    "go.sum database tree\n15067302\ngJyioq6dwR9n+NjEWORfYmH+ubeYm3kH42BBQ0bTpYI=\n\n"
    "— sum.golang.org Az3grp1rvWOs5NKlr/xR4GLN/CDyzzakmt1o61uSxYKpK1SerqOP2ClbX/peKUZjYnyomH5Xz7GZG3TpB7OeKn4E2ww=\n"
    "— test.example.com qTGhC/xIPQ0AXKHK6Y+9ypRfuvMZWPjRXM8NiOg5M1WREn07VQXyuIXM3NRNav3ieVFLUqDRK77PWDmL6w8w84UqeAw=\n",
)

KEY = new_key("record.example/harbours")
ROOT = bytes(range(32))
GOOD = str(sign(7, ROOT, KEY))


@pytest.mark.parametrize("note", PUBLISHED)
def test_a_public_log_can_be_read(note: str) -> None:
    read, key = checkpoint(note, where="note"), verifier_key(PUBLIC, where="key")
    assert read.origin == "go.sum database tree"
    assert str(key) == PUBLIC
    assert str(read) == note
    assert read.signed_by(key)
    assert not read.signed_by(KEY.verifier)
    assert not checkpoint(note.replace("tree\n", "tree\n1"), where="note").signed_by(key)


def test_what_was_signed_is_read() -> None:
    read = checkpoint(GOOD, where="note")
    assert (read.origin, read.size, read.root) == ("record.example/harbours", 7, ROOT)
    assert read.signed_by(KEY.verifier)
    assert str(read) == GOOD == str(sign(7, ROOT, KEY))


@given(st.integers(0, 10**17), st.binary(min_size=32, max_size=32))
@settings(deadline=None)
def test_any_tree_can_be_signed(size: int, root: bytes) -> None:
    read = checkpoint(str(sign(size, root, KEY)), where="note")
    assert (read.size, read.root) == (size, root)
    assert read.signed_by(KEY.verifier)


def test_others_may_sign_too_and_a_false_signature_spoils_the_note() -> None:
    witness = new_key("witness.example")
    own, other = checkpoint(GOOD, where="note"), sign(7, ROOT, witness)
    foreign = Checkpoint(own.origin, 7, ROOT, own.text, (*other.signatures, *own.signatures))
    assert foreign.signed_by(KEY.verifier)
    assert not foreign.signed_by(witness.verifier), "it signed another text"
    twice = Checkpoint(own.origin, 7, ROOT, own.text, (*own.signatures, *sign(8, ROOT, KEY).signatures))
    assert not twice.signed_by(KEY.verifier)
    namesake = new_key(KEY.name)
    assert not own.signed_by(namesake.verifier)


def test_further_lines_are_signed_and_kept() -> None:
    text = "record.example/harbours\n7\nAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\nmade on a Friday\n"
    read = checkpoint(text + "\n" + GOOD.rpartition("\n\n")[2], where="note")
    assert read.text == text
    assert not read.signed_by(KEY.verifier)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("\n7\n", "\n07\n", "line 2: the size is '07'"),
        ("\n7\n", "\n-7\n", "line 2: the size is '-7'"),
        ("\n7\n", "\n٧\n", "line 2: the size is '٧'"),
        ("\n7\n", f"\n{'9' * 5000}\n", "line 2: the size is '9999"),
        ("\n7\n", "\n", "line 2: the text is too short"),
        ("\n7\n", "\n\n7\n", "line 2: an empty line"),
        ("record.example/harbours\n7", "\n7", "line 1: an empty line"),
        ("8=\n\n", "9=\n\n", "line 3: the root is"),
        ("8=\n\n", "8\n\n", "line 3: the root is"),
        ("AAEC", "AA-C", "line 3: the root is"),
        ("AAECAwQF", "AAEC", "line 3: the root is"),
        ("\n\n", "\n", "no blank line"),
        ("— ", "- ", "line 5: no line of signature"),
        ("— record.example/harbours", "— record example", "line 5: no line of signature"),
        ("— record.example/harbours ", "— record.example/harbours AAAA\n— ", "line 5: no line of signature"),
        ("7\n", "7\r\n", "line 2: U+000D is in it"),
        ("harbours\n", "harbours\ud800\n", "line 1: U+D800 is in it"),
    ],
)
def test_every_malformed_line_is_named(old: str, new: str, said: str) -> None:
    with pytest.raises(UnreadableCheckpoint, match=re.escape(said)) as caught:
        checkpoint(GOOD.replace(old, new, 1), where="note")
    assert caught.value.where.startswith("note, line ")
    assert caught.value.expected


def test_a_cut_or_endless_note_is_refused() -> None:
    with pytest.raises(UnreadableCheckpoint, match="the last line is cut off"):
        checkpoint(GOOD.removesuffix("\n"), where="note")
    head, _, tail = GOOD.rpartition("\n\n")
    assert len(checkpoint(f"{head}\n\n{tail * 16}", where="note").signatures) == 16
    with pytest.raises(UnreadableCheckpoint, match="too many signatures"):
        checkpoint(f"{head}\n\n{tail * 101}", where="note")


@given(st.text())
@settings(deadline=None)
def test_any_text_is_read_or_refused(text: str) -> None:
    with pytest.raises(UnreadableCheckpoint):
        checkpoint(text, where="note")
    with pytest.raises(UnreadableKey):
        verifier_key(text, where="key")


@given(st.integers(0, len(GOOD) - 1), st.characters())
@settings(deadline=None)
def test_a_changed_character_is_found(at: int, character: str) -> None:
    changed = GOOD[:at] + character + GOOD[at + 1 :]
    try:
        read = checkpoint(changed, where="note")
    except UnreadableCheckpoint:
        return
    assert changed == GOOD or not read.signed_by(KEY.verifier)


def test_a_key_survives_its_file() -> None:
    again = signing_key(KEY.pem, KEY.name, where="file")
    assert again.verifier == KEY.verifier == verifier_key(f" {KEY.verifier}\n", where="key")
    assert str(sign(7, ROOT, again)) == GOOD


def _pem(key: Ed25519PrivateKey | X25519PrivateKey, password: bytes = b"") -> bytes:
    locked = BestAvailableEncryption(password) if password else NoEncryption()
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, locked)


@pytest.mark.parametrize(
    ("pem", "said"),
    [
        (b"", "it is no private key"),
        (b"-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n", "it is no private key"),
        (_pem(Ed25519PrivateKey.generate(), b"locked"), "it is no private key"),
        (_pem(X25519PrivateKey.generate()), "it is a key of another kind"),
    ],
)
def test_another_file_is_no_key(pem: bytes, said: str) -> None:
    with pytest.raises(UnreadableKey, match=said):
        signing_key(pem, "record.example", where="file")


@pytest.mark.parametrize("name", ["", "a b", "a+b", "a\u2003b", "a\nb", "a\x1b[0m"])
def test_a_name_that_cannot_stand_in_a_note_is_refused(name: str) -> None:
    with pytest.raises(UnreadableKey, match="cannot be a key's name"):
        new_key(name)


def test_parts_of_two_keys_are_no_key() -> None:
    name, hashed, public = str(KEY.verifier).split("+", 2)
    other = str(new_key(KEY.name).verifier).split("+", 2)
    with pytest.raises(UnreadableKey, match="its other parts hash to"):
        verifier_key(f"{name}+{other[1]}+{public}", where="key")
    with pytest.raises(UnreadableKey, match="no Ed25519 public key"):
        verifier_key(f"{name}+{hashed}+{public[:-4]}", where="key")
