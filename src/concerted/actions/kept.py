"""How each noun is kept that people keep: what forms, sheets, packs and the programming interface call."""

from __future__ import annotations

from concerted.actions import benchmarks, contributions, items, measurements, reports, requests, requirements
from concerted.actions.keeping import Keeping

_KEPT = (
    contributions.KEEPING,
    requests.KEEPING,
    requirements.KEEPING,
    benchmarks.KEEPING,
    measurements.KEEPING,
    reports.KEEPING,
    items.KEEPING,
)
KEPT: dict[str, Keeping] = {one.noun.name: one for one in _KEPT}
