"""How each noun is kept that people keep: what forms, sheets, packs and the programming interface call."""

from __future__ import annotations

from concerted.actions import (
    action_points,
    benchmarks,
    conclusions,
    contributions,
    delegates,
    items,
    measurements,
    minutes,
    papers,
    reports,
    requests,
    requirements,
    reservations,
)
from concerted.actions.keeping import Keeping

_KEPT = (
    contributions.KEEPING,
    requests.KEEPING,
    requirements.KEEPING,
    benchmarks.KEEPING,
    measurements.KEEPING,
    reports.KEEPING,
    items.KEEPING,
    delegates.KEEPING,
    papers.KEEPING,
    minutes.KEEPING,
    conclusions.KEEPING,
    action_points.KEEPING,
    reservations.KEEPING,
)
KEPT: dict[str, Keeping] = {one.noun.name: one for one in _KEPT}
