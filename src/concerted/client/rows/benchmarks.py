"""Rows of benchmarks. Written by `make api`."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class BenchmarkContent:
    """What a benchmark says."""

    party: str
    line: int | None
    title: str
    indicator: str
    unit: str
    baseline: Decimal | None
    baseline_on: datetime.date | None
    target: Decimal | None
    target_on: datetime.date | None
    source: str


@dataclass(frozen=True, slots=True)
class KeptBenchmark:
    """A record of a noun that people keep: what it says (the noun's ``content``), whose it is, and who sees
    it.

    ``owner`` is a party's code (None: the coalition); ``release`` says how far it is released; ``edition``
    counts its changes."""

    id: int
    edition: int
    owner: str | None
    release: str
    may_change: bool
    content: BenchmarkContent
