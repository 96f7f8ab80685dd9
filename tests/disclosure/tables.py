"""Small tables for tests: written down in one line, or any that hypothesis can think of."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from itertools import chain, combinations

from hypothesis import strategies as st

from concerted.disclosure import Key, Part, Table, crossed


def part(withheld: int, known: int = 0) -> Part:
    return Part(Decimal(known), Decimal(withheld))


def table(cells: Mapping[Key, str]) -> Table:
    """Make a table of cells such as "a30 b20 c5": contributor and withheld part."""
    return crossed(
        {key: {word[0]: part(int(word[1:])) for word in words.split()} for key, words in cells.items()},
    )


@st.composite
def tables(draw: st.DrawFn, rows: int = 3, columns: int = 3, contributors: str = "abcde", least: int = 0) -> Table:
    """Draw a table; parts are amounts of very different sizes, from ``least`` on."""
    amounts = st.one_of(st.integers(least, 12), st.integers(least, 1000), st.sampled_from((1, 100, 5_000_000)))
    parts = st.builds(part, amounts, st.integers(0, 50))
    cells = st.dictionaries(st.sampled_from(contributors), parts, max_size=len(contributors))
    keys = [(f"line {row}", f"kind {column}") for row in range(rows) for column in range(columns)]
    return crossed({key: draw(cells) for key in keys})


def with_all_sums(whole: Table, largest: int) -> Table:
    """Add each sum of up to so many cells, so that the audit looks at these too."""
    cells = [key for key in whole.cells if whole.withheld(key)]
    groups = chain.from_iterable(combinations(cells, size) for size in range(2, largest + 1))
    sums = {("sum", *(f"{key}" for key in group)): frozenset(group) for group in groups}
    return Table(whole.cells, {**whole.figures, **sums})
