"""Registration for meetings: who comes, for whom, in which role."""

from __future__ import annotations

from datetime import date, datetime

from django.db.models import Q

from concerted.actions import keeping, ledger
from concerted.actions.keeping import Keeping
from concerted.actions.records import naming
from concerted.register.models import Capacity, Coming, Delegate, Meeting, Party, Reach, User
from concerted.register.nouns.delegate import DELEGATE, Content
from concerted.terms.errors import Conflict

# Whoever keeps records reads what is released so.
_OPEN = (Reach.COALITION, Reach.PUBLIC)


@ledger.action("delegate.add")
def add(*, coalition: str, content: Content, by: User, at: datetime, reach: str = Reach.COALITION) -> int:
    """Register somebody for a meeting; gives the number. Raises as ``keeping.enter``.

    Conflict, too, for a partner that has withdrawn from the coalition by the day of the meeting, and for a second head.
    """
    return keeping.enter(KEEPING, coalition=coalition, content=content, by=by, reach=reach)


@ledger.action("delegate.change")
def change(*, number: int, content: Content, seen: int, by: User, at: datetime) -> None:
    """Change a registration; ``seen`` is the edition that the person saw. Raises as ``keeping.alter`` and ``add``."""
    keeping.alter(KEEPING, number, content=content, seen=seen, by=by)


@ledger.action("delegate.withdraw")
def withdraw(*, number: int, seen: int, by: User, at: datetime) -> None:
    """Take back what was entered in error; who does not come after all is changed to withdrawn.

    Raises as ``keeping.take_back``.
    """
    keeping.take_back(KEEPING, number, seen=seen, by=by)


def _checked(content: Content) -> Content:
    if content.party and content.organisation:
        raise Conflict("it is for a partner already", where="organisation", expected="a partner or an organisation")
    return content


def _fill(one: Delegate, content: Content) -> None:
    open_to_all = Q(owner=one.owner) | Q(owner=None, release__kind__in=_OPEN)
    rows = Meeting.objects.filter(open_to_all, coalition=one.coalition, in_force=True, merged_into=None)
    meeting = rows.filter(pk=content.meeting).first()
    if meeting is None:
        raise Conflict(
            f"no meeting {content.meeting}", where="meeting", expected="a meeting that is open to the coalition"
        )
    one.party = _party(one, content)
    one.organisation = content.organisation
    if one.party is not None and content.status != Coming.WITHDRAWN:
        _refuse_withdrawn(one.party, meeting.start)
        _refuse_second_head(one, meeting, content.role)
    one.meeting, one.person, one.role = meeting, content.person, content.role
    one.status, one.note = content.status, content.note


def _party(one: Delegate, content: Content) -> Party | None:
    """Find the partner; a partner's own registration is for itself, the coalition's for any or for an organisation."""
    if one.owner is None and content.organisation:
        return None
    if content.organisation:
        raise Conflict("others are registered by the secretariat", where="organisation", expected="your own delegates")
    if one.owner is None and content.party:
        return naming.party(one.coalition, content.party)
    return keeping.giver(one, content.party)


def _refuse_second_head(one: Delegate, meeting: Meeting, role: str) -> None:
    every = Delegate.objects.filter(meeting=meeting, party=one.party, role=Capacity.HEAD, in_force=True)
    heads = every.exclude(pk=one.pk).exclude(status=Coming.WITHDRAWN)
    if role == Capacity.HEAD and heads.exists():
        raise Conflict("the delegation has a head already", where="role", expected="another role")


def _refuse_withdrawn(party: Party, day: date | None) -> None:
    """Refuse a partner that has left by a day, with the day on which it did; without a day, one that is out for now."""
    for stood in party.standings:
        since, until = (date.fromisoformat(stood[key]) if stood[key] else None for key in ("since", "until"))
        begun, over = (since and day and day < since), (until and (day is None or until < day))
        if stood["standing"] == "withdrawn" and not begun and not over:
            raise Conflict(
                f"{party.code} withdrew on {since}" if since else f"{party.code} has withdrawn",
                where="party",
                expected="a partner that is in the coalition on the day of the meeting",
            )


def _head_of(one: Delegate) -> tuple[object, ...] | None:
    """Name the delegation that a row is the head of: it has one."""
    if one.role != Capacity.HEAD or one.status == Coming.WITHDRAWN or one.party is None:
        return None
    return one.meeting_id, one.party_id


KEEPING = Keeping(DELEGATE, _checked, _fill, add, change, withdraw, alone=_head_of)
