"""Who leads a line of effort, and what partners give to it."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from concerted.register.models.coalition import Coalition, LineOfEffort, Party
from concerted.register.models.finding import Finding
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


class ContributionKind(models.TextChoices):
    """What is given."""

    HOSTING = "hosting"
    TRAINING = "training"
    FUNDS = "funds"
    PERSONNEL = "personnel"
    OTHER = "other"


class Contribution(Scoped):
    """What a party gives to a line of effort, from an accepted finding."""

    withdrawable = True

    coalition = models.ForeignKey(Coalition, on_delete=models.PROTECT, related_name="contributions")
    finding = models.ForeignKey(Finding, on_delete=models.PROTECT, related_name="contributions")
    in_force = models.BooleanField(default=True)
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="contributions")
    line = models.ForeignKey(
        LineOfEffort, on_delete=models.PROTECT, null=True, blank=True, related_name="contributions"
    )
    kind = models.CharField(max_length=20, choices=ContributionKind.choices)
    summary = models.TextField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=ContributionKind.values), name="contribution_kind_is_known"),
        ]

    def __str__(self) -> str:
        return f"{self.party}: {self.summary[:60]}"
