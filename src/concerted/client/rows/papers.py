"""Rows of papers. Written by `make api`."""

from __future__ import annotations

import datetime
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PaperContent:
    """What a paper says."""

    meeting: int
    item: int | None
    title: str
    note: str
    status: str
    why: str


@dataclass(frozen=True, slots=True)
class KeptPaper:
    """A record of a noun that people keep: what it says (the noun's ``content``), whose it is, and who sees
    it.

    ``owner`` is a party's code (None: the coalition); ``release`` says how far it is released; ``edition``
    counts its changes."""

    id: int
    edition: int
    owner: str | None
    release: str
    may_change: bool
    content: PaperContent


@dataclass(frozen=True, slots=True)
class PaperFileRow:
    """A version of a paper: the file's name, kind, bytes and digest, and when it was filed."""

    version: int
    name: str
    media_type: str
    size: int
    sha256: str
    at: datetime.datetime
