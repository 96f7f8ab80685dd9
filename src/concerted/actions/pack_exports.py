"""Say in the ledger that a pack was written, before it leaves."""

from __future__ import annotations

from datetime import datetime

from concerted.actions import ledger, releases
from concerted.register.access import Permission
from concerted.register.audience import Wanted
from concerted.register.models import Pack, Reach, User
from concerted.register.packing.sending import Sending
from concerted.terms.errors import NotAllowed


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
