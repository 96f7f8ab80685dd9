"""Rows of reservations. Written by `make api`."""

from __future__ import annotations

import datetime
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReservationContent:
    """What a reservation says."""

    party: str
    statement: int | None
    paragraph: str
    conclusion: int | None
    text: str
    since: datetime.date
    until: datetime.date | None


@dataclass(frozen=True, slots=True)
class KeptReservation:
    """A record of a noun that people keep: what it says (the noun's ``content``), whose it is, and who sees
    it.

    ``owner`` is a party's code (None: the coalition); ``release`` says how far it is released; ``edition``
    counts its changes."""

    id: int
    edition: int
    owner: str | None
    release: str
    may_change: bool
    content: ReservationContent
