"""Every row as it stands against the last that the ledger says of it: what was changed while no trigger watched."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.db import connection

from concerted.ledger.verification import Finding
from concerted.register.triggers.recording import differing, vanished
from concerted.register.verification.tally import Progress, Tally

_AT_ONCE = 500


def check(progress: Progress) -> Iterator[Finding]:
    """Compare the rows of every table that the ledger keeps with their last entries."""
    tally, count = Tally("rows"), 0
    checks = list(differing(connection.vendor))
    for number, (noun, query, every) in enumerate(checks):
        progress("tables", number, len(checks))
        for pk, after, state in _rows(query):
            if after is None:
                tally.fault(f"{noun} {pk}", "the ledger knows no such row, or says that it was deleted", "an entry")
            elif fields := _changed(after, state):
                what = f"{', '.join(fields)} not as the ledger last says"
                tally.fault(f"{noun} {pk}", what, "a change that has its entry")
        for (pk,) in _rows(vanished(connection.vendor, noun)):
            tally.fault(f"{noun} {pk}", "the row is gone, and the ledger does not say so", "an entry of its deletion")
        count += next(_rows(every))[0]
    yield from tally.findings(f"{count} rows of {len(checks)} tables, each as the ledger last says")


def _rows(query: str) -> Iterator[Any]:
    """Read a query's rows a few at a time, on PostgreSQL by a cursor of the server's."""
    if connection.vendor == "sqlite" or not connection.in_atomic_block:
        with connection.cursor() as cursor:
            cursor.execute(query)
            while found := cursor.fetchmany(_AT_ONCE):
                yield from found
        return
    with connection.chunked_cursor() as cursor:
        cursor.execute(query)
        while found := cursor.fetchmany(_AT_ONCE):
            yield from found


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
