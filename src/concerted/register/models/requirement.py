"""What is needed: how much of what, where, by when and how urgently."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from concerted.register.models.coalition import Coalition, LineOfEffort, Party
from concerted.register.models.contribution import ContributionKind
from concerted.register.models.measured import Measured
from concerted.register.models.request import Request
from concerted.register.models.sought import Sought


class Priority(models.TextChoices):
    """How urgently something is needed, the most urgent first."""

    CRITICAL = "critical"
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Coverage(models.TextChoices):
    """How much of a requirement is met, or why it no longer counts."""

    OPEN = "open"
    PARTLY = "partly covered"
    COVERED = "covered"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"


class Requirement(Measured):
    """Something that a party needs (None: the coalition as a whole), perhaps as part of a request for assistance.

    ``needed_from`` and ``needed_by`` are the days between which it is needed (None: open); ``kind`` is that of the
    contribution that would meet it.
    """

    coalition = models.ForeignKey(Coalition, on_delete=models.PROTECT, related_name="requirements")
    in_force = models.BooleanField(default=True)
    party = models.ForeignKey(Party, on_delete=models.PROTECT, null=True, blank=True, related_name="requirements")
    part_of = models.ForeignKey(Request, on_delete=models.PROTECT, null=True, blank=True, related_name="requirements")
    line = models.ForeignKey(LineOfEffort, on_delete=models.PROTECT, null=True, blank=True, related_name="requirements")
    kind = models.CharField(max_length=20, choices=ContributionKind.choices)
    summary = models.TextField()
    place = models.CharField(max_length=300, blank=True, default="")
    needed_from = models.DateField(null=True, blank=True)
    needed_by = models.DateField(null=True, blank=True)
    priority = models.CharField(max_length=20, choices=Priority.choices)
    status = models.CharField(max_length=20, choices=Coverage.choices, default=Coverage.OPEN)
    source = models.CharField(max_length=1000)

    class Meta:
        indexes = [Sought(fields=["summary"], name="requirement_by_summary")]
        constraints = [
            *Measured.Meta.constraints,
            models.CheckConstraint(
                condition=Q(kind__in=ContributionKind.values)
                & Q(priority__in=Priority.values)
                & Q(status__in=Coverage.values),
                name="requirement_words_are_known",
            ),
            models.CheckConstraint(
                condition=~Q(summary="") & ~Q(source=""), name="requirement_has_a_summary_and_a_source"
            ),
            models.CheckConstraint(
                condition=Q(owner__isnull=True) | Q(owner=F("party")), name="requirement_is_of_its_party"
            ),
            models.CheckConstraint(
                condition=Q(needed_from__isnull=True) | Q(needed_by__isnull=True) | Q(needed_from__lte=F("needed_by")),
                name="requirement_runs_forward",
            ),
        ]

    def __str__(self) -> str:
        return self.summary[:60]
