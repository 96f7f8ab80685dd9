"""Whose question it is, about which coalition: nothing is asked of the register without both."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from concerted.register.access import PERMISSIONS, Role
from concerted.register.models import Coalition, Membership
from concerted.register.rows.references import CoalitionRef
from concerted.terms.errors import NotFound


@dataclass(frozen=True, slots=True)
class Scope:
    """A person inside a coalition that they belong to."""

    user: Any
    coalition: Coalition
    part: Membership

    @property
    def ref(self) -> CoalitionRef:
        """Give the coalition as a row, with what the person may do in it."""
        return _ref(self.part)


def enter(user: Any, slug: str) -> Scope:
    """Let a person into a coalition; raises NotFound for a stranger as for a coalition that is none."""
    part = _parts(user).filter(coalition__slug=slug).first()
    if part is None:
        raise NotFound("no such coalition", where=slug, expected="one of your coalitions")
    return Scope(user, part.coalition, part)


def coalitions(user: Any) -> tuple[CoalitionRef, ...]:
    """List the coalitions that a person belongs to, by name."""
    return tuple(_ref(part) for part in _parts(user).order_by("coalition__name"))


def coalition(user: Any, slug: str) -> CoalitionRef:
    """Give one of the person's coalitions."""
    return enter(user, slug).ref


def _parts(user: Any) -> Any:
    return Membership.objects.visible_to(user).filter(user_id=user.pk).select_related("coalition", "party")


def _ref(part: Membership) -> CoalitionRef:
    return CoalitionRef(
        slug=part.coalition.slug,
        name=part.coalition.name,
        role=part.role,
        permissions=frozenset(PERMISSIONS[Role(part.role)]),
        party=part.party.code if part.party else None,
    )
