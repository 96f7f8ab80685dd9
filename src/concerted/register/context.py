"""Who writes, when and by which action, told to the database so that its triggers can say so in the ledger."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from datetime import datetime
from uuid import uuid4

from django.db import connection

from concerted.register.models import Context, User
from concerted.register.session import speaking

_SETTINGS = ("act", "at", "by", "action")


@dataclass(frozen=True, slots=True)
class Running:
    """An action that runs: the act that its writes have in common, and whether no other action called it."""

    act: str
    outermost: bool


@contextmanager
def acting(*, action: str, by: User | None, at: datetime) -> Iterator[Running]:
    """Let an action's writes carry who, when and which.

    It belongs inside the action's transaction and makes it the person's for row-level security. An action that calls
    another stays the one that is named.
    """
    if outer := _running():
        yield Running(outer, outermost=False)
        return
    act = uuid4().hex
    with speaking(by) if by else nullcontext():
        _tell(act, at, by, action)
        yield Running(act, outermost=True)
        # After an error the transaction is undone, and this with it.
        _tell("", None, None, "")


def _running() -> str:
    """Give the act that is running on this connection; "" where none is."""
    if connection.vendor == "sqlite":
        return Context.objects.values_list("act", flat=True).get()
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('concerted.act', true)")
        return str(cursor.fetchone()[0] or "")


def _tell(act: str, at: datetime | None, by: User | None, action: str) -> None:
    if connection.vendor == "sqlite":
        Context.objects.update(act=act, at=at, by=by, action=action)
        return
    values = (act, at.isoformat() if at else "", str(by.pk) if by else "", action)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT " + ", ".join(f"set_config('concerted.{name}', %s, true)" for name in _SETTINGS), list(values)
        )
