"""Which figures are left out: as little as possible, so that nothing can be worked out from the rest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from concerted.disclosure.solver import cheapest
from concerted.disclosure.sums import Flags, Floats
from concerted.disclosure.worlds import Worlds


@dataclass(frozen=True, slots=True)
class Choice:
    """The figures left out, and whether it is certain that nothing cheaper would do."""

    left_out: Flags
    proven: bool


def choose(worlds: Worlds, costs: Floats, out: Flags, forced: Flags, relations: Sequence[Flags], effort: int) -> Choice:
    """Leave out the cheapest figures that protect everybody.

    ``out`` flags figures that readers have already, ``forced`` those that must be left out. Each round
    takes the cheapest choice that meets all the demands known so far, and looks for more demands: a reader
    who can work something out names published figures of which one has to go (Fischetti and Salazar-González,
    "Solving the cell suppression problem on tabular data with linear constraints", Management Science 47,
    2001). A choice that raises no demand is the best there is. After ``effort`` rounds the best one found
    that protects everybody is taken.
    """
    cuts: list[Flags] = []
    best, least = ~out, np.float64(np.inf)
    certain = True
    for _ in range(effort):
        left_out, cheap = cheapest(costs, forced, cuts, relations)
        left_out &= ~out
        certain &= cheap
        if costs @ left_out >= least * (1 - 1e-9):
            break
        safe, demands = _protect(worlds, costs, out, left_out)
        if not demands:
            return Choice(left_out, certain)
        if costs @ safe < least:
            best, least = safe, np.float64(costs @ safe)
        cuts += demands
    else:
        certain = False
    return Choice(_thin(worlds, costs, out, forced, best), certain)


def _protect(worlds: Worlds, costs: Floats, out: Flags, left_out: Flags) -> tuple[Flags, list[Flags]]:
    """Leave out the cheapest figure of each demand until there is none, and list the demands."""
    left_out = left_out.copy()
    demands: list[Flags] = []
    published = ~left_out
    for _, found in worlds.breaches(published):
        demand = found.figures & ~out
        demands.append(demand)
        published[np.argmin(np.where(demand, costs, np.inf))] = False
    return ~published, demands


def _thin(worlds: Worlds, costs: Floats, out: Flags, forced: Flags, left_out: Flags) -> Flags:
    """Publish again what need not have been left out, dearest first."""
    published = ~left_out
    for figure in sorted(np.flatnonzero(left_out & ~forced & ~out), key=lambda one: (-costs[one], one)):
        published[figure] = True
        if next(worlds.breaches(published), None):
            published[figure] = False
    return ~published
