"""Contributions: who gives what, and how far along it is."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from concerted.register import queries
from concerted.register.nouns import NOUNS
from concerted.web.chips import chips
from concerted.web.frame import hidden, person, show, whole, words
from concerted.web.pager import pager
from concerted.web.protocol import in_order
from concerted.web.views import kept
from concerted.web.words import CONTRIBUTION_SOURCES


@require_safe
@hidden
def contributions(request: HttpRequest, slug: str, noun: str) -> HttpResponse:
    """List what partners give, all or that of one party, line, kind, stage, release or source, with its sums."""
    asked = {
        "party": words(request.GET, "party"),
        "line": whole(request.GET, "line"),
        "kind": words(request.GET, "kind"),
        "release": words(request.GET, "release"),
        "stage": words(request.GET, "stage"),
        "source": words(request.GET, "source"),
    }
    page = queries.contributions(
        person(request),
        slug,
        party=words(request.GET, "party"),
        line=whole(request.GET, "line"),
        kind=words(request.GET, "kind"),
        release=words(request.GET, "release"),
        stage=words(request.GET, "stage"),
        source=words(request.GET, "source"),
        order=words(request.GET, "order") or "",
        page=whole(request.GET, "page") or 1,
    )
    parties = in_order(page.parties, lambda one: one)
    narrowed = any(value is not None for value in asked.values())
    asked["order"] = words(request.GET, "order")
    return show(
        request,
        "contributions",
        slug,
        page=page,
        pager=pager(request.GET, page.paging, anchor="each"),
        parties=parties,
        asked=asked,
        narrowed=narrowed,
        sources=[(one, CONTRIBUTION_SOURCES[one]) for one in page.sources],
        stages=NOUNS[noun].column("stage").choices,
        orders=chips(
            request.GET,
            "order",
            [("oldest", _("oldest first"), None), ("largest", _("largest amount first"), None)],
            first=_("newest first"),
        ),
    )


@require_safe
@hidden
def contribution(request: HttpRequest, slug: str, noun: str, number: int) -> HttpResponse:
    """Show a contribution with the ladder of its stages, where it was read, and the questions about it."""
    user = person(request)
    more = queries.contribution(user, slug, number)
    return kept.record_page(request, slug, queries.kept_page(user, slug, noun, number), "contribution", found=more)
