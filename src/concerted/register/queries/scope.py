"""Whose question it is, about which coalition: nothing is asked of the register without both."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import QuerySet

from concerted.register.access import PERMISSIONS, Role
from concerted.register.models import Coalition, Membership
from concerted.register.models.scope import Person
from concerted.register.rows.references import CoalitionRef
from concerted.terms.errors import NotFound


@dataclass(frozen=True, slots=True)
class Scope:
    """A person inside a coalition that they belong to."""

    user: Person
    coalition: Coalition
    part: Membership

    @property
    def ref(self) -> CoalitionRef:
        """Give the coalition as a row, with what the person may do in it."""
        return _ref(self.part)


def enter(user: Person, slug: str) -> Scope:
    """Let a person into a coalition; raises NotFound for a stranger as for a coalition that is none."""
    part = _parts(user).filter(coalition__slug=slug).first()
    if part is None:
        raise NotFound("no such coalition", where=slug, expected="one of your coalitions")
    return Scope(user, part.coalition, part)


def coalitions(user: Person) -> tuple[CoalitionRef, ...]:
    """List the coalitions that a person belongs to, by name."""
    return tuple(_ref(part) for part in _parts(user).order_by("coalition__name"))


def coalition(user: Person, slug: str) -> CoalitionRef:
    """Give one of the person's coalitions."""
    return enter(user, slug).ref


def _parts(user: Person) -> QuerySet[Membership]:
    if not user.is_authenticated:
        return Membership.objects.none()
    return Membership.objects.visible_to(user).filter(user=user.pk).select_related("coalition", "party")


def _ref(part: Membership) -> CoalitionRef:
    return CoalitionRef(
        slug=part.coalition.slug,
        name=part.coalition.name,
        role=part.role,
        permissions=frozenset(PERMISSIONS[Role(part.role)]),
        party=part.party.code if part.party else None,
    )
