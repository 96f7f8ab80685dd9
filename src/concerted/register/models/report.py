"""Progress reports: what a partner says of its own commitments in a reporting window."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from concerted.register.models.coalition import Coalition, Party
from concerted.register.models.commitment import Commitment, Status
from concerted.register.models.person import User
from concerted.register.models.release import Owned
from concerted.register.models.window import Window


class Report(Owned):
    """A partner's progress report on a commitment that binds it, one a window; its own.

    ``stand`` is the status that it claims, ``text`` what was done, ``evidence`` what shows it; ``by`` wrote it last.
    """

    coalition = models.ForeignKey(Coalition, on_delete=models.PROTECT, related_name="reports")
    window = models.ForeignKey(Window, on_delete=models.PROTECT, related_name="reports")
    commitment = models.ForeignKey(Commitment, on_delete=models.PROTECT, related_name="reports")
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="reports")
    stand = models.CharField(max_length=20, choices=Status.choices)
    text = models.TextField()
    evidence = models.TextField(blank=True, default="")
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    in_force = models.BooleanField(default=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(stand__in=Status.values), name="report_stand_is_known"),
            models.CheckConstraint(condition=~Q(text=""), name="report_says_something"),
            models.CheckConstraint(
                condition=Q(owner__isnull=True) | Q(owner=F("party")), name="report_is_of_its_party"
            ),
            models.UniqueConstraint(
                fields=["window", "commitment", "party"],
                condition=Q(in_force=True),
                name="one_report_a_window_and_commitment",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.party}: {self.text[:60]}"
