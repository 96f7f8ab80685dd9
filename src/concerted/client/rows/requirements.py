"""Rows of requirements. Written by `make api`."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class RequirementContent:
    """What a requirement says."""

    party: str
    part_of: int | None
    line: int | None
    kind: str
    summary: str
    quantity: Decimal | None
    unit: str
    amount: Decimal | None
    currency: str
    place: str
    needed_from: datetime.date | None
    needed_by: datetime.date | None
    priority: str
    status: str
    source: str


@dataclass(frozen=True, slots=True)
class KeptRequirement:
    """A record of a noun that people keep: what it says (the noun's ``content``), whose it is, and who sees
    it.

    ``owner`` is a party's code (None: the coalition); ``release`` says how far it is released; ``edition``
    counts its changes."""

    id: int
    edition: int
    owner: str | None
    release: str
    may_change: bool
    content: RequirementContent
