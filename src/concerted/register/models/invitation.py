"""The way in: the secretariat invites a person by an address, and a link that works once."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from concerted.register.access import MEMBERS, NATIONAL, Role
from concerted.register.models.coalition import Coalition, LineOfEffort, Party
from concerted.register.models.person import User
from concerted.register.models.scope import Scoped


class Invitation(Scoped):
    """A role that waits for a person. ``digest`` is the SHA-256 of what stands in the link, which is not kept itself.

    Open until it is accepted or withdrawn, or ``expires_at`` has come.
    """

    coalition = models.ForeignKey(Coalition, on_delete=models.PROTECT, related_name="invitations")
    email = models.EmailField()
    name = models.CharField(max_length=200)
    role = models.CharField(max_length=20, choices=[(role.value, role.value) for role in MEMBERS])
    party = models.ForeignKey(Party, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    organisation = models.CharField(max_length=200, blank=True, default="")
    line = models.ForeignKey(LineOfEffort, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    digest = models.CharField(max_length=64, unique=True)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    expires_at = models.DateTimeField()
    accepted_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    accepted_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(role__in=[role.value for role in MEMBERS]), name="invited_role_is_known"
            ),
            models.CheckConstraint(
                condition=~Q(role__in=[role.value for role in NATIONAL]) | Q(party__isnull=False),
                name="invited_national_role_has_a_party",
            ),
            models.CheckConstraint(
                condition=Q(role=Role.LINE_LEAD.value, line__isnull=False)
                | (~Q(role=Role.LINE_LEAD.value) & Q(line__isnull=True)),
                name="invited_line_lead_has_a_line",
            ),
            models.CheckConstraint(
                condition=Q(party__isnull=True) | Q(organisation=""), name="invited_with_one_affiliation"
            ),
            models.CheckConstraint(
                condition=Q(accepted_by__isnull=True, accepted_at__isnull=True)
                | Q(accepted_by__isnull=False, accepted_at__isnull=False),
                name="acceptance_says_who_and_when",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_by__isnull=True, withdrawn_at__isnull=True)
                | Q(withdrawn_by__isnull=False, withdrawn_at__isnull=False),
                name="withdrawal_says_who_and_when",
            ),
            models.CheckConstraint(
                condition=Q(accepted_at__isnull=True) | Q(withdrawn_at__isnull=True), name="accepted_or_withdrawn"
            ),
            models.CheckConstraint(condition=Q(expires_at__gt=models.F("at")), name="invitation_lasts"),
        ]

    def __str__(self) -> str:
        return f"{self.email}: {self.role}"
