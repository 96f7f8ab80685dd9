"""The draft of a meeting's statement: what could it say, and what does each sentence rest on?"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from concerted.exports import draft_statement
from concerted.exports.documents import FORMS
from concerted.register import queries
from concerted.register.rows.shown import shown
from concerted.terms.errors import NotFound
from concerted.web.downloads import document
from concerted.web.frame import hidden, person, show, sighted, today
from concerted.web.statement_words import wording


@require_safe
@hidden
def draft(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Show the draft as it would be read, with the record beside each point."""
    page = queries.draft_statement(person(request), slug, number, today=today(request))
    sections = draft_statement.said(page, wording())
    return show(request, "draft_statement", slug, record=("meeting", number), page=page, sections=sections)


@require_safe
@hidden
def download(request: HttpRequest, slug: str, number: int, form: str) -> HttpResponse:
    """Hand out the draft in the reader's language, to edit further."""
    chosen = FORMS.get(form)
    if chosen is None:
        raise NotFound("no such form", where=form, expected=", ".join(FORMS))
    page = queries.draft_statement(person(request), slug, number, today=today(request))
    sighted(request, ("meeting", number), *shown(page))
    words = wording()
    return document(
        chosen, draft_statement.document(page, words), draft_statement.title(page, words), page.meeting.meeting.start
    )
