"""Rows of reports. Written by `make api`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReportContent:
    """What a report says."""

    party: str
    window: int
    commitment: int
    stand: str
    text: str
    evidence: str


@dataclass(frozen=True, slots=True)
class KeptReport:
    """A record of a noun that people keep: what it says (the noun's ``content``), whose it is, and who sees
    it.

    ``owner`` is a party's code (None: the coalition); ``release`` says how far it is released; ``edition``
    counts its changes."""

    id: int
    edition: int
    owner: str | None
    release: str
    may_change: bool
    content: ReportContent
