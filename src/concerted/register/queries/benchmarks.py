"""Benchmarks: those of a line as they stand, and one's way by period, and whether it is on track."""

from __future__ import annotations

from datetime import date

from django.db.models import F, OuterRef, Subquery

from concerted.assessing.way import Way
from concerted.register.access import Permission
from concerted.register.models import Benchmark, Measurement
from concerted.register.models.scope import Person
from concerted.register.queries import references
from concerted.register.queries.scope import enter
from concerted.register.rows.benchmarks import BenchmarkWay, MeasurementRow, Watched, WatchedRow
from concerted.terms.errors import NotFound

# So many benchmarks stand on a line's own page; the others are one link away.
FIRST = 8


def benchmarks_of(user: Person, slug: str, line: int) -> Watched:
    """Give the benchmarks of a line with what was measured last: by target, then the newest and largest."""
    scope = enter(user, slug)
    found = Benchmark.objects.visible_to(user).filter(coalition=scope.coalition, line__number=line)
    last = Measurement.objects.visible_to(user).filter(benchmark=OuterRef("pk")).order_by("-last", "-pk")
    rows = (
        found.select_related("owner")
        .annotate(
            value=Subquery(last.values("value")[:1]),
            on=Subquery(last.values("last")[:1]),
            measured=Subquery(last.values("source")[:1]),
        )
        .order_by(F("target_on").asc(nulls_last=True), F("on").desc(nulls_last=True), F("value").desc(), "pk")
    )
    return Watched(
        tuple(
            WatchedRow(
                id=one.pk,
                title=one.title,
                unit=one.unit,
                value=one.value,
                on=one.on,
                source=one.measured or one.source,
                target=one.target,
                target_on=one.target_on,
                owner=references.party(one.owner) if one.owner else None,
            )
            for one in rows[:FIRST]
        ),
        found.count(),
    )


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
