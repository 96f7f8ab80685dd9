"""Instruments: the legal and political texts that statements stand on."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from concerted.register import queries
from concerted.web.frame import hidden, person, show, today


@require_safe
@hidden
def instruments(request: HttpRequest, slug: str) -> HttpResponse:
    """List the instruments that accepted findings cite."""
    return show(request, "instruments", slug, rows=queries.instruments(person(request), slug))


@require_safe
@hidden
def instrument(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Show one instrument and who cites it."""
    page = queries.instrument(person(request), slug, number, today=today(request))
    return show(request, "instrument", slug, record=("instrument", number), page=page)
