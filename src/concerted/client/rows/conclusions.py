"""Rows of conclusions. Written by `make api`."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class ConclusionContent:
    """What a conclusion says."""

    meeting: int
    item: int | None
    ordinal: Decimal | None
    text: str


@dataclass(frozen=True, slots=True)
class KeptConclusion:
    """A record of a noun that people keep: what it says (the noun's ``content``), whose it is, and who sees
    it.

    ``owner`` is a party's code (None: the coalition); ``release`` says how far it is released; ``edition``
    counts its changes."""

    id: int
    edition: int
    owner: str | None
    release: str
    may_change: bool
    content: ConclusionContent
