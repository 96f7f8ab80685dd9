"""A table of totals: its cells by contributor, and the figures that are to be published of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import product

# One value for each dimension, such as (line, kind). None is the total over a dimension.
Key = tuple[str | None, ...]
NOTHING = Decimal(0)


@dataclass(frozen=True, slots=True)
class Part:
    """What one contributor gives to a cell: the sum of its rows that readers see, and of those they do not."""

    known: Decimal = NOTHING
    withheld: Decimal = NOTHING


Cells = Mapping[Key, Mapping[str, Part]]


@dataclass(frozen=True, slots=True)
class Table:
    """Cells in one currency or unit, and figures: each the sum of some cells.

    A cell need not be a figure itself: in totals of several releases some only occur in sums. A
    withheld part of zero is the same as none. Raises ValueError where a figure has an unknown cell.
    """

    cells: Cells
    figures: Mapping[Key, frozenset[Key]]

    def __post_init__(self) -> None:
        for figure, cells in self.figures.items():
            if unknown := cells - self.cells.keys():
                raise ValueError(f"figure {figure} sums up cells that are not there: {sorted(map(str, unknown))}")

    def withheld(self, figure: Key) -> dict[str, list[Decimal]]:
        """List each contributor's withheld parts in the cells of a figure; those without any are left out."""
        amounts: defaultdict[str, list[Decimal]] = defaultdict(list)
        for one, part in self._parts(figure):
            if part.withheld:
                amounts[one].append(part.withheld)
        return dict(amounts)

    def known(self, figure: Key) -> Decimal:
        """Sum up what readers see of a figure anyway."""
        return sum((part.known for _, part in self._parts(figure)), NOTHING)

    def total(self, figure: Key) -> Decimal:
        """Sum up a figure, withheld parts included: nothing to show to readers unasked."""
        return sum((part.known + part.withheld for _, part in self._parts(figure)), NOTHING)

    def _parts(self, figure: Key) -> Iterable[tuple[str, Part]]:
        return (pair for cell in sorted(self.figures[figure], key=str) for pair in self.cells[cell].items())


def crossed(cells: Cells) -> Table:
    """Make a table of each cell, the totals over every dimension and the grand total.

    Works for any number of dimensions; all keys must have the same (ValueError).
    """
    if len({len(key) for key in cells}) > 1 or any(None in key for key in cells):
        raise ValueError("cells of one table have one value for each of the same dimensions")
    figures: defaultdict[Key, set[Key]] = defaultdict(set)
    for key in cells:
        for choice in product(*((value, None) for value in key)):
            figures[choice].add(key)
    return Table(cells, {figure: frozenset(members) for figure, members in figures.items()})


@dataclass(frozen=True, slots=True)
class Publication:
    """A table as it was published: ``shown`` are the figures that readers got, ``name`` is, for example, its day.

    The cells are those of that day, but split by what readers know today: a row that was published
    since is known, and so is a row that was once public.
    """

    name: str
    table: Table
    shown: frozenset[Key] = field(default_factory=frozenset)
