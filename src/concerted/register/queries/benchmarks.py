"""A benchmark's way: its measurements by period, and whether the last one is on track."""

from __future__ import annotations

from datetime import date

from concerted.assessing.way import Way
from concerted.register.access import Permission
from concerted.register.models import Benchmark, Measurement
from concerted.register.models.scope import Person
from concerted.register.queries import references
from concerted.register.queries.scope import enter
from concerted.register.rows.benchmarks import BenchmarkWay, MeasurementRow
from concerted.terms.errors import NotFound


def benchmark_way(user: Person, slug: str, id: int, *, today: date) -> BenchmarkWay:
    """Give a benchmark's way with what was measured, the oldest first; raises NotFound."""
    scope = enter(user, slug)
    one = Benchmark.objects.visible_to(user).filter(coalition=scope.coalition, pk=id).first()
    if one is None:
        raise NotFound("no such benchmark", where=f"benchmark {id}", expected="one that you may see")
    way = None
    if one.baseline is not None and one.baseline_on and one.target is not None and one.target_on:
        way = Way(one.baseline, one.baseline_on, one.target, one.target_on)
    measured = Measurement.objects.visible_to(user).filter(benchmark=one).select_related("owner")
    rows = tuple(
        MeasurementRow(
            id=each.pk,
            first=each.first,
            last=each.last,
            value=each.value,
            source=each.source,
            owner=references.party(each.owner) if each.owner else None,
            expected=way.expected(each.last) if way else None,
            on_track=way.is_on_track(each.value, each.last) if way else None,
            part=way.part(each.value) if way else None,
            may_change=scope.part.may_change(each),
        )
        for each in measured.order_by("last", "first", "pk")
    )
    return BenchmarkWay(
        coalition=scope.ref,
        id=one.pk,
        title=one.title,
        unit=one.unit,
        baseline=one.baseline,
        baseline_on=one.baseline_on,
        target=one.target,
        target_on=one.target_on,
        expected=way.expected(today) if way else None,
        rows=rows,
        may_measure=scope.part.may(Permission.RECORD_KEEP),
    )
