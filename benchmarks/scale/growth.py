"""A table of how long each page takes at each size, and how much longer at the last than at the one before."""

from __future__ import annotations

import json
import statistics
from collections import defaultdict
from collections.abc import Mapping


def report(asked: Mapping[float, str]) -> None:
    """Print, for each page, p50 and p95 over all people in milliseconds at each size, and p50 as multiples of sizes.

    The first multiple is the last size by the first, the second the last by the one before.
    """
    sizes = [_by_page(json.loads(said)) for said in asked.values()]
    heads = "".join(f" {share:g}: p50 | p95 |" for share in asked)
    print(f"| page |{heads} last / first | last / before |")
    print("|---|" + "---:|" * (2 * len(sizes) + 2))
    for name in sizes[0]:
        figures = [_percentiles(one[name]) for one in sizes]
        row = "".join(f" {middle:.0f} | {most:.0f} |" for middle, most in figures)
        (first, _), (last, _), (before, _) = figures[0], figures[-1], figures[max(len(figures) - 2, 0)]
        print(f"| {name} |{row} {last / first:.1f} | {last / before:.1f} |", flush=True)


def _by_page(taken: Mapping[str, list[float]]) -> dict[str, list[float]]:
    found: dict[str, list[float]] = defaultdict(list)
    for name, each in taken.items():
        found[name.partition(": ")[2]] += each
    return found


def _percentiles(taken: list[float]) -> tuple[float, float]:
    if len(taken) == 1:
        return taken[0], taken[0]
    return statistics.median(taken), statistics.quantiles(taken, n=20, method="inclusive")[-1]
