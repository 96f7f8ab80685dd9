"""Rights give rows: what a person may see is narrowed by the policy before anything else is asked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Self, TypeVar

from django.db import models
from django.db.models.query import ModelIterable

from concerted.register.asker import Person, asker
from concerted.register.policy import right

__all__ = ["M", "Person", "Scoped", "ScopedQuerySet"]
M = TypeVar("M", bound=models.Model)


class Outward(ModelIterable):  # type: ignore[type-arg]  # takes none at run time
    """Rows without what only members of the coalition see of them: nobody, and no words, in those fields."""

    def __iter__(self) -> Iterator[Any]:
        """Give the rows, each emptied where the policy says so."""
        model = self.queryset.model
        hidden: list[Any] = [model._meta.get_field(name) for name in right(model).members.split()]
        for row in super().__iter__():
            for field in hidden:
                setattr(row, field.name, field.related_model() if field.is_relation else "")
            yield row


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

    def outward(self) -> Self:
        """Load the rows for who is no member of the coalition, to read them and never to write them."""
        every = self.all()
        every._iterable_class = Outward
        return every


class Scoped(models.Model):
    """A row that the policy speaks of."""

    objects = ScopedQuerySet.as_manager()

    class Meta:
        abstract = True
