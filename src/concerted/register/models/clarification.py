"""Questions to a partner about what it gives, and its answers: nobody else can change a partner's figures."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from concerted.register.models.coalition import Coalition, LineOfEffort, Party
from concerted.register.models.contribution import Contribution
from concerted.register.models.person import User
from concerted.register.models.scope import Scoped


class Clarification(Scoped):
    """A question to a party about one of its contributions, about a line of effort or in general; open until answered.

    Seen by the party's people and by those who may ask: the secretariat, and the lead of the line.
    """

    coalition = models.ForeignKey(Coalition, on_delete=models.PROTECT, related_name="clarifications")
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="clarifications")
    contribution = models.ForeignKey(
        Contribution, on_delete=models.PROTECT, null=True, blank=True, related_name="clarifications"
    )
    line = models.ForeignKey(LineOfEffort, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    text = models.TextField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    answer = models.TextField(blank=True, default="")
    answered_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)
    in_force = models.BooleanField(default=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="clarification_asks_something"),
            models.CheckConstraint(
                condition=Q(answer="", answered_by__isnull=True, answered_at__isnull=True)
                | (~Q(answer="") & Q(answered_by__isnull=False, answered_at__isnull=False)),
                name="clarification_answer_says_who_and_when",
            ),
        ]

    def __str__(self) -> str:
        return self.text[:60]
