"""What partners give: kept by their own focal points, and what the coalition knows of it by the secretariat."""

from __future__ import annotations

from datetime import datetime

from concerted.actions import keeping, ledger
from concerted.actions.keeping import Keeping
from concerted.actions.records import naming
from concerted.register.models import Contribution, Reach, User
from concerted.register.nouns.contribution import CONTRIBUTION, Content
from concerted.terms.errors import Conflict


@ledger.action("contribution.add")
def add(*, coalition: str, content: Content, by: User, at: datetime, reach: str = Reach.OWNER) -> int:
    """Enter a contribution of the party that the person speaks for, or one that the coalition knows of.

    Gives its number; raises as ``keeping.enter``.
    """
    return keeping.enter(KEEPING, coalition=coalition, content=content, by=by, reach=reach)


@ledger.action("contribution.change")
def change(*, number: int, content: Content, seen: int, by: User, at: datetime) -> None:
    """Change what a contribution says; ``seen`` is the edition that the person saw. Raises as ``keeping.alter``."""
    keeping.alter(KEEPING, number, content=content, seen=seen, by=by)


@ledger.action("contribution.withdraw")
def withdraw(*, number: int, seen: int, by: User, at: datetime) -> None:
    """Take a contribution back. Raises as ``keeping.take_back``."""
    keeping.take_back(KEEPING, number, seen=seen, by=by)


def _checked(content: Content) -> Content:
    keeping.paired(content, "amount", "currency")
    keeping.paired(content, "quantity", "unit")
    keeping.forward(content, "first", "last")
    if content.stage_on and not content.stage:
        raise Conflict("a day without a stage", where="stage", expected="the stage that it came to on this day")
    return content


def _fill(one: Contribution, content: Content) -> None:
    line = naming.line(one.coalition, content.line) if content.line is not None else None
    for name, value in (
        CONTRIBUTION.values(content) | {"party": keeping.giver(one, content.party), "line": line}
    ).items():
        setattr(one, name, value)


KEEPING = Keeping(CONTRIBUTION, _checked, _fill, add, change, withdraw)
