"""Partners: their list, and what one of them promised, gave and is asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from concerted.register.access import Permission
from concerted.register.models import Party, PartyName, PartyStanding
from concerted.register.models.dated import EARLIEST
from concerted.register.models.scope import Person
from concerted.register.queries import records, references
from concerted.register.queries.clarifications import asked_of, clarification_rows
from concerted.register.queries.paging import Part, parts
from concerted.register.queries.scope import Scope, enter
from concerted.register.queries.standings import partners_on, standing_row, standings_on
from concerted.register.queries.tallies import counts, given, tallies, total
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
    took = counts(tallies(scope, "participation"), "party")
    promised = counts(tallies(scope, "commitment").filter(line=None), "party")
    asked = counts(tallies(scope, "call").filter(line=None), "party")
    gifts = counts(given(scope), "party")
    leading = list(records.leads(scope).filter(holding(on)))
    for one in every:
        yield PartyRow(
            party=references.party(one),
            participations=took.get(one.pk, 0),
            commitments=promised.get(one.pk, 0),
            calls=asked.get(one.pk, 0),
            contributions=gifts.get(one.pk, 0),
            leads=tuple(references.line(lead.line) for lead in leading if lead.party_id == one.pk),
            standing=standing_row(held[one.pk]) if one.pk in held else None,
        )


def parties(scope: Scope) -> list[Party]:
    """List the coalition's parties by name."""
    return list(Party.objects.visible_to(scope.user).filter(coalition=scope.coalition).order_by("name"))


def partner(user: Person, slug: str, code: str, *, today: date, pages: Mapping[str, int] | None = None) -> PartnerPage:
    """Give what the record holds of a party; raises NotFound.

    The promises of all issuers of a statement count for each party that issued or joined it. ``pages`` says for a list
    of it (commitments, joint, calls, contributions, participations) which page of it is wanted.
    """
    scope = enter(user, slug)
    one = Party.objects.visible_to(user).filter(coalition=scope.coalition, code=code).first()
    if one is None:
        raise NotFound("no such partner", where=code, expected="the code of one of the coalition's partners")
    leads, seats = list(records.leads(scope).filter(party=one)), list(records.seats(scope).filter(party=one))
    took = records.participations(scope).filter(party=one)
    spoken = took.filter(role__in=("issuer", "joined")).order_by().values("statement")
    joint = records.commitments(scope).filter(by_issuers=True, finding__statement__in=spoken)

    def counted(noun: str, **cell: None) -> int:
        return total(tallies(scope, noun).filter(party=one, **cell))

    shown, paging = parts(
        pages,
        {
            "participations": Part(took.order_by("finding_id"), counted("participation")),
            "joint": Part(joint.order_by("finding_id")),
            "commitments": Part(
                records.commitments(scope).filter(actors=one).order_by("finding_id"), counted("commitment", line=None)
            ),
            "calls": Part(
                records.calls(scope).filter(addressees=one).order_by("finding_id"), counted("call", line=None)
            ),
            "contributions": Part(
                records.contributions(scope).filter(party=one).order_by("-pk"), counted("contribution")
            ),
        },
    )
    return PartnerPage(
        coalition=scope.ref,
        party=references.party(one),
        participations=tuple(records.participation_row(part) for part in shown["participations"]),
        commitments=tuple(records.commitment_row(promise, today) for promise in shown["commitments"]),
        joint=tuple(records.commitment_row(promise, today) for promise in shown["joint"]),
        calls=tuple(records.call_row(call) for call in shown["calls"]),
        contributions=tuple(records.contribution_row(each, scope.part) for each in shown["contributions"]),
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
        paging=paging,
    )


def name_row(one: PartyName) -> NameRow:
    """Write a name as a row."""
    return NameRow(**records.dated_fields(one), language=one.language, name=one.name, short=one.short)
