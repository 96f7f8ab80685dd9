"""Partners in protocol order: by name, in the alphabet of the reader's language."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from typing import TypeVar

from concerted.register.rows.references import PartyRef
from concerted.web.names import party_name

Row = TypeVar("Row")


def in_order(rows: Iterable[Row], party: Callable[[Row], PartyRef]) -> list[Row]:
    """Put rows into the order of their parties' names as the reader sees them."""
    return sorted(rows, key=lambda row: _letters(party_name(party(row))))


def _letters(name: str) -> str:
    """Give what a name is filed under: accents and case do not count, nor does the Arabic article."""
    # Before the marks go: a name that begins with hamza and lam has no article.
    bare = unicodedata.normalize("NFC", name).removeprefix("ال")
    return "".join(c for c in unicodedata.normalize("NFKD", bare) if not unicodedata.combining(c)).casefold()
