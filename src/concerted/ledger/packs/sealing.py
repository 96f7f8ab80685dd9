"""Close a pack's lines so that only the register that it is for, or the one that made it, opens them.

The ledger's Ed25519 keys agree on a secret as X25519 keys, as libsodium's ``crypto_sign_ed25519_pk_to_curve25519`` and
age's SSH recipients have it; AES-SIV (RFC 5297) then closes each line, so that the same line in the same place
of the same pack is the same bytes, and the same key and nonce for two lines do no harm.
"""

from __future__ import annotations

from hashlib import sha512

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESSIV
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from concerted.ledger.keys import SigningKey, UnreadableKey, VerifierKey

_PRIME = 2**255 - 19
_PURPOSE = b"concerted pack 1 "


class Seal:
    """Closes and opens the lines of packs from one register to another; both make the same from their own key."""

    def __init__(self, own: SigningKey, other: VerifierKey, *, sender: VerifierKey, receiver: VerifierKey) -> None:
        """Agree on the secret; raises UnreadableKey for a key that no register can have."""
        seed = own.private.private_bytes(Encoding.Raw, PrivateFormat.Raw, NoEncryption())
        private = X25519PrivateKey.from_private_bytes(sha512(seed).digest()[:32])
        try:
            secret = private.exchange(X25519PublicKey.from_public_bytes(montgomery(other.public)))
        except ValueError as error:
            raise UnreadableKey("nothing can be sealed for it", where=other.name, expected="a ledger's key") from error
        info = _PURPOSE + sender.public + receiver.public
        self._cipher = AESSIV(HKDF(algorithm=SHA256(), length=64, salt=None, info=info).derive(secret))

    def close(self, plain: bytes, *, pack: bytes, line: int) -> bytes:
        """Close a line's bytes (16 more than they were); ``pack`` is the digest of the header that it stands under."""
        return self._cipher.encrypt(plain, [pack, str(line).encode()])

    def open(self, closed: bytes, *, pack: bytes, line: int) -> bytes | None:
        """Open a line; None if it was closed by or for others, in another pack or place, or altered since."""
        try:
            return self._cipher.decrypt(closed, [pack, str(line).encode()])
        # A ValueError is its answer to too few bytes.
        except (InvalidTag, ValueError):
            return None


def montgomery(public: bytes) -> bytes:
    """Give the X25519 form of an Ed25519 public key of 32 bytes: u = (1 + y) / (1 - y) modulo 2^255 - 19 (RFC 7748)."""
    y = int.from_bytes(public, "little") & (2**255 - 1)
    # The neutral point has none; zero stands for it, and agrees with nobody.
    u = 0 if (1 - y) % _PRIME == 0 else (1 + y) * pow(1 - y, -1, _PRIME) % _PRIME
    return u.to_bytes(32, "little")
