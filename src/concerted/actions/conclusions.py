"""Decisions of meetings: entered with the next number of the meeting, changed and taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from decimal import Decimal

from django.db.models import Max

from concerted.actions import keeping, ledger
from concerted.actions.keeping import Keeping
from concerted.actions.of_meetings import item_of, meeting_of
from concerted.register.access import Permission
from concerted.register.models import Coalition, Conclusion, Reach, User
from concerted.register.nouns.conclusion import CONCLUSION, Content
from concerted.terms.errors import Conflict

_MOST = 9999


@ledger.action("conclusion.add")
def add(*, coalition: str, content: Content, by: User, at: datetime, reach: str = Reach.COALITION) -> int:
    """Enter a decision of a meeting, by default with its next number, which no decision before had; gives its number
    in the register. Raises as ``keeping.enter``.
    """
    home = Coalition.objects.visible_to(by).filter(slug=coalition).first()
    if content.ordinal is None and home is not None:
        # From here on nobody else takes the number.
        ledger.require(by, home, Permission.RECORD_KEEP)
        last = Conclusion.objects.filter(meeting=content.meeting).aggregate(last=Max("ordinal"))["last"]
        content = replace(content, ordinal=Decimal((last or 0) + 1))
    return keeping.enter(KEEPING, coalition=coalition, content=content, by=by, reach=reach)


@ledger.action("conclusion.change")
def change(*, number: int, content: Content, seen: int, by: User, at: datetime) -> None:
    """Change what a decision says; ``seen`` is the edition that the person saw. Raises as ``keeping.alter``."""
    keeping.alter(KEEPING, number, content=content, seen=seen, by=by)


@ledger.action("conclusion.withdraw")
def withdraw(*, number: int, seen: int, by: User, at: datetime) -> None:
    """Take a decision back; nobody gets its number. Raises as ``keeping.take_back``."""
    keeping.take_back(KEEPING, number, seen=seen, by=by)


def _checked(content: Content) -> Content:
    number = content.ordinal
    if number is not None and not (0 < number <= _MOST and number == int(number)):
        raise Conflict(f"{number} is no number", where="ordinal", expected=f"a whole number from 1 to {_MOST}")
    return content


def _fill(one: Conclusion, content: Content) -> None:
    one.meeting = meeting_of(one, content.meeting)
    one.item = item_of(one, one.meeting, content.item)
    one.text = content.text
    one.ordinal = None if content.ordinal is None else int(content.ordinal)
    same = Conclusion.objects.filter(meeting=one.meeting, ordinal=one.ordinal, in_force=True).exclude(pk=one.pk)
    if one.ordinal is not None and same.exists():
        raise Conflict(f"the meeting has a decision {one.ordinal}", where="ordinal", expected="another number")


KEEPING = Keeping(CONCLUSION, _checked, _fill, add, change, withdraw)
