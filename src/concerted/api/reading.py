"""What is handed in as a file, opened."""

from __future__ import annotations

from concerted.formats import open_document
from concerted.terms.document import Document


def opened(data: bytes, name: str, media_type: str | None) -> Document:
    """Open the bytes of a statement; raises UnreadableDocument."""
    return open_document(data, name, media_type)
