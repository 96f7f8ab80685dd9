"""Check the register itself against its ledger: for whoever holds the database, narrowed to nobody's rights.

It reads all there is, once, in the order in which it was written, and holds none of it in memory.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.db import connection

from concerted.ledger.checkpoints import Checkpoint
from concerted.ledger.keys import VerifierKey
from concerted.ledger.verification import Finding, Outcome
from concerted.register import triggers
from concerted.register.models import Entry
from concerted.register.snapshot import snapshot
from concerted.register.verification import rereleases, rows, searches, tallies, texts, tree
from concerted.register.verification.tally import Progress, quiet

__all__ = ["unsealed", "verify"]


def verify(key: VerifierKey | None, kept: Sequence[Checkpoint] = (), progress: Progress = quiet) -> Iterator[Finding]:
    """Check triggers, leaves, tiles, checkpoints, rows, texts, releases, what a search finds and tallies, in
    that order.

    All are seen as they stand at the first question. Signatures are checked with ``key``; without one a note says that
    they were not. ``kept`` are checkpoints that somebody kept outside the register.
    """
    with snapshot():
        yield _triggers()
        yield from tree.check(key, kept, progress)
        yield from rows.check(progress)
        yield from texts.check(progress)
        yield from rereleases.check()
        yield from searches.check(progress)
        yield from tallies.check()


def unsealed() -> dict[str, int]:
    """Count the entries that have no place in the tree yet, by noun: made past the program, or being made."""
    found: dict[str, int] = {}
    for noun in Entry.objects.filter(leaf=None).order_by("noun").values_list("noun", flat=True).iterator():
        found[noun] = found.get(noun, 0) + 1
    return found


def _triggers() -> Finding:
    if lacking := triggers.missing(connection):
        what = f"{len(lacking)} missing or switched off: {', '.join(lacking[:5])}{' ...' if len(lacking) > 5 else ''}"
        return Finding(Outcome.FAILED, "triggers", what, "every trigger; `concerted init` makes them anew")
    return Finding(Outcome.OK, "triggers", f"all {len(triggers.names())} in place")
