"""What a reader can work out from published figures: a second opinion that knows nothing of how they were chosen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import inf

import highspy
import numpy as np

from concerted.disclosure.rules import Rules
from concerted.disclosure.solver import dense, model, quiet
from concerted.disclosure.table import Key, Table


@dataclass(frozen=True, slots=True)
class Disclosure:
    """A contributor whose withheld part in a figure a reader bounds too closely.

    ``reader`` is another contributor, or None for somebody who contributes nothing. ``low`` and ``high``
    are the bounds, ``amount`` what is true.
    """

    contributor: str
    reader: str | None
    figure: Key
    low: float
    high: float
    amount: Decimal


def feasible_intervals(
    figures: Mapping[Key, frozenset[Key]],
    shown: Mapping[Key, float],
    floors: Mapping[Key, float] | None = None,
    exact: Mapping[Key, float] | None = None,
) -> dict[Key, tuple[float, float]]:
    """Work out between which bounds each figure must lie, by two linear programmes for each.

    ``shown`` are the withheld values of the figures that are published. A cell is at least its floor (0
    where none is given; minus infinity is allowed), or is ``exact``. Bounds may be infinite. Raises
    ValueError where no table fits.
    """
    cells = sorted({cell for members in figures.values() for cell in members}, key=str)
    low = np.array([(exact or {}).get(cell, (floors or {}).get(cell, 0.0)) for cell in cells])
    high = np.array([(exact or {}).get(cell, inf) for cell in cells])
    row = {key: np.array([float(cell in members) for cell in cells]) for key, members in figures.items()}
    sums = np.array([row[key] for key in shown]).reshape(len(shown), len(cells))
    values = np.array([float(value) for value in shown.values()])
    solver = quiet()
    solver.passModel(model(np.zeros(len(cells)), low, high, dense(sums), values, values))
    solver.setOptionValue("presolve", "off")
    return {key: (_least(solver, row[key]), -_least(solver, -row[key])) for key in figures}


def _least(solver: highspy.Highs, costs: np.ndarray[tuple[int], np.dtype[np.float64]]) -> float:
    solver.changeColsCost(len(costs), np.arange(len(costs), dtype=np.int32), costs)
    solver.run()
    status = solver.getModelStatus()
    if status == highspy.HighsModelStatus.kOptimal:
        return float(solver.getObjectiveValue())
    if status == highspy.HighsModelStatus.kUnbounded:
        return -inf
    raise ValueError("no table fits what is published")


def audit(
    table: Table, shown: frozenset[Key], rules: Rules, readers: Sequence[str | None] | None = None
) -> Iterator[Disclosure]:
    """List what each contributor, and somebody from outside, can work out of the others from the figures shown.

    They know who contributes to which cell, but of others only that nobody gives less than nothing; in a
    table with corrections below zero not even that. ``readers`` are those of them to ask for, (None,) is somebody from
    outside alone.
    """
    parts = {
        cell: {one: part.withheld for one, part in parts.items() if part.withheld}
        for cell, parts in table.cells.items()
    }
    negative = any(amount < 0 for amounts in parts.values() for amount in amounts.values())
    contributors = sorted({one for amounts in parts.values() for one in amounts})
    published = {key: float(table.total(key) - table.known(key)) for key in table.figures if key in shown}
    for reader in (None, *contributors) if readers is None else readers:
        own = {cell: float(amounts.get(reader, 0)) if reader else 0.0 for cell, amounts in parts.items()}
        alone = {cell: own[cell] for cell, amounts in parts.items() if not set(amounts) - {reader}}
        floors = {cell: -inf if negative else amount for cell, amount in own.items()}
        intervals = feasible_intervals(table.figures, published, floors, alone)
        for figure, (low, high) in intervals.items():
            known = sum(own[cell] for cell in table.figures[figure])
            for one, amounts in table.withheld(figure).items():
                others = table.withheld(figure).keys() - {one, reader}
                amount, distance = sum(amounts, Decimal(0)), sum(map(rules.distance, amounts), Decimal(0))
                slack = 1e-5 * float(distance)
                # Where others may be below zero, a sum says nothing of one of them.
                near = not (negative and others) and high - known < float(amount + distance) - slack
                if not others:
                    near |= low - known > float(amount - min(distance, sum(map(abs, amounts)))) + slack
                if one != reader and near:
                    yield Disclosure(one, reader, figure, low - known, high - known, amount)
