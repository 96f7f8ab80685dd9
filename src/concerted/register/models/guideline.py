"""Interpretive guidelines: what full, partial and no compliance with a commitment mean, said before it is assessed."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from concerted.register.models.coalition import Coalition
from concerted.register.models.commitment import Commitment
from concerted.register.models.person import User
from concerted.register.models.release import Owned


class Guideline(Owned):
    """What the marks +1 (``full``), 0 (``partial``) and -1 (``none``) mean for a commitment; the coalition's own.

    A new one takes the place of the one before, which stays for the assessments that cite it.
    """

    coalition = models.ForeignKey(Coalition, on_delete=models.PROTECT, related_name="guidelines")
    commitment = models.ForeignKey(Commitment, on_delete=models.PROTECT, related_name="guidelines")
    full = models.TextField()
    partial = models.TextField()
    none = models.TextField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    in_force = models.BooleanField(default=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(full="") & ~Q(partial="") & ~Q(none=""), name="guideline_says_every_mark"
            ),
            models.UniqueConstraint(
                fields=["commitment"], condition=Q(in_force=True), name="one_guideline_a_commitment"
            ),
        ]

    def __str__(self) -> str:
        return self.full[:60]
