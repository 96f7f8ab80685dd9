"""Legal and political texts, and the statements that cite them."""

from __future__ import annotations

from django.db import models

from concerted.register.models.coalition import Coalition
from concerted.register.models.record import Record
from concerted.register.models.release import Mergeable


class Instrument(Mergeable):
    """A text by its canonical id. ``said_by`` names the coalition's file where that knows the text."""

    coalition = models.ForeignKey(Coalition, on_delete=models.PROTECT, related_name="instruments")
    key = models.CharField(max_length=300)
    title = models.CharField(max_length=500)
    date = models.DateField(null=True, blank=True)
    body = models.CharField(max_length=300, blank=True)
    said_by = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ["key"]
        constraints = [models.UniqueConstraint(fields=["coalition", "key"], name="one_instrument_a_key")]

    def __str__(self) -> str:
        return self.title


class Citation(Record):
    """A statement's citation of an instrument; ``relation`` is implements, recalls, welcomes ..."""

    instrument = models.ForeignKey(Instrument, on_delete=models.PROTECT, related_name="citations")
    relation = models.CharField(max_length=100, blank=True)

    def __str__(self) -> str:
        return str(self.instrument)
