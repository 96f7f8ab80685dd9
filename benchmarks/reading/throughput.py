"""Characters a second, ours and the peers', in turn round by round so that a busy machine hits all alike."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from statistics import median

from benchmarks.reading.readers import SpacyReader, Timed, sentences_alone, whole_reading


def compare_throughput(texts: Sequence[str], rounds: int, peers: Path | None) -> None:
    """Print for each reader its median speed and how many times as quick as ours it was in the same round."""
    size = sum(map(len, texts))
    with ExitStack() as stack:
        readers: dict[str, Timed] = {
            "Concerted, the whole reading": whole_reading(texts),
            "(a) sentencex, sentences alone": sentences_alone(texts),
        }
        if peers:
            spacy = stack.enter_context(SpacyReader(peers, texts))
            readers[f"(b) spaCy, sentences and {len(spacy.names):,} names"] = spacy.timed
        for timed in readers.values():
            timed()  # fills caches
        times = [{name: timed() for name, timed in readers.items()} for _ in range(rounds)]
    print(f"{len(texts)} texts, {size:,} characters, one process, medians of {rounds} rounds")
    print(f"  {'':<42}{'characters/s':>14}{'seconds':>10}{'as quick as ours':>18}")
    ours = next(iter(readers))
    for name in readers:
        seconds = median(one[name] for one in times)
        ratio = median(one[ours] / one[name] for one in times)
        print(f"  {name:<42}{size / seconds:>14,.0f}{seconds:>10.2f}{ratio:>17.1f}x")
    print()
