"""Measure processor time for invented tables of sixty partners: `python -m benchmarks.disclosure`."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from random import Random
from time import process_time

import click

from concerted.disclosure import Key, Part, Reason, Table, crossed, protect

SIZE = 10
PARTNERS = [f"partner {number}" for number in range(60)]
TABLES = 10
Draw = Callable[[Random], list[int]]


def sparse(random: Random) -> list[int]:
    """Few contributors in most cells, some cells empty, sizes very different."""
    number = random.choice((0, 0, 1, 1, 2, 2, 3, 4, 5, 6))
    return [int(random.lognormvariate(3, 1.5)) + 1 for _ in range(number)]


def dense(random: Random) -> list[int]:
    """Enough contributors of like sizes in most cells, so that others must be found for the few small ones."""
    number = random.choice((1, 2)) if random.random() < 0.06 else random.randrange(4, 9)
    return [random.randrange(50, 150) for _ in range(number)]


def table(draw: Draw, random: Random) -> Table:
    """Make a table of ten lines by ten kinds."""
    cells: dict[Key, dict[str, Part]] = {}
    for row in range(SIZE):
        for column in range(SIZE):
            amounts = draw(random)
            names = random.sample(PARTNERS, len(amounts))
            parts = {one: Part(withheld=Decimal(amount)) for one, amount in zip(names, amounts, strict=True)}
            cells[f"line {row}", f"kind {column}"] = parts
    return crossed(cells)


@click.command(help=__doc__)
def main() -> None:
    protect(crossed({("warm", "up"): {"a": Part(withheld=Decimal(1))}}))
    for draw in (sparse, dense):
        seconds, secondary, proven = [], [], 0
        for seed in range(TABLES):
            made = table(draw, Random(seed))  # noqa: S311 - invented figures, no secret
            start = process_time()
            protected = protect(made)
            seconds.append(process_time() - start)
            secondary.append(sum(one.reason is Reason.PROTECTS for one in protected.figures.values()))
            proven += protected.proven
        seconds.sort()
        print(
            f"{draw.__name__}: median {seconds[TABLES // 2]:.2f} s, longest {seconds[-1]:.2f} s, "
            f"proven cheapest {proven} of {TABLES}, {sum(secondary) / TABLES:.1f} figures protect others"
        )


if __name__ == "__main__":
    main()
