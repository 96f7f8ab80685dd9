"""Lines of effort: are we on track?"""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from concerted.actions import working_groups
from concerted.register import queries
from concerted.terms.errors import Conflict
from concerted.web.frame import hidden, person, show, today, words


@require_safe
@hidden
def lines(request: HttpRequest, slug: str) -> HttpResponse:
    """List the lines of effort."""
    return show(request, "lines", slug, rows=queries.lines(person(request), slug, today=today(request)))


@require_safe
@hidden
def line(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Show one line of effort."""
    page = queries.line(person(request), slug, number, today=today(request))
    return show(request, "line", slug, page=page)


@require_POST
@hidden
def seats(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Give a partner a seat in the line's working group, or take it away."""
    act = working_groups.unseat if request.POST.get("deed") == "unseat" else working_groups.seat
    try:
        act(
            coalition=slug, line=number, party=words(request.POST, "party") or "", by=person(request), at=timezone.now()
        )
    except Conflict as error:
        messages.error(request, f"{error.what}; {error.expected}")
    else:
        messages.success(request, _("The working group is recorded."))
    return redirect("web:line", slug, number)
