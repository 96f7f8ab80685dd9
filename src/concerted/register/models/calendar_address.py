"""Private addresses at which a person's own calendar program reads the coalition's meetings and deadlines."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from concerted.register.models.coalition import Coalition, LineOfEffort
from concerted.register.models.person import User
from concerted.register.models.scope import Scoped


class CalendarAddress(Scoped):
    """An address of a person's. ``digest`` is the SHA-256 of its secret part, which is not kept itself.

    It shows what the person sees whenever it is asked: all of it, what is of a ``line``, or of a ``series`` of
    meetings. It works until it is withdrawn. ``asked_at`` is when it was last asked, to within an hour (None: never).
    """

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    coalition = models.ForeignKey(Coalition, on_delete=models.PROTECT, related_name="+")
    line = models.ForeignKey(LineOfEffort, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    series = models.CharField(max_length=200, blank=True)
    digest = models.CharField(max_length=64, unique=True)
    at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    asked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(line__isnull=True) | Q(series=""), name="calendar_of_a_line_or_a_series")
        ]

    def __str__(self) -> str:
        return f"{self.coalition}: {self.line or self.series or 'all'}"
