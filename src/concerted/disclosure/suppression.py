"""One table's choice of figures, and the reasons for it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

import numpy as np

from concerted.disclosure.choice import choose
from concerted.disclosure.questions import block
from concerted.disclosure.rules import Reason, Rules
from concerted.disclosure.sums import Flags
from concerted.disclosure.table import Key, Table
from concerted.disclosure.worlds import Worlds

# A figure more is worth avoiding, but never against value.
_EACH = 1e-6
History = tuple[Table, frozenset[Key], Mapping[Key, Key]]


class Suppression:
    """Chooses what is left out of a table and explains it.

    Figures with the same withheld cells are one: none of them is of use without the others. A figure
    sums up cells of the present table, and of the table of changes where there is a history.
    """

    def __init__(
        self, table: Table, rules: Rules, reasons: Mapping[Key, Reason | None], history: History | None
    ) -> None:
        self._table, self._reasons = table, reasons
        blocks = [block(table, rules, "now")]
        members = {key: frozenset(("now", *cell) for cell in cells) for key, cells in table.figures.items()}
        out: list[frozenset[Key]] = []
        if history:
            layered, shown, places = history
            blocks.append(block(layered, rules, "since"))
            since = {key: frozenset(("since", *cell) for cell in cells) for key, cells in layered.figures.items()}
            members = {key: cells | since[places[key]] for key, cells in members.items()}
            out = [since[key] for key in sorted(shown, key=str)]
        withheld = frozenset(cell for one in blocks for cell in one.cells)
        alike: dict[frozenset[Key], list[Key]] = {}
        for key in sorted(members, key=str):
            if cells := members[key] & withheld:
                alike.setdefault(cells, []).append(key)
        self._groups = list(alike.values())
        self._group = {key: number for number, group in enumerate(self._groups) for key in group}
        sums = [*alike, *(cells & withheld for cells in out)]
        self._worlds = Worlds(blocks, sums)
        self._out = np.arange(len(sums)) >= len(alike)
        forced = [any(reasons[key] for key in group) for group in self._groups]
        self.exposed = self._worlds.give_up(self._out)
        all_forced = np.array([*forced, *(False for _ in out)], dtype=bool)
        choice = choose(self._worlds, self._costs(), self._out, all_forced, self._relations(), rules.effort)
        self._left_out, self.proven = choice.left_out, choice.proven

    def _costs(self) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
        values = [
            sum(float(abs(self._table.total(key) - self._table.known(key))) for key in group) for group in self._groups
        ]
        scale = max(values, default=0) or 1
        each = [value / scale + _EACH * len(group) for value, group in zip(values, self._groups, strict=True)]
        return np.array([*each, *(0.0 for _ in range(int(self._out.sum())))])

    def _relations(self) -> list[Flags]:
        """List each total with its parts, where they add up to it."""
        parts: defaultdict[tuple[Key, int], set[int]] = defaultdict(set)
        for key, group in self._group.items():
            for place, value in enumerate(key):
                if value is not None:
                    parts[(*key[:place], None, *key[place + 1 :]), place].add(group)
        relations = []
        for (total, _), groups in parts.items():
            number = self._group.get(total)
            if number is not None and number not in groups:
                members = list(groups)
                cells = np.concatenate([self._worlds.sums.cells_of(member) for member in members])
                if np.array_equal(np.sort(cells), self._worlds.sums.cells_of(number)):
                    relations.append(np.isin(np.arange(len(self._out)), [number, *members]))
        return relations

    def left_out(self) -> frozenset[Key]:
        """Give the figures that are not published."""
        return frozenset(key for key, group in self._group.items() if self._left_out[group])

    def explain(self, key: Key) -> tuple[Reason, tuple[Key, ...]]:
        """Tell why a figure is left out, and which figures could be worked out if it were not."""
        if reason := self._reasons[key]:
            return reason, ()
        group = np.arange(len(self._out)) == self._group[key]
        if next(self._worlds.breaches(self._out | group), None):
            return Reason.CHANGE, ()
        return Reason.PROTECTS, self._exposed_by(~self._left_out | group)

    def _exposed_by(self, published: Flags) -> tuple[Key, ...]:
        protects: set[Key] = set()
        for _, found in self._worlds.breaches(published):
            for column in np.flatnonzero(found.held):
                protects |= self._smallest_around(int(column))
        return tuple(sorted(protects, key=str))

    def _smallest_around(self, column: int) -> set[Key]:
        """Give the smallest figures that must not be published by themselves and have this cell."""
        numbers = set(self._worlds.sums.figures_of(column).tolist())
        around = [
            key
            for number, group in enumerate(self._groups)
            for key in group
            if self._reasons[key] and number in numbers
        ]
        size = min((len(self._table.figures[key]) for key in around), default=0)
        return {key for key in around if len(self._table.figures[key]) == size}
