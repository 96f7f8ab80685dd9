"""Partners: what a party promised, what it gave, what is asked of it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from concerted.register import queries
from concerted.web.frame import hidden, person, show, today
from concerted.web.protocol import in_order


@require_safe
@hidden
def partners(request: HttpRequest, slug: str) -> HttpResponse:
    """List the partners in protocol order."""
    rows = in_order(queries.partners(person(request), slug), lambda row: row.party)
    return show(request, "partners", slug, rows=rows)


@require_safe
@hidden
def partner(request: HttpRequest, slug: str, code: str) -> HttpResponse:
    """Show one partner."""
    page = queries.partner(person(request), slug, code, today=today(request))
    return show(request, "partner", slug, page=page)
