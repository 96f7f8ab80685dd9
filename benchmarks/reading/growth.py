"""How time and memory grow with the length of a text."""

from __future__ import annotations

import time
import tracemalloc
from collections.abc import Sequence
from statistics import median

from concerted.formats import open_document
from concerted.reading import read

# Characters. Real sentences all along: the texts one after the other, from the start again where they end.
SIZES = (10_000, 100_000, 1_000_000)


def grow(texts: Sequence[str], rounds: int) -> None:
    """Print for each size the speed, and the most memory that a reading held at a time beyond the text."""
    every = "\n\n".join(texts)
    print(f"One text of growing length, medians of {rounds} rounds")
    print(f"  {'characters':<42}{'characters/s':>14}{'seconds':>10}{'memory':>18}")
    for size in SIZES:
        text = (every * (size // len(every) + 1))[:size]
        document = open_document(text.encode(), "statement.txt")
        read(document)
        times = []
        for _ in range(rounds):
            start = time.process_time()
            read(document)
            times.append(time.process_time() - start)
        seconds = median(times)
        print(f"  {size:<42,}{size / seconds:>14,.0f}{seconds:>10.2f}{_peak(text) / 1e6:>15.1f} MB")
    print()


def _peak(text: str) -> int:
    """Give the most bytes held at a time by the reading of a text that no cache knows yet."""
    document = open_document(f"{text[:-1]} ".encode(), "statement.txt")
    tracemalloc.start()
    read(document)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak
