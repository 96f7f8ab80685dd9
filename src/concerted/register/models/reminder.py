"""Reminders of a reporting window: each is sent once."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from concerted.register.models.coalition import Coalition, Party
from concerted.register.models.person import User
from concerted.register.models.scope import Scoped
from concerted.register.models.window import Window


class Stage(models.IntegerChoices):
    """How many days before a window closes somebody is reminded; the last one is after it has closed."""

    FORTNIGHT = 14, "14 days before"
    WEEK = 7, "7 days before"
    DAY = 1, "the day before"
    AFTER = -1, "after it closed"


class Reminder(Scoped):
    """A mail to a partner's focal point: that so many (``owed``) commitments were not reported on yet."""

    coalition = models.ForeignKey(Coalition, on_delete=models.PROTECT, related_name="reminders")
    window = models.ForeignKey(Window, on_delete=models.PROTECT, related_name="reminders")
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="+")
    stage = models.SmallIntegerField(choices=Stage.choices)
    owed = models.PositiveIntegerField()
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["window", "user", "stage"], name="one_reminder_a_stage"),
            models.CheckConstraint(condition=Q(stage__in=Stage.values), name="reminder_stage_is_known"),
        ]

    def __str__(self) -> str:
        return f"{self.window} {self.user}: {self.stage}"
