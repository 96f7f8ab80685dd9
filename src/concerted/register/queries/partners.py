"""Partners: their list, and what one of them promised, gave and is asked for."""

from __future__ import annotations

from collections import Counter
from datetime import date

from concerted.register.access import Permission
from concerted.register.models import Party
from concerted.register.models.scope import Person
from concerted.register.queries import records, references
from concerted.register.queries.clarifications import asked_of, clarification_rows
from concerted.register.queries.scope import Scope, enter
from concerted.register.rows.records import PartnerPage, PartyRow
from concerted.terms.errors import NotFound


def partners(user: Person, slug: str) -> tuple[PartyRow, ...]:
    """List a coalition's parties by name, with the count of what the record holds of each."""
    scope = enter(user, slug)
    parts = set(records.participations(scope).values_list("party", "statement"))
    statements = Counter(party for party, _statement in parts)
    promised = Counter(records.commitments(scope).exclude(actors=None).values_list("actors", flat=True))
    asked = Counter(records.calls(scope).exclude(addressees=None).values_list("addressees", flat=True))
    given = Counter(records.contributions(scope).values_list("party", flat=True))
    leading = list(records.leads(scope))
    return tuple(
        PartyRow(
            party=references.party(one),
            statements=statements[one.pk],
            commitments=promised[one.pk],
            calls=asked[one.pk],
            contributions=given[one.pk],
            leads=tuple(references.line(lead.line) for lead in leading if lead.party_id == one.pk),
        )
        for one in parties(scope)
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
        leads=tuple(records.lead_row(lead) for lead in records.leads(scope).filter(party=one)),
        meetings=tuple(
            records.meeting_row(meeting) for meeting in records.dated(records.meetings(scope).filter(hosts=one))
        ),
        clarifications=clarification_rows(scope, asked_of(scope).filter(party=one)),
        may_ask=scope.part.may(Permission.CLARIFICATION_ASK),
    )
