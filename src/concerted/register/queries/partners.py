"""Partners: their list, and what one of them promised, gave and is asked for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from concerted.register.access import Permission
from concerted.register.models import Party, PartyName, PartyStanding
from concerted.register.models.dated import EARLIEST
from concerted.register.models.scope import Person
from concerted.register.queries import records, references
from concerted.register.queries.clarifications import asked_of, clarification_rows
from concerted.register.queries.scope import Scope, enter
from concerted.register.queries.standings import partners_on, standing_row, standings_on
from concerted.register.rows.parties import NameRow, PartnersPage, PartyRow
from concerted.register.rows.records import PartnerPage
from concerted.register.validity import holding
from concerted.terms.errors import NotFound


def partners(user: Person, slug: str, *, on: date) -> PartnersPage:
    """List a coalition's parties on a day by name, with the count of what the record holds of each."""
    scope = enter(user, slug)
    every = parties(scope)
    inside = {one.pk for one in partners_on(scope, every, on)}
    held = standings_on(scope, on)
    rows = {one.pk: row for one, row in zip(every, _rows(scope, every, held, on), strict=True)}

    def those(standing: str) -> tuple[PartyRow, ...]:
        return tuple(rows[one.pk] for one in every if one.pk in held and held[one.pk].standing == standing)

    candidates, former = those("invited"), those("withdrawn")
    listed = inside | {number for number, one in held.items() if one.standing != "acceded"}
    return PartnersPage(
        coalition=scope.ref,
        on=on,
        partners=tuple(rows[one.pk] for one in every if one.pk in inside),
        candidates=candidates,
        former=former,
        others=tuple(rows[one.pk] for one in every if one.pk not in listed),
        may_keep=scope.part.may(Permission.PARTY_KEEP),
    )


def _rows(scope: Scope, every: list[Party], held: dict[int, PartyStanding], on: date) -> Iterator[PartyRow]:
    parts = set(records.participations(scope).values_list("party", "statement"))
    statements = Counter(party for party, _statement in parts)
    promised = Counter(records.commitments(scope).exclude(actors=None).values_list("actors", flat=True))
    asked = Counter(records.calls(scope).exclude(addressees=None).values_list("addressees", flat=True))
    given = Counter(records.contributions(scope).values_list("party", flat=True))
    leading = list(records.leads(scope).filter(holding(on)))
    for one in every:
        yield PartyRow(
            party=references.party(one),
            statements=statements[one.pk],
            commitments=promised[one.pk],
            calls=asked[one.pk],
            contributions=given[one.pk],
            leads=tuple(references.line(lead.line) for lead in leading if lead.party_id == one.pk),
            standing=standing_row(held[one.pk]) if one.pk in held else None,
        )


def parties(scope: Scope) -> list[Party]:
    """List the coalition's parties by name."""
    return list(Party.objects.visible_to(scope.user).filter(coalition=scope.coalition).order_by("name"))


def partner(user: Person, slug: str, code: str, *, today: date) -> PartnerPage:
    """Give all that the record holds of a party; raises NotFound.

    The promises of all issuers of a statement count for each party that issued or joined it.
    """
    scope = enter(user, slug)
    one = Party.objects.visible_to(user).filter(coalition=scope.coalition, code=code).first()
    if one is None:
        raise NotFound("no such partner", where=code, expected="the code of one of the coalition's partners")
    parts = list(records.participations(scope).filter(party=one))
    spoken = [part.statement_id for part in parts if part.role in ("issuer", "joined")]
    leads, seats = list(records.leads(scope).filter(party=one)), list(records.seats(scope).filter(party=one))
    joint = records.commitments(scope).filter(by_issuers=True, finding__statement__in=spoken)
    return PartnerPage(
        coalition=scope.ref,
        party=references.party(one),
        participations=tuple(records.participation_row(part) for part in parts),
        commitments=tuple(
            records.commitment_row(promise, today) for promise in records.commitments(scope).filter(actors=one)
        ),
        joint=tuple(records.commitment_row(promise, today) for promise in joint),
        calls=tuple(records.call_row(call) for call in records.calls(scope).filter(addressees=one)),
        contributions=tuple(
            records.contribution_row(given, scope.part) for given in records.contributions(scope).filter(party=one)
        ),
        leads=tuple(records.lead_row(lead) for lead in leads if lead.holds_on(today)),
        meetings=tuple(
            records.meeting_row(meeting) for meeting in records.dated(records.meetings(scope).filter(hosts=one))
        ),
        clarifications=clarification_rows(scope, asked_of(scope).filter(party=one)),
        may_ask=scope.part.may(Permission.CLARIFICATION_ASK),
        seats=tuple(records.lead_row(seat) for seat in seats if seat.holds_on(today)),
        former=tuple(records.lead_row(lead) for lead in leads if not lead.holds_on(today)),
        standings=tuple(
            standing_row(stood)
            for stood in PartyStanding.objects.visible_to(user).filter(party=one).order_by(EARLIEST, "pk")
        ),
        names=tuple(
            name_row(name)
            for name in PartyName.objects.visible_to(user).filter(party=one).order_by(EARLIEST, "language", "pk")
        ),
        may_keep=scope.part.may(Permission.PARTY_KEEP),
    )


def name_row(one: PartyName) -> NameRow:
    """Write a name as a row."""
    return NameRow(**records.dated_fields(one), language=one.language, name=one.name, short=one.short)
