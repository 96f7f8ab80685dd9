"""Rows of measurements. Written by `make api`."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class MeasurementContent:
    """What a measurement says."""

    benchmark: int
    first: datetime.date
    last: datetime.date
    value: Decimal
    source: str


@dataclass(frozen=True, slots=True)
class KeptMeasurement:
    """A record of a noun that people keep: what it says (the noun's ``content``), whose it is, and who sees
    it.

    ``owner`` is a party's code (None: the coalition); ``release`` says how far it is released; ``edition``
    counts its changes."""

    id: int
    edition: int
    owner: str | None
    release: str
    may_change: bool
    content: MeasurementContent
