"""Which planned meetings sit at once, and what they would share."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from django.db.models import Q

from concerted.convening.sittings import Sitting, overlap
from concerted.register.models import Coalition, Meeting
from concerted.register.models.scope import Person

# Two places are at most 26 hours apart by their clocks.
_APART = timedelta(days=2)


def sitting(one: Meeting) -> Sitting | None:
    """Give when a meeting sits; None without a day."""
    if one.start is None:
        return None
    return Sitting(one.start, one.end or one.start, one.opens, one.closes, one.zone)


def overlapping(user: Person, coalition: Coalition, one: Meeting) -> Iterator[tuple[Meeting, tuple[str, ...]]]:
    """Give the planned meetings that sit while this one does and share its room, line or series: what they share.

    Only those that the person may see; this one need not be in the register yet.
    """
    own = sitting(one)
    if own is None:
        return
    near = Q(start__lte=own.last + _APART) & (
        Q(end__gte=own.first - _APART) | Q(end=None, start__gte=own.first - _APART)
    )
    found = Meeting.objects.visible_to(user).filter(near, coalition=coalition, status="planned").exclude(pk=one.pk)
    for other in found.select_related("line").order_by("start", "pk"):
        theirs, shared = sitting(other), _shared(one, other)
        if theirs is not None and shared and overlap(own, theirs):
            yield other, shared


def _shared(one: Meeting, other: Meeting) -> tuple[str, ...]:
    """Name what two meetings have in common: a room is one of a place."""
    found = []
    if _same(one.room, other.room) and (_same(one.place, other.place) or not one.place or not other.place):
        found.append("room")
    if one.line_id is not None and one.line_id == other.line_id:
        found.append("line")
    if _same(one.series, other.series):
        found.append("series")
    return tuple(found)


def _same(one: str, other: str) -> bool:
    return bool(one) and one.casefold() == other.casefold()
