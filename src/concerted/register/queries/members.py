"""The people of a coalition."""

from __future__ import annotations

from concerted.register.models import Membership
from concerted.register.models.scope import Person
from concerted.register.queries import references
from concerted.register.queries.scope import enter
from concerted.register.rows.members import MemberRow


def members(user: Person, slug: str) -> tuple[MemberRow, ...]:
    """List the roles in a coalition that one may see: all for its secretariat and auditors, else one's own."""
    scope = enter(user, slug)
    found = (
        Membership.objects.visible_to(user)
        .filter(coalition=scope.coalition)
        .select_related("user", "party", "line")
        .order_by("user__username", "pk")
    )
    return tuple(
        MemberRow(
            one.user.username,
            one.user.name,
            one.role,
            references.party(one.party) if one.party else None,
            one.organisation,
            references.line(one.line) if one.line else None,
        )
        for one in found
    )
