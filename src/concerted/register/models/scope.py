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

    def visible_to(self, user: Person) -> Self:
        """Keep the rows that the person may see and that are in force; to the public, what is public."""
        entry = right(self.model)
        seen = self.filter(entry.rows.seen(self.model, asker(user)))
        return seen.filter(in_force=True) if entry.in_force else seen


class Scoped(models.Model):
    """A row that the policy speaks of."""

    objects = ScopedQuerySet.as_manager()

    class Meta:
        abstract = True
