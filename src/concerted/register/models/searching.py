"""What a search looks through."""

from __future__ import annotations

from django.db import models

from concerted.register.models.coalition import Coalition
from concerted.register.models.release import Released
from concerted.register.models.statement import Statement


class SearchEntry(Released):
    """Words that lead to a thing. ``words`` are folded (no case, no diacritics) and indexed by the database.

    Its owner and release are those of the thing. For a passage of a statement ``start`` is its place in the text.
    """

    coalition = models.ForeignKey(Coalition, on_delete=models.PROTECT, related_name="+")
    noun = models.CharField(max_length=20)
    key = models.CharField(max_length=300)
    title = models.CharField(max_length=500)
    body = models.TextField()
    words = models.TextField()
    statement = models.ForeignKey(Statement, on_delete=models.PROTECT, null=True, related_name="+")
    start = models.PositiveIntegerField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(start__isnull=True) | models.Q(statement__isnull=False),
                name="search_place_is_in_a_statement",
            ),
        ]
        indexes = [models.Index(fields=["coalition", "noun", "key"], name="search_entry_of_a_thing")]

    def __str__(self) -> str:
        return f"{self.noun}: {self.title}"
