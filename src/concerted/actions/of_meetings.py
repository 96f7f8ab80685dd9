"""What is kept of a meeting names it, and perhaps an item of its agenda, as its owner and the coalition see them."""

from __future__ import annotations

from typing import Any

from django.db.models import Q

from concerted.register.models import Item, Meeting, Reach
from concerted.terms.errors import Conflict

# Whoever keeps records reads what is released so.
_OPEN = (Reach.COALITION, Reach.PUBLIC)


def meeting_of(one: Any, number: int) -> Meeting:
    """Find the meeting that a record is of; raises Conflict (``where`` meeting)."""
    rows = Meeting.objects.filter(_known(one), coalition=one.coalition, in_force=True, merged_into=None)
    found = rows.filter(pk=number).first()
    if found is None:
        raise Conflict(f"no meeting {number}", where="meeting", expected="a meeting that is open to the coalition")
    return found


def item_of(one: Any, meeting: Meeting, number: int | None) -> Item | None:
    """Find the agenda item that a record is of, None for none; raises Conflict (``where`` item)."""
    if number is None:
        return None
    found = Item.objects.filter(_known(one), meeting=meeting, in_force=True, pk=number).first()
    if found is None:
        raise Conflict(f"no item {number}", where="item", expected="an item of the meeting's agenda")
    return found


def _known(one: Any) -> Q:
    return Q(owner=one.owner) | Q(owner=None, release__kind__in=_OPEN)
