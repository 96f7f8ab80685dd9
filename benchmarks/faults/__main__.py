"""``python -m benchmarks.faults --kills 200``: kill the program in the middle of writes and look what is left.

The register is a new one in a temporary folder, or the PostgreSQL database of CONCERTED_REGISTER, as under
``python -m tests.postgresql python -m benchmarks.faults``. Exit code 1 if anything was half-written.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

from concerted.cli.init import make
from concerted.register.place import KEY_VARIABLE, REGISTER

KINDS = ("intake", "review", "bulk edit", "ledger write")


def main() -> int:
    """Run the trials and print a table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.faults", description=__doc__)
    parser.add_argument("--kills", type=int, default=200, help="how often the program is killed, over all kinds")
    parser.add_argument("--seed", type=int, default=1, help="another seed kills at other moments")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="concerted-faults-") as folder:
        os.environ.setdefault(REGISTER, str(Path(folder) / "register.sqlite3"))
        os.environ.setdefault(KEY_VARIABLE, "a key for trials alone, and long enough to be one of them")
        os.chdir(folder)
        make(os.environ[REGISTER], ("global-coalition",))
        return _try(Path(folder), given.kills, given.seed)


def _try(folder: Path, kills: int, seed: int) -> int:
    from django.db import connection

    from benchmarks.faults.trials import Tally, Trials

    trials, tallies = Trials(folder, seed), {kind: Tally() for kind in KINDS}
    trials.prepare()
    try:
        for number in range(kills):
            kind = KINDS[number % len(KINDS)]
            getattr(trials, kind.replace(" ", "_"))(tallies[kind])
            connection.close()
            print(f"\r{number + 1} of {kills}", end="", file=sys.stderr, flush=True)
    finally:
        trials.end()
    print(f"\n{connection.vendor}: {kills} kills (SIGKILL to the program and all its processes)")
    print(f"{'':14}{'killed':>8}{'answered':>10}{'there':>8}{'not there':>11}{'half or wrong':>15}")
    for kind, one in tallies.items():
        wrong = len(one.faults)
        print(f"{kind:14}{one.killed:>8}{one.answered:>10}{one.there:>8}{one.not_there:>11}{wrong:>15}")
        for fault in one.faults[:5]:
            print(f"  {fault}")
    return 1 if any(one.faults for one in tallies.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
