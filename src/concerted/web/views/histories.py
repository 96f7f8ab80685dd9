"""The history of a record: who changed what and when, and how it stood on a day."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from concerted.register import queries
from concerted.register.nouns import NOUNS
from concerted.web.frame import hidden, person, show, sighted, whole
from concerted.web.kept_words import WORDS
from concerted.web.pager import pager

_PAGES = frozenset(
    {"statement", "commitment", "meeting", "instrument", "partner", "line", "window", "assessment", *WORDS}
)


@require_safe
@hidden
def history(request: HttpRequest, slug: str, noun: str, key: str) -> HttpResponse:
    """Show a record's history; ``on`` is a day as of which its fields are shown."""
    on = _day(request.GET.get("on", ""))
    page = queries.history(person(request), slug, noun, key, page=whole(request.GET, "page") or 1, on=on)
    if noun in NOUNS:
        sighted(request, (noun, int(key)))
    own = reverse(f"web:{noun}", args=[slug, key]) if noun in _PAGES else ""
    return show(
        request,
        "history",
        slug,
        page=page,
        pager=pager(request.GET, page.paging, anchor="entries"),
        own=own,
        asked=request.GET.get("on", ""),
        wrong="on" in request.GET and on is None,
        newest=timezone.localdate(),
    )


def _day(asked: str) -> date | None:
    try:
        day = date.fromisoformat(asked)
    except ValueError:
        return None
    return day if day <= timezone.localdate() else None
