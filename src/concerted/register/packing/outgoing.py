"""The records of a party for a pack: all that are its own, or those that changed since."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db.models import CharField, Exists, OuterRef, QuerySet
from django.db.models.functions import Cast

from concerted.ledger.packs.change import Change
from concerted.register.models import Carried, Entry, Party
from concerted.register.models.scope import Person
from concerted.register.nouns import NOUNS, Noun
from concerted.register.packing.names import Names
from concerted.register.packing.plain import described

_AT_ONCE = 500


def outgoing(user: Person, party: Party, *, other: str, since: int = 0) -> Iterator[Change]:
    """Give the party's own records, noun by noun and by number, in bounded memory; withdrawn ones, too.

    What was read in a statement is not the party's own. ``since`` leaves out what has no entry of the ledger from that
    place on. A record of the past that ``other`` was never told of and that is withdrawn says so and no more.
    """
    names = Names(party)
    for noun in NOUNS.values():
        rows = _rows(user, noun, party, since).order_by("pk").iterator(_AT_ONCE)
        for some in _batches(rows):
            told = dict(
                Carried.objects.filter(
                    owner=party, other=other, noun=noun.name, record__in=[one.pk for one in some]
                ).values_list("record", "state")
            )
            for one in some:
                yield described(noun, one, names, base=told.get(one.pk) or None)


def _rows(user: Person, noun: Noun, party: Party, since: int) -> QuerySet[Any, Any]:
    rows: QuerySet[Any, Any] = noun.model.objects.reaching(user).filter(owner=party)
    if any(one.name == "finding" for one in noun.model._meta.concrete_fields):
        rows = rows.filter(finding=None)
    if since:
        own = Entry.objects.filter(
            noun=noun.model._meta.model_name, record=OuterRef("number_as_text"), leaf__index__gte=since
        )
        rows = rows.annotate(number_as_text=Cast("pk", CharField())).filter(Exists(own))
    return rows.select_related(*noun.related, "release__line").prefetch_related("release__parties")


def _batches(rows: Iterator[Any]) -> Iterator[list[Any]]:
    some: list[Any] = []
    for one in rows:
        some.append(one)
        if len(some) == _AT_ONCE:
            yield some
            some = []
    if some:
        yield some
