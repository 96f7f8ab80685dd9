"""Who may do what: roles down, permissions across, as a table."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """What a person is in a coalition."""

    SECRETARIAT = "secretariat"
    FOCAL_POINT = "focal point"
    READER = "reader"


class Permission(StrEnum):
    """What can be done to a coalition's record; the noun comes first."""

    STATEMENT_TAKE_IN = "statement.take_in"
    FINDING_DECIDE = "finding.decide"
    COMMITMENT_CHANGE_ANY = "commitment.change_any"
    COMMITMENT_CHANGE_OWN = "commitment.change_own"
    MEETING_KEEP = "meeting.keep"
    MEMBER_ADD = "member.add"
    LEDGER_READ = "ledger.read"


# "Own" commitments of a focal point: those its party made by name, or in a line of effort that its party leads.
PERMISSIONS: dict[Role, frozenset[Permission]] = {
    Role.SECRETARIAT: frozenset(Permission),
    Role.FOCAL_POINT: frozenset({Permission.COMMITMENT_CHANGE_OWN}),
    Role.READER: frozenset(),
}


def allows(role: str, permission: Permission) -> bool:
    """Tell whether a role carries a permission."""
    return permission in PERMISSIONS[Role(role)]
