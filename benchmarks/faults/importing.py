"""``python -m benchmarks.faults.importing --rows 100000 --kills 10``: kill an import of a sheet again and again.

Each time it goes on with ``--resume``. After each kill the register is looked over, and at the end every row must be
there once, in the ledger and the search, too. Without kills it says what an import comes to that nobody kills: a
digest, to compare. The register is a new one in a temporary folder, or the PostgreSQL database of CONCERTED_REGISTER.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import random
import subprocess
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
    parser.add_argument(
        "--anywhere", type=int, default=3, help="how many kills come at any moment, before it writes too"
    )
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
    start, state = time.perf_counter(), "not begun"
    for number in range(given.kills + 1):
        begun = Import.objects.exists()
        process = concerted("import", str(path), "--noun", "contribution", "--yes", *(["--resume"] if begun else []))
        if number == given.kills:
            _out, err = process.communicate()
            wrong += [f"the last run ends with {process.returncode}: {err}"] if process.returncode else []
        else:
            # Most are killed while they write; the first few at any moment.
            _wait(process, until=number >= given.anywhere)
            time.sleep(chance.uniform(0.2, given.longest))
            kill(process)
        connection.close()
        state = Import.objects.values_list("state", flat=True).first() or "not begun"
        if number < given.kills:
            killed[state] = killed.get(state, 0) + 1
        written = sum(Import.objects.values_list("written", flat=True))
        there = Contribution.objects.count(), ImportedRow.objects.count()
        if there != (written, written) or Import.objects.count() > 1:
            wrong.append(f"{there} rows where {written} are said to be written")
        wrong += sound.faults()
        print(f"\r{number + 1} of {given.kills + 1}: {state}, {written} rows", end="", file=sys.stderr, flush=True)
        if state == "done":
            break
    print(f"\n{connection.vendor}: {given.rows} rows, killed {sum(killed.values())} times: {killed}")
    print(f"{time.perf_counter() - start:.0f} s with looking over; what is there at the end: {outcome()}")
    if outcome()[:3] != (given.rows,) * 3:
        wrong.append("not every row is there once, in the ledger once and in the search once")
    print(f"faults: {len(wrong)}")
    for fault in wrong[:10]:
        print(f"  {fault}")
    return 1 if wrong else 0


def _wait(process: subprocess.Popen[str], *, until: bool) -> None:
    """Wait until the program writes, if that is wanted, or has ended."""
    from django.db import connection

    from concerted.register.models import Import

    while until and process.poll() is None and not Import.objects.filter(state="writing").exists():
        connection.close()
        time.sleep(0.5)


def outcome() -> tuple[int, int, int, str]:
    """Count the different rows, their entries in the ledger and in the search, with a digest of all that they say.

    It is the same for an import that was killed as for one that was not, on every engine.
    """
    from concerted.register.models import Contribution, Entry, SearchEntry

    digest, rows = hashlib.sha256(), set[str]()
    columns = (
        "summary",
        "party__code",
        "owner__code",
        "release__kind",
        "kind",
        "amount",
        "currency",
        "first",
        "source",
    )
    for one in Contribution.objects.order_by("source").values_list(*columns, "edition", "in_force").iterator():
        rows.add(one[0])
        digest.update(repr([str(value) for value in one]).encode())
    told = Entry.objects.filter(noun="contribution", before=None).values("record").distinct().count()
    found = SearchEntry.objects.filter(noun="contribution").values("key").distinct().count()
    return len(rows), told, found, digest.hexdigest()[:16]


if __name__ == "__main__":
    sys.exit(main())
