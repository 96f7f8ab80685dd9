"""Benchmarks: is it on track?"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language_bidi
from django.views.decorators.http import require_safe

from concerted.register import queries
from concerted.register.rows.benchmarks import BenchmarkWay
from concerted.web import benchmark_picture
from concerted.web.benchmark_picture import Dot
from concerted.web.frame import hidden, person, today
from concerted.web.views.kept import record_page


@require_safe
@hidden
def benchmark(request: HttpRequest, slug: str, noun: str, number: int) -> HttpResponse:
    """Show a benchmark with its way from the baseline to the target and what was measured."""
    page = queries.kept_page(person(request), slug, noun, number)
    way = queries.benchmark_way(person(request), slug, number, today=today(request))
    picture = benchmark_picture.draw(_dots(way), today(request), leftward=get_language_bidi())
    return record_page(request, slug, page, "benchmark", way=way, picture=picture)


def _dots(way: BenchmarkWay) -> list[Dot]:
    dots = [Dot(row.last, row.value, "behind" if row.on_track is False else "measured") for row in way.rows]
    for value, day, css in ((way.baseline, way.baseline_on, "baseline"), (way.target, way.target_on, "target")):
        if value is not None and day is not None:
            dots.append(Dot(day, value, css))
    return dots
