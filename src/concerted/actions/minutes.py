"""Minutes of meetings: entries, each its own record, so that two who take them at once lose nothing."""

from __future__ import annotations

from datetime import datetime

from concerted.actions import keeping, ledger
from concerted.actions.keeping import Keeping
from concerted.actions.of_meetings import item_of, meeting_of
from concerted.register.access import Permission
from concerted.register.models import Coalition, Minute, Reach, User
from concerted.register.nouns.minute import MINUTE, Content


@ledger.action("minute.add")
def add(*, coalition: str, content: Content, by: User, at: datetime, reach: str = Reach.COALITION) -> int:
    """Enter something in a meeting's minutes; gives the entry's number.

    The same words twice in a row at an item, as after a button pressed twice or a connection that broke, are one entry:
    its number is given again. Raises as ``keeping.enter``.
    """
    home = Coalition.objects.visible_to(by).filter(slug=coalition).first()
    if home is not None:
        ledger.require(by, home, Permission.RECORD_KEEP)
        before = Minute.objects.visible_to(by).filter(coalition=home, meeting=content.meeting, item=content.item)
        last = before.order_by("-pk").first()
        if last is not None and last.text == KEEPING.checked(content).text:
            return last.pk
    return keeping.enter(KEEPING, coalition=coalition, content=content, by=by, reach=reach)


@ledger.action("minute.change")
def change(*, number: int, content: Content, seen: int, by: User, at: datetime) -> None:
    """Change an entry; ``seen`` is the edition that the person saw. Raises as ``keeping.alter``."""
    keeping.alter(KEEPING, number, content=content, seen=seen, by=by)


@ledger.action("minute.withdraw")
def withdraw(*, number: int, seen: int, by: User, at: datetime) -> None:
    """Take an entry back. Raises as ``keeping.take_back``."""
    keeping.take_back(KEEPING, number, seen=seen, by=by)


def _checked(content: Content) -> Content:
    return content


def _fill(one: Minute, content: Content) -> None:
    one.meeting = meeting_of(one, content.meeting)
    one.item = item_of(one, one.meeting, content.item)
    one.text = content.text


KEEPING = Keeping(MINUTE, _checked, _fill, add, change, withdraw)
