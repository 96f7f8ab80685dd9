"""The ledger: one event for each action; the database refuses to change or delete one."""

from __future__ import annotations

from django.db import models

from concerted.register.access import Role
from concerted.register.models.coalition import Coalition
from concerted.register.models.person import User
from concerted.register.models.scope import Scoped


class Event(Scoped):
    """Who did what to which thing and when; ``before`` and ``after`` are the thing's state as JSON."""

    seen_by = (Role.SECRETARIAT,)

    at = models.DateTimeField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    coalition = models.ForeignKey(Coalition, on_delete=models.PROTECT, null=True, related_name="events")
    action = models.CharField(max_length=60)
    subject = models.CharField(max_length=60)
    subject_id = models.CharField(max_length=60)
    before = models.JSONField(null=True)
    after = models.JSONField(null=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(before__isnull=False) | models.Q(after__isnull=False),
                name="event_says_what_changed",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.action} {self.subject} {self.subject_id}"
