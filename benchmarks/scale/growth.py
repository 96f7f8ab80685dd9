"""A table of how long each page takes at each size, and how much longer than at the smallest."""

from __future__ import annotations

import json
import statistics
from collections.abc import Mapping


def report(asked: Mapping[float, str]) -> None:
    """Print, for each person and page, p50 and p95 in milliseconds at each size and p50 as a multiple of the first."""
    sizes = {share: json.loads(said) for share, said in asked.items()}
    heads = "".join(f"{f'{share:g}: p50':>12}{'p95':>8}" for share in sizes)
    print(f"{'':52}{heads}{'growth':>9}")
    for name in next(iter(sizes.values())):
        figures = [_percentiles(one[name]) for one in sizes.values()]
        growth = figures[-1][0] / figures[0][0]
        row = "".join(f"{middle:>12.0f}{most:>8.0f}" for middle, most in figures)
        print(f"{name:52}{row}{growth:>9.1f}", flush=True)


def _percentiles(taken: list[float]) -> tuple[float, float]:
    return statistics.median(taken), statistics.quantiles(taken, n=20, method="inclusive")[-1]
