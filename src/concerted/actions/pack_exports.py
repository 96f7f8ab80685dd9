"""Write packs, and say in the ledger that one was written, before it leaves."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import datetime
from typing import IO

from concerted.actions import ledger, releases
from concerted.register.access import Permission
from concerted.register.audience import Wanted
from concerted.register.models import Pack, Reach, User
from concerted.register.packing.sending import Sending, sending
from concerted.register.queries.scope import enter
from concerted.terms.errors import NotAllowed


@dataclass(frozen=True, slots=True)
class Exported:
    """A pack that was written: how its file is called, and the file, open at its start."""

    name: str
    file: IO[bytes]


def export(*, coalition: str, to: str, since: int, by: User, clock: Callable[[], datetime]) -> Exported:
    """Write a pack of all that is the person's partner's own, and note it. Raises as ``sending``."""
    party = enter(by, coalition).part.code
    if party is None:
        raise NotAllowed("the records are their partner's own", where=coalition, expected="its focal point")
    at = clock()
    made = sending(by, coalition, party, at=at, to=to, since=since)
    with ExitStack() as held:
        file = held.enter_context(tempfile.TemporaryFile())
        records, digest = made.write(file, by)
        sent(sending=made, sha256=digest, records=records, by=by, at=at)
        file.seek(0)
        # From now on it is closed by whoever hands it out.
        held.pop_all()
    return Exported(f"{coalition}-{party}-{at:%Y-%m-%d}.pack", file)


@ledger.action("pack.export")
def sent(*, sending: Sending, sha256: str, records: int, by: User, at: datetime) -> None:
    """Note a pack that was written: its digest, how many records it has, for which register.

    Raises NotAllowed for who is no focal point of the partner.
    """
    home, party = sending.party.coalition, sending.party
    part = ledger.require(by, home, Permission.RECORD_KEEP)
    if part.party != party.pk:
        raise NotAllowed(f"the records are {party.code}'s own", where=home.slug, expected="its focal point")
    Pack.objects.get_or_create(
        coalition=home,
        sha256=sha256,
        outward=True,
        defaults={
            "release": releases.give(home, Wanted(Reach.NAMED, frozenset({party.code})), owner=None),
            "party": party,
            "other": sending.head.receiver,
            "made_at": at,
            "entries": sending.head.entries,
            "records": records,
            "done": records,
            "by": by,
            "at": at,
        },
    )
