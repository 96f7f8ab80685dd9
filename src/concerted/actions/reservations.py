"""Reservations: entered by the party's own people or the secretariat, changed, withdrawn on a day, taken back."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Q

from concerted.actions import keeping, ledger
from concerted.actions.keeping import Keeping
from concerted.register.models import Conclusion, Reach, Reservation, Statement, User
from concerted.register.nouns.reservation import RESERVATION, Content
from concerted.terms.errors import Conflict

_OPEN = (Reach.COALITION, Reach.PUBLIC)


@ledger.action("reservation.add")
def add(*, coalition: str, content: Content, by: User, at: datetime, reach: str = Reach.COALITION) -> int:
    """Enter a reservation of a party's; gives its number. Raises as ``keeping.enter``."""
    return keeping.enter(KEEPING, coalition=coalition, content=content, by=by, reach=reach)


@ledger.action("reservation.change")
def change(*, number: int, content: Content, seen: int, by: User, at: datetime) -> None:
    """Change what a reservation says; ``seen`` is the edition that the person saw. Raises as ``keeping.alter``."""
    keeping.alter(KEEPING, number, content=content, seen=seen, by=by)


@ledger.action("reservation.withdraw")
def withdraw(*, number: int, seen: int, by: User, at: datetime) -> None:
    """Take back what was entered by mistake: one that is lifted says until when it stood.

    Raises as ``keeping.take_back``.
    """
    keeping.take_back(KEEPING, number, seen=seen, by=by)


def _checked(content: Content) -> Content:
    if (content.statement is None) == (content.conclusion is None):
        raise Conflict("it is about one thing", where="statement", expected="a statement, or else a decision")
    if content.paragraph and content.statement is None:
        raise Conflict("a decision has no paragraphs", where="paragraph", expected="a statement, or an empty paragraph")
    keeping.forward(content, "since", "until")
    return content


def _fill(one: Reservation, content: Content) -> None:
    one.party = keeping.giver(one, content.party)
    one.statement = _statement(one, content.statement)
    one.conclusion = _conclusion(one, content.conclusion)
    one.paragraph, one.text = content.paragraph, content.text
    one.since, one.until = content.since, content.until


def _statement(one: Reservation, number: int | None) -> Statement | None:
    if number is None:
        return None
    found = Statement.objects.filter(_known(one), coalition=one.coalition, pk=number).defer("text", "record").first()
    if found is None:
        raise Conflict(f"no statement {number}", where="statement", expected="one that is open to the coalition")
    return found


def _conclusion(one: Reservation, number: int | None) -> Conclusion | None:
    if number is None:
        return None
    found = Conclusion.objects.filter(_known(one), coalition=one.coalition, in_force=True, pk=number).first()
    if found is None:
        raise Conflict(f"no decision {number}", where="conclusion", expected="one that is open to the coalition")
    return found


def _known(one: Reservation) -> Q:
    return Q(owner=one.owner) | Q(release__kind__in=_OPEN)


KEEPING = Keeping(RESERVATION, _checked, _fill, add, change, withdraw)
