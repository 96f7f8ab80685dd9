"""Action points of meetings: entered, changed and taken back; how they are followed up is ``actions.follow_up``."""

from __future__ import annotations

from datetime import datetime

from concerted.actions import keeping, ledger
from concerted.actions.keeping import Keeping
from concerted.actions.of_meetings import item_of, meeting_of
from concerted.actions.records import naming
from concerted.register.models import Action, ActionStatus, Party, Reach, User
from concerted.register.nouns.action import ACTION, Content, written
from concerted.terms.errors import Conflict


@ledger.action("action.add")
def add(*, coalition: str, content: Content, by: User, at: datetime, reach: str = Reach.COALITION) -> int:
    """Enter an action point of a meeting; gives its number. Raises as ``keeping.enter``, or Conflict for a verifier
    who is the one to do it.
    """
    return keeping.enter(KEEPING, coalition=coalition, content=content, by=by, reach=reach)


@ledger.action("action.change")
def change(*, number: int, content: Content, seen: int, by: User, at: datetime) -> None:
    """Change what an open action point says; ``seen`` is the edition that the person saw.

    Raises as ``keeping.alter``, or Conflict for one that is said to be done.
    """
    keeping.alter(KEEPING, number, content=content, seen=seen, by=by)


@ledger.action("action.withdraw")
def withdraw(*, number: int, seen: int, by: User, at: datetime) -> None:
    """Take an action point back. Raises as ``keeping.take_back``."""
    keeping.take_back(KEEPING, number, seen=seen, by=by)


def _checked(content: Content) -> Content:
    if content.responsible == content.verifier:
        who = content.responsible or "the secretariat"
        raise Conflict(f"{who} would verify its own", where="verifier", expected="another than who is to do it")
    return content


def _fill(one: Action, content: Content) -> None:
    was = written(one) if one.pk is not None else None
    if content.status not in ("", one.status):
        raise Conflict(f"it is {one.status}", where="status", expected="its follow-up to say so, and nobody else")
    one.meeting = meeting_of(one, content.meeting)
    one.item = item_of(one, one.meeting, content.item)
    one.line = naming.line(one.coalition, content.line) if content.line is not None else None
    one.responsible, one.verifier = _party(one, content.responsible), _party(one, content.verifier)
    one.text, one.due = content.text, content.due
    if was is not None and was != written(one) and one.status != ActionStatus.OPEN:
        raise Conflict(f"it is {one.status}", where="status", expected="an action point that is still open")


def _party(one: Action, code: str) -> Party | None:
    return naming.party(one.coalition, code) if code else None


KEEPING = Keeping(ACTION, _checked, _fill, add, change, withdraw)
