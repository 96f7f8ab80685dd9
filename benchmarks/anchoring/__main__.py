"""Measure how often anchors are right: statements are corrected at random and every passage is looked for again.

An anchor is right if it covers nine tenths of the true place. Passages are those of every fact that is read. The share
that is right stands beside the confidence that was stated.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from benchmarks.anchoring.corrections import corrected, truth
from concerted.formats import open_document
from concerted.formats.record import passages
from concerted.reading.anchoring import Anchor, Anchoring
from concerted.reading.read import read
from concerted.terms.passage import Passage

BESIDE = Path(__file__).resolve().parents[3] / "shared" / "statements"
EDITS = (3, 10, 30, 100)
_BANDS = (1.0, 0.99, 0.95, 0.9, 0.8, 0.6, 0.0)


def main() -> None:
    """Print what was right by stated confidence, and by the number of corrections."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.anchoring", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("texts", nargs="*", type=Path, help="files to correct; else the statements beside the project")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    texts = given.texts or sorted(BESIDE.glob("*.txt"))
    if not texts:
        sys.exit(f"no text to correct in {BESIDE}; name files")
    by_confidence: dict[str, list[bool]] = defaultdict(list)
    by_edits: dict[str, list[bool]] = defaultdict(list)
    start = time.perf_counter()
    for edits, anchor, right in _trials(texts, given.seed):
        sort = "carried over" if anchor.stands else "for a person, with a place" if anchor.passage else "for a person"
        by_edits[f"{edits:>3} corrections, {sort}"].append(right)
        if anchor.passage is not None:
            by_confidence[next(f"{band:.2f} and more" for band in _BANDS if anchor.confidence >= band)].append(right)
    for title, table in (("stated confidence", by_confidence), ("text with", by_edits)):
        print(f"{title:<46}{'passages':>9}{'right':>8}")
        for name in sorted(table, reverse=table is by_confidence):
            print(f"{name:<46}{len(table[name]):>9,}{sum(table[name]) / len(table[name]):>8.3f}")
    print(f"{time.perf_counter() - start:.0f} s")


def _trials(texts: list[Path], seed: int) -> Iterator[tuple[int, Anchor, bool]]:
    for path in texts:
        document = open_document(path.read_bytes(), path.name)
        every = sorted(set(passages(tuple(_facts(read(document))))))
        for edits in EDITS:
            correction = corrected(document.text, edits, seed)
            places = correction.places()
            anchoring = Anchoring(document.text, correction.text)
            for passage in every:
                anchor = anchoring.anchor(passage)
                yield edits, anchor, _is_right(anchor, truth(places, passage.start, passage.end, document.text))


def _facts(reading: object) -> Iterator[object]:
    for name in ("participants", "acts", "instruments", "meetings", "deadlines", "sums", "quantities", "passed_over"):
        yield from getattr(reading, name)


def _is_right(anchor: Anchor, true: tuple[int, int] | None) -> bool:
    found: Passage | None = anchor.passage
    if found is None or true is None:
        return found is None and true is None
    common = min(found.end, true[1]) - max(found.start, true[0])
    whole = max(found.end, true[1]) - min(found.start, true[0])
    return common > 0 and (common >= 0.9 * whole or whole - common <= 3)


if __name__ == "__main__":
    main()
