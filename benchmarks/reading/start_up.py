"""The time of ``concerted read`` from start to end.

The peer is the same Python that only decodes the text and cuts it into sentences with sentencex: what any
reader of the text must do at least.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from pathlib import Path

_PEER = """
import sys
from sentencex import segment
text = open(sys.argv[1], encoding="utf-8").read()
print(sum(1 for _ in segment("en", text)))
"""


def time_start_up(text: Path, rounds: int) -> None:
    """Print the median and the least time, and the ratio to the peer in the same round."""
    command = str(Path(sys.executable).with_name("concerted"))
    commands = {
        f"concerted read {text.name}": [command, "read", str(text)],
        f"concerted read {text.name} --format json": [command, "read", str(text), "--format", "json"],
        "Python with sentencex alone": [sys.executable, "-c", _PEER, str(text)],
    }
    # One round more than is counted: the first fills the machine's caches.
    times = [{name: _seconds(words) for name, words in commands.items()} for _ in range(rounds + 1)][1:]
    print(f"From start to end, {rounds} rounds")
    print(f"  {'':<60}{'median':>9}{'least':>9}")
    for name in commands:
        each = [one[name] for one in times]
        print(f"  {name:<60}{statistics.median(each):>8.3f}s{min(each):>8.3f}s")


def _seconds(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)  # noqa: S603  # our own commands
    return time.perf_counter() - start
