"""Rows of nouns that people keep."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class KeptRow:
    """A record of a noun that people keep: what it says (the noun's ``content``), whose it is, and who sees it.

    ``owner`` is a party's code (None: the coalition); ``release`` says how far it is released; ``edition`` counts its
    changes.
    """

    id: int
    edition: int
    owner: str | None
    release: str
    may_change: bool
    content: Any
