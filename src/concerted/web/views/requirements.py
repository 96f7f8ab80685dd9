"""Requests for assistance with the requirements that are parts of them."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from concerted.register import queries
from concerted.web.frame import hidden, person
from concerted.web.kept_shown import listed
from concerted.web.kept_words import WORDS
from concerted.web.views import kept


@require_safe
@hidden
def request(request: HttpRequest, slug: str, noun: str, number: int) -> HttpResponse:
    """Show a request for assistance, and what exactly is needed."""
    user = person(request)
    page = queries.kept_page(user, slug, noun, number)
    parts = queries.kept_list(user, slug, "requirement", asked={"part_of": str(number)})
    return kept.record_page(
        request,
        slug,
        page,
        "request",
        needs=[listed(one, WORDS["requirement"]) for one in parts.rows],
        more=parts.paging.pages > 1,
    )


@require_safe
@hidden
def requirements(request: HttpRequest, slug: str, noun: str) -> HttpResponse:
    """List the requirements, with the way to their changes and to the requests that they are parts of."""
    return kept.list_page(request, slug, noun, "requirements")
