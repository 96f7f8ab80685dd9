"""Lines of effort: are we on track?"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from concerted.register import queries
from concerted.web.actions_shown import of_page
from concerted.web.frame import hidden, person, show, today
from concerted.web.kept_shown import part
from concerted.web.pager import pager, turned


@require_safe
@hidden
def lines(request: HttpRequest, slug: str) -> HttpResponse:
    """List the lines of effort."""
    return show(
        request,
        "lines",
        slug,
        rows=queries.lines(person(request), slug, today=today(request)),
        scores=queries.scores(person(request), slug),
    )


@require_safe
@hidden
def line(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Show one line of effort."""
    user, day = person(request), today(request)
    page = queries.line(user, slug, number, today=day, pages=turned(request.GET))
    needs = queries.kept_list(user, slug, "requirement", asked={"line": str(number)})
    changed = queries.changes(user, slug, "requirement", today=day, line=number)
    return show(
        request,
        "line",
        slug,
        page=page,
        scores=queries.scores(user, slug, line=number),
        pagers={name: pager(request.GET, one, field=name, anchor=name) for name, one in page.paging.items()},
        needs=part(needs, slug),
        watched=queries.benchmarks_of(user, slug, number),
        changed=changed,
        actions=of_page(queries.open_actions(user, slug, line=number), slug, line=str(number), status="open"),
    )
