"""How each noun is kept that people keep: what forms, sheets, packs and the programming interface call."""

from __future__ import annotations

from concerted.actions import contributions
from concerted.actions.keeping import Keeping

KEPT: dict[str, Keeping] = {one.noun.name: one for one in (contributions.KEEPING,)}
