"""JSON that has one text for the same value, so that equal packs are equal bytes and states have digests."""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from concerted.terms.errors import ConcertedError


class UnreadablePack(ConcertedError):
    """The file is no pack, is not whole, or is not for this register."""


def canonical(value: object) -> bytes:
    """Write a value of texts, whole numbers, truths, nulls, lists and objects as UTF-8; keys are sorted."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
    return text.encode()


def digest(value: object) -> str:
    """Give the SHA-256 of a value as hexadecimal."""
    return sha256(canonical(value)).hexdigest()


def parsed(data: bytes, *, where: str) -> Mapping[str, Any]:
    """Read an object that ``canonical`` wrote; raises UnreadablePack for any other bytes."""
    expected = "canonical JSON, as an export writes it"
    try:
        value = json.loads(data.decode())
        whole = isinstance(value, dict) and canonical(value) == data
    # Far too many brackets are no error of the parser's own kind; half a character cannot be written again.
    except (ValueError, RecursionError) as error:
        raise UnreadablePack("it cannot be read", where=where, expected=expected) from error
    if not whole:
        raise UnreadablePack("it is not as it was written", where=where, expected=expected)
    found: Mapping[str, Any] = value
    return found
