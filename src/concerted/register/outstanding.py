"""What waits between two meetings: calls that nobody answered, benchmarks on their way, since which meeting."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q

from concerted.assessing.way import Way
from concerted.register.models import Call, Commitment, Contribution, Measurement, Meeting
from concerted.register.models.scope import Person


def last_met(by: Person, meeting: Meeting) -> date | None:
    """Give the day of the last meeting of the like that was held before: of its series, or else of its line."""
    held = Meeting.objects.visible_to(by).filter(coalition=meeting.coalition_id, line=meeting.line_id, status="held")
    if meeting.series:
        held = held.filter(series__iexact=meeting.series)
    if meeting.start:
        held = held.filter(start__lt=meeting.start)
    return held.exclude(pk=meeting.pk).exclude(start=None).order_by("-start").values_list("start", flat=True).first()


def unanswered(by: Person, calls: Any) -> Any:
    """Keep of calls those on somebody by name who has neither promised nor given anything since."""
    day = OuterRef("finding__statement__issued_on")
    promised = Commitment.objects.visible_to(by).filter(
        actors__calls=OuterRef("pk"), finding__statement__issued_on__gt=day
    )
    given = Contribution.objects.visible_to(by).filter(party__calls=OuterRef("pk"), stage_on__gt=day)
    named = calls.filter(Exists(Call.addressees.through._default_manager.filter(call=OuterRef("pk"))))
    return named.filter(~Exists(promised) & ~Exists(given))


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
