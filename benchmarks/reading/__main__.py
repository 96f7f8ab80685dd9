"""Time ``concerted read`` from start to end, and against a peer in the same run.

The peer is the same Python that only decodes the text and cuts it into sentences with
sentencex: what any reader of the text must do at least. The ratio holds on a slower machine too.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import time
from pathlib import Path

BESIDE = Path(__file__).resolve().parents[3] / "shared" / "statements"
_PEER = """
import sys
from sentencex import segment
text = open(sys.argv[1], encoding="utf-8").read()
print(sum(1 for _ in segment("en", text)))
"""
# One run more than is counted: the first fills the machine's caches.
_RUNS = 10


def main() -> None:
    """Print the median and the least time of each text, and the ratio to the peer."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.reading", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("texts", nargs="*", type=Path, help="files to read; else the two of the Coalition")
    parser.add_argument("--runs", type=int, default=_RUNS)
    given = parser.parse_args()
    texts = given.texts or sorted(BESIDE.glob("201[48]-*.txt"))
    if not texts:
        sys.exit(f"no text to read in {BESIDE}; name files")
    print(f"{'':<44}{'median':>9}{'least':>9}{'ratio to peer':>15}")
    for text in texts:
        peer = _times([sys.executable, "-c", _PEER, str(text)], given.runs)
        print(f"{'peer: sentencex, ' + text.stem:<44}{_row(peer)}")
        for form in ("table", "json"):
            times = _times(
                [str(Path(sys.executable).with_name("concerted")), "read", str(text), "--format", form], given.runs
            )
            ratio = statistics.median(times) / statistics.median(peer)
            print(f"{form + ', ' + text.stem:<44}{_row(times)}{ratio:>15.1f}")


def _times(command: list[str], runs: int) -> list[float]:
    times = []
    for _ in range(runs + 1):
        start = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)  # noqa: S603  # our own commands
        times.append(time.perf_counter() - start)
    return times[1:]


def _row(times: list[float]) -> str:
    return f"{statistics.median(times):>8.3f}s{min(times):>8.3f}s"


if __name__ == "__main__":
    main()
