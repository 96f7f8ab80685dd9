"""Who sits in the working group of a line of effort: what is released to the group reaches them."""

from __future__ import annotations

from datetime import datetime

from concerted.actions import ledger
from concerted.actions.records import naming
from concerted.register.access import Permission
from concerted.register.models import Coalition, Party, User, WorkingGroupSeat
from concerted.terms.errors import Conflict, NotFound


@ledger.action("working_group.seat")
def seat(*, coalition: str, line: int, party: str, by: User, at: datetime) -> None:
    """Give a partner a seat; Conflict if it has one, NotFound for no such line or partner, or NotAllowed."""
    home = _home(coalition, by)
    of, one = naming.line(home, line), _party(home, party)
    _seat, new = WorkingGroupSeat.objects.get_or_create(coalition=home, line=of, party=one)
    if not new:
        raise Conflict(f"{one.name} has a seat already", where="party", expected="another partner")


@ledger.action("working_group.unseat")
def unseat(*, coalition: str, line: int, party: str, by: User, at: datetime) -> None:
    """Take a partner's seat away: what is released to the group no longer reaches it. Raises as ``seat`` does."""
    home = _home(coalition, by)
    held = WorkingGroupSeat.objects.filter(line=naming.line(home, line), party=_party(home, party))
    if not held.exists():
        raise Conflict(f"{party} has no seat", where="party", expected="a partner with a seat")
    held.delete()


def _home(slug: str, by: User) -> Coalition:
    home = Coalition.objects.visible_to(by).filter(slug=slug).first()
    if home is None:
        raise NotFound("no such coalition", where=slug, expected="one of your coalitions")
    ledger.require(by, home, Permission.WORKING_GROUP_KEEP)
    return home


def _party(home: Coalition, code: str) -> Party:
    found = Party.objects.filter(coalition=home, code=code).first()
    if found is None:
        raise NotFound(f"no partner {code!r}", where="party", expected="the code of one of the coalition's partners")
    return found
