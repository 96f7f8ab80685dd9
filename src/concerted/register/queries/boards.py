"""The board: what is due, what is missing, who gives what, on one page."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TypeAlias

from django.db.models import Count, Max

from concerted.convening.clock import State, Term, standing
from concerted.register.models import Aim, Entry, Statement
from concerted.register.models.scope import Person
from concerted.register.queries import records, references
from concerted.register.queries.clarifications import waiting as open_questions
from concerted.register.queries.clocks import clocks, deadlines, first, issued
from concerted.register.queries.lines import cards
from concerted.register.queries.orphans import orphaned_findings
from concerted.register.queries.packs import to_decide
from concerted.register.queries.partners import parties
from concerted.register.queries.references import Names
from concerted.register.queries.scope import Scope, enter
from concerted.register.queries.standings import partners_on
from concerted.register.queries.statements import waiting_findings
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
# The words that a mark stands for, and the number of a contribution that a partner entered.
# What a mark says, the number of its contribution (None for what is none), and whether a partner entered that.
_Said: TypeAlias = tuple[str, int | None, bool]


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
        waiting=waiting_findings(scope).count(),
        orphans=orphaned_findings(scope).count(),
        follow_up=follow_up(scope, today),
    )


def follow_up(scope: Scope, today: date) -> FollowUp:
    """Find what can be followed up of what was promised, and fold what cannot."""
    running = [one for one in records.commitments(scope) if one.status in records.RUNNING]
    checkable = [one for one in running if one.aim != Aim.GENERAL]
    soonest = sorted(checkable, key=lambda one: (one.due_on or date.max, -len(one.marks)))
    return FollowUp(
        first=tuple(records.commitment_row(one, today) for one in soonest[:FIRST]),
        count=len(checkable),
        aims=tuple(records.commitment_row(one, today) for one in running if one.aim == Aim.GENERAL),
    )


def head(user: Person, slug: str, *, today: date) -> Head:
    """Give what frames every page of a coalition."""
    scope = enter(user, slug)
    seen = Entry.objects.visible_to(user).filter(coalition=scope.coalition).exclude(act="")
    ledger = seen.aggregate(edition=Count("act", distinct=True), changed_at=Max("at"))
    clock, waiting = first(clocks(scope, today)), waiting_findings(scope).count()
    return Head(scope.ref, clock, waiting, asked=open_questions(scope), packs=to_decide(scope), **ledger)


def matrix(scope: Scope, today: date) -> Matrix:
    """Mark what each partner gives to, leads or promised by name for each line of effort.

    Whoever is in on the day stands there by name; those without a mark too, as a gap is what one looks for.
    """
    lines = Names(scope.coalition).lines
    marks: dict[tuple[str, int], dict[str, list[_Said]]] = defaultdict(lambda: defaultdict(list))
    for lead in records.leads(scope).filter(holding(today)):
        marks[lead.party.code, lead.line.number][LEADERSHIP].append((lead.said_by, None, False))
    # Nothing here shows a source.
    for given in records.contributions(scope).prefetch_related(None):
        if given.line:
            marks[given.party.code, given.line.number][given.kind].append(
                (given.summary, given.pk, given.owner_id is not None)
            )
    for promise in records.commitments(scope).prefetch_related(None).prefetch_related("actors", "lines"):
        for party in promise.actors.all():
            for line in promise.lines.all():
                marks[party.code, line.number][COMMITMENT].append((promise.text, None, False))
    rows = [
        MatrixRow(party, cells, sum(mark.count for cell in cells for mark in cell))
        for party in map(references.party, partners_on(scope, parties(scope), today))
        for cells in [tuple(_cell(marks[party.code, line.number]) for line in lines)]
    ]
    return Matrix(lines, tuple(rows))


def _cell(kinds: dict[str, list[_Said]]) -> tuple[MarkRow, ...]:
    return tuple(_mark(kind, said) for kind, said in sorted(kinds.items()))


def _mark(kind: str, said: list[_Said]) -> MarkRow:
    summary, number, entered = said[0]
    alone = number if entered and len(said) == 1 else None
    return MarkRow(kind, len(said), summary, alone, tuple(number for _words, number, _own in said if number))


def timeline(scope: Scope, rows: tuple[ClockRow, ...], today: date) -> Timeline:
    """Lay statements, meetings and deadlines out by day."""
    items: list[TimelineItem] = []
    undated: list[StatementRef | MeetingRef] = []
    for statement in references.light(Statement.objects.visible_to(scope.user).filter(coalition=scope.coalition)):
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
