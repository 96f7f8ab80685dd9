"""Lines of effort: their cards, and one with all that belongs to it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from concerted.register.access import Permission
from concerted.register.models import Aim, LineMention, LineOfEffort
from concerted.register.models.scope import Person
from concerted.register.queries import records, references
from concerted.register.queries.paging import Part, parts
from concerted.register.queries.references import with_source
from concerted.register.queries.scope import Scope, enter
from concerted.register.queries.tallies import counts, given, tallies, total
from concerted.register.rows.records import LinePage, LineRow
from concerted.register.validity import holding
from concerted.terms.errors import NotFound


def lines(user: Person, slug: str, *, today: date) -> tuple[LineRow, ...]:
    """List a coalition's lines of effort by number, with the figures of their cards."""
    return cards(enter(user, slug), today)


def cards(scope: Scope, today: date) -> tuple[LineRow, ...]:
    """Count, for each line, what is open, asked for and given, and find who leads it and when it meets next."""
    running = tallies(scope, "commitment").filter(party=None, status__in=records.RUNNING)
    promised = counts(running.exclude(kind=Aim.GENERAL), "line")
    aimed = counts(running.filter(kind=Aim.GENERAL), "line")
    asked = counts(tallies(scope, "call").filter(party=None), "line")
    gifts = counts(given(scope), "line")
    leading = list(records.leads(scope).filter(holding(today)))
    coming = records.dated(records.meetings(scope).filter(status="planned", start__gte=today))
    found = LineOfEffort.objects.visible_to(scope.user).filter(coalition=scope.coalition)
    return tuple(
        LineRow(
            line=references.line(line),
            open_commitments=promised.get(line.pk, 0),
            general_aims=aimed.get(line.pk, 0),
            calls=asked.get(line.pk, 0),
            contributions=gifts.get(line.pk, 0),
            leads=tuple(references.party(lead.party) for lead in leading if lead.line_id == line.pk),
            next_meeting=next((references.meeting(one) for one in coming if one.line_id == line.pk), None),
        )
        for line in found.order_by("number")
    )


def line(user: Person, slug: str, number: int, *, today: date, pages: Mapping[str, int] | None = None) -> LinePage:
    """Give a line of effort; raises NotFound.

    ``pages`` says for a list of it (commitments, calls, contributions) which page of it is wanted.
    """
    scope = enter(user, slug)
    one = LineOfEffort.objects.visible_to(user).filter(coalition=scope.coalition, number=number).first()
    if one is None:
        raise NotFound("no such line of effort", where=str(number), expected="the number of one of the lines")
    leads, seats = list(records.leads(scope).filter(line=one)), list(records.seats(scope).filter(line=one))

    def counted(noun: str, **cell: None) -> int:
        return total(tallies(scope, noun).filter(line=one, **cell))

    shown, paging = parts(
        pages,
        {
            "commitments": Part(
                records.commitments(scope).filter(lines=one).order_by("finding_id"), counted("commitment", party=None)
            ),
            "calls": Part(records.calls(scope).filter(lines=one).order_by("finding_id"), counted("call", party=None)),
            "contributions": Part(
                records.contributions(scope).filter(line=one).order_by("-pk"), counted("contribution")
            ),
        },
    )
    mentions = with_source(LineMention.objects.visible_to(user).filter(line=one), scope)
    return LinePage(
        coalition=scope.ref,
        line=references.line(one),
        leads=tuple(records.lead_row(lead) for lead in leads if lead.holds_on(today)),
        commitments=tuple(records.commitment_row(promise, today) for promise in shown["commitments"]),
        calls=tuple(records.call_row(call) for call in shown["calls"]),
        contributions=tuple(records.contribution_row(each, scope.part) for each in shown["contributions"]),
        meetings=tuple(
            records.meeting_row(meeting) for meeting in records.dated(records.meetings(scope).filter(line=one))
        ),
        sources=tuple(references.source(mention.finding) for mention in mentions),
        seats=tuple(records.lead_row(seat) for seat in seats if seat.holds_on(today)),
        former_leads=tuple(records.lead_row(lead) for lead in leads if not lead.holds_on(today)),
        former_seats=tuple(records.lead_row(seat) for seat in seats if not seat.holds_on(today)),
        may_seat=scope.part.may(Permission.WORKING_GROUP_KEEP),
        paging=paging,
    )
