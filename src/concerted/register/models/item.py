"""Agenda items of a meeting, and the records that they are about."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from concerted.register.models.coalition import Coalition, LineOfEffort
from concerted.register.models.meeting import Meeting
from concerted.register.models.release import Owned
from concerted.register.models.scope import Scoped


class Place(models.TextChoices):
    """Whether an item is taken up; what is left out is remembered with the reason."""

    ON = "on the agenda"
    OUT = "left out"


class Item(Owned):
    """An item of a meeting's agenda, of a line of effort or the whole coalition (None).

    ``ordinal`` orders the items within their line; ``minutes`` is the time it gets (None: none set aside), ``reason``
    the ``agenda.Source`` for which it was drafted ("": a person added it), ``why`` the reason for which it is left out.
    """

    coalition = models.ForeignKey(Coalition, on_delete=models.PROTECT, related_name="items")
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="items")
    line = models.ForeignKey(LineOfEffort, on_delete=models.PROTECT, null=True, blank=True, related_name="items")
    ordinal = models.PositiveIntegerField(default=0)
    title = models.CharField(max_length=300)
    minutes = models.PositiveSmallIntegerField(null=True, blank=True)
    speaker = models.CharField(max_length=300, blank=True, default="")
    room = models.CharField(max_length=200, blank=True, default="")
    note = models.TextField(blank=True, default="")
    status = models.CharField(max_length=20, choices=Place.choices, default=Place.ON)
    why = models.CharField(max_length=1000, blank=True, default="")
    reason = models.CharField(max_length=20, blank=True, default="")
    in_force = models.BooleanField(default=True)

    class Meta:
        indexes = [models.Index(fields=["meeting", "ordinal"], name="item_by_meeting")]
        constraints = [
            models.CheckConstraint(condition=~Q(title=""), name="item_has_a_title"),
            models.CheckConstraint(condition=Q(status__in=Place.values), name="item_status_is_known"),
            models.CheckConstraint(
                condition=Q(status=Place.ON, why="") | (Q(status=Place.OUT) & ~Q(why="")),
                name="item_left_out_has_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class ItemRecord(Scoped):
    """A record that an item is about: its noun and number, and the ``edition`` in which it came there."""

    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="records")
    noun = models.CharField(max_length=40)
    number = models.PositiveBigIntegerField()
    edition = models.PositiveIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["item", "noun", "number"], name="one_item_record")]

    def __str__(self) -> str:
        return f"{self.noun} {self.number}"
