"""Nothing that protects loses less: every choice is tried, with worlds of single contributors as the judge."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, combinations

import highspy
from hypothesis import given, settings

from concerted.disclosure import Key, Rules, Table, protect
from tests.disclosure.tables import tables

RULES = Rules()


def _world_exists(whole: Table, shown: frozenset[Key], reader: str | None, name: str, upwards: bool) -> bool:
    """Look for other parts of everybody but the reader, with all parts of ``name`` at their distance or further."""
    solver = highspy.Highs()
    solver.setOptionValue("output_flag", False)
    parts = {
        (cell, one): float(part.withheld)
        for cell, amounts in whole.cells.items()
        for one, part in amounts.items()
        if part.withheld
    }
    unit = min(amount for (_, one), amount in parts.items() if one == name) / 10
    variables = {}
    for (cell, one), amount in parts.items():
        low, high = 0.0, highspy.kHighsInf
        distance = float(RULES.percent) / 100 * amount * (1 - 1e-5)
        if one == reader:
            low = high = amount
        elif one == name and upwards:
            low = amount + distance
        elif one == name:
            high = amount - distance
        variables[cell, one] = solver.addVariable(low / unit, high / unit)
    for figure in shown:
        inside = [place for place in variables if place[0] in whole.figures[figure]]
        if inside:
            total = sum(parts[place] for place in inside) / unit
            solver.addConstr(sum(variables[place] for place in inside) == total)
    solver.minimize()
    return bool(solver.getModelStatus() == highspy.HighsModelStatus.kOptimal)


def _protects(whole: Table, shown: frozenset[Key]) -> bool:
    names = sorted({one for figure in whole.figures for one in whole.withheld(figure)})
    return all(
        _world_exists(whole, shown, reader, name, upwards)
        for name in names
        for reader in (None, *names)
        if reader != name
        for upwards in (True, False)
    )


def _choices(figures: list[Key]) -> Iterator[frozenset[Key]]:
    return map(frozenset, chain.from_iterable(combinations(figures, size) for size in range(len(figures) + 1)))


@settings(max_examples=20, deadline=None)
@given(tables(rows=2, columns=2, contributors="abcd"))
def test_nothing_that_protects_loses_less(whole: Table) -> None:
    protected = protect(whole, RULES)
    assert protected.proven
    assert _protects(whole, protected.shown)
    worth = {key: whole.total(key) - whole.known(key) for key in whole.figures if whole.withheld(key)}
    small = frozenset(key for key in worth if RULES.reason(whole.withheld(key)))
    others = [key for key in worth if key not in small]
    for extra in sorted(_choices(others), key=lambda chosen: sum(worth[key] for key in chosen)):
        lost = sum(worth[key] for key in small | extra)
        if float(lost) >= float(protected.lost) * (1 - 1e-5):
            break
        assert not _protects(whole, frozenset(whole.figures) - small - extra)
