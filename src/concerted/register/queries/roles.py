"""What each role sees and may do, worked out from the same rules that everything else asks."""

from __future__ import annotations

from concerted.register.access import NATIONAL, PERMISSIONS, Permission, Role
from concerted.register.audience import Audiences, Reader, Wanted
from concerted.register.models import Reach
from concerted.register.models.scope import Person
from concerted.register.queries.scope import enter
from concerted.register.rows.roles import RoleRow, RolesPage

# A small coalition to try the rules on: the partner of whoever asks has a seat in the working group of line 1.
_OWN, _OTHER, _LINE = "own", "other", 1
_AUDIENCES = Audiences((_OWN, _OTHER), (_LINE,), ((_LINE, _OWN),))


def roles(user: Person, slug: str) -> RolesPage:
    """List the roles with what each sees and may do, the person's own marked."""
    scope = enter(user, slug)
    rows = tuple(
        RoleRow(
            role=role,
            mine=role in scope.part.roles,
            of_coalition=_reaches(role, None),
            of_own=_reaches(role, _OWN) if role in NATIONAL else (),
            of_others=_reaches(role, _OTHER),
            permissions=tuple(one for one in Permission if one in PERMISSIONS[role]),
        )
        for role in Role
    )
    return RolesPage(scope.ref, rows, scope.coalition.is_open, scope.part.may(Permission.COALITION_OPEN))


def _reaches(role: Role, owner: str | None) -> tuple[str, ...]:
    """Give the releases by which a role sees what ``owner`` owns; a partner's people are named where any are."""
    if role in NATIONAL:
        reader: Reader = ("party", _OWN)
    else:
        reader = ("line lead", str(_LINE)) if role == Role.LINE_LEAD else ("role", role.value)
    wanted = [Wanted(reach, frozenset({_OWN}), _LINE) for reach in Reach.values]
    return tuple(one.reach for one in wanted if reader in _AUDIENCES.of(one, owner))
