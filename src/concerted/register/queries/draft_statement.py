"""The draft of a meeting's statement, drawn from the record as far as a person sees it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import chain

from concerted.convening import series
from concerted.convening.clock import Days
from concerted.convening.draft_statement import MOST, Clause, Paragraph, arrange
from concerted.register.merged import absent
from concerted.register.models import Meeting
from concerted.register.models.scope import Person
from concerted.register.outstanding import last_met
from concerted.register.queries import records
from concerted.register.queries.clocks import bindings, clocks
from concerted.register.queries.draft_points import Drawn, opening, promises, resources, settled
from concerted.register.queries.references import Names
from concerted.register.queries.scope import Scope, enter
from concerted.register.rows.draft_statement import DraftParagraph, DraftPoint, DraftStatement, NextMeeting


def draft_statement(user: Person, slug: str, id: int, *, today: date) -> DraftStatement:
    """Draft the statement of a meeting from the record of a day; raises NotFound.

    That of a line's working group is about its line alone. What was done counts from the last meeting of the like.
    """
    scope = enter(user, slug)
    meeting = records.meetings(scope).filter(pk=id).first()
    if meeting is None:
        raise absent("meeting", id, user)
    drawn = Drawn(scope, meeting, last_met(user, meeting), today)
    following = _next(scope, meeting, today)
    points = [
        DraftPoint(Clause.MET, None, "meeting", id),
        *chain(opening(drawn), promises(drawn), resources(drawn), settled(drawn)),
        *(following[1:] if following else ()),
    ]
    names = Names(scope.coalition)
    return DraftStatement(
        coalition=scope.ref,
        meeting=records.meeting_row(meeting),
        as_of=today,
        since=drawn.since,
        next=following[0] if following else None,
        paragraphs=tuple(_paragraph(one, names) for one in arrange(points)),
    )


def _paragraph(one: Paragraph[DraftPoint], names: Names) -> DraftParagraph:
    return DraftParagraph(
        number=one.number,
        section=one.section,
        line=names.line(one.line) if one.line is not None else None,
        clause=one.clause,
        points=one.points,
        more=max(one.points[-1].count - MOST, 0) if one.is_last else 0,
    )


def _next(scope: Scope, meeting: Meeting, today: date) -> tuple[NextMeeting, DraftPoint] | None:
    """Work out by when the series must meet again if the meeting takes place as it is announced."""
    line = meeting.line.number if meeting.line else None
    for row in clocks(scope, today)[::-1]:
        if not series.belongs(row.series, name=meeting.name, own=meeting.series, line=line):
            continue
        bound, due, within = bindings(scope, today).get(row.series), None, row.within
        if bound is not None and bound.term.until is not None:
            # A day that was fixed once says nothing of the time after it.
            within = ""
        elif bound is not None and meeting.start is not None:
            due = bound.term.ends(Days.on(meeting.start)).day
        point = DraftPoint(Clause.NEXT, None, "meeting", meeting.pk, day=due)
        if row.source is not None:
            stated = row.source.statement
            point = replace(point, noun="statement", id=stated.id, statement=stated, finding=row.source.finding)
        return NextMeeting(row.series, due, within, row.said_by), point
    return None
