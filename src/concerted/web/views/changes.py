"""What changed since the last plenary, or since a day: in the requirements."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from concerted.register import queries
from concerted.web.frame import hidden, person, show, today, whole
from concerted.web.kept_words import WORDS


@require_safe
@hidden
def changes(request: HttpRequest, slug: str, noun: str) -> HttpResponse:
    """List the changes of a noun's records field by field, with who wrote them and when."""
    since = _day(request.GET.get("since", ""))
    line = whole(request.GET, "line")
    page = queries.changes(person(request), slug, noun, today=today(request), since=since, line=line)
    return show(
        request,
        "changes",
        slug,
        page=page,
        said=WORDS[noun],
        line=line,
        newest=timezone.localdate(),
        wrong=bool(request.GET.get("since")) and since is None,
    )


def _day(asked: str) -> date | None:
    try:
        day = date.fromisoformat(asked)
    except ValueError:
        return None
    return day if day <= timezone.localdate() else None
