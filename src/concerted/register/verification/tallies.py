"""The tallies against the rows that they count."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import connection

from concerted.ledger.verification import Finding, Outcome
from concerted.register.models import Tally as Row
from concerted.register.triggers import tallying
from concerted.register.verification.asking import rows
from concerted.register.verification.tally import Tally


def check() -> Iterator[Finding]:
    """Count every row anew and compare."""
    tally = Tally("tallies")
    for cell, counted, there in rows(tallying.differing(connection.vendor)):
        tally.fault(f"tally {cell}", f"it counts {counted} rows", f"{there}, or another sum of theirs")
    if tally.count:
        tally.first.append(Finding(Outcome.NOTE, "tallies", "`concerted init` counts anew"))
    yield from tally.findings(f"{Row.objects.exclude(count=0).count()} tallies, each of what is there")
