"""The seating of a meeting: who comes, and who sits where?"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from concerted.exports.seating import table
from concerted.register import queries
from concerted.register.rows.seating import Seating
from concerted.web.frame import hidden, person, show, sighted, today, words
from concerted.web.seating_picture import draw


@require_safe
@hidden
def seating(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Show the delegations in protocol order, as the address asks: ``language``, ``form`` and ``first``."""
    page = _page(request, slug, number)
    return show(request, "seating", slug, record=("meeting", number), page=page, drawing=draw(page.seats))


@require_safe
@hidden
def seating_table(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Hand out the same as a table."""
    page = _page(request, slug, number)
    sighted(request, ("meeting", number), *(("delegate", each.id) for seat in page.seats for each in seat.delegates))
    return HttpResponse(
        table(page),
        headers={
            "Content-Type": "text/csv; charset=utf-8",
            "Content-Disposition": f'attachment; filename="{slug}-seating-{number}.csv"',
            "X-Content-Type-Options": "nosniff",
        },
    )


def _page(request: HttpRequest, slug: str, number: int) -> Seating:
    asked = {name: words(request.GET, name) or "" for name in ("language", "form", "first")}
    return queries.seating(person(request), slug, number, today=today(request), **asked)
