"""Action points of a meeting, and how they are followed up."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from concerted.register.models.coalition import Coalition, LineOfEffort, Party
from concerted.register.models.item import Item
from concerted.register.models.meeting import Meeting
from concerted.register.models.person import User
from concerted.register.models.release import Owned
from concerted.register.models.scope import Scoped


class ActionStatus(models.TextChoices):
    """How an action point stands: what its owner says is done stays so until another has verified it."""

    OPEN = "open"
    DONE = "done"
    VERIFIED = "verified"


class Verification(models.TextChoices):
    """What was said of an action point: done by its owner, then adequate or not by whoever verifies it."""

    DONE = "done"
    ADEQUATE = "adequate"
    NOT_ADEQUATE = "not adequate"


class Action(Owned):
    """What a meeting asks of somebody: the coalition's own record.

    ``responsible`` owns the action point and ``verifier`` verifies it, None for the secretariat; ``due`` None: no day.
    """

    coalition = models.ForeignKey(Coalition, on_delete=models.PROTECT, related_name="actions")
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="actions")
    item = models.ForeignKey(Item, on_delete=models.PROTECT, null=True, blank=True, related_name="actions")
    line = models.ForeignKey(LineOfEffort, on_delete=models.PROTECT, null=True, blank=True, related_name="actions")
    text = models.TextField()
    responsible = models.ForeignKey(Party, on_delete=models.PROTECT, null=True, blank=True, related_name="actions")
    verifier = models.ForeignKey(Party, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    due = models.DateField(null=True, blank=True)
    status = models.CharField(max_length=20, choices=ActionStatus.choices, default=ActionStatus.OPEN)
    in_force = models.BooleanField(default=True)

    class Meta:
        indexes = [models.Index(fields=["coalition", "status", "due"], name="action_by_status")]
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="action_says_something"),
            models.CheckConstraint(condition=Q(status__in=ActionStatus.values), name="action_status_is_known"),
            models.CheckConstraint(
                condition=Q(responsible=None) | Q(verifier=None) | ~Q(responsible=F("verifier")),
                name="another_verifies_an_action",
            ),
        ]

    def __str__(self) -> str:
        return self.text[:100]


class FollowUp(Scoped):
    """What was said of an action point, by whom (``party`` None: the secretariat) and when; it stays as it is.

    ``text`` is the evidence that it is done, or the reason of a verdict; ``link`` leads to more of it.
    """

    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="follow_ups")
    said = models.CharField(max_length=20, choices=Verification.choices)
    text = models.TextField(blank=True, default="")
    link = models.CharField(max_length=500, blank=True, default="")
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    party = models.ForeignKey(Party, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(said__in=Verification.values), name="follow_up_is_known"),
            models.CheckConstraint(condition=~Q(text="", link=""), name="follow_up_says_why"),
        ]

    def __str__(self) -> str:
        return f"{self.said}: {self.text[:60]}"
