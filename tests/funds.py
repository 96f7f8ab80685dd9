"""Money that several tests ask for and give."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from concerted.actions import contributions, requirements
from concerted.register.models import User
from concerted.register.nouns import contribution, requirement
from tests.standing import AT, SLUG

MAY = date(2021, 5, 1)


def ask(
    by: User, amount: int | str | None, reach: str = "coalition", at: Any = AT, slug: str = SLUG, **fields: Any
) -> int:
    """Ask for money for line 1, by a requirement (None: for no sum); gives its number."""
    said = {"kind": "funds", "summary": "Money for fuel", "priority": "high", "source": "a note", "line": 1}
    money = {} if amount is None else {"amount": Decimal(amount), "currency": "USD"}
    content = requirement.Content(**(said | money | fields))
    return requirements.add(coalition=slug, content=content, reach=reach, by=by, at=at)


def give(
    by: User, amount: int | str, stage: str, reach: str = "coalition", at: Any = AT, slug: str = SLUG, **fields: Any
) -> int:
    """Give money to line 1; gives the contribution's number."""
    said = {"kind": "funds", "summary": f"Fuel, {stage}", "source": "a letter", "line": 1, "stage": stage}
    content = contribution.Content(**(said | {"amount": Decimal(amount), "currency": "USD"} | fields))
    return contributions.add(coalition=slug, content=content, reach=reach, by=by, at=at)
