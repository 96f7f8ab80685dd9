"""Assessments: how far a partner has kept a commitment, by somebody who does not speak for it."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from concerted.assessing.scores import MARKS
from concerted.register.models.coalition import Coalition, Party
from concerted.register.models.commitment import Commitment
from concerted.register.models.guideline import Guideline
from concerted.register.models.person import User
from concerted.register.models.release import Owned
from concerted.register.models.report import Report


class Assessment(Owned):
    """A mark (+1 full, 0 partial, -1 no compliance) for a party and a commitment, by its guideline; the coalition's.

    The newest of a party and commitment is in force. It may rest on a ``report``, in the edition ``report_edition``
    and with the words whose SHA-256 is ``report_digest``, written by ``reporter``. Who assesses (``by``, of the party
    ``assessor_party``) is neither that person nor of that party.
    """

    coalition = models.ForeignKey(Coalition, on_delete=models.PROTECT, related_name="assessments")
    commitment = models.ForeignKey(Commitment, on_delete=models.PROTECT, related_name="assessments")
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="assessments")
    report = models.ForeignKey(Report, on_delete=models.PROTECT, null=True, blank=True, related_name="assessments")
    report_edition = models.PositiveIntegerField(null=True, blank=True)
    report_digest = models.CharField(max_length=64, blank=True, default="")
    reporter = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    guideline = models.ForeignKey(Guideline, on_delete=models.PROTECT, related_name="assessments")
    mark = models.SmallIntegerField()
    reasons = models.TextField()
    evidence = models.TextField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    assessor_party = models.ForeignKey(Party, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField()
    in_force = models.BooleanField(default=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(mark__in=MARKS), name="assessment_mark_is_known"),
            models.CheckConstraint(condition=~Q(reasons="") & ~Q(evidence=""), name="assessment_says_why"),
            models.CheckConstraint(
                condition=Q(assessor_party__isnull=True) | ~Q(assessor_party=F("party")),
                name="assessed_by_another_party",
            ),
            models.CheckConstraint(
                condition=Q(reporter__isnull=True) | ~Q(reporter=F("by")), name="assessed_by_another_person"
            ),
            models.CheckConstraint(
                condition=Q(report__isnull=True, report_edition__isnull=True, report_digest="", reporter__isnull=True)
                | (Q(report__isnull=False, report_edition__isnull=False) & ~Q(report_digest="")),
                name="assessment_knows_its_report",
            ),
            models.UniqueConstraint(
                fields=["commitment", "party"], condition=Q(in_force=True), name="one_assessment_in_force"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.party}: {self.mark:+d}"
