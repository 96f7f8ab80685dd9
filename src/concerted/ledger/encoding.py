"""Base64 (RFC 4648, section 4) that has one text for the same bytes."""

from __future__ import annotations

from base64 import b64decode, b64encode


def to_base64(data: bytes) -> str:
    """Write bytes as text."""
    return b64encode(data).decode("ascii")


def from_base64(text: str) -> bytes | None:
    """Read what ``to_base64`` wrote; None for anything else, bits left over in the last letter included."""
    try:
        data = b64decode(text, validate=True)
    except ValueError:
        return None
    return data if to_base64(data) == text else None
