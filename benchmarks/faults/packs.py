"""``python -m benchmarks.faults.packs --records 20000 --kills 20``: kill the import of a sealed pack, and go on.

The register is a new one in a temporary folder, or the PostgreSQL database of CONCERTED_REGISTER, as under
``python -m tests.postgresql python -m benchmarks.faults.packs``. A first pack brings the records, a second one changes
a half of them and takes a tenth back. After each kill the register is looked over and its records are counted against
the counter. Exit code 1 if anything is there twice, or missing.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.faults.site import concerted, kill
from concerted.cli.init import make
from concerted.register.place import KEY_VARIABLE, REGISTER

SLUG, PARTNER, FAR = "global-coalition", "KWT", "far-register"


def main() -> int:
    """Import two packs under kills and print a table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.faults.packs", description=__doc__)
    parser.add_argument("--records", type=int, default=20_000, help="how many records the first pack has")
    parser.add_argument("--kills", type=int, default=20, help="how often the import of each pack is killed")
    parser.add_argument("--anywhere", type=int, default=3, help="kills that come at any moment")
    parser.add_argument("--longest", type=float, default=4, help="seconds after a step within which it is killed")
    parser.add_argument("--seed", type=int, default=1, help="another seed kills at other moments")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="concerted-packs-") as folder:
        os.environ.setdefault(REGISTER, str(Path(folder) / "register.sqlite3"))
        os.environ.setdefault(KEY_VARIABLE, "a key for trials alone, and long enough to be one of them")
        os.chdir(folder)
        make(os.environ[REGISTER], (SLUG,))
        return _try(Path(folder), given)


def _try(folder: Path, given: argparse.Namespace) -> int:
    from django.db import connection

    from benchmarks.faults.soundness import Soundness

    records, kills, anywhere, longest = given.records, given.kills, given.anywhere, given.longest
    chance = random.Random(given.seed)  # noqa: S311 (moments, no secrets)
    packs, sound, faults = _packs(folder, records), Soundness(), list[str]()
    print(f"{connection.vendor}: {records} records, {kills} kills of each import")
    print(f"{'':8}{'bytes':>12}{'kills':>7}{'steps kept':>12}{'seconds':>9}{'faults':>8}")
    for name, (file, wanted) in packs.items():
        start, found = time.perf_counter(), list[str]()
        kept = 0
        for number in range(kills):
            before = _done(file)
            process = concerted("pack", "import", str(file))
            # Most are killed between two steps or in one; the first few while the pack is looked over, too.
            while number >= anywhere and process.poll() is None and _done(file) == before:
                connection.close()
                time.sleep(0.2)
            time.sleep(chance.uniform(0, longest))
            kill(process)
            connection.close()
            found += [*sound.faults(), *_counted(file)]
            kept += _done(file) > before
            print(f"\r{number + 1} of {kills}, {_done(file)} records", end="", file=sys.stderr, flush=True)
        print(file=sys.stderr)
        said = _end(file)
        if said != _end(file):
            found.append("a second import says something else")
        found += [*sound.faults(), *_counted(file)]
        if (there := _there()) != wanted:
            found.append(f"{there} are there, and not {wanted}")
        seconds = time.perf_counter() - start
        print(f"{name:8}{file.stat().st_size:>12}{kills:>7}{kept:>12}{seconds:>9.0f}{len(found):>8}")
        faults += found
    used = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    print(f"largest import: {used} MB of memory")
    for fault in faults[:10]:
        print(f"  {fault}")
    return 1 if faults else 0


def _end(file: Path) -> str:
    """Import a pack to its end, however long it takes; gives what was said."""
    out, err = concerted("pack", "import", str(file)).communicate()
    if not out:
        raise RuntimeError(err)
    return out


def _packs(folder: Path, records: int) -> dict[str, tuple[Path, tuple[int, int, int]]]:
    """Write both packs as a partner's own register would; with each, how many records are then there and as they are.

    The three are those in force, those of the second edition, and those that were taken back.
    """
    from concerted.actions import pack_keys
    from concerted.cli.site import acting, now
    from concerted.ledger.keys import new_key
    from concerted.ledger.packs.change import Change, Head, Released
    from concerted.ledger.packs.writing import write
    from concerted.register.models import Coalition, Party
    from concerted.register.packing.names import own_key, own_name

    Party.objects.get_or_create(coalition=Coalition.objects.get(slug=SLUG), code=PARTNER, defaults={"name": "Kuwait"})
    key = new_key(FAR)
    pack_keys.trust(coalition=SLUG, partner=PARTNER, key=str(key.verifier), by=acting(), at=now())

    def one(number: int, edition: int) -> Change:
        said = {
            "party": PARTNER,
            "kind": "equipment",
            "summary": f"Lorry {number}, edition {edition}",
            "source": f"letter {number}",
        }
        reach = ("owner only", "coalition", "public")[number % 3]
        return Change(FAR, number, "contribution", edition, Released(reach), None, said)

    def second() -> Iterator[Change]:
        for number in range(1, records + 1):
            yield Change(FAR, number, "contribution", 2) if number % 10 == 0 else one(number, 1 + (number % 10 < 5))

    first = (one(number, 1) for number in range(1, records + 1))
    files = {}
    for place, (name, changes) in enumerate({"adding": first, "changing": second()}.items()):
        file = folder / f"{name}.pack"
        head = Head(SLUG, PARTNER, FAR, own_name(), now().isoformat(), "trials", place + 1)
        with file.open("wb") as out:
            out.writelines(write(head, changes, key=key, receiver=own_key().verifier))
        files[name] = file
    gone = records // 10
    changed = sum(0 < number % 10 < 5 for number in range(1, records + 1))
    return {
        "adding": (files["adding"], (records, 0, 0)),
        "changing": (files["changing"], (records - gone, changed, gone)),
    }


def _there() -> tuple[int, int, int]:
    from concerted.register.models import Contribution

    own = Contribution.objects.filter(owner__code=PARTNER)
    return (
        own.filter(in_force=True).count(),
        own.filter(in_force=True, summary__endswith="edition 2").count(),
        own.filter(in_force=False).count(),
    )


def _done(file: Path) -> int:
    from concerted.register.models import Pack

    one = Pack.objects.filter(sha256=_digest(file)).first()
    return one.done if one else 0


def _counted(file: Path) -> Iterator[str]:
    """Hold the counters of a pack against what is there."""
    from concerted.register.models import Carried, Contribution, Pack

    if Carried.objects.count() != Contribution.objects.filter(owner__code=PARTNER).count():
        yield "a record came without its name, or twice"
    one = Pack.objects.filter(sha256=_digest(file)).first()
    if one is None:
        return
    if file.stem == "adding" and not one.done == one.added == Contribution.objects.filter(owner__code=PARTNER).count():
        yield f"{one.done} done, {one.added} added, {Contribution.objects.count()} there"
    if file.stem == "changing" and _there()[1:] != (one.changed, one.withdrawn):
        yield f"{one.changed} changed and {one.withdrawn} withdrawn are said, and {_there()[1:]} are there"


def _digest(file: Path) -> str:
    with file.open("rb") as lines:
        lines.seek(-400, os.SEEK_END)
        return lines.read().rpartition(b'"sha256":"')[2][:64].decode()


if __name__ == "__main__":
    sys.exit(main())
