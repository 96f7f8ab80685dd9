"""The agenda of a meeting: what will we talk about, for how long, and why is it there?"""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from concerted.actions import agenda as drafting
from concerted.actions import items
from concerted.actions.editing import Edited
from concerted.register import queries
from concerted.terms.errors import Conflict
from concerted.web import errors
from concerted.web.frame import edition, hidden, person, show, words


@require_safe
@hidden
def agenda(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Show what a meeting will talk about, by line of effort."""
    page = queries.agenda(person(request), slug, number)
    return show(request, "agenda", slug, record=("meeting", number), page=page)


@require_safe
@hidden
def timetable(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Show when what is taken up, where, and who speaks: a page to print."""
    page = queries.agenda(person(request), slug, number)
    return show(request, "timetable", slug, record=("meeting", number), page=page)


@require_POST
@hidden
def draft(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Draft the agenda from the register; what is there already stays as people left it."""
    queries.agenda(person(request), slug, number)
    try:
        count = drafting.draw_up(meeting=number, by=person(request), at=timezone.now())
    except Conflict as error:
        messages.error(request, errors.said(error))
    else:
        said = ngettext(
            "%(count)s item is new or has more in it.", "%(count)s items are new or have more in them.", count
        )
        messages.success(request, said % {"count": count} if count else _("There is nothing new to talk about."))
    return redirect("web:agenda", slug, number)


@require_POST
@hidden
def move(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Let an item change places with the one before or after it on its line."""
    up = request.POST.get("way") == "up"
    return _done(request, slug, number, lambda seen: items.move(number=number, up=up, **seen))


@require_POST
@hidden
def leave_out(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Leave an item out of the agenda, and keep why."""
    why = words(request.POST, "why") or ""
    return _done(request, slug, number, lambda seen: items.leave_out(number=number, why=why, **seen))


def _done(request: HttpRequest, slug: str, number: int, do: Any) -> HttpResponse:
    """Do something to an item as the person saw it, and show the agenda again."""
    page = queries.kept_page(person(request), slug, "item", number)
    seen = edition(request.POST.get("seen", ""))
    try:
        do({"seen": seen, "by": person(request), "at": timezone.now()})
    except Edited:
        messages.error(request, _("Somebody else changed it meanwhile: look at it again. Nothing was saved."))
    except Conflict as error:
        messages.error(request, errors.said(error))
    return redirect("web:agenda", slug, page.record.content.meeting)
