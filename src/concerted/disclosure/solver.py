"""The two problems that the optimiser solves: how far a world can stretch, and which figures cost least."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import highspy
import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
# A price below this is no price.
_PRICED = 1e-7
# A world is good enough if it comes this near to the distance.
ENOUGH = 1 - 1e-6
# The search for the cheapest choice ends here; counted in steps, not seconds, so that it ends the same everywhere.
_NODES = 300


class Bounds(NamedTuple):
    """How far cells can change: ``share`` times ``reach``, plus something between ``low`` and ``high``.

    The last axis is cells; there may be a row for each of several readers.
    """

    low: Floats
    high: Floats
    reach: Floats

    def fixed(self, sums: Floats, published: Flags) -> tuple[Flags, Flags]:
        """Flag the cells that do not change as they are published by themselves, and the figures that do so."""
        active = (self.low < 0) | (self.high > 0) | (self.reach != 0)
        single = published & (active @ sums.T == 1)
        return active & (single @ sums > 0) & (self.reach == 0), single


@dataclass(frozen=True, slots=True)
class Stretch:
    """How much of the distance a world can reach (1 is all); with a price on each published figure if not all.

    By the prices the limit can be checked without solving anything.
    """

    share: float
    world: Floats
    prices: Floats


@dataclass(frozen=True, slots=True)
class Cut:
    """What a reader works out: ``figures`` of which one has to go, and the contributor's cells given away."""

    reader: int
    figures: Flags
    held: Flags


def quiet(model: highspy.HighsLp) -> highspy.Highs:
    """Hand a model to the optimiser so that the same model always gets the same answer."""
    solver = highspy.Highs()  # type: ignore[no-untyped-call]
    for option, value in (("output_flag", False), ("threads", 1), ("random_seed", 0), ("mip_rel_gap", 0.0)):
        solver.setOptionValue(option, value)
    solver.passModel(model)
    return solver


def model(costs: Floats, low: Floats, high: Floats, rows: Floats, least: Floats, most: Floats) -> highspy.HighsLp:
    """Write a linear programme: least cost with low <= x <= high and least <= rows x <= most."""
    made = highspy.HighsLp()
    made.num_col_, made.num_row_ = len(costs), len(rows)
    made.col_cost_, made.col_lower_, made.col_upper_ = costs, low, high
    made.row_lower_, made.row_upper_ = least, most
    where, columns = np.nonzero(rows)
    made.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    made.a_matrix_.start_ = np.searchsorted(where, np.arange(len(rows) + 1)).astype(np.int32)
    made.a_matrix_.index_ = columns.astype(np.int32)
    made.a_matrix_.value_ = rows[where, columns]
    return made


def stretch(sums: Floats, published: Flags, bounds: Bounds) -> Stretch:
    """Find the world that goes furthest while no published sum changes, within the bounds of one reader."""
    low, high, reach = bounds
    active = (low < 0) | (high > 0) | (reach != 0)
    free = active & ~bounds.fixed(sums, published)[0]
    rows, cells = np.flatnonzero(published & (sums @ free > 0)), np.flatnonzero(free)
    prices, world = np.zeros(len(sums)), reach.copy()
    if not len(rows):
        return Stretch(1.0, world, prices)
    matrix = sums[np.ix_(rows, cells)]
    matrix = np.column_stack([matrix @ reach[cells], matrix])
    zeros, costs = np.zeros(len(rows)), np.append(-1.0, np.zeros(len(cells)))
    solver = quiet(model(costs, np.append(0.0, low[cells]), np.append(1.0, high[cells]), matrix, zeros, zeros))
    solver.setOptionValue("presolve", "off")
    solver.run()
    solution = solver.getSolution()
    values = np.array(solution.col_value)
    world[:] = 0
    world[cells] = values[1:] + values[0] * reach[cells]
    prices[rows] = solution.row_dual
    return Stretch(float(values[0]), world, prices)


def cut(sums: Floats, published: Flags, readers: Bounds, prices: Floats) -> Cut | None:
    """Find the reader whom these prices hold back most, and what holds: None if they leave every reader free.

    This is weak duality: prices that were found for one reader limit another one too, or say nothing.
    """
    prices = np.where(np.abs(prices) < _PRICED * np.abs(prices).max(initial=0), 0, prices)
    gains = prices @ sums
    gains[np.abs(gains) < _PRICED] = 0
    fixed, single = readers.fixed(sums, published)
    ups, downs = (gains > 0) & ~fixed, (gains < 0) & ~fixed
    shares = np.maximum(0, 1 + np.where(fixed, 0, readers.reach) @ gains)
    shares += _times(readers.high, gains, ups) + _times(readers.low, gains, downs)
    reader = int(np.argmin(shares))
    if shares[reader] >= ENOUGH:
        return None
    low, high, reach = (bound[reader] for bound in readers)
    figures = prices != 0
    for cell in np.flatnonzero(fixed[reader] & (((gains > 0) & (high > 0)) | ((gains < 0) & (low < 0)))):
        figures[np.flatnonzero(single[reader] & (sums[:, cell] > 0))[0]] = True
    return Cut(reader, figures, (reach != 0) & (gains != 0))


def _times(bounds: Floats, gains: Floats, where: Flags) -> Floats:
    return np.asarray(np.multiply(bounds, gains, where=where, out=np.zeros(bounds.shape)).sum(axis=1))


def cheapest(costs: Floats, forced: Flags, demands: Sequence[Flags], relations: Sequence[Flags]) -> tuple[Flags, bool]:
    """Choose the figures that cost least, with those forced, and at least one of each demand.

    Also tells whether it is certain that nothing costs less. A relation is a total and its parts: none of
    them is chosen alone, as it would follow from the others.
    """
    rows = [demand.astype(float) for demand in demands if not (demand & forced).any()]
    least = [1.0] * len(rows)
    for relation in relations:
        for figure in np.flatnonzero(relation):
            if not (relation & forced & (np.arange(len(costs)) != figure)).any():
                rows.append(np.where(np.arange(len(costs)) == figure, -1.0, relation))
                least.append(0.0)
    if not rows:
        return forced, True
    most = np.full(len(rows), np.inf)
    problem = model(costs, forced.astype(float), np.ones(len(costs)), np.array(rows), np.array(least), most)
    problem.integrality_ = [highspy.HighsVarType.kInteger] * len(costs)
    solver = quiet(problem)
    solver.setOptionValue("mip_max_nodes", _NODES)
    solver.run()
    solution = solver.getSolution()
    if not solution.value_valid:
        return forced, False
    return np.array(solution.col_value) > 0.5, solver.getModelStatus() == highspy.HighsModelStatus.kOptimal
