"""Agenda items: entered, changed, put in order, left out and taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from itertools import pairwise

from django.db.models import Max

from concerted.actions import keeping, ledger
from concerted.actions.keeping import Keeping
from concerted.actions.of_meetings import meeting_of
from concerted.actions.records import naming
from concerted.register.models import Item, Place, Reach, User
from concerted.register.nouns.item import ITEM, Content, written
from concerted.terms.errors import Conflict

# Nothing on an agenda takes longer than a day.
_LONGEST = 24 * 60


@ledger.action("item.add")
def add(*, coalition: str, content: Content, by: User, at: datetime, reach: str = Reach.OWNER) -> int:
    """Put an item on a meeting's agenda, the last of its line; gives its number. Raises as ``keeping.enter``."""
    return keeping.enter(KEEPING, coalition=coalition, content=content, by=by, reach=reach)


@ledger.action("item.change")
def change(*, number: int, content: Content, seen: int, by: User, at: datetime) -> None:
    """Change what an item says; ``seen`` is the edition that the person saw. Raises as ``keeping.alter``."""
    keeping.alter(KEEPING, number, content=content, seen=seen, by=by)


@ledger.action("item.withdraw")
def withdraw(*, number: int, seen: int, by: User, at: datetime) -> None:
    """Take an item back. Raises as ``keeping.take_back``."""
    keeping.take_back(KEEPING, number, seen=seen, by=by)


@ledger.action("item.leave_out")
def leave_out(*, number: int, why: str, seen: int, by: User, at: datetime) -> None:
    """Leave an item out of the agenda for a reason, which stays with it. Raises as ``keeping.alter``."""
    one = keeping.own(KEEPING, number, by, seen)
    content = replace(written(one), status=Place.OUT.value, why=why)
    keeping.alter(KEEPING, number, content=content, seen=seen, by=by)


@ledger.action("item.move")
def move(*, number: int, up: bool, seen: int, by: User, at: datetime) -> None:
    """Let an item change places with the one before or after it on its line; the first and the last stay.

    Raises as ``keeping.alter``. Items of others that stand between are passed over: they are not the person's to move.
    """
    one = keeping.own(KEEPING, number, by, seen)
    rest = Item.objects.filter(meeting=one.meeting_id, line=one.line_id, owner=one.owner_id, in_force=True)
    order = list(rest.filter(status=Place.ON).order_by("ordinal", "pk"))
    for place, (before, after) in enumerate(pairwise(order)):
        if (after if up else before).pk == one.pk:
            order[place], order[place + 1] = after, before
            break
    # Ordinals that two items share, as after a merger of edits, come apart here.
    places = sorted({each.ordinal for each in order})
    places += range(places[-1] + 1, places[-1] + 1 + len(order) - len(places)) if places else ()
    for each, ordinal in zip(order, places, strict=True):
        if each.ordinal != ordinal:
            each.ordinal, each.edition = ordinal, each.edition + 1
            each.save(update_fields=["ordinal", "edition"])


def _checked(content: Content) -> Content:
    minutes = content.minutes
    if minutes is not None and not (0 < minutes <= _LONGEST and minutes == int(minutes)):
        raise Conflict(f"{minutes} minutes", where="minutes", expected=f"a whole number from 1 to {_LONGEST}")
    if content.status == Place.OUT and not content.why:
        raise Conflict("it is empty", where="why", expected="why the item is left out")
    return replace(content, why="") if content.status == Place.ON else content


def _fill(one: Item, content: Content) -> None:
    found = meeting_of(one, content.meeting)
    line = naming.line(one.coalition, content.line) if content.line is not None else None
    if one.pk is None or (one.meeting_id, one.line_id) != (found.pk, line.pk if line else None):
        last = Item.objects.filter(meeting=found, in_force=True).aggregate(last=Max("ordinal"))["last"]
        one.ordinal = (last or 0) + 1
    one.meeting, one.line = found, line
    one.title, one.speaker, one.room, one.note = content.title, content.speaker, content.room, content.note
    one.minutes = None if content.minutes is None else int(content.minutes)
    one.status, one.why = content.status, content.why


KEEPING = Keeping(ITEM, _checked, _fill, add, change, withdraw)
