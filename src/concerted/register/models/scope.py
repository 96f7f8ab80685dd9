"""Rights give rows: what a person may see is narrowed by the policy before anything else is asked."""

from __future__ import annotations

from typing import Self, TypeVar

from django.db import models

from concerted.register.asker import Person, asker
from concerted.register.policy import right

__all__ = ["Person", "Scoped", "ScopedQuerySet"]
M = TypeVar("M", bound=models.Model)


class ScopedQuerySet(models.QuerySet[M]):
    """Rows that are narrowed to what a person may see before anything else is asked."""

    def reaching(self, user: Person) -> Self:
        """Keep the rows that the person may see; of the public's, what is public."""
        return self.filter(right(self.model).rows.seen(self.model, asker(user)))

    def visible_to(self, user: Person) -> Self:
        """Keep of these what is in force and stands for itself, not merged into another record."""
        entry, seen = right(self.model), self.reaching(user)
        if hasattr(self.model, "merged_into"):
            seen = seen.filter(merged_into=None)
        return seen.filter(in_force=True) if entry.in_force else seen


class Scoped(models.Model):
    """A row that the policy speaks of."""

    objects = ScopedQuerySet.as_manager()

    class Meta:
        abstract = True
