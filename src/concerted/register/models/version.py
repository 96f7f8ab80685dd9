"""The versions of a statement's text, and where findings stand in the later ones."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from concerted.register.models.finding import Decision, Finding
from concerted.register.models.person import User
from concerted.register.models.scope import Scoped
from concerted.register.models.statement import Statement


class Version(Scoped):
    """A text of a statement as it came in; the last one is the statement's own. The database refuses to change one.

    ``words_sha256`` is the same for the same words in any format, ``sketch`` tells texts that are nearly alike.
    """

    statement = models.ForeignKey(Statement, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    text = models.TextField()
    sha256 = models.CharField(max_length=64)
    words_sha256 = models.CharField(max_length=64, db_index=True)
    sketch = models.JSONField()
    media_type = models.CharField(max_length=100)
    source = models.CharField(max_length=1000, blank=True)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["statement", "number"]
        constraints = [
            models.UniqueConstraint(fields=["statement", "number"], name="one_version_a_number"),
            models.CheckConstraint(condition=Q(number__gte=1), name="versions_count_from_one"),
        ]

    def __str__(self) -> str:
        return f"{self.statement}, version {self.number}"


class Standing(models.TextChoices):
    """How a finding stands in a later version of its text."""

    ANCHORED = "anchored"
    ORPHANED = "orphaned"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"


class Anchor(Scoped):
    """Where a finding stands in a later version; the last anchor counts. The database refuses to change one.

    ``proposal`` and ``corrected`` are the finding's forms with their passages in that version (``corrected`` is
    None where nobody had corrected it); ``after`` is the last decision that they take into account. An orphaned
    finding waits for a person; one that nobody had decided on is superseded by what was read anew. ``turned``
    names the sorts of words that changed, ``candidates`` are places ``[start, end]`` that it may have.
    """

    finding = models.ForeignKey(Finding, on_delete=models.PROTECT, related_name="anchors")
    version = models.PositiveIntegerField()
    standing = models.CharField(max_length=20, choices=Standing.choices)
    start = models.PositiveIntegerField(null=True)
    end = models.PositiveIntegerField(null=True)
    quote = models.TextField(blank=True)
    confidence = models.FloatField()
    how = models.CharField(max_length=30)
    turned = models.JSONField(default=list)
    candidates = models.JSONField(default=list)
    proposal = models.JSONField(null=True)
    corrected = models.JSONField(null=True)
    after = models.ForeignKey(Decision, on_delete=models.PROTECT, null=True, related_name="+")
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    note = models.TextField(blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=(Q(standing=Standing.ANCHORED, start__lt=F("end"), proposal__isnull=False) & ~Q(quote=""))
                | (~Q(standing=Standing.ANCHORED) & Q(start__isnull=True, end__isnull=True, quote="")),
                name="anchor_has_a_place_if_anchored",
            ),
            models.CheckConstraint(condition=Q(version__gt=1), name="anchor_is_in_a_later_version"),
            models.CheckConstraint(condition=Q(standing__in=Standing.values), name="anchor_standing_is_known"),
            models.CheckConstraint(
                condition=Q(confidence__gte=0) & Q(confidence__lte=1), name="anchor_confidence_is_a_share"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.finding}: {self.standing} in version {self.version}"
