"""A person's part in a coalition: every role that they hold there, and whom they belong to."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from django.db import connections, router
from django.db.models import BigIntegerField, BooleanField, ExpressionWrapper
from django.db.models.expressions import RawSQL

from concerted.register import as_of
from concerted.register.access import PERMISSIONS, Permission, Role
from concerted.register.asker import in_office
from concerted.register.models import Clarification, Coalition, Commitment, LineOfEffort, Membership
from concerted.register.models.release import Owned
from concerted.register.models.scope import Person


@dataclass(frozen=True, slots=True)
class Part:
    """What a person is in a coalition. ``party`` is the number and ``code`` the code of the party they belong to."""

    coalition: Coalition
    roles: tuple[str, ...]
    party: int | None = None
    code: str | None = None
    organisation: str = ""
    lines: frozenset[int] = frozenset()
    # The roles that give what they give; those of a party that is not in rest.
    acting: tuple[str, ...] = ()

    @property
    def is_member(self) -> bool:
        """Tell whether they belong to the coalition, and are not the public."""
        return Role.PUBLIC not in self.roles

    @property
    def permissions(self) -> frozenset[Permission]:
        """Give all that the roles carry together; nothing while the past is read, which nobody changes."""
        if as_of.day() is not None:
            return frozenset()
        return frozenset().union(*(PERMISSIONS[Role(role)] for role in self.acting))

    def may(self, permission: Permission) -> bool:
        """Tell whether one of the roles carries a permission."""
        return permission in self.permissions

    def keeps(self, record: Owned) -> bool:
        """Tell whether they keep a record: focal points do a party's own, the secretariat the coalition's."""
        if as_of.day() is not None:
            return False
        if record.owner_id is None:
            return Role.SECRETARIAT in self.acting
        return Role.FOCAL_POINT in self.acting and record.owner_id == self.party

    def may_change_status(self, commitment: Commitment) -> bool:
        """Tell whether the person may say how a commitment stands.

        The secretariat may for any, a line lead in the line, a focal point for those that its party made by name.
        """
        if self.may(Permission.COMMITMENT_CHANGE_ANY):
            return True
        if self.may(Permission.COMMITMENT_CHANGE_LINE) and commitment.lines.filter(pk__in=self.lines).exists():
            return True
        if self.party is None or not self.may(Permission.COMMITMENT_CHANGE_OWN):
            return False
        return commitment.actors.filter(pk=self.party).exists()

    def may_assess(self, commitment: Commitment) -> bool:
        """Tell whether the person may assess how a commitment is kept, and write its guideline: a lead of its lines."""
        if not self.may(Permission.COMMITMENT_ASSESS):
            return False
        return Role.SECRETARIAT in self.roles or commitment.lines.filter(pk__in=self.lines).exists()

    def may_change(self, record: Owned) -> bool:
        """Tell whether the person may change a record: who keeps it, unless it was read in a statement.

        What a partner enters is the partner's alone; what was read is corrected where it stands.
        """
        read = getattr(record, "finding_id", None) is not None
        return not read and self.keeps(record) and self.may(Permission.RECORD_KEEP)

    def may_ask(self, line: LineOfEffort | None) -> bool:
        """Tell whether the person may ask a partner about a line (None: in general): a line lead about their own."""
        if Role.SECRETARIAT in self.acting:
            return self.may(Permission.CLARIFICATION_ASK)
        return line is not None and line.pk in self.lines and self.may(Permission.CLARIFICATION_ASK)

    def may_answer(self, clarification: Clarification) -> bool:
        """Tell whether the person answers a question: a focal point of the party that is asked."""
        return (
            Role.FOCAL_POINT in self.roles and self.may(Permission.RECORD_KEEP) and clarification.party_id == self.party
        )


def part(user: Person, coalition: Coalition) -> Part | None:
    """Give a person's part in a coalition; the public's in one that is open, None for a stranger otherwise."""
    held = _held(user.pk, coalition.pk) if user.is_authenticated else []
    if not held:
        return Part(coalition, (Role.PUBLIC,), acting=(Role.PUBLIC,)) if coalition.is_open else None
    party, code = next(((one.party, one.code) for one in held if one.party), (None, None))
    return Part(
        coalition=coalition,
        roles=tuple(dict.fromkeys(one.role for one in held)),
        party=party,
        code=code,
        organisation=next((one.organisation for one in held if one.organisation), ""),
        lines=frozenset(one.line for one in held if one.line is not None and one.acts),
        acting=tuple(dict.fromkeys(one.role for one in held if one.acts)),
    )


class _Membership(NamedTuple):
    role: str
    party: int | None
    code: str | None
    organisation: str
    line: int | None
    acts: bool


def _held(person: int, coalition: int) -> list[_Membership]:
    """Give what a person is in a coalition, the oldest first."""
    # The past is read from a database of its own, which may speak another SQL.
    using = router.db_for_read(Membership)
    sql, parameters = _memberships(using)
    numbers = {_PERSON: person, _COALITION: coalition}
    with connections[using].cursor() as cursor:
        cursor.execute(sql, [numbers.get(one, one) for one in parameters])
        return [_Membership(*row) for row in cursor.fetchall()]


# Stand for the numbers of the person and of the coalition in a query that is written before they are known.
_PERSON, _COALITION = object(), object()


@cache
def _memberships(using: str) -> tuple[str, tuple[Any, ...]]:
    """Write the SQL of a person's memberships in a database once, as every request asks for them."""
    person, coalition = (RawSQL("%s", [one], BigIntegerField()) for one in (_PERSON, _COALITION))
    held = Membership.objects.filter(user=person, user__is_active=True, coalition=coalition)
    acts = held.annotate(acts=ExpressionWrapper(in_office(), BooleanField())).order_by("pk")
    rows = acts.values_list("role", "party", "party__code", "organisation", "line", "acts")
    sql, parameters = rows.query.get_compiler(using).as_sql()
    return sql, tuple(parameters)
