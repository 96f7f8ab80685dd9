"""Every row as it stands against the last that the ledger says of it: what was changed while no trigger watched."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime

from django.db import connection

from concerted.ledger.verification import Finding
from concerted.register.triggers.recording import differing, vanished
from concerted.register.verification.asking import rows
from concerted.register.verification.tally import Progress, Tally


def check(progress: Progress) -> Iterator[Finding]:
    """Compare the rows of every table that the ledger keeps with their last entries."""
    tally, count = Tally("rows"), 0
    checks = list(differing(connection.vendor))
    for number, (noun, query, every) in enumerate(checks):
        progress("tables", number, len(checks))
        for pk, after, state in rows(query):
            if after is None:
                tally.fault(f"{noun} {pk}", "the ledger knows no such row, or says that it was deleted", "an entry")
            elif fields := _changed(after, state):
                what = f"{', '.join(fields)} not as the ledger last says"
                tally.fault(f"{noun} {pk}", what, "a change that has its entry")
        for (pk,) in rows(vanished(connection.vendor, noun)):
            tally.fault(f"{noun} {pk}", "the row is gone, and the ledger does not say so", "an entry of its deletion")
        count += next(rows(every))[0]
    yield from tally.findings(f"{count} rows of {len(checks)} tables, each as the ledger last says")


def _changed(after: str, state: str) -> list[str]:
    """Name the fields that differ; those that only one of them has came or went with a migration."""
    last, now = json.loads(after), json.loads(state)
    return [name for name in last if name in now and not _same(last[name], now[name])]


def _same(last: object, now: object) -> bool:
    if last == now:
        return True
    # PostgreSQL writes a moment in the time zone of whoever made the change.
    try:
        return datetime.fromisoformat(str(last)) == datetime.fromisoformat(str(now))
    except (ValueError, TypeError):
        return False
