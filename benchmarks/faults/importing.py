"""``python -m benchmarks.faults.importing --rows 100000 --kills 10``: kill an import of a sheet again and again.

Each time it goes on with ``--resume``. After each kill the register is looked over, and at the end every row must be
there once. The register is a new one in a temporary folder, or the PostgreSQL database of CONCERTED_REGISTER.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.faults.site import concerted, kill
from concerted.cli.init import make
from concerted.register.place import KEY_VARIABLE, REGISTER

HEAD = "party,kind,summary,amount,currency,first,source"
_PARTIES = ("KEN", "NOR", "PER", "CHL", "UGA")


def sheet(path: Path, rows: int) -> Path:
    """Write a sheet of contributions, each another one."""
    with path.open("w") as file:
        file.write(HEAD + "\n")
        for place in range(rows):
            party = _PARTIES[place % len(_PARTIES)]
            amount, day = f"{1000 + place}.50", f"2030-01-{place % 28 + 1:02}"
            file.write(f"{party},funds,Fuel for pier {place},{amount},NOK,{day},Letter {place}\n")
    return path


def main() -> int:
    """Kill, go on, look; exit code 1 if anything was half-written, lost or there twice."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.faults.importing", description=__doc__)
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--kills", type=int, default=10)
    parser.add_argument("--longest", type=float, default=30, help="seconds within which it is killed")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="concerted-faults-") as folder:
        os.environ.setdefault(REGISTER, str(Path(folder) / "register.sqlite3"))
        os.environ.setdefault(KEY_VARIABLE, "a key for trials alone, and long enough to be one of them")
        os.chdir(folder)
        make(os.environ[REGISTER], ("global-coalition",))
        return _try(sheet(Path("sheet.csv"), given.rows), given)


def _try(path: Path, given: argparse.Namespace) -> int:
    from django.db import connection

    from benchmarks.faults.soundness import Soundness
    from concerted.register.models import Contribution, Import, ImportedRow

    chance = random.Random(given.seed)  # noqa: S311 (moments, no secrets)
    sound, wrong, killed = Soundness(), list[str](), dict[str, int]()
    for number in range(given.kills + 1):
        begun = Import.objects.exists()
        process = concerted("import", str(path), "--noun", "contribution", "--yes", *(["--resume"] if begun else []))
        last = number == given.kills
        if last:
            _out, err = process.communicate()
            wrong += [f"the last run ends with {process.returncode}: {err}"] if process.returncode else []
        else:
            time.sleep(chance.uniform(1, given.longest))
            kill(process)
        connection.close()
        state = Import.objects.values_list("state", flat=True).first() or "not begun"
        killed[state] = killed.get(state, 0) + (not last)
        written = sum(Import.objects.values_list("written", flat=True))
        there = Contribution.objects.count(), ImportedRow.objects.count()
        if there != (written, written) or Import.objects.count() > 1:
            wrong.append(f"{there} rows where {written} are said to be written")
        wrong += sound.faults()
        print(f"\r{number + 1} of {given.kills + 1}: {state}, {written} rows", end="", file=sys.stderr, flush=True)
        if state == "done":
            break
    different = Contribution.objects.values("summary").distinct().count()
    if (Contribution.objects.count(), different) != (given.rows, given.rows):
        wrong.append(f"{Contribution.objects.count()} rows are there, {different} different ones")
    print(f"\n{connection.vendor}: {given.rows} rows, killed {sum(killed.values())} times: {killed}")
    print(f"there at the end: {Contribution.objects.count()}, different ones: {different}, faults: {len(wrong)}")
    for fault in wrong[:10]:
        print(f"  {fault}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
