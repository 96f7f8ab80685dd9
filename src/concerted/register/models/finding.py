"""What the machine proposes and what people decide: the one never changes, the other only grows."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from concerted.register.models.person import User
from concerted.register.models.scope import Scoped
from concerted.register.models.statement import Statement


class Fact(models.TextChoices):
    """The facts of a reading, by the names that the record file gives them in the singular."""

    PARTICIPANT = "participant"
    DEFINITION = "definition"
    PERSON = "person"
    LINE = "line"
    INSTRUMENT = "instrument"
    MEETING = "meeting"
    ACT = "act"
    DEADLINE = "deadline"
    SUM = "sum"
    QUANTITY = "quantity"
    CHECK = "check"
    PASSED_OVER = "passed_over"


class Verdict(models.TextChoices):
    """What a person says to a finding."""

    ACCEPTED = "accepted"
    CORRECTED = "corrected"
    REJECTED = "rejected"
    UNDONE = "undone"


PROPOSED = "proposed"


class Finding(Scoped):
    """A fact as it was read, with its passage. The database refuses to change or delete one.

    ``version`` is that of the text that it was read in and that its passage points into; an Anchor tells its place in
    a later one. Ordinals count on from version to version.
    """

    statement = models.ForeignKey(Statement, on_delete=models.PROTECT, related_name="findings")
    version = models.PositiveIntegerField(default=1)
    ordinal = models.PositiveIntegerField()
    fact = models.CharField(max_length=20, choices=Fact.choices)
    kind = models.CharField(max_length=20, blank=True)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    quote = models.TextField()
    proposal = models.JSONField()
    confidence = models.FloatField()

    class Meta:
        ordering = ["statement", "ordinal"]
        constraints = [
            models.UniqueConstraint(fields=["statement", "ordinal"], name="one_finding_a_place"),
            models.CheckConstraint(condition=Q(start__lt=F("end")), name="finding_passage_runs_forward"),
            models.CheckConstraint(
                condition=Q(confidence__gte=0) & Q(confidence__lte=1), name="finding_confidence_is_a_share"
            ),
            models.CheckConstraint(
                condition=(Q(fact=Fact.ACT) & ~Q(kind="")) | (~Q(fact=Fact.ACT) & Q(kind="")),
                name="finding_has_a_kind_if_an_act",
            ),
            models.CheckConstraint(condition=Q(fact__in=Fact.values), name="finding_fact_is_known"),
        ]

    def __str__(self) -> str:
        return f"{self.fact}: {self.quote[:60]}"


class Decision(Scoped):
    """A decision about a finding; each follows the one before it, so that two at once cannot both stand.

    The database refuses to change or delete one.
    """

    finding = models.ForeignKey(Finding, on_delete=models.PROTECT, related_name="decisions")
    previous = models.OneToOneField("self", on_delete=models.PROTECT, null=True, blank=True, related_name="next")
    verdict = models.CharField(max_length=20, choices=Verdict.choices)
    corrected = models.JSONField(null=True, blank=True)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    comment = models.TextField(blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["finding"], condition=Q(previous__isnull=True), name="one_first_decision_a_finding"
            ),
            models.CheckConstraint(
                condition=(Q(verdict=Verdict.CORRECTED) & Q(corrected__isnull=False))
                | (~Q(verdict=Verdict.CORRECTED) & Q(corrected__isnull=True)),
                name="corrected_has_a_correction",
            ),
            models.CheckConstraint(condition=Q(verdict__in=Verdict.values), name="decision_verdict_is_known"),
            models.CheckConstraint(
                condition=~Q(verdict=Verdict.UNDONE) | Q(previous__isnull=False), name="undone_follows_a_decision"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.verdict} by {self.by}"

    @staticmethod
    def state(last: Decision | None) -> str:
        """Tell how a finding stands after its last decision: proposed, accepted, corrected or rejected."""
        return PROPOSED if last is None or last.verdict == Verdict.UNDONE else str(last.verdict)
