"""Open a pack for a person: whole, signed by a key that was named for the partner, and for this register."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import BinaryIO

from django.db.models import F

from concerted.ledger.keys import VerifierKey, verifier_key
from concerted.ledger.packs.canonical import UnreadablePack
from concerted.ledger.packs.change import Change
from concerted.ledger.packs.reading import Looked, changes, look_over
from concerted.register.access import Permission
from concerted.register.models import Pack, PackKey, Party, PartyStanding, User
from concerted.register.models.scope import ScopedQuerySet
from concerted.register.packing.names import own_key, own_name
from concerted.register.packing.plain import understood
from concerted.register.part import Part
from concerted.register.queries.scope import enter
from concerted.register.validity import holding
from concerted.terms.errors import NotAllowed


@dataclass(frozen=True, slots=True)
class Opened:
    """A pack that may be imported by who asked: its file, what it says of itself, its partner, the account to write as.

    ``where`` names the file in errors.
    """

    file: BinaryIO
    where: str
    looked: Looked
    key: VerifierKey
    part: Part
    party: Party
    courier: User
    made_at: datetime

    def changes(self, *, after: int = 0) -> Iterator[Change]:
        """Give the records from past the first ``after`` on; raises UnreadablePack."""
        return changes(self.file, self.looked, own=own_key(), sender=self.key, where=self.where, after=after)

    def place(self, number: int) -> str:
        """Name a record's place in the file, counted from 1."""
        return f"{self.where}, line {number + 1}"


def open_pack(user: User, slug: str, file: BinaryIO, *, where: str, day: date, understand: bool = True) -> Opened:
    """Look a pack over from its beginning to its end, every record included; nothing is written.

    Without ``understand`` records stay sealed, as for the next steps with a file whose records were understood before.
    Raises UnreadablePack for anything that is not whole, not for this register and coalition, not signed by a key that
    holds on ``day``, or from a newer version; NotAllowed for who may not import the partner's packs, NotFound.
    """
    scope = enter(user, slug)
    looked = look_over(file, where=where)
    head = looked.head
    part = scope.part
    if not part.may(Permission.PACK_IMPORT) or part.code not in (None, head.partner):
        raise NotAllowed(
            f"it is a pack of {head.partner}", where=where, expected="the secretariat or that partner's focal point"
        )
    if head.coalition != slug:
        raise UnreadablePack(f"it is for the coalition {head.coalition!r}", where=where, expected=repr(slug))
    if head.receiver != own_name():
        raise UnreadablePack(f"it is for the register {head.receiver}", where=where, expected=own_name())
    party = Party.objects.filter(coalition=scope.coalition, code=head.partner).first()
    if party is None:
        raise UnreadablePack(f"no partner {head.partner!r}", where=where, expected="a partner of the coalition")
    gone = PartyStanding.objects.filter(holding(day), party=party, standing=PartyStanding.Kind.WITHDRAWN)
    if gone.exists():
        raise UnreadablePack(f"{party.code} has withdrawn", where=where, expected="a pack of a partner")
    named = list(keys_in_force(party, day).filter(register=head.sender).select_related("courier"))
    held = {verifier_key(one.key, where="the named key"): one for one in named}
    key = looked.signed_by(held)
    if key is None:
        raise UnreadablePack(
            f"it is signed by no key that is named for {party.code} and the register {head.sender}",
            where=where,
            expected="that the secretariat names the key, or a pack of a register that is trusted",
        )
    opened = Opened(file, where, looked, key, part, party, held[key].courier, _moment(head.at, where))
    _nothing_between(opened)
    for number, one in enumerate(opened.changes() if understand else (), 1):
        understood(one, where=opened.place(number))
    return opened


def keys_in_force(party: Party, day: date) -> ScopedQuerySet[PackKey]:
    """Give the keys of other registers that are named for a party and hold on a day."""
    return PackKey.objects.filter(party=party, since__lte=day).exclude(until__lte=day)


def _nothing_between(opened: Opened) -> None:
    """Refuse a pack of changes alone where what came before it has not come."""
    head = opened.looked.head
    if not head.since:
        return
    came = Pack.objects.filter(party=opened.party, outward=False, other=head.sender, done__gte=F("records"))
    if not came.filter(entries__gte=head.since).exists():
        raise UnreadablePack(
            f"it holds what changed since entry {head.since}, and no pack up to there has come",
            where=opened.where,
            expected="the packs before it first, or a whole one",
        )


def _moment(text: str, where: str) -> datetime:
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        found = None
    if found is None or found.tzinfo is None:
        raise UnreadablePack(f"it was made at {text!r:.40}", where=where, expected="a moment with its time zone")
    return found
