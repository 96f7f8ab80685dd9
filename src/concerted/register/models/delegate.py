"""Who comes to a meeting, for whom and in which role."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from concerted.register.models.coalition import Coalition, Party
from concerted.register.models.meeting import Meeting
from concerted.register.models.release import Owned


class Capacity(models.TextChoices):
    """The roles in a delegation, the head first."""

    HEAD = "head of delegation"
    DELEGATE = "delegate"
    ADVISER = "adviser"
    OBSERVER = "observer"
    INTERPRETER = "interpreter"


class Coming(models.TextChoices):
    """Where a registration stands; one that is withdrawn stays on record and has no seat."""

    INVITED = "invited"
    REGISTERED = "registered"
    WITHDRAWN = "withdrawn"


class Delegate(Owned):
    """A ``person`` registered for a meeting, for a ``party`` or for an ``organisation`` that is none, in a ``role``."""

    coalition = models.ForeignKey(Coalition, on_delete=models.PROTECT, related_name="delegates")
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="delegates")
    party = models.ForeignKey(Party, on_delete=models.PROTECT, null=True, blank=True, related_name="delegates")
    organisation = models.CharField(max_length=200, blank=True, default="")
    person = models.CharField(max_length=200)
    role = models.CharField(max_length=20, choices=Capacity.choices)
    status = models.CharField(max_length=20, choices=Coming.choices, default=Coming.REGISTERED)
    note = models.CharField(max_length=1000, blank=True, default="")
    in_force = models.BooleanField(default=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(person=""), name="delegate_has_a_name"),
            models.CheckConstraint(condition=Q(role__in=Capacity.values), name="delegate_role_is_known"),
            models.CheckConstraint(condition=Q(status__in=Coming.values), name="delegate_status_is_known"),
            models.CheckConstraint(
                condition=Q(party__isnull=False, organisation="") | (Q(party__isnull=True) & ~Q(organisation="")),
                name="delegate_is_of_a_party_or_organisation",
            ),
            models.UniqueConstraint(
                fields=["meeting", "party"],
                condition=Q(in_force=True, role=Capacity.HEAD, party__isnull=False) & ~Q(status=Coming.WITHDRAWN),
                name="one_head_a_delegation",
            ),
        ]

    def __str__(self) -> str:
        return self.person
