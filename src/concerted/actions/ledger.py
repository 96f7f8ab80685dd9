"""What makes an action: one transaction, the right that it needs, and who, when and which told to the ledger."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from django.db import connection, transaction

from concerted.actions.sealing import seal
from concerted.register.access import Permission
from concerted.register.asker import forget
from concerted.register.context import acting
from concerted.register.models import Coalition, User
from concerted.register.part import Part, part
from concerted.terms.errors import NotAllowed

# The first of the two numbers of PostgreSQL's locks on coalitions.
_LOCK = 9162
# What part people have, while somebody keeps it.
_parts: ContextVar[dict[tuple[int, int], Part | None] | None] = ContextVar("parts", default=None)
P = ParamSpec("P")
R = TypeVar("R")


def action(name: str) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Make a write an action of a name such as ``commitment.change_status``; it takes ``by`` and ``at`` by keyword.

    All that it writes is one transaction, and each row has its entry in the ledger with who, when and which action.
    """

    def made(write: Callable[P, R]) -> Callable[P, R]:
        @wraps(write)
        def act(*args: P.args, **kwargs: P.kwargs) -> R:
            given: dict[str, Any] = kwargs
            with transaction.atomic(), acting(action=name, by=given.get("by"), at=given["at"]) as running:
                result = write(*args, **kwargs)
                if running.outermost:
                    seal(act=running.act, at=given["at"])
                    forget()
                return result

        act.action = name  # type: ignore[attr-defined]  # for the test that every write is one
        return act

    return made


def membership(by: User, coalition: Coalition) -> Part:
    """Give the person's part in the coalition; raises NotAllowed if there is none.

    It holds the coalition until the action ends, so that two people's actions on it follow each
    other: what an action then reads of the record, nobody changes under it.
    """
    _hold(coalition)
    return _part(by, coalition)


def _hold(coalition: Coalition) -> None:
    """Let actions on a coalition follow each other: SQLite does so by itself, one transaction after the other.

    A lock on the coalition's row would need the right to change it, which few who act have.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [_LOCK, coalition.pk % 2**31])


@contextmanager
def same_parts() -> Iterator[None]:
    """Work out once what part somebody has, as for hundreds of records within one action that holds the coalition."""
    token = _parts.set({})
    try:
        yield
    finally:
        _parts.reset(token)


def _part(by: User, coalition: Coalition) -> Part:
    known = _parts.get()
    key = by.pk, coalition.pk
    found = known[key] if known is not None and key in known else part(by, coalition)
    if known is not None:
        known[key] = found
    if found is None:
        raise NotAllowed(f"{by.name} has no part in it", where=coalition.slug, expected="a member of the coalition")
    return found


def require(by: User, coalition: Coalition, permission: Permission) -> Part:
    """Give the person's part in the coalition if a role carries the permission; raises NotAllowed if none does."""
    return _allowed(by, membership(by, coalition), permission)


def may(by: User, coalition: Coalition, permission: Permission) -> Part:
    """Do as ``require`` does for what writes nothing: it waits for nobody."""
    return _allowed(by, _part(by, coalition), permission)


def _allowed(by: User, found: Part, permission: Permission) -> Part:
    if not found.may(permission):
        raise NotAllowed(
            f"{by.name} ({', '.join(found.roles)}) may not do this",
            where=found.coalition.slug,
            expected=f"the right {permission}",
        )
    return found
