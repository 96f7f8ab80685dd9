"""Who could work out whom: one question for each contributor and each reader, as bounds on other tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from concerted.disclosure.rules import Rules
from concerted.disclosure.solver import Bounds
from concerted.disclosure.sums import Floats
from concerted.disclosure.table import Key, Table

# No other table needs a change greater than this many times all that must move together.
_FURTHEST = 4
# In units of a contributor's smallest distance, less than this is nothing.
TINY = 1e-6


@dataclass(frozen=True, slots=True)
class Block:
    """Cells that are judged together: withheld sizes and distances, a row each contributor, a column each cell."""

    cells: tuple[Key, ...]
    names: tuple[str, ...]
    sizes: Floats
    distances: Floats
    attackers: tuple[tuple[int, ...], ...]


def block(table: Table, rules: Rules, name: str) -> Block:
    """Take the withheld parts of a table, and the readers to guard against.

    These are each contributor, and where the rules want more than three contributors, those of a too
    small sum that together look for the last one. Corrections below zero count by their size.
    """
    withheld = {
        cell: {one: part.withheld for one, part in parts.items() if part.withheld}
        for cell, parts in table.cells.items()
    }
    cells = tuple(sorted((cell for cell, parts in withheld.items() if parts), key=str))
    names = tuple(sorted({one for parts in withheld.values() for one in parts}))
    row = {one: number for number, one in enumerate(names)}
    sizes, distances = np.zeros((len(names), len(cells))), np.zeros((len(names), len(cells)))
    for column, cell in enumerate(cells):
        for one, amount in withheld[cell].items():
            sizes[row[one], column] = float(abs(amount))
            distances[row[one], column] = float(rules.distance(amount))
    attackers: set[tuple[int, ...]] = {(number,) for number in range(len(names))}
    for figure in table.figures:
        if 2 < len(contributors := sorted(row[one] for one in table.withheld(figure))) < rules.contributors:
            attackers |= {tuple(other for other in contributors if other != one) for one in contributors}
    return Block(tuple((name, *cell) for cell in cells), names, sizes, distances, tuple(sorted(attackers)))


class Question:
    """Is there another table that fits all that readers know, with a contributor's parts larger (or smaller)?

    The bounds have a row for each reader, in units of the contributor's smallest distance: ``reach`` is the
    contributor's own part, ``low`` and ``high`` are for everybody whom the reader does not know. ``together``
    are bounds for one table that does for all readers; ``world`` is the last table found.
    """

    def __init__(self, contributor: str, bounds: Bounds) -> None:
        self.contributor, self.bounds = contributor, bounds
        low, high, reach = bounds
        one = reach.max(axis=0) if (reach > 0).any() else reach.min(axis=0)
        self.together = Bounds((low + reach).max(axis=0) - one, (high + reach).min(axis=0) - one, one)
        self.world: Floats | None = None
        self._halves: tuple[Question, ...] = ()

    def halves(self) -> tuple[Question, ...]:
        """Ask for the first and the second half of the readers apart; nothing for one reader alone."""
        middle = len(self.bounds.low) // 2
        if middle and not self._halves:
            self._halves = tuple(
                Question(self.contributor, Bounds(*(bound[part] for bound in self.bounds)))
                for part in (slice(middle), slice(middle, None))
            )
        return self._halves


def questions(blocks: Sequence[Block]) -> Iterator[Question]:
    """Give the questions of all blocks over the cells of all; what the true table answers is not asked."""
    cells = sum(len(one.cells) for one in blocks)
    before = 0
    for one in blocks:
        place = slice(before, before + len(one.cells))
        before += len(one.cells)
        for name, bounds in _bounds(one):
            low, _, reach = bounds
            asked = ((reach - TINY > -low) | (reach < -TINY)).any(axis=1)
            if asked.any():
                # Readers who know alike come side by side: one table will often do for all of them.
                order = np.argsort(low[asked].sum(axis=1), kind="stable")
                wide = np.zeros((3, len(order), cells))
                wide[:, :, place] = [part[asked][order] for part in bounds]
                yield Question(name, Bounds(*wide))


def _bounds(one: Block) -> Iterator[tuple[str, Bounds]]:
    """Give low, high and reach for each contributor, first upwards, then downwards; a row for each reader."""
    present = (one.sizes > 0).astype(float)
    for number, name in enumerate(one.names):
        attackers = [attacker for attacker in one.attackers if attacker != (number,)] or [()]
        known = np.zeros((len(attackers), len(one.names)))
        for row, attacker in enumerate(attackers):
            known[row, list(attacker)] = 1
        known[:, number] = 0
        own, distance = one.sizes[number], one.distances[number]
        unit, furthest = distance[distance > 0].min(), _FURTHEST * distance.sum()
        others = np.rint(present.sum(axis=0) - present[number] - known @ present) > 0
        rest = np.where(others, np.minimum(one.sizes.sum(axis=0) - own - known @ one.sizes, furthest), 0)
        free = np.where(others | (own > 0), np.inf, 0.0)
        yield name, Bounds(-rest / unit, free, np.tile(distance / unit, (len(rest), 1)))
        last, step = ~others & (own > 0), np.minimum(distance, own)
        low = np.where(last, own - step, np.where(others, np.minimum(rest + own, furthest), 0))
        yield name, Bounds(-low / unit, np.where(last, 0, free), np.where(last, -step / unit, 0))
