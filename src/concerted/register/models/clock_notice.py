"""Warnings that a series of meetings must come together: each person is sent each once."""

from __future__ import annotations

from django.db import models

from concerted.register.models.coalition import Coalition
from concerted.register.models.person import User
from concerted.register.models.scope import Scoped


class ClockNotice(Scoped):
    """A mail to a person: a series is due by a day, ``stage`` days before it, -1 once it is late."""

    coalition = models.ForeignKey(Coalition, on_delete=models.PROTECT, related_name="+")
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    series = models.CharField(max_length=200)
    due = models.DateField()
    stage = models.SmallIntegerField()
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user", "coalition", "series", "due", "stage"], name="one_clock_notice_a_stage"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.series}, {self.due.isoformat()}: {self.stage}"
