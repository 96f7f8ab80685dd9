"""Name the keys of other registers with which a partner's packs are exchanged: the secretariat alone does."""

from __future__ import annotations

from datetime import date, datetime

from concerted.actions import ledger, releases, users
from concerted.ledger.keys import verifier_key
from concerted.register.access import Permission, Role
from concerted.register.audience import Wanted
from concerted.register.models import Coalition, Membership, PackKey, Party, Reach, User
from concerted.register.packing.names import own_key
from concerted.register.packing.opening import keys_in_force
from concerted.terms.errors import Conflict, NotFound


@ledger.action("pack.trust")
def trust(
    *,
    coalition: str,
    partner: str,
    key: str,
    by: User,
    at: datetime,
    register: str = "",
    since: date | None = None,
    until: date | None = None,
) -> str:
    """Name the key of another register for a partner; gives that register's name.

    Packs of the partner that it signs may be imported, and packs can be sealed for it, from ``since`` (else today) on
    and no more on ``until``. ``register`` is the name of a register whose key is new; else it is the key's own.
    Raises NotFound, NotAllowed, UnreadableKey, or Conflict for a key that is named already or is this register's own.
    """
    home, party = _home(coalition, partner, by)
    read = verifier_key(key, where="key")
    start = since or at.date()
    if read == own_key().verifier:
        raise Conflict("it is this register's own key", where="key", expected="the other register's")
    if until is not None and until <= start:
        raise Conflict(f"it would end on {until}", where="until", expected=f"a day after {start}")
    if keys_in_force(party, start).filter(key=str(read)).exists():
        raise Conflict("it is named already", where="key", expected="another key")
    made = PackKey.objects.create(
        coalition=home,
        owner=None,
        release=releases.give(home, Wanted(Reach.NAMED, frozenset({party.code})), owner=None),
        party=party,
        register=register or read.name,
        key=str(read),
        courier=_courier(home, party, at),
        since=start,
        until=until,
        by=by,
        at=at,
    )
    return made.register


@ledger.action("pack.distrust")
def distrust(*, coalition: str, partner: str, key: str, by: User, at: datetime) -> None:
    """Let a key hold no more from today on; packs that it signed, whenever, are no longer imported.

    Raises NotFound or NotAllowed.
    """
    _coalition, party = _home(coalition, partner, by)
    found = keys_in_force(party, at.date()).filter(key=key.strip()).first()
    if found is None:
        raise NotFound(
            f"no such key of {party.code} holds", where="key", expected="one of `concerted pack keys`, whole"
        )
    # One that was named today never held.
    found.until = max(at.date(), found.since)
    found.save(update_fields=["until"])


def _home(coalition: str, partner: str, by: User) -> tuple[Coalition, Party]:
    home = Coalition.objects.visible_to(by).filter(slug=coalition).first()
    if home is None:
        raise NotFound("no such coalition", where=coalition, expected="one of your coalitions")
    ledger.require(by, home, Permission.PACK_TRUST)
    party = Party.objects.filter(coalition=home, code=partner.upper()).first()
    if party is None:
        raise NotFound(f"no partner {partner!r}", where=coalition, expected="the code of a partner, such as KWT")
    return home, party


def _courier(home: Coalition, party: Party, at: datetime) -> User:
    """Give the account as which a party's records are written from packs; it has no password and no address."""
    name = f"packs.{party.code}.{home.slug}"[: users.LONGEST_NAME].lower()
    found = User.objects.filter(username=name).first() or users.make(name, f"Packs of {party.name}", None, at)
    if not Membership.objects.filter(user=found, coalition=home, role=Role.FOCAL_POINT, party=party).exists():
        users.appoint(found, home, Role.FOCAL_POINT, party=party.code)
    return found
