"""The one event that each action leaves, and the right that it needs."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from concerted.register.access import Permission, allows
from concerted.register.models import Coalition, Event, Membership, User
from concerted.terms.errors import NotAllowed


def enter(
    *,
    action: str,
    subject: str,
    subject_id: object,
    by: User,
    at: datetime,
    coalition: Coalition | None,
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
) -> Event:
    """Write an event into the ledger; ``before`` and ``after`` are the subject's state, one of them may be None."""
    return Event.objects.create(
        at=at,
        by=by,
        coalition=coalition,
        action=action,
        subject=subject,
        subject_id=str(subject_id),
        before=before,
        after=after,
    )


def membership(by: User, coalition: Coalition) -> Membership:
    """Give the person's part in the coalition; raises NotAllowed if there is none.

    It holds the coalition until the action ends, so that two people's actions on it follow each
    other: what an action then reads of the record, nobody changes under it.
    """
    Coalition.objects.select_for_update().get(pk=coalition.pk)
    return _part(by, coalition)


def _part(by: User, coalition: Coalition) -> Membership:
    found = Membership.objects.filter(user=by, user__is_active=True, coalition=coalition).first()
    if found is None:
        raise NotAllowed(f"{by.name} has no part in it", where=coalition.slug, expected="a member of the coalition")
    return found


def require(by: User, coalition: Coalition, permission: Permission) -> Membership:
    """Give the person's part in the coalition if its role carries the permission; raises NotAllowed if not."""
    return _allowed(by, membership(by, coalition), permission)


def may(by: User, coalition: Coalition, permission: Permission) -> Membership:
    """Do as ``require`` does for what writes nothing: it waits for nobody."""
    return _allowed(by, _part(by, coalition), permission)


def _allowed(by: User, found: Membership, permission: Permission) -> Membership:
    if not allows(found.role, permission):
        raise NotAllowed(
            f"{by.name} ({found.role}) may not do this", where=found.coalition.slug, expected=f"the right {permission}"
        )
    return found
