"""Promises, what renews them, and how they stand; calls on others."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from concerted.register.models.coalition import Party
from concerted.register.models.person import User
from concerted.register.models.record import ActRecord
from concerted.register.models.scope import Scoped


class Status(models.TextChoices):
    """How a commitment stands."""

    OPEN = "open"
    IN_PROGRESS = "in progress"
    FULFILLED = "fulfilled"
    LAPSED = "lapsed"
    SUPERSEDED = "superseded"


class Aim(models.TextChoices):
    """Whether a commitment can be followed up, by the names of ``facts.Aim``."""

    SPECIFIC = "specific"
    GENERAL = "general aim"


class Commitment(ActRecord):
    """A promise. ``renews`` as the words say; ``status`` is that of its last StatusChange, or open.

    ``aim`` is empty where nobody has judged it. ``targets`` are the places in ``text`` of what is promised, each
    a start and an end; ``marks`` are the words of ``facts.Mark`` that make it checkable.
    """

    renews = models.BooleanField()
    status = models.CharField(max_length=20, choices=Status.choices, default=Status.OPEN)
    aim = models.CharField(max_length=20, choices=Aim.choices, blank=True, default="")
    targets = models.JSONField(default=list)
    marks = models.JSONField(default=list)

    class Meta(ActRecord.Meta):
        constraints = [
            *ActRecord.Meta.constraints,
            models.CheckConstraint(condition=Q(status__in=Status.values), name="commitment_status_is_known"),
            models.CheckConstraint(condition=Q(aim__in=["", *Aim.values]), name="commitment_aim_is_known"),
        ]

    def __str__(self) -> str:
        return self.text[:80]


class Renewal(Scoped):
    """A promise that renews an earlier one; ``overlap`` is the share of words they have in common."""

    later = models.ForeignKey(Commitment, on_delete=models.PROTECT, related_name="renewed")
    earlier = models.ForeignKey(Commitment, on_delete=models.PROTECT, related_name="renewals")
    overlap = models.FloatField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["later", "earlier"], name="one_renewal_a_pair"),
            models.CheckConstraint(condition=~Q(later=F("earlier")), name="renewal_is_of_another"),
            models.CheckConstraint(condition=Q(overlap__gte=0) & Q(overlap__lte=1), name="renewal_overlap_is_a_share"),
        ]

    def __str__(self) -> str:
        return f"{self.later} renews {self.earlier}"


class StatusChange(Scoped):
    """A change of a commitment's status and what it rests on."""

    commitment = models.ForeignKey(Commitment, on_delete=models.PROTECT, related_name="changes")
    status = models.CharField(max_length=20, choices=Status.choices)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    evidence = models.TextField()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(evidence=""), name="status_change_has_evidence"),
            models.CheckConstraint(condition=Q(status__in=Status.values), name="status_change_is_known"),
        ]

    def __str__(self) -> str:
        return f"{self.commitment}: {self.status}"


class Call(ActRecord):
    """Something that the issuers ask of others, or say that it needs to be done."""

    addressees = models.ManyToManyField(Party, related_name="calls")

    def __str__(self) -> str:
        return self.text[:80]
