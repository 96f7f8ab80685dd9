"""Totals of contributions as they were published, and what they were worked out from."""

from __future__ import annotations

from django.db import models

from concerted.register.models.coalition import Coalition
from concerted.register.models.person import User
from concerted.register.models.release import Owned, Release
from concerted.register.models.scope import Scoped


class Publication(Owned):
    """Totals by line of effort and kind in one currency (ISO 4217), as they were published; the coalition's own.

    ``figures`` are those that readers get: for each a ``key`` (number of the line, "" for none, and kind; null is the
    total over it), its ``total`` (null where it is left out) and ``partners``, how many stand behind it, or else
    ``former``: the last total that was published and when. One that is no longer displayed stays known to its readers.
    """

    coalition = models.ForeignKey(Coalition, on_delete=models.PROTECT, related_name="publications")
    currency = models.CharField(max_length=3)
    figures = models.JSONField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    in_force = models.BooleanField(default=True)

    def __str__(self) -> str:
        return f"{self.currency} {self.at:%Y-%m-%d}"


class PublicationBasis(Scoped):
    """What a publication was worked out from: for those who read what partners release to the coalition.

    ``reasons`` says why figures are left out. ``cells`` are the contributions of that day, whatever became of them: the
    next publication is held against them. Nobody reads them, not even in the table: they are encrypted.
    """

    publication = models.OneToOneField(Publication, on_delete=models.PROTECT, related_name="basis")
    coalition = models.ForeignKey(Coalition, on_delete=models.PROTECT, related_name="+")
    release = models.ForeignKey(Release, on_delete=models.PROTECT, related_name="+")
    reasons = models.JSONField()
    cells = models.TextField()

    def __str__(self) -> str:
        return str(self.publication)
