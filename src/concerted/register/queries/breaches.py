"""Breaches of the duty to meet again, as they are on record."""

from __future__ import annotations

from collections import defaultdict

from concerted.register.models import Breach, Meeting, Obligation
from concerted.register.queries import references
from concerted.register.queries.references import with_source
from concerted.register.queries.scope import Scope
from concerted.register.rows.clock import BreachRow
from concerted.register.rows.references import MeetingRef


def breaches(scope: Scope) -> dict[str, tuple[BreachRow, ...]]:
    """Give the breaches on record by series, the oldest first."""
    seen = Breach.objects.visible_to(scope.user).filter(coalition=scope.coalition)
    loaded = list(scope.told(seen).select_related("after", "meeting", "by").order_by("due", "pk"))
    rules = Obligation.objects.visible_to(scope.user).filter(pk__in=[one.obligation_id for one in loaded])
    sources = {one.pk: references.source(one.finding) for one in with_source(rules, scope)} if loaded else {}
    found: dict[str, list[BreachRow]] = defaultdict(list)
    for one in loaded:
        found[one.series].append(
            BreachRow(
                id=one.pk,
                series=one.series,
                counted_from=one.counted_from,
                after=_meeting(one.after),
                due=one.due,
                met_on=one.met_on,
                met_by=_meeting(one.meeting),
                late=one.late,
                source=sources.get(one.obligation_id or 0),
                noted_at=one.at,
                noted_by=one.by.name,
                reread_at=one.reread_at,
            )
        )
    return {series: tuple(rows) for series, rows in found.items()}


def _meeting(one: Meeting | None) -> MeetingRef | None:
    """Name a meeting that stands for itself: another one has no page."""
    return references.meeting(one) if one is not None and one.in_force and one.merged_into_id is None else None
