"""Breaches of the duty to meet again: noted once, and kept whatever is read or corrected later."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from concerted.actions import ledger
from concerted.actions.records import naming
from concerted.register.access import Permission
from concerted.register.models import Breach, Coalition, Reach, User
from concerted.register.queries.clocks import Broken, broken
from concerted.register.queries.scope import enter
from concerted.terms.errors import NotFound


@ledger.action("breach.note")
def note(*, coalition: str, by: User, at: datetime) -> int:
    """Note every breach that is not on record yet, and what became of those that are; gives how many are new.

    Raises NotFound, or NotAllowed for who keeps no meetings.
    """
    home = Coalition.objects.visible_to(by).filter(slug=coalition).first()
    if home is None:
        raise NotFound("no such coalition", where="coalition", expected="one of your coalitions")
    ledger.require(by, home, Permission.MEETING_KEEP)
    return follow(home, by, at)


def follow(home: Coalition, by: User, at: datetime, *, meeting: int | None = None) -> int:
    """Do as ``note`` does, as part of a larger action; with a ``meeting``, of new ones note that which it ended.

    A breach that no longer follows from what the register holds stays, and says since when it does not.
    """
    known = {(one.series, one.due): one for one in Breach.objects.visible_to(by).filter(coalition=home)}
    new = []
    for one in broken(enter(by, home.slug), timezone.localtime(at).date()):
        found = known.pop((one.series, one.due), None)
        if found is not None:
            _follow(found, one)
        elif one.told and (meeting is None or one.meeting == meeting):
            new.append(one)
    for gone in known.values():
        if gone.reread_at is None:
            gone.reread_at = at
            gone.save(update_fields=["reread_at"])
    made = [
        Breach(coalition=home, release=naming.release(home, Reach.PUBLIC), by=by, at=at, **_said(one)) for one in new
    ]
    # One that rests on a meeting which the person does not see is there already, and hidden from them.
    Breach.objects.bulk_create(made, ignore_conflicts=True)
    return len(made)


def _follow(found: Breach, now: Broken) -> None:
    """Say of a breach on record which meeting ended it, if one did, and that it still follows."""
    held = {"meeting_id": now.meeting, "met_on": now.met_on, "late": now.late, "reread_at": None}
    if any(getattr(found, name) != value for name, value in held.items()):
        for name, value in held.items():
            setattr(found, name, value)
        found.save(update_fields=["meeting", "met_on", "late", "reread_at"])


def _said(one: Broken) -> dict[str, object]:
    return {
        "series": one.series,
        "obligation_id": one.obligation,
        "after_id": one.after,
        "counted_from": one.counted_from,
        "due": one.due,
        "meeting_id": one.meeting,
        "met_on": one.met_on,
        "late": one.late,
    }
