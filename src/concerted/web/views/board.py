"""The board: what is due, what is missing, who gives what."""

from __future__ import annotations

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language_bidi
from django.views.decorators.http import require_safe

from concerted.register import queries
from concerted.register.rows.board import Timeline
from concerted.web import timeline
from concerted.web.actions_shown import of_page
from concerted.web.frame import hidden, person, show, today
from concerted.web.gaps import gaps, givers
from concerted.web.words import CONTRIBUTIONS, SIGNS, word


@require_safe
@hidden
def board(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a coalition on one page."""
    day = today(request)
    rows = queries.board(person(request), slug, today=day)
    drawing = timeline.draw(*_drawn(rows.timeline), day, leftward=get_language_bidi())
    marks = [{"sign": SIGNS[kind], "name": CONTRIBUTIONS[kind]} for kind in CONTRIBUTIONS]
    matrix = replace(rows.matrix, rows=givers(rows))
    actions = of_page(queries.open_actions(person(request), slug), slug, status="open")
    owed = queries.owed(person(request), slug, today=day)
    return show(
        request,
        "board",
        slug,
        board=rows,
        owed=owed,
        actions=actions,
        gaps=gaps(rows),
        matrix=matrix,
        scores=queries.scores(person(request), slug),
        drawing=drawing,
        marks=marks,
    )


def _drawn(rows: Timeline) -> tuple[list[timeline.Point], list[timeline.Bar]]:
    points = [timeline.Point(item.first, word(item.title), item.kind) for item in rows.items]
    bars = [timeline.Bar(span.first, span.last, word(span.title), late=span.state == "overdue") for span in rows.spans]
    return points, bars
