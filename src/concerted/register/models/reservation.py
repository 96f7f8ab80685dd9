"""Reservations: a party does not associate itself with a passage of a statement, or with a decision of a meeting."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from concerted.register.models.coalition import Coalition, Party
from concerted.register.models.minute import Conclusion
from concerted.register.models.release import Owned
from concerted.register.models.statement import Statement


class Reservation(Owned):
    """A party's reservation from the day ``since`` on until it is withdrawn (``until``, its last day).

    It is about a ``conclusion``, or about a ``statement``: one of its paragraphs by number, "" for all of it.
    """

    coalition = models.ForeignKey(Coalition, on_delete=models.PROTECT, related_name="reservations")
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="reservations")
    statement = models.ForeignKey(
        Statement, on_delete=models.PROTECT, null=True, blank=True, related_name="reservations"
    )
    paragraph = models.CharField(max_length=20, blank=True, default="")
    conclusion = models.ForeignKey(
        Conclusion, on_delete=models.PROTECT, null=True, blank=True, related_name="reservations"
    )
    text = models.TextField()
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    in_force = models.BooleanField(default=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="reservation_says_something"),
            models.CheckConstraint(
                condition=Q(statement__isnull=False, conclusion=None)
                | Q(statement=None, conclusion__isnull=False, paragraph=""),
                name="reservation_is_about_one_thing",
            ),
            models.CheckConstraint(condition=Q(until=None) | Q(until__gte=F("since")), name="reservation_runs_forward"),
            models.CheckConstraint(
                condition=Q(owner__isnull=True) | Q(owner=F("party")), name="reservation_is_of_its_party"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.party}: {self.text[:100]}"
