"""The ways that are measured, each in a process of its own that does nothing else."""

from __future__ import annotations

import csv
import io
import multiprocessing
import os
import resource
import time
from collections.abc import Callable
from pathlib import Path

from concerted.formats.sheets import open_sheet


def measured(work: Callable[[], float]) -> tuple[float, float]:
    """Give the seconds of a work, and the most memory (MB) of the process that did nothing else."""
    context = multiprocessing.get_context("spawn")
    with context.Pool(1) as pool:
        return pool.apply(_one, (work,))


def _one(work: Callable[[], float]) -> tuple[float, float]:
    seconds = work()
    return seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _read(name: str) -> float:
    with Path(name).open("rb") as file:
        return _timed(lambda: sum(1 for _ in open_sheet(file, name).rows))


def xlsx() -> float:
    """Read the workbook as Concerted does."""
    return _read("rows.xlsx")


def delimited() -> float:
    """Read the CSV as Concerted does."""
    return _read("rows.csv")


def calamine() -> float:
    """Read the workbook by python-calamine."""
    from python_calamine import CalamineWorkbook

    return _timed(lambda: sum(1 for _ in CalamineWorkbook.from_path("rows.xlsx").get_sheet_by_index(0).iter_rows()))


def standard() -> float:
    """Read the CSV by the standard library."""
    return _timed(lambda: sum(1 for _ in csv.reader(io.StringIO(Path("rows.csv").read_text()))))


def _register(name: str) -> None:
    from concerted.cli.init import make
    from concerted.register.place import KEY_VARIABLE, REGISTER

    os.environ[REGISTER] = str(Path(name).absolute())
    os.environ[KEY_VARIABLE] = "a key for trials alone, and long enough to be one of them"
    make(os.environ[REGISTER], ("global-coalition",))


def imported() -> float:
    """Import the rows: read, compared, written, with ledger and search."""
    _register("imported.sqlite3")
    from concerted.actions.imports import deciding, taking_in, working
    from concerted.cli.site import acting, now

    by = acting()

    def work() -> None:
        with Path("rows.csv").open("rb") as file:
            *_before, last = taking_in.take_in(
                file, "rows.csv", coalition="global-coalition", noun="contribution", by=by, clock=now
            )
        for _step in working.steps(last.number, last.state, by, now):
            pass
        deciding.start(number=last.number, by=by, at=now())
        for _step in working.steps(last.number, "writing", by, now):
            pass

    return _timed(work)


def bare() -> float:
    """Write the rows by ``bulk_create``, with no trigger, comparison or search."""
    _register("bare.sqlite3")
    from django.db import connection, transaction

    from concerted.register.models import Coalition, Contribution, Party, Release

    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        for (name,) in cursor.fetchall():
            cursor.execute(f'DROP TRIGGER "{name}"')
    home = Coalition.objects.get()
    parties = {one.code: one for one in Party.objects.filter(coalition=home)}
    some, release = next(iter(parties.values())), Release.objects.filter(coalition=home)[0]

    def work() -> None:
        with Path("rows.csv").open() as file, transaction.atomic():
            Contribution.objects.bulk_create(
                (
                    Contribution(
                        coalition=home, release=release, party=parties.get(row["party"], some), kind=row["kind"],
                        summary=row["summary"], amount=row["amount"], currency=row["currency"], first=row["first"],
                        source=row["source"],
                    )
                    for row in csv.DictReader(file)
                ),
                batch_size=500,
            )  # fmt: skip

    return _timed(work)
