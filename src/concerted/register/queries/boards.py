"""The board: what is due, what is missing, who gives what, on one page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import F, Max, Sum

from concerted.convening.clock import State, Term, standing
from concerted.register.models import Aim, Commitment, Contribution, LineOfEffort
from concerted.register.models.scope import Person
from concerted.register.queries import records, references
from concerted.register.queries.clarifications import waiting as open_questions
from concerted.register.queries.clocks import clocks, deadlines, first, issued
from concerted.register.queries.lines import cards
from concerted.register.queries.packs import to_decide
from concerted.register.queries.partners import parties
from concerted.register.queries.scope import Scope, enter
from concerted.register.queries.standings import partners_on
from concerted.register.queries.statements import in_time
from concerted.register.queries.tallies import Figure, counts, figures, given, tallies, total
from concerted.register.rows.board import (
    Board,
    ClockRow,
    FollowUp,
    Head,
    MarkRow,
    Matrix,
    MatrixRow,
    Timeline,
    TimelineItem,
    TimelineSpan,
)
from concerted.register.rows.references import MeetingRef, StatementRef
from concerted.register.validity import holding

LEADERSHIP = "leadership"
COMMITMENT = "commitment"
# So many commitments stand on the board itself; the others are one link away.
FIRST = 5
# Of those that are due soonest so many are looked at: on one day the easiest to check comes first.
_LOOKED_AT = 50
# So many marks of one record are named in the matrix; with more it only counts.
_MOST_NAMED = 200
# So many statements, and as many meetings, stand on the line of time: the latest.
_LATEST = 60


def board(user: Person, slug: str, *, today: date) -> Board:
    """Give the board of a coalition."""
    scope = enter(user, slug)
    rows = clocks(scope, today)
    return Board(
        coalition=scope.ref,
        as_of=today,
        clock=first(rows),
        clocks=rows,
        lines=cards(scope, today),
        matrix=matrix(scope, today),
        timeline=timeline(scope, rows, today),
        waiting=total(tallies(scope, "waiting")),
        orphans=total(tallies(scope, "orphan")),
        follow_up=follow_up(scope, today),
    )


def follow_up(scope: Scope, today: date) -> FollowUp:
    """Find what can be followed up of what was promised, and fold what cannot."""
    running = records.commitments(scope).filter(status__in=records.RUNNING)
    by_day = running.exclude(aim=Aim.GENERAL).order_by(F("due_on").asc(nulls_last=True), "finding_id")
    soonest = sorted(by_day[:_LOOKED_AT], key=lambda one: (one.due_on or date.max, -len(one.marks)))
    aims = running.filter(aim=Aim.GENERAL).order_by("finding_id")
    counted = tallies(scope, "commitment").filter(party=None, line=None, status__in=records.RUNNING)
    by_aim = counts(counted, "kind")
    return FollowUp(
        first=tuple(records.commitment_row(one, today) for one in soonest[:FIRST]),
        count=sum(count for aim, count in by_aim.items() if aim != Aim.GENERAL),
        aims=tuple(records.commitment_row(one, today) for one in aims[:FIRST]),
        aim_count=by_aim.get(Aim.GENERAL, 0),
    )


def head(user: Person, slug: str, *, today: date) -> Head:
    """Give what frames every page of a coalition."""
    scope = enter(user, slug)
    seen = tallies(scope, "entry").aggregate(edition=Sum("count"), changed_at=Max("last"))
    clock, waiting = first(clocks(scope, today)), total(tallies(scope, "waiting"))
    edition = int(seen["edition"] or 0)
    return Head(
        scope.ref, clock, waiting, edition, seen["changed_at"], asked=open_questions(scope), packs=to_decide(scope)
    )


def matrix(scope: Scope, today: date) -> Matrix:
    """Mark what each partner gives to, leads or promised by name for each line of effort.

    Whoever is in on the day stands there by name; those without a mark too, as a gap is what one looks for. What
    stands alone in its cell is named, as long as the whole can be read.
    """
    lines = list(LineOfEffort.objects.visible_to(scope.user).filter(coalition=scope.coalition).order_by("number"))
    marks: dict[tuple[int, int], dict[str, MarkRow]] = defaultdict(dict)
    for lead in records.leads(scope).filter(holding(today)):
        marks[lead.party_id, lead.line_id][LEADERSHIP] = MarkRow(LEADERSHIP, 1, lead.said_by)
    gifts = figures(given(scope).exclude(line=None), "party", "line", "kind")
    promised = figures(tallies(scope, "commitment").exclude(party=None).exclude(line=None), "party", "line")
    alone = _alone(Contribution, scope, gifts.values(), "summary", "owner")
    texts = _alone(Commitment, scope, promised.values(), "text", "owner")
    for (party, line, kind), one in gifts.items():
        summary, owner = alone.get(one.only, ("", None))
        number = one.only if summary else None
        marks[party, line][kind] = MarkRow(
            kind, one.count, summary, number if owner else None, (number,) if number else ()
        )
    for (party, line), one in promised.items():
        marks[party, line][COMMITMENT] = MarkRow(COMMITMENT, one.count, texts.get(one.only, ("",))[0])
    rows = [
        MatrixRow(references.party(party), cells, sum(mark.count for cell in cells for mark in cell))
        for party in partners_on(scope, parties(scope), today)
        for cells in [tuple(_cell(marks[party.pk, line.pk]) for line in lines)]
    ]
    return Matrix(tuple(references.line(line) for line in lines), tuple(rows))


def _cell(kinds: dict[str, MarkRow]) -> tuple[MarkRow, ...]:
    return tuple(mark for _kind, mark in sorted(kinds.items()))


def _alone(model: Any, scope: Scope, figures: Iterable[Figure], *fields: str) -> dict[int | None, tuple[Any, ...]]:
    """Load fields of the records that stand alone in a cell, by number; none where there are too many to read."""
    numbers = [one.only for one in figures if one.only]
    if len(numbers) > _MOST_NAMED:
        return {}
    found = model.objects.visible_to(scope.user).filter(pk__in=numbers)
    return {pk: tuple(rest) for pk, *rest in found.values_list("pk", *fields)}


def timeline(scope: Scope, rows: tuple[ClockRow, ...], today: date) -> Timeline:
    """Lay statements, meetings and deadlines out by day."""
    items: list[TimelineItem] = []
    undated: list[StatementRef | MeetingRef] = []
    for statement in references.light(in_time(scope))[:_LATEST]:
        row = references.statement(statement)
        day = row.issued_on or row.earliest or row.latest
        if day is None:
            undated.append(row)
            continue
        last = None if row.issued_on else row.latest
        items.append(TimelineItem("statement", row.title, day, last, "", row.issued_on is not None, row.id))
    for meeting in records.meetings(scope).prefetch_related(None):
        if meeting.start is None:
            undated.append(references.meeting(meeting))
        else:
            items.append(
                TimelineItem("meeting", meeting.name, meeting.start, meeting.end, meeting.status, True, meeting.pk)
            )
    items += _deadlines(scope, today)
    spans = []
    for clock in rows:
        due = clock.due_on or clock.due_latest or clock.due_earliest
        if due is None:
            continue
        at = clock.source.statement.id if clock.source else None
        items.append(TimelineItem("deadline", clock.series, due, None, clock.state, clock.due_on is not None, at))
        if clock.counted_from and clock.counted_from <= due:
            spans.append(TimelineSpan(clock.counted_from, due, clock.series, clock.state))
    return Timeline(
        tuple(sorted(items, key=lambda item: (item.first, item.kind, item.title))), tuple(spans), tuple(undated)
    )


def _deadlines(scope: Scope, today: date) -> list[TimelineItem]:
    """Place the deadlines that bind no series; those that cannot be worked out have no place."""
    found = []
    for one in deadlines(scope):
        statement = one.finding.statement
        due = Term(one.date, one.days, one.months).ends(issued(statement))
        day = due.day or due.latest
        if day is not None:
            state, _days = standing(due, today)
            status = "" if state is State.OVERDUE else state.value
            found.append(
                TimelineItem("deadline", one.finding.quote, day, None, status, due.day is not None, statement.pk)
            )
    return found
