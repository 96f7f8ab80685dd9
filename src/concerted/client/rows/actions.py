"""Rows of actions. Written by `make api`."""

from __future__ import annotations

import datetime
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ActionContent:
    """What a action says."""

    meeting: int
    item: int | None
    line: int | None
    text: str
    responsible: str
    verifier: str
    due: datetime.date | None
    status: str


@dataclass(frozen=True, slots=True)
class KeptAction:
    """A record of a noun that people keep: what it says (the noun's ``content``), whose it is, and who sees
    it.

    ``owner`` is a party's code (None: the coalition); ``release`` says how far it is released; ``edition``
    counts its changes."""

    id: int
    edition: int
    owner: str | None
    release: str
    may_change: bool
    content: ActionContent


@dataclass(frozen=True, slots=True)
class Made:
    """What was made: its number, and its address."""

    id: int
    address: str
