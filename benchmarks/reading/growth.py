"""How time and memory grow with the length of a text."""

from __future__ import annotations

import time
import tracemalloc
from collections.abc import Sequence
from statistics import median

from concerted.formats import open_document
from concerted.reading.read import read

# Characters. Real sentences all along: the texts one after the other, from the start again where they end.
SIZES = (10_000, 100_000, 1_000_000)


def grow(texts: Sequence[str], rounds: int) -> None:
    """Print for each size the speed, and the most memory that a reading held at a time beyond the text."""
    every = "\n\n".join(texts)
    print(f"One text of growing length, medians of {rounds} rounds")
    print(f"  {'characters':<42}{'characters/s':>14}{'seconds':>10}{'memory':>18}")
    for size in SIZES:
        long = every * (size // len(every) + 2)
        # Each round has a text that begins elsewhere, so that nothing is known of it yet.
        shift = len(every) // (rounds + 2)
        parts = [long[first : first + size] for first in range(0, shift * (rounds + 2), shift)][: rounds + 1]
        times = []
        for text in parts[:-1]:
            document = open_document(text.encode(), "statement.txt")
            start = time.process_time()
            read(document)
            times.append(time.process_time() - start)
        seconds = median(times)
        print(f"  {size:<42,}{size / seconds:>14,.0f}{seconds:>10.2f}{_peak(parts[-1]) / 1e6:>15.1f} MB")
    print()


def _peak(text: str) -> int:
    """Give the most bytes held at a time by the reading of a text."""
    document = open_document(text.encode(), "statement.txt")
    tracemalloc.start()
    read(document)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak
