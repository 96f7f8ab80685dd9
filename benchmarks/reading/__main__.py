"""Say how quick reading is: beside two peers, with growing texts, and from the start of the command."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from benchmarks.reading.growth import grow
from benchmarks.reading.start_up import time_start_up
from benchmarks.reading.throughput import compare_throughput

BESIDE = Path(__file__).resolve().parents[3] / "shared" / "statements"
PEERS = Path(__file__).resolve().parents[2] / ".venv-peers" / "bin" / "python"


def main() -> None:
    """Print the figures, each measured beside its peers in this very run: the ratio holds on a slower machine too."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.reading", description=__doc__)
    parser.add_argument(
        "texts", nargs="*", type=Path, help="plain texts to read; else the statements beside the project"
    )
    parser.add_argument("--rounds", type=int, default=5, help="how often each is timed; medians are printed (5)")
    parser.add_argument("--peers", type=Path, default=PEERS, help="a Python that has spaCy (.venv-peers/bin/python)")
    given = parser.parse_args()
    paths = given.texts or sorted(BESIDE.glob("*.txt"))
    if not paths:
        sys.exit(f"no text to read in {BESIDE}; name files")
    peers = given.peers if given.peers.exists() else None
    if peers is None:
        print("spaCy is left out: `make peers` installs it (about 330 MB) into an environment of its own.\n")
    texts = [path.read_text(encoding="utf-8") for path in paths]
    compare_throughput(texts, given.rounds, peers)
    grow(texts, given.rounds)
    time_start_up(paths[0], given.rounds)


if __name__ == "__main__":
    main()
