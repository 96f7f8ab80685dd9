"""Rows of requests. Written by `make api`."""

from __future__ import annotations

import datetime
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RequestContent:
    """What a request says."""

    party: str
    title: str
    text: str
    day: datetime.date | None
    source: str


@dataclass(frozen=True, slots=True)
class KeptRequest:
    """A record of a noun that people keep: what it says (the noun's ``content``), whose it is, and who sees
    it.

    ``owner`` is a party's code (None: the coalition); ``release`` says how far it is released; ``edition``
    counts its changes."""

    id: int
    edition: int
    owner: str | None
    release: str
    may_change: bool
    content: RequestContent
