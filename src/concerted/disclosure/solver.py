"""The two problems that the optimiser solves: how far a world can stretch, and which figures cost least."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import highspy
import numpy as np

from concerted.disclosure.sums import Flags, Floats, Numbers, Sums

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

    def fixed(self, sums: Sums, published: Flags) -> tuple[Flags, Flags]:
        """Flag the cells that do not change as they are published by themselves, and the figures that do so."""
        active = (self.low < 0) | (self.high > 0) | (self.reach != 0)
        single = published & (sums.of_cells(active) == 1)
        return active & (sums.of_figures(single) > 0) & (self.reach == 0), single


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


def quiet() -> highspy.Highs:
    """Make an optimiser that gives the same model always the same answer."""
    solver = highspy.Highs()  # type: ignore[no-untyped-call]
    for option, value in (("output_flag", False), ("threads", 1), ("random_seed", 0), ("mip_rel_gap", 0.0)):
        solver.setOptionValue(option, value)
    return solver


class Entries(NamedTuple):
    """A sparse matrix: entries in the order of their rows."""

    rows: Numbers
    columns: Numbers
    values: Floats


def model(costs: Floats, low: Floats, high: Floats, entries: Entries, least: Floats, most: Floats) -> highspy.HighsLp:
    """Write a linear programme: least cost with low <= x <= high and least <= rows x <= most."""
    made = highspy.HighsLp()
    made.num_col_, made.num_row_ = len(costs), len(least)
    made.col_cost_, made.col_lower_, made.col_upper_ = costs, low, high
    made.row_lower_, made.row_upper_ = least, most
    made.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    made.a_matrix_.start_ = np.searchsorted(entries.rows, np.arange(len(least) + 1)).astype(np.int32)
    made.a_matrix_.index_ = entries.columns.astype(np.int32)
    made.a_matrix_.value_ = entries.values
    return made


def dense(rows: Floats) -> Entries:
    """Take the entries of a matrix that are not zero."""
    where, columns = np.nonzero(rows)
    return Entries(where, columns, rows[where, columns])


def stretch(solver: highspy.Highs, sums: Sums, published: Flags, bounds: Bounds) -> Stretch:
    """Find the world that goes furthest while no published sum changes, within the bounds of one reader."""
    low, high, reach = bounds
    free = ((low < 0) | (high > 0) | (reach != 0)) & ~bounds.fixed(sums, published)[0]
    prices, world = np.zeros(len(published)), reach.copy()
    pairs = published[sums.figure] & free[sums.cell]
    if not pairs.any():
        return Stretch(1.0, world, prices)
    figures, rows = np.unique(sums.figure[pairs], return_inverse=True)
    cells = np.flatnonzero(free)
    columns = (np.cumsum(free) - 1)[sums.cell[pairs]]
    # The last column is the share.
    pulls = np.bincount(rows, reach[sums.cell[pairs]])
    order = np.argsort(np.append(rows, np.arange(len(figures))), kind="stable")
    entries = Entries(
        np.append(rows, np.arange(len(figures)))[order],
        np.append(columns, np.full(len(figures), len(cells)))[order],
        np.append(np.ones(len(rows)), pulls).astype(float)[order],
    )
    zeros, costs = np.zeros(len(figures)), np.append(np.zeros(len(cells)), -1.0)
    solver.passModel(model(costs, np.append(low[cells], 0.0), np.append(high[cells], 1.0), entries, zeros, zeros))
    solver.run()
    solution = solver.getSolution()
    if not solution.value_valid:
        return Stretch(0.0, world, prices)
    values = np.array(solution.col_value)
    world[:] = 0
    world[cells] = values[:-1] + values[-1] * reach[cells]
    prices[figures] = solution.row_dual
    return Stretch(float(values[-1]), world, prices)


def cut(sums: Sums, published: Flags, readers: Bounds, prices: Floats) -> Cut | None:
    """Find the reader whom these prices hold back most, and what holds: None if they leave every reader free.

    This is weak duality: prices that were found for one reader limit another one too, or say nothing.
    """
    prices = np.where(np.abs(prices) < _PRICED * np.abs(prices).max(initial=0), 0, prices)
    gains = sums.of_figures(prices)
    gains[np.abs(gains) < _PRICED] = 0
    fixed, single = readers.fixed(sums, published)
    ups, downs = (gains > 0) & ~fixed, (gains < 0) & ~fixed
    shares = np.maximum(0, 1 + _times(readers.reach, gains, ~fixed))
    shares += _times(readers.high, gains, ups) + _times(readers.low, gains, downs)
    reader = int(np.argmin(shares))
    if shares[reader] >= ENOUGH:
        return None
    low, high, reach = (bound[reader] for bound in readers)
    figures = prices != 0
    for cell in np.flatnonzero(fixed[reader] & (((gains > 0) & (high > 0)) | ((gains < 0) & (low < 0)))):
        around = sums.figures_of(int(cell))
        figures[around[single[reader, around]][0]] = True
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
    entries = dense(np.array(rows))
    problem = model(costs, forced.astype(float), np.ones(len(costs)), entries, np.array(least), most)
    problem.integrality_ = [highspy.HighsVarType.kInteger] * len(costs)
    solver = quiet()
    solver.passModel(problem)
    solver.setOptionValue("mip_max_nodes", _NODES)
    solver.run()
    solution = solver.getSolution()
    if not solution.value_valid:
        return forced, False
    return np.array(solution.col_value) > 0.5, solver.getModelStatus() == highspy.HighsModelStatus.kOptimal
