"""A statement as it came in: its bytes, its text, when and where it was made."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from concerted.register.models.coalition import Coalition
from concerted.register.models.person import User
from concerted.register.models.release import Owned
from concerted.register.models.scope import Scoped


class Statement(Owned):
    """A statement of a coalition, with its last version's text; every version stays beside it.

    ``issued_on`` is the text's own day or, where it has none, the given one (``given_by`` is set if it was given
    after the statement was taken in); else ``earliest`` and ``latest`` bound it (None: open). ``record`` is the
    reading's own part about the statement, with the passages that its date follows from.
    """

    coalition = models.ForeignKey(Coalition, on_delete=models.PROTECT, related_name="statements")
    title = models.CharField(max_length=500)
    kind = models.CharField(max_length=100, blank=True)
    language = models.CharField(max_length=20, default="en")
    issued_on = models.DateField(null=True, blank=True)
    earliest = models.DateField(null=True, blank=True)
    latest = models.DateField(null=True, blank=True)
    given_date = models.DateField(null=True, blank=True)
    given_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    place = models.CharField(max_length=300, blank=True)
    source = models.CharField(max_length=1000, blank=True)
    media_type = models.CharField(max_length=100)
    sha256 = models.CharField(max_length=64)
    text = models.TextField()
    version = models.PositiveIntegerField(default=1)
    record = models.JSONField()
    taken_in_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    taken_in_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["coalition", "sha256"], name="statement_once_in_a_coalition"),
            models.CheckConstraint(
                condition=Q(issued_on__isnull=True) | Q(earliest__isnull=True, latest__isnull=True),
                name="statement_has_a_day_or_a_window",
            ),
            models.CheckConstraint(
                condition=Q(earliest__isnull=True) | Q(latest__isnull=True) | Q(earliest__lte=F("latest")),
                name="statement_window_runs_forward",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Original(Scoped):
    """The bytes that a version of a statement came in as, apart from it so that no list loads them."""

    statement = models.ForeignKey(Statement, on_delete=models.PROTECT, related_name="originals")
    version = models.PositiveIntegerField(default=1)
    data = models.BinaryField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["statement", "version"], name="one_original_a_version")]

    def __str__(self) -> str:
        return f"{self.statement}: {len(self.data)} bytes"
