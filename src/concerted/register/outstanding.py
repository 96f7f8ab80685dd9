"""What waits between two meetings: calls that nobody answered, benchmarks on their way, since which meeting."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import DateField, Exists, ExpressionWrapper, Max, OuterRef, Q

from concerted.assessing.way import Way
from concerted.register.models import Call, Coalition, Commitment, Contribution, Measurement, Meeting
from concerted.register.models.scope import Person


def last_met(by: Person, meeting: Meeting) -> date | None:
    """Give the day of the last meeting of the like that was held before: of its series, or else of its line."""
    held = Meeting.objects.visible_to(by).filter(coalition=meeting.coalition_id, line=meeting.line_id, status="held")
    if meeting.series:
        held = held.filter(series__iexact=meeting.series)
    if meeting.start:
        held = held.filter(start__lt=meeting.start)
    return held.exclude(pk=meeting.pk).exclude(start=None).order_by("-start").values_list("start", flat=True).first()


def unanswered(by: Person, calls: Any, coalition: Coalition) -> Any:
    """Keep of a coalition's calls those on somebody by name who has neither promised nor given anything since."""
    addressed = Call.addressees.through._default_manager.filter(call=OuterRef("pk"))
    day = ExpressionWrapper(OuterRef("finding__statement__issued_on"), DateField())
    since = [Q(party=party, day__lt=last) for party, last in _last_days(by, coalition).items()]
    answered = addressed.alias(day=day).filter(reduce(or_, since, Q(pk__in=())))
    return calls.filter(Exists(addressed)).exclude(Exists(answered))


def _last_days(by: Person, coalition: Coalition) -> dict[int, date]:
    """Give the last day on which each partner promised or gave something, as far as the person sees."""
    promised = Commitment.objects.visible_to(by).filter(coalition=coalition, actors__isnull=False)
    given = Contribution.objects.visible_to(by).filter(coalition=coalition, party__isnull=False)
    days = (
        *promised.order_by().values_list("actors").annotate(Max("finding__statement__issued_on")),
        *given.order_by().values_list("party").annotate(Max("stage_on")),
    )
    last: dict[int, date] = {}
    for party, day in days:
        if day is not None:
            last[party] = max(day, last.get(party, day))
    return last


def on_their_way(by: Person, benchmarks: Any) -> Iterator[tuple[Any, Measurement, bool]]:
    """Give the benchmarks on a way that were measured, each with its last value and whether that is on track."""
    every: list[Any] = list(benchmarks.exclude(Q(target=None) | Q(baseline=None)).select_related("line"))
    measured = Measurement.objects.visible_to(by).filter(benchmark__in=[one.pk for one in every])
    last = {one.benchmark_id: one for one in measured.order_by("last", "pk")}
    for one in every:
        value = last.get(one.pk)
        way = Way(one.baseline, one.baseline_on, one.target, one.target_on)
        if value is not None:
            yield one, value, way.is_on_track(value.value, value.last)
