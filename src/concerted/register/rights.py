"""What a member may do to a thing, where the role alone does not tell."""

from __future__ import annotations

from concerted.register.access import Permission, allows
from concerted.register.models import Commitment, LineLead, Membership


def may_change_status(part: Membership, commitment: Commitment) -> bool:
    """Tell whether a member may say how a commitment stands.

    The secretariat may for any; a focal point for those that its party made by name, or in a
    line of effort that its party leads.
    """
    if allows(part.role, Permission.COMMITMENT_CHANGE_ANY):
        return True
    if part.party is None or not allows(part.role, Permission.COMMITMENT_CHANGE_OWN):
        return False
    made = commitment.actors.filter(pk=part.party.pk).exists()
    return made or LineLead.objects.filter(party=part.party, line__in=commitment.lines.all()).exists()
