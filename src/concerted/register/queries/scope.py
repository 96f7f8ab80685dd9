"""Whose question it is, about which coalition: nothing is asked of the register without both."""

from __future__ import annotations

from dataclasses import dataclass

from concerted.register import as_of
from concerted.register.access import Role
from concerted.register.asker import once
from concerted.register.models import Coalition
from concerted.register.models.scope import M, Person, ScopedQuerySet
from concerted.register.part import Part, part
from concerted.register.rows.references import CoalitionRef
from concerted.terms.errors import NotFound


@dataclass(frozen=True, slots=True)
class Scope:
    """A person inside a coalition that they belong to, or that is open to the public."""

    user: Person
    coalition: Coalition
    part: Part

    @property
    def ref(self) -> CoalitionRef:
        """Give the coalition as a row, with what the person may do in it."""
        return _ref(self.part)

    def told(self, rows: ScopedQuerySet[M]) -> ScopedQuerySet[M]:
        """Load rows as the person may read them: the public without what the policy keeps to members."""
        return rows if self.part.is_member else rows.outward()


def enter(user: Person, slug: str) -> Scope:
    """Let a person into a coalition; raises NotFound for a stranger as for a coalition that is none.

    Nearly every question begins here, and a page asks many: within a request only the first costs anything.
    """

    def worked_out() -> Part | None:
        found = Coalition.objects.visible_to(user).filter(slug=slug).first()
        return part(user, found) if found else None

    held = once(("part", user.pk, slug, as_of.day()), worked_out)
    if held is None:
        raise NotFound("no such coalition", where=slug, expected="one of your coalitions")
    return Scope(user, held.coalition, held)


def coalitions(user: Person) -> tuple[CoalitionRef, ...]:
    """List the coalitions that a person belongs to, by name; to the public, those that are open."""
    parts = [part(user, one) for one in Coalition.objects.visible_to(user).order_by("name")]
    own = [one for one in parts if one and one.roles != (Role.PUBLIC,)]
    return tuple(_ref(one) for one in own or parts if one)


def coalition(user: Person, slug: str) -> CoalitionRef:
    """Give one of the person's coalitions."""
    return enter(user, slug).ref


def _ref(held: Part) -> CoalitionRef:
    return CoalitionRef(
        slug=held.coalition.slug,
        name=held.coalition.name,
        roles=held.roles,
        permissions=tuple(sorted(held.permissions)),
        party=held.code,
    )
