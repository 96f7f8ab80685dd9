"""Rights give rows: what a person may see is narrowed by the policy before anything else is asked."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from threading import local
from typing import Any, Self, TypeVar, cast

from django.db import models
from django.db.models.query import ModelIterable
from django.db.models.sql.where import AND, WhereNode

from concerted.register.asker import Asker, Person, asker
from concerted.register.models.condition import Condition
from concerted.register.policy import right

__all__ = ["M", "Person", "Scoped", "ScopedQuerySet"]
# So many of them; the sets of one person and every model take some forty.
_KEPT = 400
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

    def __init__(
        self, model: type[M] | None = None, query: Any = None, using: str | None = None, hints: Any = None
    ) -> None:
        super().__init__(model=model, query=query, using=using, hints=hints)
        # All of a model's rows, by nothing narrowed yet.
        self._every = query is None and using is None and not hints

    def reaching(self, user: Person) -> Self:
        """Keep the rows that the person may see; of the public's, what is public."""
        return self.filter(right(self.model).rows.seen(self.model, asker(user)))

    def visible_to(self, user: Person) -> Self:
        """Keep of these what is in force and stands for itself, not merged into another record."""
        who = asker(user)
        kept = _kept.narrowed(self.model, who)
        if self._every:
            return cast("Self", kept.all())
        rows = self._under(kept.query)
        return self.narrowed(who) if rows is None else rows

    def _under(self, kept: Any) -> Self | None:
        """Put what narrows a query of the same model around these rows; None where it cannot go around them."""
        rows = self.all()
        query: Any = rows.query
        whole = not (query.is_sliced or query.combinator) and query.get_initial_alias() == self.model._meta.db_table
        if not whole or not all(isinstance(one, Condition) for one in kept.where.children):
            return None
        for one in kept.where.children:
            query.where.add(one, AND)
        # Names that the condition's own queries have taken.
        query.subq_aliases |= kept.subq_aliases
        return rows

    def narrowed(self, who: Asker) -> Self:
        """Keep what ``visible_to`` keeps for whoever has these sets."""
        entry, seen = right(self.model), self.filter(right(self.model).rows.seen(self.model, who))
        if hasattr(self.model, "merged_into"):
            seen = seen.filter(merged_into=None)
        return seen.filter(in_force=True) if entry.in_force else seen

    def outward(self) -> Self:
        """Load the rows for who is no member of the coalition, to read them and never to write them."""
        every = self.all()
        every._iterable_class = Outward
        return every


def _narrow(model: type[models.Model], who: Asker) -> ScopedQuerySet[Any]:
    rows = ScopedQuerySet(model).narrowed(who)
    query = rows.query
    # Conditions that join other tables belong to this query alone.
    joined = [alias for alias, used in query.alias_refcount.items() if used]
    if query.where and len(joined) == 1:
        own: Any = Condition(query.where, joined[0])
        query.where = WhereNode([own])
    return rows


class _Kept(local):
    """A thread's own queries, each as far as the sets of whoever asks narrow it: writing that takes milliseconds."""

    def __init__(self) -> None:
        self.narrowed = lru_cache(maxsize=_KEPT)(_narrow)


_kept = _Kept()


class Scoped(models.Model):
    """A row that the policy speaks of."""

    objects = ScopedQuerySet.as_manager()

    class Meta:
        abstract = True
