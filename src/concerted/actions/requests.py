"""What partners ask for: entered, changed and withdrawn by their focal points, for the coalition by the secretariat."""

from __future__ import annotations

from datetime import datetime

from concerted.actions import keeping, ledger
from concerted.actions.keeping import Keeping
from concerted.register.models import Reach, Request, User
from concerted.register.nouns.request import REQUEST, Content


@ledger.action("request.add")
def add(*, coalition: str, content: Content, by: User, at: datetime, reach: str = Reach.OWNER) -> int:
    """Enter a request for assistance; gives its number. Raises as ``keeping.enter``."""
    return keeping.enter(KEEPING, coalition=coalition, content=content, by=by, reach=reach)


@ledger.action("request.change")
def change(*, number: int, content: Content, seen: int, by: User, at: datetime) -> None:
    """Change what a request says; ``seen`` is the edition that the person saw. Raises as ``keeping.alter``."""
    keeping.alter(KEEPING, number, content=content, seen=seen, by=by)


@ledger.action("request.withdraw")
def withdraw(*, number: int, seen: int, by: User, at: datetime) -> None:
    """Take a request back; its requirements stay. Raises as ``keeping.take_back``."""
    keeping.take_back(KEEPING, number, seen=seen, by=by)


def _checked(content: Content) -> Content:
    return content


def _fill(one: Request, content: Content) -> None:
    for name, value in (REQUEST.values(content) | {"party": keeping.giver(one, content.party)}).items():
        setattr(one, name, value)


KEEPING = Keeping(REQUEST, _checked, _fill, add, change, withdraw)
