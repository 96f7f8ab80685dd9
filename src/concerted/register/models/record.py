"""What records have in common: the finding they come from, and whether it still stands."""

from __future__ import annotations

from django.db import models

from concerted.register.models.coalition import Coalition, LineOfEffort, Party
from concerted.register.models.finding import Finding
from concerted.register.models.release import Mergeable, Owned


class Record(Owned):
    """A fact that a person has accepted.

    It stays when the decision is undone, no longer ``in_force``, so that its number, its
    history and what points at it last; accepted again, it is in force again. It is released as its statement was
    when it was accepted, until its owner says otherwise.
    """

    coalition = models.ForeignKey(Coalition, on_delete=models.PROTECT, related_name="%(class)ss")
    finding = models.OneToOneField(Finding, on_delete=models.PROTECT, related_name="%(class)s")
    in_force = models.BooleanField(default=True)

    class Meta:
        abstract = True


class ActRecord(Mergeable, Record):
    """An accepted act: ``text`` from its operative verb on, who acts, for which lines, by when.

    ``by_issuers`` stands for all issuers of the statement; ``actors`` are parties named beside or instead.
    """

    text = models.TextField()
    verb = models.CharField(max_length=300)
    by_issuers = models.BooleanField()
    actors = models.ManyToManyField(Party, related_name="%(class)ss_made")
    lines = models.ManyToManyField(LineOfEffort, related_name="%(class)ss")
    due_words = models.TextField(blank=True)
    due_on = models.DateField(null=True, blank=True)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=models.Q(due_on__isnull=True) | ~models.Q(due_words=""),
                name="%(class)s_due_day_has_words",
            ),
        ]
