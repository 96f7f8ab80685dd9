"""Rules of rows that other nouns' rows decide on, and what a noun's entry in the policy says.

``policy`` has the entries themselves; a rule that climbs to another noun finds that noun's entry in ``DECLARED``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, TypeAlias

from django.db.models import BooleanField, CharField, Exists, Func, OuterRef, Q, Subquery, Value
from django.db.models.functions import Cast, Coalesce

from concerted.register.asker import TOLD, WITHHELD, Session, Sets
from concerted.register.row_rules import (
    Frame,
    Memberships,
    Model,
    Open,
    Own,
    People,
    Readers,
    Releases,
    Rereleases,
    Sightings,
    Tallies,
    Workshop,
    keeping,
    reaching,
    rows_of,
)


@dataclass(frozen=True, slots=True)
class Owned:
    """A record with an owner and a release; ``within`` names the keys of what must be visible, too."""

    within: str = ""

    def seen(self, model: Model, asker: Sets) -> Q:
        """Give the condition under which a row is seen."""
        return reaching(asker) & self._above(model, asker)

    def kept(self, model: Model, asker: Sets) -> Q:
        """Give the condition under which a row may be written, as far as rows tell: the rest is for the actions."""
        return keeping(asker)

    def _above(self, model: Model, asker: Sets) -> Q:
        condition = Q()
        for key in self.within.split():
            condition &= parent(model, key, asker)
        return condition


@dataclass(frozen=True, slots=True)
class About(Owned):
    """A record about other records: the ledger and a search, too, tell of it to nobody who may not see those."""


@dataclass(frozen=True, slots=True)
class Assessed(About):
    """Assessments: seen as they are released, by the party, by auditors and by whoever made them, under the same."""

    def seen(self, model: Model, asker: Sets) -> Q:
        """Give the condition under which a row is seen."""
        concerned = Q(party__in=asker.parties) | Q(coalition__in=asker.audited) | Q(by__in=asker.person)
        return (reaching(asker) | concerned) & self._above(model, asker)


@dataclass(frozen=True, slots=True)
class Found(Owned):
    """What a search finds: of a record about others as that is seen."""

    def seen(self, model: Model, asker: Sets) -> Q:
        """Give the condition under which a row is seen."""
        return reaching(asker) & self._above(model, asker) & told_of("noun", "key", asker)


@dataclass(frozen=True, slots=True)
class Within:
    """A part of another record, seen and kept with it."""

    within: str

    def seen(self, model: Model, asker: Sets) -> Q:
        """Give the condition under which a row is seen."""
        return parent(model, self.within, asker)

    def kept(self, model: Model, asker: Sets) -> Q:
        """Give the condition under which a row may be written: as the record that it is a part of."""
        reference: Any = model._meta.get_field(self.within)
        above: Model = reference.related_model
        kept = right(above).rows.kept(above, asker)
        return Q(Exists(above._default_manager.filter(kept, pk=OuterRef(f"{self.within}_id"))))


@dataclass(frozen=True, slots=True)
class Questions:
    """Questions to a party: seen by its people and by those who may ask, as long as they see what it is about."""

    def seen(self, model: Model, asker: Sets) -> Q:
        """Give the condition under which a row is seen."""
        return self.kept(model, asker) | Q(party__in=asker.parties)

    def kept(self, model: Model, asker: Sets) -> Q:
        """Give the condition under which a row may be written: asked, or answered."""
        asking = Q(coalition__in=asker.secretariats) | Q(line__in=asker.leading)
        return Q(party__in=asker.keeping) | (asking & parent(model, "contribution", asker))


@dataclass(frozen=True, slots=True)
class Entries:
    """Entries of the ledger: seen as the row was when written and its record is now; the frame's by who may know it."""

    def seen(self, model: Model, asker: Sets) -> Q:
        """Give the condition under which a row is seen."""
        frame = Q(coalition__in=asker.coalitions, root_noun__in=framed())
        if isinstance(asker, Session):
            # What a session does not see cannot tell it that a record was released anew.
            withheld = Func("root_noun", "root", function=WITHHELD, output_field=BooleanField())
            return frame | (reaching(asker) & ~Q(withheld) & told_of("root_noun", "root", asker))
        changed = rows_of("Rerelease").filter(noun=OuterRef("root_noun"), record=OuterRef("root"))
        open_still = ~Exists(changed) | Exists(changed.filter(reaching(asker)))
        return frame | (reaching(asker) & open_still & told_of("root_noun", "root", asker))

    def kept(self, model: Model, asker: Sets) -> Q:
        """Let nobody write: the database does."""
        return Q(pk__isnull=True)


