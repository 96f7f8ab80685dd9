"""Encryption with the site's key: for what the register must keep, and no reader of its tables may find there."""

from __future__ import annotations

import base64
from functools import cache

from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

from concerted.terms.errors import ConcertedError


class OtherKey(ConcertedError):
    """What is kept was encrypted with another key than the site has now."""


def encrypted(text: str, *, purpose: str) -> str:
    """Encrypt a text; what is encrypted for one purpose is not read for another."""
    return _vault(settings.SECRET_KEY, purpose).encrypt(text.encode()).decode("ascii")


def decrypted(kept: str, *, purpose: str) -> str:
    """Give an encrypted text back; raises OtherKey if it was encrypted with another key or for another purpose."""
    try:
        return _vault(settings.SECRET_KEY, purpose).decrypt(kept.encode("ascii")).decode()
    except InvalidToken:
        raise OtherKey(
            "it was encrypted with another key", where=purpose, expected="the secret key that the site had then"
        ) from None


@cache
def _vault(key: str, purpose: str) -> Fernet:
    derived = HKDF(algorithm=SHA256(), length=32, salt=None, info=f"concerted {purpose}".encode()).derive(key.encode())
    return Fernet(base64.urlsafe_b64encode(derived))
