"""Digests of the week: each person is sent one of each coalition."""

from __future__ import annotations

from django.db import models

from concerted.register.models.coalition import Coalition
from concerted.register.models.person import User
from concerted.register.models.scope import Scoped


class DigestSent(Scoped):
    """A digest went to a person; ``week`` is the Monday that its week began on."""

    coalition = models.ForeignKey(Coalition, on_delete=models.PROTECT, related_name="+")
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    week = models.DateField()
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "coalition", "week"], name="one_digest_a_week"),
            models.CheckConstraint(condition=models.Q(week__week_day=2), name="digest_week_begins_on_a_monday"),
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.week.isoformat()}"
