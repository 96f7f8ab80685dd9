"""Rows of minutes. Written by `make api`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MinuteContent:
    """What a minute says."""

    meeting: int
    item: int | None
    text: str


@dataclass(frozen=True, slots=True)
class KeptMinute:
    """A record of a noun that people keep: what it says (the noun's ``content``), whose it is, and who sees
    it.

    ``owner`` is a party's code (None: the coalition); ``release`` says how far it is released; ``edition``
    counts its changes."""

    id: int
    edition: int
    owner: str | None
    release: str
    may_change: bool
    content: MinuteContent
