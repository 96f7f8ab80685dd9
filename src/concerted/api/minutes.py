"""The minutes of a meeting as one, and reservations; their own words are their nouns' operations."""

from __future__ import annotations

from typing import Literal

from django.http import HttpResponse

from concerted.api.answers import file
from concerted.api.asking import Asking
from concerted.api.fields import Number, Slug, Word
from concerted.api.operation import Operations
from concerted.exports import draft_statement as draft_statements
from concerted.exports.documents import FORMS, file_name, written
from concerted.exports.plenary import plenary
from concerted.register import queries
from concerted.register.rows.draft_statement import DraftStatement
from concerted.register.rows.minutes import Minutes, ReservationRow
from concerted.register.rows.shown import shown

operations = Operations()
_HOME = "/coalitions/{slug:slug}"


@operations.read(f"{_HOME}/meetings/{{int:number}}/minutes", past=True)
def meeting_minutes(request: Asking, slug: Slug, number: Number) -> Minutes:
    """Give the minutes of a meeting by agenda item, with its decisions, action points and reservations."""
    request.shown.append(("meeting", number))
    return queries.minutes(request.asker, slug, number)


@operations.read(
    f"{_HOME}/meetings/{{int:number}}/report/{{slug:form}}",
    record="meeting",
    produces=tuple(one.media_type.partition(";")[0] for one in FORMS.values()),
)
def meeting_report(request: Asking, slug: Slug, number: Number, form: Literal["docx", "markdown"]) -> HttpResponse:
    """Hand out the report of a meeting in English: participants, agenda, minutes, decisions and what follows them."""
    page = queries.meeting(request.asker, slug, number, today=request.day)
    seating = queries.seating(request.asker, slug, number, today=request.day)
    parts, meeting = plenary(page, queries.minutes(request.asker, slug, number), seating), page.row.meeting
    data = written(FORMS[form], parts, title=meeting.name, at=request.at)
    return file(data, FORMS[form].media_type, file_name(meeting.name, meeting.start, FORMS[form]))


@operations.read(f"{_HOME}/meetings/{{int:number}}/draft-statement", past=True)
def draft_statement(request: Asking, slug: Slug, number: Number) -> DraftStatement:
    """Draft the statement of a meeting from the record: each point with the record that it rests on."""
    request.shown.append(("meeting", number))
    return queries.draft_statement(request.asker, slug, number, today=request.day)


@operations.read(
    f"{_HOME}/meetings/{{int:number}}/draft-statement/{{slug:form}}",
    record="meeting",
    produces=tuple(one.media_type.partition(";")[0] for one in FORMS.values()),
)
def draft_statement_file(
    request: Asking, slug: Slug, number: Number, form: Literal["docx", "markdown"]
) -> HttpResponse:
    """Hand out the draft of a meeting's statement in English, to edit further."""
    draft = queries.draft_statement(request.asker, slug, number, today=request.day)
    request.shown.extend(shown(draft))
    name, day = draft_statements.title(draft), draft.meeting.meeting.start
    data = written(FORMS[form], draft_statements.document(draft), title=name, at=request.at)
    return file(data, FORMS[form].media_type, file_name(name, day, FORMS[form]))


@operations.read(f"{_HOME}/reservation-rows", past=True)
def reservation_rows(
    request: Asking, slug: Slug, statement: Number | None = None, party: Word | None = None
) -> tuple[ReservationRow, ...]:
    """List reservations with what they are about: all, those to a statement, or those of a party."""
    return queries.reservations(request.asker, slug, statement=statement, party=party)
