"""What a form needs that gives a lead or a seat, brings a party in, or puts the days of such a record right."""

from __future__ import annotations

from datetime import date
from typing import Any

from concerted.register.models import Cadence, LineLead, LineOfEffort, Party, PartyName, PartyStanding, WorkingGroupSeat
from concerted.register.models.scope import Person
from concerted.register.queries import records, references
from concerted.register.queries.partners import name_row, parties
from concerted.register.queries.scope import enter
from concerted.register.queries.standings import partners_on, standing_row
from concerted.register.rows.parties import DatedPage, OfficeChoice
from concerted.register.rows.references import PartyRef
from concerted.terms import parties as vocabulary
from concerted.terms.errors import NotFound

# Each noun's model, and how its row is written.
_DATED: dict[str, tuple[Any, Any]] = {
    "standing": (PartyStanding, standing_row),
    "name": (PartyName, name_row),
    "lead": (LineLead, records.lead_row),
    "seat": (WorkingGroupSeat, records.lead_row),
    "cadence": (Cadence, records.cadence_row),
}


def new_parties(user: Person, slug: str) -> tuple[PartyRef, ...]:
    """List the vocabulary's parties whose standing nobody has recorded."""
    scope = enter(user, slug)
    recorded = PartyStanding.objects.visible_to(user).filter(coalition=scope.coalition).values("party")
    known = set(Party.objects.filter(coalition=scope.coalition, pk__in=recorded).values_list("code", flat=True))
    return tuple(PartyRef(one.id, one.name()) for one in vocabulary.parties().values() if one.id not in known)


def office_choice(user: Person, slug: str, number: int, *, today: date) -> OfficeChoice:
    """Give who may lead a line or sit in its working group; raises NotFound for no such line."""
    scope = enter(user, slug)
    line = LineOfEffort.objects.visible_to(user).filter(coalition=scope.coalition, number=number).first()
    if line is None:
        raise NotFound("no such line of effort", where=str(number), expected="the number of one of the lines")
    every = parties(scope)
    inside = partners_on(scope, every, today) or every
    return OfficeChoice(scope.ref, references.line(line), tuple(references.party(one) for one in inside))


def dated(user: Person, slug: str, noun: str, number: int) -> DatedPage:
    """Give a standing, name, lead, seat or cadence by its number; raises NotFound."""
    scope = enter(user, slug)
    missing = NotFound(f"no such {noun}", where=f"{noun} {number}", expected="one that you see")
    if noun not in _DATED:
        raise missing
    model, written = _DATED[noun]
    one = model.objects.visible_to(user).filter(coalition=scope.coalition, pk=number).first()
    if one is None:
        raise missing
    line = references.line(one.line) if hasattr(one, "line") else None
    party = references.party(one.party) if hasattr(one, "party") else None
    return DatedPage(scope.ref, noun, party, line, written(one))
