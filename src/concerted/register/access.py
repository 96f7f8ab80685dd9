"""Who may do what: roles down, permissions across, as a table. What a person may see stands in ``policy``."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """What a person is in a coalition; one person may hold several roles."""

    SECRETARIAT = "secretariat"
    LINE_LEAD = "line lead"
    FOCAL_POINT = "focal point"
    PARTNER_READER = "partner reader"
    OBSERVER = "observer"
    AUDITOR = "auditor"
    # Whoever has not signed in, where a coalition is open to the public; no membership has it.
    PUBLIC = "public"


class Permission(StrEnum):
    """What can be done to a coalition's record; the noun comes first."""

    STATEMENT_TAKE_IN = "statement.take_in"
    FINDING_DECIDE = "finding.decide"
    COMMITMENT_CHANGE_ANY = "commitment.change_any"
    COMMITMENT_CHANGE_LINE = "commitment.change_line"
    COMMITMENT_CHANGE_OWN = "commitment.change_own"
    COMMITMENT_ASSESS = "commitment.assess"
    RECORD_KEEP = "record.keep"
    WINDOW_KEEP = "window.keep"
    CLARIFICATION_ASK = "clarification.ask"
    MEETING_KEEP = "meeting.keep"
    RECORD_RELEASE = "record.release"
    RECORD_MERGE = "record.merge"
    TOTALS_PUBLISH = "totals.publish"
    MEMBER_ADD = "member.add"
    PARTY_KEEP = "party.keep"
    WORKING_GROUP_KEEP = "working_group.keep"
    COALITION_OPEN = "coalition.open"
    PACK_TRUST = "pack.trust"
    PACK_IMPORT = "pack.import"
    LEDGER_AUDIT = "ledger.audit"


# "Own" of a focal point is what its party made by name or owns; "line" is that of a line of effort that one leads.
# Records are kept by whose own they are: a partner's rows by its focal points alone (the secretariat can ask), the
# coalition's by the secretariat.
PERMISSIONS: dict[Role, frozenset[Permission]] = {
    Role.SECRETARIAT: frozenset(Permission)
    - {
        Permission.COMMITMENT_CHANGE_LINE,
        Permission.COMMITMENT_CHANGE_OWN,
        Permission.LEDGER_AUDIT,
    },
    Role.LINE_LEAD: frozenset(
        {Permission.COMMITMENT_CHANGE_LINE, Permission.COMMITMENT_ASSESS, Permission.CLARIFICATION_ASK}
    ),
    Role.FOCAL_POINT: frozenset(
        {
            Permission.COMMITMENT_CHANGE_OWN,
            Permission.RECORD_KEEP,
            Permission.RECORD_RELEASE,
            Permission.PACK_IMPORT,
        }
    ),
    Role.PARTNER_READER: frozenset(),
    Role.OBSERVER: frozenset(),
    Role.AUDITOR: frozenset({Permission.LEDGER_AUDIT}),
    Role.PUBLIC: frozenset(),
}
MEMBERS = tuple(role for role in Role if role != Role.PUBLIC)
# They read what partners release to the coalition; observers read what the coalition itself owns.
READERS = tuple(role for role in MEMBERS if role != Role.OBSERVER)
# They have something to do to the record, not only to read in it.
WORKERS = (Role.SECRETARIAT, Role.LINE_LEAD, Role.FOCAL_POINT)
# They speak for, or read with, a party.
NATIONAL = (Role.FOCAL_POINT, Role.PARTNER_READER)
