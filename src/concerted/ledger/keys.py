"""The keys of a ledger: Ed25519, public ones as a verifier key (https://c2sp.org/signed-note)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import sha256

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
)

from concerted.ledger.encoding import from_base64, to_base64
from concerted.terms.errors import ConcertedError

# What a signature is by, in front of the public key: Ed25519.
_ED25519 = b"\x01"
_KEY = re.compile(r"(?P<name>[^+\s]+)\+(?P<id>[0-9a-f]{8})\+(?P<public>[A-Za-z0-9+/]+=*)")
_EXPECTED = "name+hash+base64, the hash as 8 digits of 0-9 a-f, as the ledger's own page shows it"


class UnreadableKey(ConcertedError):
    """The text or the file is no key of a ledger."""


@dataclass(frozen=True, slots=True)
class VerifierKey:
    """A public key of 32 bytes, and the name that goes before its signatures: the ledger's origin."""

    name: str
    public: bytes

    @property
    def id(self) -> bytes:
        """The four bytes that tell the key's signatures from others of its name."""
        return sha256(self.name.encode() + b"\n" + _ED25519 + self.public).digest()[:4]

    def __str__(self) -> str:
        return f"{self.name}+{self.id.hex()}+{to_base64(_ED25519 + self.public)}"

    def verifies(self, signature: bytes, text: bytes) -> bool:
        """Tell whether the signature over the text is this key's."""
        try:
            Ed25519PublicKey.from_public_bytes(self.public).verify(signature, text)
        except InvalidSignature:
            return False
        return True


@dataclass(frozen=True, slots=True)
class SigningKey:
    """A private key, and the name that goes before its signatures."""

    name: str
    private: Ed25519PrivateKey

    @property
    def verifier(self) -> VerifierKey:
        """The public key to it."""
        return VerifierKey(self.name, self.private.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw))

    @property
    def pem(self) -> bytes:
        """The private key as a file keeps it (PKCS #8, not encrypted): for the owner's eyes alone."""
        return self.private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


def new_key(name: str) -> SigningKey:
    """Make a key by chance; raises UnreadableKey for a name that cannot stand before a signature."""
    return SigningKey(_name(name), Ed25519PrivateKey.generate())


def signing_key(pem: bytes, name: str, *, where: str) -> SigningKey:
    """Read a private key out of its file's bytes; raises UnreadableKey for anything but an Ed25519 key."""
    expected = "an Ed25519 private key as PKCS #8 PEM, without a password"
    try:
        private = load_pem_private_key(pem, password=None)
    # TypeError is the library's answer to a key with a password.
    except (ValueError, TypeError, UnsupportedAlgorithm) as error:
        raise UnreadableKey("it is no private key", where=where, expected=expected) from error
    if not isinstance(private, Ed25519PrivateKey):
        raise UnreadableKey("it is a key of another kind", where=where, expected=expected)
    return SigningKey(_name(name), private)


def verifier_key(text: str, *, where: str) -> VerifierKey:
    """Read a public key from ``name+hash+base64``; raises UnreadableKey where the parts do not belong together."""
    match = _KEY.fullmatch(text.strip())
    if not match:
        raise UnreadableKey("it is no key", where=where, expected=_EXPECTED)
    data = from_base64(match["public"])
    if data is None or len(data) != 33 or data[:1] != _ED25519:
        raise UnreadableKey("its last part is no Ed25519 public key", where=where, expected=_EXPECTED)
    key = VerifierKey(_name(match["name"]), data[1:])
    if key.id.hex() != match["id"]:
        raise UnreadableKey(
            f"its hash is {match['id']}, its other parts hash to {key.id.hex()}", where=where, expected="a whole key"
        )
    return key


def _name(name: str) -> str:
    # What a signed note asks of a name: no spaces of any script, no plus, nothing unprintable.
    if not name or "+" in name or not name.isprintable() or any(one.isspace() for one in name):
        raise UnreadableKey(f"{name!r:.40} cannot be a key's name", where="name", expected="no space and no plus sign")
    return name
