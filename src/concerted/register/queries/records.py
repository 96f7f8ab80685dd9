"""Rows of what the record holds, from models that are loaded with their sources."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import QuerySet

from concerted.reading.facts import Mark
from concerted.register.models import (
    Cadence,
    Call,
    Citation,
    Commitment,
    Contribution,
    Dated,
    LineLead,
    Meeting,
    Participation,
    Status,
    WorkingGroupSeat,
)
from concerted.register.models.dated import EARLIEST
from concerted.register.part import Part
from concerted.register.queries import references
from concerted.register.queries.references import with_source
from concerted.register.queries.scope import Scope
from concerted.register.rows.contributions import ContributionRow
from concerted.register.rows.parties import CadenceRow, LeadRow
from concerted.register.rows.records import (
    CallRow,
    CitationRow,
    CommitmentRow,
    MeetingRow,
    ParticipationRow,
)

# Every mark that a commitment may have, in the order in which people read them.
MARKS = tuple(mark.value for mark in Mark)
# Still to be done.
RUNNING = (Status.OPEN, Status.IN_PROGRESS)


def commitments(scope: Scope) -> QuerySet[Commitment]:
    """Give the coalition's commitments in the order of their statements and texts."""
    found = Commitment.objects.visible_to(scope.user).filter(coalition=scope.coalition)
    return _acts(with_source(found, scope))


def calls(scope: Scope) -> QuerySet[Call]:
    """Give the coalition's calls in the order of their statements and texts."""
    found = Call.objects.visible_to(scope.user).filter(coalition=scope.coalition)
    return _acts(with_source(found, scope)).prefetch_related("addressees")


def _acts(found: QuerySet[Any]) -> QuerySet[Any]:
    return found.prefetch_related("actors", "lines").order_by("finding__statement", "finding__ordinal")


def contributions(scope: Scope) -> QuerySet[Contribution]:
    """Give what is contributed to the coalition, by party and line."""
    found = Contribution.objects.visible_to(scope.user).filter(coalition=scope.coalition)
    loaded = with_source(found, scope).select_related("party", "line", "owner", "release__line")
    return loaded.prefetch_related("release__parties").order_by("party__name", "line__number", "pk")


def leads(scope: Scope) -> QuerySet[LineLead]:
    """Give who leads which line at any time, by line and name."""
    found = LineLead.objects.visible_to(scope.user).filter(coalition=scope.coalition)
    return found.select_related("party", "line").order_by("line__number", "party__name", EARLIEST)


def seats(scope: Scope) -> QuerySet[WorkingGroupSeat]:
    """Give who sits in which working group at any time, by line and name."""
    found = WorkingGroupSeat.objects.visible_to(scope.user).filter(coalition=scope.coalition)
    return found.select_related("party", "line").order_by("line__number", "party__name", EARLIEST)


def meetings(scope: Scope) -> QuerySet[Meeting]:
    """Give the coalition's meetings; those without a day come last."""
    found = Meeting.objects.visible_to(scope.user).filter(coalition=scope.coalition)
    return with_source(found, scope).select_related("line").prefetch_related("hosts")


def participations(scope: Scope) -> QuerySet[Participation]:
    """Give the parts that parties have in the coalition's statements."""
    found = Participation.objects.visible_to(scope.user).filter(coalition=scope.coalition)
    return with_source(found, scope).select_related("party").order_by("finding__statement", "finding__ordinal")


def commitment_row(one: Commitment, today: date) -> CommitmentRow:
    """Write a commitment as a row; the days to its due day count only while it is running."""
    running = one.status in RUNNING and one.due_on is not None
    return CommitmentRow(
        id=one.pk,
        text=one.text,
        verb=one.verb,
        status=one.status,
        by_issuers=one.by_issuers,
        actors=tuple(references.party(party) for party in one.actors.all()),
        lines=tuple(references.line(line) for line in one.lines.all()),
        renews=one.renews,
        due_words=one.due_words or None,
        due_on=one.due_on,
        days=(one.due_on - today).days if running and one.due_on else None,
        source=references.source(one.finding),
        aim=one.aim or None,
        targets=tuple((start, end) for start, end in one.targets),
        marks=tuple(one.marks),
        missing=tuple(mark for mark in MARKS if mark not in one.marks) if one.aim else (),
    )


def call_row(one: Call) -> CallRow:
    """Write a call as a row."""
    return CallRow(
        id=one.pk,
        text=one.text,
        verb=one.verb,
        by_issuers=one.by_issuers,
        actors=tuple(references.party(party) for party in one.actors.all()),
        addressees=tuple(references.party(party) for party in one.addressees.all()),
        lines=tuple(references.line(line) for line in one.lines.all()),
        due_words=one.due_words or None,
        due_on=one.due_on,
        source=references.source(one.finding),
    )


def contribution_row(one: Contribution, part: Part) -> ContributionRow:
    """Write a contribution as a row for a person of that part in the coalition."""
    return ContributionRow(
        id=one.pk,
        party=references.party(one.party),
        line=references.line(one.line) if one.line else None,
        kind=one.kind,
        stage=one.stage,
        stage_on=one.stage_on,
        summary=one.summary,
        source=references.source(one.finding) if one.finding else None,
        said_by=one.source,
        amount=one.amount,
        currency=one.currency,
        quantity=one.quantity,
        unit=one.unit,
        first=one.first,
        last=one.last,
        caveat=one.caveat,
        owner=references.party(one.owner) if one.owner else None,
        release=references.release(one.release),
        edition=one.edition,
        may_change=part.may_change(one),
    )


def lead_row(one: LineLead | WorkingGroupSeat) -> LeadRow:
    """Write a lead or a seat as a row."""
    return LeadRow(**dated_fields(one), party=references.party(one.party), line=references.line(one.line))


def cadence_row(one: Cadence) -> CadenceRow:
    """Write a rule on how often a series meets as a row."""
    return CadenceRow(**dated_fields(one), series=one.series, days=one.days, quote=one.quote)


def dated_fields(one: Dated) -> dict[str, Any]:
    """Give what a row says of its days and sources, by the names of its fields."""
    return {name: getattr(one, name) for name in ("id", "since", "until", "said_by", "end_said_by", "edition")}


def meeting_row(one: Meeting) -> MeetingRow:
    """Write a meeting as a row."""
    return MeetingRow(
        meeting=references.meeting(one),
        zone=one.zone,
        opens=one.opens,
        closes=one.closes,
        place=one.place or None,
        room=one.room or None,
        hosts=tuple(references.party(host) for host in one.hosts.all()),
        line=references.line(one.line) if one.line else None,
        series=one.series or None,
        attendance=one.attendance or None,
        note=one.note or None,
        source=references.source(one.finding) if one.finding else None,
        said_by=one.said_by,
        reason=one.reason or None,
        edition=one.edition,
    )


def participation_row(one: Participation) -> ParticipationRow:
    """Write a party's part in a statement as a row."""
    return ParticipationRow(
        references.party(one.party), one.role, one.name, one.note or None, references.source(one.finding)
    )


def citation_row(one: Citation) -> CitationRow:
    """Write a citation as a row."""
    source = references.source(one.finding)
    return CitationRow(source.statement, one.relation or None, source)


def dated(found: QuerySet[Meeting], *, latest_first: bool = False) -> list[Meeting]:
    """Sort meetings by their day; those without one come last either way."""
    every = list(found)
    known = sorted((m for m in every if m.start), key=lambda m: (m.start, m.pk), reverse=latest_first)
    return known + [m for m in every if not m.start]
