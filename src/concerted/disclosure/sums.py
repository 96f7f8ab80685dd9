"""Which cells each figure sums up, as pairs of numbers."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
Numbers = NDArray[np.intp]


class Sums:
    """Adds up cells to figures, and figures to cells.

    Pairs and not a matrix: most figures have few cells, and matrices would wake the threads of a numerical
    library, which on a busy machine wait for each other longer than they count.
    """

    def __init__(self, figures: Sequence[Sequence[int]], cells: int) -> None:
        self.figure = np.repeat(np.arange(len(figures)), [len(members) for members in figures])
        self.cell = np.array([cell for members in figures for cell in members], dtype=np.intp)
        self.shape = len(figures), cells
        by_cell = np.argsort(self.cell, kind="stable")
        self._figure_of_cells = self.figure[by_cell]
        self._figures = np.unique(self.figure, return_index=True)
        self._cells = np.unique(self.cell[by_cell], return_index=True)

    def of_cells(self, values: Floats | Flags) -> Floats:
        """Add up the values of its cells for each figure; the last axis is cells, then figures."""
        return _add(values[..., self.cell], self._figures, self.shape[0])

    def of_figures(self, values: Floats | Flags) -> Floats:
        """Add up the values of its figures for each cell; the last axis is figures, then cells."""
        return _add(values[..., self._figure_of_cells], self._cells, self.shape[1])

    def figures_of(self, cell: int) -> Numbers:
        """List the figures that a cell is in."""
        return np.asarray(self.figure[self.cell == cell])

    def cells_of(self, figure: int) -> Numbers:
        """List the cells of a figure."""
        return np.asarray(self.cell[self.figure == figure])


def _add(values: Floats | Flags, groups: tuple[Numbers, Numbers], length: int) -> Floats:
    """Add up values that come in groups: the number of each, and where it starts."""
    added = np.zeros((*values.shape[:-1], length))
    numbers, starts = groups
    if len(numbers):
        added[..., numbers] = np.add.reduceat(values.astype(float), starts, axis=-1)
    return added
