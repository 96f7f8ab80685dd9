"""Note who has seen a record that is kept from others."""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import DatabaseError, transaction
from django.db.models import CharField, Exists, OuterRef, Q, Subquery, Value

from concerted.actions import ledger
from concerted.register.asker import asker
from concerted.register.audience import record_model
from concerted.register.models import Party, Reach, Sighting, User

_FIELDS = ("noun", "record", "coalition_id", "owner_id", "party_id")
log = logging.getLogger(__name__)


def note(*, records: Iterable[tuple[str, int]], by: User, at: datetime) -> None:
    """Note that a person was shown records (noun and number) of others that are narrower than public.

    One question to the register, and a write only for what the person sees for the first time. A register that
    cannot take it now is logged: it keeps nobody from reading.
    """
    shown: dict[str, set[int]] = defaultdict(set)
    for noun, number in records:
        shown[noun].add(number)
    if not shown:
        return
    try:
        with transaction.atomic():
            new = _new(shown, by)
        if new:
            _store(
                sightings=[Sighting(user=by, at=at, **dict(zip(_FIELDS, one, strict=True))) for one in new],
                by=by,
                at=at,
            )
    except DatabaseError:
        log.exception("who has seen a record was not noted")


def _new(shown: dict[str, set[int]], by: User) -> list[tuple[Any, ...]]:
    who = asker(by)
    own = Q(owner__in=who.parties) | Q(owner__isnull=True, coalition__in=who.secretariats)
    known = Sighting.objects.filter(user=by, record=OuterRef("pk"))
    theirs = Party.objects.filter(pk__in=who.parties, coalition=OuterRef("coalition")).values("pk")[:1]
    first, *others = (
        record_model(noun)
        .objects.filter(pk__in=numbers)
        .exclude(Q(release__kind=Reach.PUBLIC) | own)
        .exclude(Exists(known.filter(noun=noun)))
        .annotate(named=Value(noun, CharField()), theirs=Subquery(theirs))
        .values_list("named", "pk", "coalition", "owner", "theirs")
        .order_by()
        for noun, numbers in shown.items()
    )
    return list(first.union(*others, all=True))


@ledger.action("sighting.note")
def _store(*, sightings: list[Sighting], by: User, at: datetime) -> None:
    Sighting.objects.bulk_create(sightings, ignore_conflicts=True)
