"""A kill, a full disk, two programs at once, a clock that jumps back: nothing is half-written."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

from benchmarks.faults.invented import statement
from concerted.actions import commitments, review
from concerted.register.models import Checkpoint, Commitment, Entry, Leaf, StatusChange
from concerted.register.stored_tree import size
from tests.cli.test_register_commands import concerted, empty, folder
from tests.standing import AT, Register, first_reading

__all__ = ["empty", "folder"]
ROOT = Path(__file__).resolve().parents[2]
# SQLite answers a limit of pages as it does a full disk; the limit holds for the connection that sets it.
SHORT_OF_PAGES = """
from concerted.register import place
made = place._sqlite
def short(path):
    options = made(path)
    options["OPTIONS"]["init_command"] += "PRAGMA max_page_count={};"
    return options
place._sqlite = short
from concerted.cli import main
main()
"""


def test_a_program_that_is_killed_leaves_nothing_half_written() -> None:
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("CONCERTED_", "DJANGO_"))}
    path = os.pathsep.join([str(ROOT), *filter(None, [kept.get("PYTHONPATH")])])
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.faults", "--kills", "4", "--seed", "7"],
        env=kept | {"PYTHONPATH": path},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "sqlite: 4 kills" in done.stdout


def test_a_full_disk_is_said_and_leaves_nothing(folder: Path) -> None:
    (folder / "a.txt").write_text(statement(1, sentences=200))
    with sqlite3.connect(folder / "concerted.sqlite3") as register:
        (pages,) = register.execute("PRAGMA page_count").fetchone()
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("CONCERTED_", "DJANGO_"))}
    full = subprocess.run(
        [sys.executable, "-c", SHORT_OF_PAGES.format(pages + 20), "load", "a.txt"],
        cwd=folder,
        env=kept,
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        check=False,
    )
    assert full.returncode == 2, full.stderr
    assert full.stderr.splitlines()[-1].startswith(
        "concerted: register: the disk is full, what was being written is not stored"
    )
    with sqlite3.connect(folder / "concerted.sqlite3") as register:
        counts = [
            register.execute(f"SELECT count(*) FROM register_{name}").fetchone()  # noqa: S608 (our own names)
            for name in ("statement", "finding", "original", "searchentry")
        ]
        (open_acts,) = register.execute("SELECT count(*) FROM register_context WHERE act <> ''").fetchone()
    assert counts[:3] == [(0,)] * 3 and open_acts == 0
    assert concerted(folder, "load", "a.txt").stdout.startswith("Taken in:")


def test_two_programs_write_at_once(folder: Path) -> None:
    for number in range(6):
        (folder / f"{number}.txt").write_text(statement(number, sentences=5))
    with ThreadPoolExecutor(2) as pool:
        names = [[f"{number}.txt" for number in range(start, 6, 2)] for start in range(2)]
        done = list(pool.map(lambda those: concerted(folder, "load", *those), names))
    assert [one.returncode for one in done] == [0, 0], [one.stderr for one in done]
    with sqlite3.connect(folder / "concerted.sqlite3") as register:
        (taken,) = register.execute("SELECT count(*) FROM register_statement").fetchone()
        leaves, last = register.execute('SELECT count(*), max("index") + 1 FROM register_leaf').fetchone()
        (entries,) = register.execute("SELECT count(*) FROM register_entry").fetchone()
        (signed,) = register.execute("SELECT max(size) FROM register_checkpoint").fetchone()
    assert taken == 6
    assert leaves == last == entries == signed


def test_a_clock_that_jumps_back_changes_no_order(register: Register) -> None:
    taken = register.take_in(first_reading())
    review.accept_statement(statement=taken.statement, by=register.people.secretariat, at=AT)
    promise = Commitment.objects.order_by("pk")[0]
    for status, at in (("in progress", AT + timedelta(days=2)), ("fulfilled", AT - timedelta(days=400))):
        commitments.change_status(
            commitment=promise.pk, status=status, evidence="a report", by=register.people.secretariat, at=at
        )
    promise.refresh_from_db()
    assert promise.status == "fulfilled"
    assert [one.status for one in StatusChange.objects.all()] == ["in progress", "fulfilled"]
    entries = list(Entry.objects.filter(noun="commitment", record=str(promise.pk)).order_by("leaf__index"))
    assert [one.at for one in entries[-2:]] == [AT + timedelta(days=2), AT - timedelta(days=400)]
    assert Leaf.objects.count() == size() == Checkpoint.objects.order_by("-size")[0].size
