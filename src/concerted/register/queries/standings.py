"""Who is in a coalition on a day: by the standings on record, else by what a party does in it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from concerted.register.models import Contribution, LineLead, Participation, Party, PartyStanding, WorkingGroupSeat
from concerted.register.queries import records
from concerted.register.queries.scope import Scope
from concerted.register.rows.parties import StandingRow
from concerted.register.validity import holding


def taking_part(scope: Scope, parties: Collection[int]) -> set[int]:
    """Keep of parties those that issue or join statements, lead lines, sit in their groups or enter what they give."""
    user, of = scope.user, {"party": OuterRef("pk")}
    signs: list[QuerySet[Any]] = [
        Participation.objects.visible_to(user).filter(**of, role__in=("issuer", "joined")),
        LineLead.objects.visible_to(user).filter(**of),
        WorkingGroupSeat.objects.visible_to(user).filter(**of),
        Contribution.objects.visible_to(user).filter(owner=OuterRef("pk")),
    ]
    taking = reduce(or_, (Q(Exists(rows)) for rows in signs))
    return set(Party.objects.filter(taking, pk__in=parties).values_list("pk", flat=True))


def partners_on(scope: Scope, every: list[Party], day: date) -> list[Party]:
    """Keep of parties those that are in on a day; one without a standing on record is if it takes part."""
    unrecorded = {one.pk for one in every if not one.standings}
    active = taking_part(scope, unrecorded - _invited(scope)) if unrecorded else set()
    acceded = {one.pk for one in every if _acceded(one, day)}
    return [one for one in every if one.pk in acceded | active]


def _acceded(party: Party, day: date) -> bool:
    on = day.isoformat()
    return any(
        one["standing"] == "acceded" and (one["since"] or "") <= on <= (one["until"] or "9999-12-31")
        for one in party.standings
    )


def _invited(scope: Scope) -> set[int]:
    found = PartyStanding.objects.visible_to(scope.user).filter(coalition=scope.coalition, standing="invited")
    return set(found.values_list("party", flat=True))


def standings_on(scope: Scope, day: date) -> dict[int, PartyStanding]:
    """Give the standing of each party on a day, of those that have one and that the person may know of."""
    found = PartyStanding.objects.visible_to(scope.user).filter(holding(day), coalition=scope.coalition)
    return {one.party_id: one for one in found.order_by("pk")}


def standing_row(one: PartyStanding) -> StandingRow:
    """Write a standing as a row."""
    return StandingRow(**records.dated_fields(one), standing=one.standing)
