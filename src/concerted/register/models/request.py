"""What partners ask the coalition for."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from concerted.register.models.coalition import Coalition, Party
from concerted.register.models.release import Owned
from concerted.register.models.sought import Sought


class Request(Owned):
    """A request for assistance: what a party asks the others for, in its own words, and when it did.

    The party's own, or the coalition's own record of what a party asked. What exactly is needed are its requirements.
    """

    coalition = models.ForeignKey(Coalition, on_delete=models.PROTECT, related_name="requests")
    in_force = models.BooleanField(default=True)
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="requests")
    title = models.CharField(max_length=300)
    text = models.TextField(blank=True, default="")
    day = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=1000)

    class Meta:
        indexes = [Sought(fields=["title"], name="request_by_title")]
        constraints = [
            models.CheckConstraint(condition=~Q(title="") & ~Q(source=""), name="request_has_a_title_and_a_source"),
            models.CheckConstraint(
                condition=Q(owner__isnull=True) | Q(owner=F("party")), name="request_is_of_its_party"
            ),
        ]

    def __str__(self) -> str:
        return self.title
