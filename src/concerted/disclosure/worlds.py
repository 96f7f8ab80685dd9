"""Worlds: other tables that fit all that is published, in which a contributor gave clearly more, or clearly less.

Where such worlds exist for every contributor and every reader, no reader can tell which one is true.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from concerted.disclosure.questions import TINY, Block, Question, questions
from concerted.disclosure.solver import ENOUGH, Cut, cut, quiet, stretch
from concerted.disclosure.sums import Flags, Floats, Sums
from concerted.disclosure.table import Key


class Worlds:
    """All questions about one choice of figures, with the worlds found so far.

    ``sums`` says which cells of all blocks each figure sums up.
    """

    def __init__(self, blocks: Sequence[Block], figures: Sequence[frozenset[Key]]) -> None:
        columns = {cell: column for column, cell in enumerate(cell for one in blocks for cell in one.cells)}
        members = [sorted(columns[cell] for cell in figure) for figure in figures]
        self.sums = Sums(members, len(columns))
        self._solver = quiet()
        self._solver.setOptionValue("presolve", "off")
        self._questions = list(questions(blocks))

    def breaches(self, published: Flags) -> Iterator[tuple[Question, Cut]]:
        """Give what readers can work out: for each contributor, and upwards and downwards, one reader at least.

        ``published`` may become fewer between one and the next; then the same contributor may come again.
        """
        for question in self._questions:
            yield from self._breaches(question, published)

    def give_up(self, published: Flags) -> tuple[str, ...]:
        """Ask no more for what these figures give away for good, and name its contributors.

        Only the cells that can be worked out are given up; the contributor's others stay protected.
        """
        exposed: set[str] = set()
        while breach := next(self.breaches(published), None):
            question, found = breach
            exposed.add(question.contributor)
            question.bounds.reach[found.reader, found.held if found.held.any() else slice(None)] = 0
            # Halves look at the rows of the whole, so that these have changed too.
            self._questions = [Question(one.contributor, one.bounds) for one in self._questions]
        return tuple(sorted(exposed))

    def _breaches(self, question: Question, published: Flags) -> Iterator[tuple[Question, Cut]]:
        while not self._fits(question.world, published):
            found = stretch(self._solver, self.sums, published, question.together)
            if found.share >= ENOUGH and self._fits(found.world, published):
                question.world = found.world
                return
            before = published.sum()
            if held := cut(self.sums, published, question.bounds, found.prices):
                yield question, held
            elif not (halves := question.halves()):
                # The prices are too blurred to tell which of the figures it is.
                yield question, Cut(0, published.copy(), question.together.reach != 0)
            else:
                for half in halves:
                    yield from self._breaches(half, published)
                    if published.sum() < before:
                        break  # with less published, one table may do for all readers again
            if published.sum() == before:
                return

    def _fits(self, world: Floats | None, published: Flags) -> bool:
        return world is not None and bool(np.abs(self.sums.of_cells(world)[published]).max(initial=0) < TINY)
