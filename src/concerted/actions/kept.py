"""How each noun is kept that people keep: what forms, sheets, packs and the programming interface call."""

from __future__ import annotations

from concerted.actions import benchmarks, contributions, delegates, items, measurements, reports, requests, requirements
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
)
KEPT: dict[str, Keeping] = {one.noun.name: one for one in _KEPT}
