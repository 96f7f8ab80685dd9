"""Lines of effort: their cards, and one with all that belongs to it."""

from __future__ import annotations

from collections import Counter
from datetime import date

from concerted.register.access import Permission
from concerted.register.models import Aim, LineMention, LineOfEffort
from concerted.register.models.scope import Person
from concerted.register.queries import records, references
from concerted.register.queries.references import with_source
from concerted.register.queries.scope import Scope, enter
from concerted.register.rows.records import LinePage, LineRow
from concerted.register.validity import holding
from concerted.terms.errors import NotFound


def lines(user: Person, slug: str, *, today: date) -> tuple[LineRow, ...]:
    """List a coalition's lines of effort by number, with the figures of their cards."""
    return cards(enter(user, slug), today)


def cards(scope: Scope, today: date) -> tuple[LineRow, ...]:
    """Count, for each line, what is open, asked for and given, and find who leads it and when it meets next."""
    running = records.commitments(scope).filter(status__in=records.RUNNING).exclude(lines=None)
    promised = Counter(running.exclude(aim=Aim.GENERAL).values_list("lines", flat=True))
    aimed = Counter(running.filter(aim=Aim.GENERAL).values_list("lines", flat=True))
    asked = Counter(records.calls(scope).exclude(lines=None).values_list("lines", flat=True))
    given = Counter(records.contributions(scope).values_list("line", flat=True))
    leading = list(records.leads(scope).filter(holding(today)))
    coming = records.dated(records.meetings(scope).filter(status="planned", start__gte=today))
    found = LineOfEffort.objects.visible_to(scope.user).filter(coalition=scope.coalition)
    return tuple(
        LineRow(
            line=references.line(line),
            open_commitments=promised[line.pk],
            general_aims=aimed[line.pk],
            calls=asked[line.pk],
            contributions=given[line.pk],
            leads=tuple(references.party(lead.party) for lead in leading if lead.line_id == line.pk),
            next_meeting=next((references.meeting(one) for one in coming if one.line_id == line.pk), None),
        )
        for line in found.order_by("number")
    )


def line(user: Person, slug: str, number: int, *, today: date) -> LinePage:
    """Give a line of effort; raises NotFound."""
    scope = enter(user, slug)
    one = LineOfEffort.objects.visible_to(user).filter(coalition=scope.coalition, number=number).first()
    if one is None:
        raise NotFound("no such line of effort", where=str(number), expected="the number of one of the lines")
    leads, seats = list(records.leads(scope).filter(line=one)), list(records.seats(scope).filter(line=one))
    mentions = with_source(LineMention.objects.visible_to(user).filter(line=one), scope)
    return LinePage(
        coalition=scope.ref,
        line=references.line(one),
        leads=tuple(records.lead_row(lead) for lead in leads if lead.holds_on(today)),
        commitments=tuple(
            records.commitment_row(promise, today) for promise in records.commitments(scope).filter(lines=one)
        ),
        calls=tuple(records.call_row(call) for call in records.calls(scope).filter(lines=one)),
        contributions=tuple(
            records.contribution_row(given, scope.part) for given in records.contributions(scope).filter(line=one)
        ),
        meetings=tuple(
            records.meeting_row(meeting) for meeting in records.dated(records.meetings(scope).filter(line=one))
        ),
        sources=tuple(references.source(mention.finding) for mention in mentions),
        seats=tuple(records.lead_row(seat) for seat in seats if seat.holds_on(today)),
        former_leads=tuple(records.lead_row(lead) for lead in leads if not lead.holds_on(today)),
        former_seats=tuple(records.lead_row(seat) for seat in seats if not seat.holds_on(today)),
        may_seat=scope.part.may(Permission.WORKING_GROUP_KEEP),
    )
