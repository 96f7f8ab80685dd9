"""Breaches: a series of meetings did not come together in time, kept on record whatever is read or corrected later."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from concerted.register.models.coalition import Coalition
from concerted.register.models.meeting import Meeting, Obligation
from concerted.register.models.person import User
from concerted.register.models.release import Released


class Breach(Released):
    """A series that had to meet again by a day and did not; seen by whoever sees its rule and its meetings.

    Its rule is an ``obligation``, or the coalition's own cadence (None). The time ran from the day ``counted_from``, on
    which the meeting ``after`` was held (None: the statement was made). ``meeting`` is the one that ended it, ``late``
    by so many days; none while it lasts. ``reread_at`` is when what the register holds no longer led to it: the day
    that was due, or that of the meeting, had been corrected.
    """

    coalition = models.ForeignKey(Coalition, on_delete=models.PROTECT, related_name="breaches")
    obligation = models.ForeignKey(Obligation, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    series = models.CharField(max_length=200)
    after = models.ForeignKey(Meeting, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    counted_from = models.DateField(null=True, blank=True)
    due = models.DateField()
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    met_on = models.DateField(null=True, blank=True)
    late = models.PositiveIntegerField(null=True, blank=True)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    reread_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["coalition", "series", "due"], name="one_breach_a_day_that_was_due"),
            models.CheckConstraint(
                condition=Q(meeting__isnull=True, met_on__isnull=True, late__isnull=True)
                | Q(meeting__isnull=False, met_on__isnull=False, late__gt=0),
                name="breach_lasts_or_is_ended_late",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.series}, {self.due.isoformat()}"
