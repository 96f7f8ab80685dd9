"""A coalition, its lines of effort, how often it meets, and its parties."""

from __future__ import annotations

from django.db import models

from concerted.register.models.dated import Dated, open_once
from concerted.register.models.scope import Scoped


class Coalition(Scoped):
    """A coalition; what else is known of it stands in its file under ``coalitions/``.

    One that ``is_open`` shows its lines, its parties and what is released to the public to everybody.
    """

    slug = models.SlugField(max_length=60, unique=True)
    name = models.CharField(max_length=300)
    is_open = models.BooleanField(default=False)

    def __str__(self) -> str:
        return self.name


class LineOfEffort(Scoped):
    """One of the strands that the coalition divides its work into."""

    coalition = models.ForeignKey(Coalition, on_delete=models.PROTECT, related_name="lines")
    number = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=300)

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["coalition", "number"], name="one_line_a_number")]

    def __str__(self) -> str:
        return f"{self.number}. {self.title}"


class Cadence(Dated):
    """A series of meetings must come together at least every so many days, while the rule holds.

    ``quote`` is the passage of the source that says so ("": not given).
    """

    coalition = models.ForeignKey(Coalition, on_delete=models.PROTECT, related_name="cadences")
    series = models.CharField(max_length=200)
    days = models.PositiveIntegerField()
    quote = models.CharField(max_length=1000, blank=True, default="")

    class Meta:
        constraints = [
            *Dated.Meta.constraints,
            open_once("one_open_cadence_a_series", "coalition", "series"),
            models.CheckConstraint(condition=~models.Q(series=""), name="cadence_has_a_series"),
            models.CheckConstraint(condition=models.Q(days__gt=0), name="cadence_has_days"),
        ]

    def __str__(self) -> str:
        return f"{self.series}: every {self.days} days"


class Party(Scoped):
    """A state or organisation that the record names; ``code`` is the vocabulary's id, or one of the coalition's own.

    ``name`` is its English name now. ``names`` and ``standings`` repeat its rows of ``PartyName`` and of
    ``PartyStanding`` (the invitations apart), so that whatever names the party has them at hand.
    """

    coalition = models.ForeignKey(Coalition, on_delete=models.PROTECT, related_name="parties")
    code = models.CharField(max_length=60)
    name = models.CharField(max_length=200)
    names = models.JSONField(default=list)
    standings = models.JSONField(default=list)

    class Meta:
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["coalition", "code"], name="one_party_a_code")]

    def __str__(self) -> str:
        return self.name