Shared: TypeAlias = Owned | Within | Frame | Releases | Questions | Readers | Workshop
Rows: TypeAlias = Shared | Memberships | Entries | Sightings | Rereleases | Tallies | Open | Own | People


@dataclass(frozen=True, slots=True)
class Right:
    """A noun's entry: who sees its rows, and which of its fields.

    ``shown`` are the fields that are seen with the row, ``inner`` those that never leave the program. Of the shown ones
    ``members`` are for the coalition's members, observers included, however far the row is released: which official
    did it, and what they said of it. The ledger keeps all but ``unkept``: bytes and texts that another kept field is
    the digest of, secrets, and what is derived. ``derived`` says that the whole table is worked out from others: no
    entry of the ledger is made of it. ``in_force`` hides rows that are not.
    """

    rows: Rows
    shown: str
    inner: str = ""
    members: str = ""
    unkept: frozenset[str] = field(default_factory=frozenset)
    derived: bool = False
    secured: bool = True
    in_force: bool = False


# Filled by ``policy``, which nobody who asks for rows comes past.
DECLARED: dict[str, Right] = {}


def parent(model: Model, key: str, asker: Sets) -> Q:
    """Give the condition that what a foreign key points at is seen; a key that may be empty lets an empty one pass.

    A chain of parts is one step: the query underneath climbs it by joins.
    """
    if not key:
        return Q()
    reference: Any = model._meta.get_field(key)
    first: Model = reference.related_model
    above, path = first, ""
    while isinstance(rows := right(above).rows, Within):
        path += f"{rows.within}__"
        above = above._meta.get_field(rows.within).related_model  # type: ignore[assignment]  # a model, as all here
    held = first._default_manager.filter(pk=OuterRef(f"{key}_id"))
    if isinstance(rows, Owned):
        seen = reaching(asker, path)
        for further in rows.within.split():
            seen &= _within(above, further, path, asker)
    elif path:
        raise TypeError(f"{model.__name__}: parts of parts are records'")
    else:
        seen = rows.seen(above, asker)
    # A value for each row, not EXISTS: for a page of some rows PostgreSQL would gather all that is seen above them.
    found = Subquery(held.filter(seen).values(there=Value(True))[:1], output_field=BooleanField())
    condition = Q(Coalesce(found, Value(False)))
    return condition | Q(**{f"{key}__isnull": True}) if reference.null else condition


def _within(above: Model, key: str, path: str, asker: Sets) -> Q:
    """Give the condition on what a record is within, two steps up: its statement."""
    reference: Any = above._meta.get_field(key)
    below, way = reference.related_model, f"{path}{key}__"
    while isinstance(rows := right(below).rows, Within):
        way += f"{rows.within}__"
        below = below._meta.get_field(rows.within).related_model
    seen = reaching(asker, way)
    return seen | Q(**{f"{path}{key}__isnull": True}) if reference.null else seen


def told_of(noun: str, key: str, asker: Sets) -> Q:
    """Give the condition that what a row names (the noun and its number, in words) may be told of to a person.

    A policy asks a function: written out it would come with the policies of all that it asks of, and planning it would
    take a second. For the same reason it is left to the policy where that is in force.
    """
    condition = ~Q(**{f"{noun}__in": about()})
    if isinstance(asker, Session):
        return condition | Q(Func(noun, key, function=TOLD, output_field=BooleanField()))
    if asker.narrowed:
        return Q()
    for name in about():
        told = rows_of(name)
        rows = right(told.model).rows
        numbers = told.filter(rows.seen(told.model, asker)).annotate(number=Cast("pk", CharField()))
        condition |= Q(**{noun: name, f"{key}__in": numbers.values("number")})
    return condition


def about() -> list[str]:
    """List the nouns of records about other records, as the ledger names them."""
    return [noun.lower() for noun, entry in DECLARED.items() if isinstance(entry.rows, About)]


def framed() -> list[str]:
    """List the nouns that make up a coalition's frame, as the ledger names them."""
    return [noun.lower() for noun, entry in DECLARED.items() if isinstance(entry.rows, Frame)]


def right(model: Model) -> Right:
    """Give a model's entry; a table that ties two models together is seen with the first. KeyError for none."""
    if model._meta.auto_created:
        first = next(one for one in model._meta.get_fields() if one.many_to_one)
        return Right(Within(first.name), " ".join(one.name for one in model._meta.fields))
    return DECLARED[model.__name__]
