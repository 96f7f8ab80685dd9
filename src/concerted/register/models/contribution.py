"""What partners give."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from concerted.register.models.coalition import Coalition, LineOfEffort, Party
from concerted.register.models.finding import Finding
from concerted.register.models.measured import Measured
from concerted.register.models.release import Mergeable
from concerted.register.models.sought import Sought


class ContributionKind(models.TextChoices):
    """What is given."""

    FUNDS = "funds"
    PERSONNEL = "personnel"
    TRAINING = "training"
    EQUIPMENT = "equipment"
    BASING = "basing"
    HOSTING = "hosting"
    EXPERTISE = "expertise"
    OTHER = "other"


class ContributionStage(models.TextChoices):
    """How far along it is: the steps of a ladder, and what was taken back."""

    OFFERED = "offered"
    PLEDGED = "pledged"
    COMMITTED = "committed"
    UNDER_WAY = "under way"
    DELIVERED = "delivered"
    WITHDRAWN = "withdrawn"


class Contribution(Mergeable, Measured):
    """What a party gives to a line of effort.

    It comes from an accepted finding and is then the coalition's own record, or from the partner, whose own it is.
    ``amount`` is in ``currency`` (ISO 4217), ``quantity`` in ``unit``; ``first`` and ``last`` are the days that it runs
    from and to (None: open); ``stage`` tells how far along it is ("": not said) and ``stage_on`` since which day (None:
    not known), ``caveat`` is the national caveat; ``source`` says what it rests on.
    """

    coalition = models.ForeignKey(Coalition, on_delete=models.PROTECT, related_name="contributions")
    finding = models.ForeignKey(Finding, on_delete=models.PROTECT, null=True, blank=True, related_name="contributions")
    in_force = models.BooleanField(default=True)
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="contributions")
    line = models.ForeignKey(
        LineOfEffort, on_delete=models.PROTECT, null=True, blank=True, related_name="contributions"
    )
    kind = models.CharField(max_length=20, choices=ContributionKind.choices)
    stage = models.CharField(max_length=20, choices=ContributionStage.choices, blank=True, default="")
    stage_on = models.DateField(null=True, blank=True)
    summary = models.TextField()
    first = models.DateField(null=True, blank=True)
    last = models.DateField(null=True, blank=True)
    caveat = models.TextField(blank=True, default="")
    source = models.CharField(max_length=1000, blank=True, default="")

    class Meta:
        indexes = [Sought(fields=["summary"], name="contribution_by_summary")]
        constraints = [
            *Measured.Meta.constraints,
            models.CheckConstraint(condition=Q(kind__in=ContributionKind.values), name="contribution_kind_is_known"),
            models.CheckConstraint(
                condition=(Q(stage="") & Q(stage_on__isnull=True)) | Q(stage__in=ContributionStage.values),
                name="contribution_stage_is_known",
            ),
            models.CheckConstraint(
                condition=Q(finding__isnull=False) | ~Q(source=""), name="contribution_has_a_source"
            ),
            models.CheckConstraint(
                condition=Q(owner__isnull=True) | Q(owner=F("party")), name="contribution_is_of_its_party"
            ),
            models.CheckConstraint(
                condition=Q(first__isnull=True) | Q(last__isnull=True) | Q(first__lte=F("last")),
                name="contribution_runs_forward",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.party}: {self.summary[:60]}"
