"""Papers of a meeting, and the files that they came in as."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from concerted.register.models.coalition import Coalition
from concerted.register.models.item import Item
from concerted.register.models.meeting import Meeting
from concerted.register.models.person import User
from concerted.register.models.release import Owned
from concerted.register.models.scope import Scoped


class PaperStatus(models.TextChoices):
    """Whether a paper is before the meeting; one that was withdrawn stays on record with the reason."""

    CURRENT = "current"
    WITHDRAWN = "withdrawn"


class Paper(Owned):
    """A paper of a meeting, of an item of its agenda or of all; its release says who reads it.

    ``why`` is the reason for which it was withdrawn.
    """

    coalition = models.ForeignKey(Coalition, on_delete=models.PROTECT, related_name="papers")
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="papers")
    item = models.ForeignKey(Item, on_delete=models.PROTECT, null=True, blank=True, related_name="papers")
    title = models.CharField(max_length=300)
    note = models.CharField(max_length=1000, blank=True, default="")
    status = models.CharField(max_length=20, choices=PaperStatus.choices, default=PaperStatus.CURRENT)
    why = models.CharField(max_length=1000, blank=True, default="")
    in_force = models.BooleanField(default=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(title=""), name="paper_has_a_title"),
            models.CheckConstraint(
                condition=Q(status=PaperStatus.CURRENT, why="") | (Q(status=PaperStatus.WITHDRAWN) & ~Q(why="")),
                name="paper_withdrawn_has_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class PaperFile(Scoped):
    """A version of a paper: the bytes under the ``name`` of the file, from 1 on; earlier ones stay."""

    paper = models.ForeignKey(Paper, on_delete=models.PROTECT, related_name="files")
    version = models.PositiveIntegerField()
    name = models.CharField(max_length=200)
    media_type = models.CharField(max_length=100)
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    data = models.BinaryField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["paper", "version"], name="one_file_a_version")]

    def __str__(self) -> str:
        return f"{self.paper} ({self.version})"
