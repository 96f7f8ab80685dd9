"""A pack that is about to be written: whose, for which register, and its lines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import IO

from concerted.ledger.keys import VerifierKey, verifier_key
from concerted.ledger.packs.change import Head
from concerted.ledger.packs.writing import write
from concerted.register.access import Permission
from concerted.register.models import PackKey, Party, User
from concerted.register.packing.names import own_key, own_name
from concerted.register.packing.opening import keys_in_force
from concerted.register.packing.outgoing import outgoing
from concerted.register.queries.scope import enter
from concerted.register.snapshot import snapshot
from concerted.register.stored_tree import size
from concerted.terms.errors import NotAllowed, NotFound


@dataclass(frozen=True, slots=True)
class Sending:
    """What a pack is to say of itself, and the key that it is sealed for."""

    head: Head
    party: Party
    receiver: VerifierKey

    def lines(self, user: User) -> Iterator[bytes]:
        """Write the pack's lines, with what the person sees of the party's own: all of it."""
        records = outgoing(user, self.party, other=self.head.receiver, since=self.head.since)
        return write(self.head, records, key=own_key(), receiver=self.receiver)

    def write(self, file: IO[bytes], user: User) -> tuple[int, str]:
        """Write the whole pack as the register stands now; gives how many records it has, and its digest."""
        lines, last, running = -2, b"", sha256()
        with snapshot():
            for line in self.lines(user):
                # The trailer, which has the digest in it, is none of what it is the digest of.
                running.update(last)
                last, lines = line, lines + 1
                file.write(line)
        return lines, running.hexdigest()


def sending(user: User, slug: str, partner: str, *, at: datetime, to: str = "", since: int = 0) -> Sending:
    """Prepare a pack of a partner's records for another register; ``to`` is its name where several are named.

    Raises NotFound, and NotAllowed for who is no focal point of the partner.
    """
    scope = enter(user, slug)
    party = Party.objects.filter(coalition=scope.coalition, code=partner).select_related("coalition").first()
    if party is None:
        raise NotFound(f"no partner {partner!r}", where=slug, expected="the code of a partner, such as KWT")
    if scope.part.party != party.pk or not scope.part.may(Permission.RECORD_KEEP):
        raise NotAllowed(f"the records are {party.code}'s own", where=slug, expected="its focal point")
    key = _key(party, at, to)
    head = Head(
        coalition=slug,
        partner=party.code,
        sender=own_name(),
        receiver=key.register,
        at=at.isoformat(timespec="microseconds"),
        by=user.name,
        entries=size(),
        since=since,
    )
    return Sending(head, party, verifier_key(key.key, where="the named key"))


def _key(party: Party, at: datetime, to: str) -> PackKey:
    held = list(keys_in_force(party, at.date()).order_by("-since", "-pk"))
    found = [one for one in held if to in ("", one.register)]
    registers = sorted({one.register for one in held})
    if not found:
        raise NotFound(
            f"no register{f' {to!r}' if to else ''} is named for {party.code}",
            where=party.coalition.slug,
            expected="`concerted pack trust` by the secretariat first",
        )
    if len({one.register for one in found}) > 1:
        raise NotFound("several registers are named", where=party.code, expected=f"--to {' or '.join(registers)}")
    # The newest key of a register is the one that it has.
    return found[0]
