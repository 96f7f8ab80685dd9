"""Minutes while the meeting sits: what was said, what was decided, who does what, by agenda item.

Each entry is a form of its own. htmx asks every few seconds for what others wrote and puts it into the lists of
entries; the forms, where somebody types, stay as they are. Without scripts the page is loaded again.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from concerted.actions.kept import KEPT
from concerted.exports.documents import FORMS
from concerted.exports.plenary import plenary
from concerted.register import queries
from concerted.register.rows.minutes import Minutes, MinutesPart
from concerted.register.rows.shown import shown
from concerted.terms.errors import Conflict, NotAllowed, NotFound
from concerted.web import errors
from concerted.web.downloads import document
from concerted.web.frame import hidden, person, show, sighted, today, whole
from concerted.web.minutes_forms import KINDS, WrittenForm
from concerted.web.report_words import wording


@dataclass(frozen=True, slots=True)
class Sheet:
    """A part of the minutes with its forms; ``key`` is the number of its item, 0 for none."""

    key: int
    part: MinutesPart
    forms: tuple[WrittenForm, ...]


@require_http_methods(["GET", "HEAD", "POST"])
@hidden
def minutes(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Show the minutes of a meeting; a POST writes something down, released to the coalition."""
    page = queries.minutes(person(request), slug, number)
    if request.method != "POST":
        return _shown(request, "minutes", slug, page)
    form, part = _sent(request, page)
    if form.is_valid():
        line = part.item.line.number if part.item and part.item.line else None
        try:
            KEPT[form.kind].add(coalition=slug, content=form.content(line), by=person(request), at=timezone.now())
        except Conflict as error:
            errors.say(form, error)
    if not request.htmx:  # type: ignore[attr-defined]  # the middleware's
        if form.errors:
            return _shown(request, "minutes", slug, page, wrong=form)
        return redirect(f"{reverse('web:meeting-minutes', args=[slug, number])}#item-{form.item or 0}")
    fresh = queries.minutes(person(request), slug, number)
    answered = form if form.errors else WrittenForm(fresh, form.kind, form.item)
    return _shown(request, "parts/minutes_written", slug, fresh, status=200, form=answered, saved=not form.errors)


@require_safe
@hidden
def newer(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Give the entries anew if anything in them differs from the version that was ``seen``; else nothing, 204."""
    page = queries.minutes(person(request), slug, number)
    if request.GET.get("seen") == page.version:
        return HttpResponse(status=204)
    return _shown(request, "parts/minutes_newer", slug, page, fresh=True)


@require_safe
@hidden
def report(request: HttpRequest, slug: str, number: int, form: str) -> HttpResponse:
    """Hand out the report of a meeting in the reader's language."""
    chosen = FORMS.get(form)
    if chosen is None:
        raise NotFound("no such form", where=form, expected=", ".join(FORMS))
    user, day = person(request), today(request)
    page = queries.meeting(user, slug, number, today=day)
    rows = queries.minutes(user, slug, number), queries.seating(user, slug, number, today=day)
    sighted(request, ("meeting", number), *shown(rows))
    meeting = page.row.meeting
    return document(chosen, plenary(page, *rows, wording()), meeting.name, meeting.start)


def _sent(request: HttpRequest, page: Minutes) -> tuple[WrittenForm, MinutesPart]:
    if not page.may_write:
        raise NotAllowed("they take no minutes", where="minutes", expected="the secretariat")
    kind, key = request.POST.get("kind", ""), whole(request.POST, "item") or 0
    part = next((one for one in page.parts if (one.item.id if one.item else 0) == key), None)
    if kind not in KINDS or part is None:
        raise NotFound("nothing to write", where="minutes", expected="an item of the agenda")
    return WrittenForm(page, kind, key or None, request.POST), part


def _shown(
    request: HttpRequest, template: str, slug: str, page: Minutes, wrong: WrittenForm | None = None, **more: Any
) -> HttpResponse:
    sheets = tuple(Sheet(part.item.id if part.item else 0, part, _forms(page, part, wrong)) for part in page.parts)
    record = ("meeting", page.agenda.meeting.id)
    more.setdefault("status", 422 if wrong else 200)
    return show(request, template, slug, record=record, page=page, sheets=sheets, wrong=wrong, **more)


def _forms(page: Minutes, part: MinutesPart, wrong: WrittenForm | None) -> tuple[WrittenForm, ...]:
    item = part.item.id if part.item else None
    if not page.may_write:
        return ()
    return tuple(
        wrong if wrong and (wrong.kind, wrong.item) == (kind, item) else WrittenForm(page, kind, item) for kind in KINDS
    )
