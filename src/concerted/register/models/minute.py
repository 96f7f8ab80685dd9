"""What is written down of a meeting: its minutes and its decisions."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from concerted.register.models.coalition import Coalition
from concerted.register.models.item import Item
from concerted.register.models.meeting import Meeting
from concerted.register.models.release import Owned


class Minute(Owned):
    """An entry of a meeting's minutes, at an item of its agenda or at none (None).

    Each entry is a row of its own, so that two who take minutes at once lose nothing; the ledger says who wrote it.
    """

    coalition = models.ForeignKey(Coalition, on_delete=models.PROTECT, related_name="minutes")
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="minutes")
    item = models.ForeignKey(Item, on_delete=models.PROTECT, null=True, blank=True, related_name="entries")
    text = models.TextField()
    in_force = models.BooleanField(default=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="minute_says_something")]

    def __str__(self) -> str:
        return self.text[:100]


class Conclusion(Owned):
    """A decision that a meeting took, by its number in the meeting (``ordinal``; None: it has none).

    People call it a decision; that word is the register's own for what somebody decided of a finding.
    """

    coalition = models.ForeignKey(Coalition, on_delete=models.PROTECT, related_name="conclusions")
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="conclusions")
    item = models.ForeignKey(Item, on_delete=models.PROTECT, null=True, blank=True, related_name="conclusions")
    ordinal = models.PositiveSmallIntegerField(null=True, blank=True)
    text = models.TextField()
    in_force = models.BooleanField(default=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="conclusion_says_something")]

    def __str__(self) -> str:
        text = self.text[:100]
        return text if self.ordinal is None else f"{self.ordinal}. {text}"
