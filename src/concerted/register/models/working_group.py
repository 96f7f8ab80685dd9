"""Who leads a line of effort, and who sits in its working group."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from concerted.register.models.coalition import Coalition, LineOfEffort, Party
from concerted.register.models.scope import Scoped


class LineLead(Scoped):
    """A party that leads a line of effort, by the coalition's file; ``said_by`` names what that cites."""

    coalition = models.ForeignKey(Coalition, on_delete=models.PROTECT, related_name="leads")
    line = models.ForeignKey(LineOfEffort, on_delete=models.PROTECT, related_name="leads")
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="leads")
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)
    said_by = models.CharField(max_length=500)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["line", "party"], name="one_lead_a_party_and_line"),
            models.CheckConstraint(
                condition=Q(since__isnull=True) | Q(until__isnull=True) | Q(since__lte=F("until")),
                name="lead_runs_forward",
            ),
            models.CheckConstraint(condition=~Q(said_by=""), name="lead_has_a_source"),
        ]

    def __str__(self) -> str:
        return f"{self.party} leads {self.line}"


class WorkingGroupSeat(Scoped):
    """A partner's seat in the working group of a line of effort."""

    coalition = models.ForeignKey(Coalition, on_delete=models.PROTECT, related_name="seats")
    line = models.ForeignKey(LineOfEffort, on_delete=models.PROTECT, related_name="seats")
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="seats")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["line", "party"], name="one_seat_a_party_and_line")]

    def __str__(self) -> str:
        return f"{self.party} sits in the working group of {self.line}"
