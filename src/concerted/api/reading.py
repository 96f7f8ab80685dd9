"""What is handed in as a file, opened."""

from __future__ import annotations

from concerted.formats import open_document
from concerted.terms import coalition_file
from concerted.terms.coalition import Coalition
from concerted.terms.document import Document


def opened(data: bytes, name: str, media_type: str | None) -> Document:
    """Open the bytes of a statement; raises UnreadableDocument."""
    return open_document(data, name, media_type)


def home(slug: str) -> Coalition | None:
    """Give what a coalition's own file says, if it has one."""
    return coalition_file.coalition(slug) if slug in coalition_file.slugs() else None
