"""Several publications as one table: what stands side by side, or came one after the other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from concerted.disclosure.table import Cells, Key, Part, Publication, Table


def beside(releases: Mapping[str, Table]) -> Table:
    """Put totals of ever wider releases side by side, such as the coalition's and a working group's.

    Each release holds the rows that the one before it does not hold; its figures sum up both. Keys begin
    with the name of the release.
    """
    cells: dict[Key, Mapping[str, Part]] = {}
    figures: dict[Key, frozenset[Key]] = {}
    sums: dict[Key, frozenset[Key]] = {}
    for name, table in releases.items():
        cells |= {(name, *cell): parts for cell, parts in table.cells.items()}
        for key, members in table.figures.items():
            sums[key] = sums.get(key, frozenset()) | {(name, *cell) for cell in members}
        figures |= {(name, *key): members for key, members in sums.items()}
    return Table(cells, figures)


def over_time(publications: Sequence[Publication], table: Table) -> tuple[Table, frozenset[Key], dict[Key, Key]]:
    """Write a table as the first one published plus the changes since.

    Gives that table, its figures that readers already have, and for each figure of ``table`` its key there.
    A reader who puts two publications beside each other sees sums of changes: they are cells like others.
    """
    tables = [*(publication.table for publication in publications), table]
    names = [f"{number:06}" for number in range(len(tables))]
    cells: dict[Key, Mapping[str, Part]] = {}
    figures: dict[Key, frozenset[Key]] = {}
    former: Cells = {}
    for number, one in enumerate(tables):
        cells |= {(names[number], *cell): parts for cell, parts in _changes(former, one.cells).items()}
        former = one.cells
        for key, members in one.figures.items():
            layers = ((name, *cell) for name in names[: number + 1] for cell in members)
            figures[(names[number], *key)] = frozenset(layer for layer in layers if layer in cells)
    out = ((name, *key) for name, publication in zip(names, publications, strict=False) for key in publication.shown)
    return Table(cells, figures), frozenset(out), {key: (names[-1], *key) for key in table.figures}


def _changes(former: Cells, cells: Cells) -> Cells:
    """Give what each contributor added to each cell, below zero where it took away."""
    changes: dict[Key, Mapping[str, Part]] = {}
    for cell in {**former, **cells}:
        then, now = former.get(cell, {}), cells.get(cell, {})
        changes[cell] = {one: _less(now.get(one, Part()), then.get(one, Part())) for one in {**then, **now}}
    return changes


def _less(now: Part, then: Part) -> Part:
    return Part(now.known - then.known, now.withheld - then.withheld)
