"""What holds from one day to another, by a source: standings, names, leads, seats."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import models
from django.db.models import F, Q

from concerted.register.models.scope import Scoped

LONGEST_SOURCE = 500
# A row whose first day nobody knows comes before all others, on every engine.
EARLIEST = models.F("since").asc(nulls_first=True)


class Dated(Scoped):
    """A row with the first and the last day on which it holds (None: not known, or still open).

    ``said_by`` names what says so, ``end_said_by`` what says that it ended. One that was entered by mistake is not
    ``in_force``. ``edition`` counts its changes.
    """

    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)
    said_by = models.CharField(max_length=LONGEST_SOURCE)
    end_said_by = models.CharField(max_length=LONGEST_SOURCE, blank=True, default="")
    in_force = models.BooleanField(default=True)
    edition = models.PositiveIntegerField(default=1)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(since__isnull=True) | Q(until__isnull=True) | Q(since__lte=F("until")),
                name="%(class)s_runs_forward",
            ),
            models.CheckConstraint(condition=~Q(said_by=""), name="%(class)s_has_a_source"),
        ]

    def holds_on(self, day: date) -> bool:
        """Tell whether it holds on a day."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


def open_once(name: str, *fields: str) -> Any:
    """Make the constraint that of rows with the same fields only one is open: others begin when it has ended."""
    return models.UniqueConstraint(fields=list(fields), condition=Q(until__isnull=True, in_force=True), name=name)
