"""Parties in statements, and what a statement says about lines of effort."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from concerted.register.models.coalition import LineOfEffort, Party
from concerted.register.models.record import Record
from concerted.register.models.statement import Statement

ROLES = ("issuer", "joined", "host")


class Participation(Record):
    """A party's part in a statement; ``name`` as the text writes it, ``note`` a reservation about it."""

    statement = models.ForeignKey(Statement, on_delete=models.PROTECT, related_name="participations")
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="participations")
    role = models.CharField(max_length=20)
    name = models.CharField(max_length=300)
    note = models.TextField(blank=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(role__in=ROLES), name="participation_role_is_known")]

    def __str__(self) -> str:
        return f"{self.party}: {self.role}"


class LineMention(Record):
    """A statement that sets out a line of effort; ``title`` as the text has it."""

    line = models.ForeignKey(LineOfEffort, on_delete=models.PROTECT, related_name="mentions")
    title = models.CharField(max_length=300)

    def __str__(self) -> str:
        return self.title
