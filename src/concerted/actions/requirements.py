"""What is needed: entered, changed and withdrawn by partners' focal points, for the coalition by the secretariat."""

from __future__ import annotations

from datetime import datetime

from concerted.actions import keeping, ledger
from concerted.actions.keeping import Keeping
from concerted.actions.records import naming
from concerted.register.models import Reach, Request, Requirement, User
from concerted.register.nouns.requirement import REQUIREMENT, Content
from concerted.terms.errors import Conflict


@ledger.action("requirement.add")
def add(*, coalition: str, content: Content, by: User, at: datetime, reach: str = Reach.OWNER) -> int:
    """Enter a requirement of the party that the person speaks for, or of the coalition; gives its number.

    Raises as ``keeping.enter``.
    """
    return keeping.enter(KEEPING, coalition=coalition, content=content, by=by, reach=reach)


@ledger.action("requirement.change")
def change(*, number: int, content: Content, seen: int, by: User, at: datetime) -> None:
    """Change what a requirement says; ``seen`` is the edition that the person saw. Raises as ``keeping.alter``."""
    keeping.alter(KEEPING, number, content=content, seen=seen, by=by)


@ledger.action("requirement.withdraw")
def withdraw(*, number: int, seen: int, by: User, at: datetime) -> None:
    """Take a requirement back. Raises as ``keeping.take_back``."""
    keeping.take_back(KEEPING, number, seen=seen, by=by)


def _checked(content: Content) -> Content:
    keeping.paired(content, "amount", "currency")
    keeping.paired(content, "quantity", "unit")
    keeping.forward(content, "needed_from", "needed_by")
    return content


def _fill(one: Requirement, content: Content) -> None:
    needy = keeping.giver(one, content.party) if one.owner or content.party else None
    named = {
        "party": needy,
        "line": naming.line(one.coalition, content.line) if content.line is not None else None,
        "part_of": _request(one, content.part_of),
    }
    for name, value in (REQUIREMENT.values(content) | named).items():
        setattr(one, name, value)


def _request(one: Requirement, number: int | None) -> Request | None:
    """Find the request that a requirement is a part of: one of its own owner's; raises Conflict."""
    if number is None:
        return None
    found = Request.objects.filter(coalition=one.coalition, owner=one.owner, pk=number, in_force=True).first()
    if found is None:
        raise Conflict("no such request of its owner's", where="part_of", expected="the number of a request")
    return found


KEEPING = Keeping(REQUIREMENT, _checked, _fill, add, change, withdraw)
