"""When partners report: a window of days for a period, on all lines of effort or some."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from concerted.register.models.coalition import Coalition, LineOfEffort
from concerted.register.models.release import Owned


class Window(Owned):
    """A reporting window: from the day it ``opens`` to the day it ``closes`` partners report on ``first`` to ``last``.

    ``lines`` are those whose commitments are reported on; none stands for all.
    """

    coalition = models.ForeignKey(Coalition, on_delete=models.PROTECT, related_name="windows")
    title = models.CharField(max_length=300)
    first = models.DateField()
    last = models.DateField()
    opens = models.DateField()
    closes = models.DateField()
    lines = models.ManyToManyField(LineOfEffort, related_name="+")
    in_force = models.BooleanField(default=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(title=""), name="window_has_a_title"),
            models.CheckConstraint(condition=Q(first__lte=F("last")), name="window_period_runs_forward"),
            models.CheckConstraint(condition=Q(opens__lte=F("closes")), name="window_opens_before_it_closes"),
        ]

    def __str__(self) -> str:
        return self.title
