"""Sheets from the command line: exported, edited, imported; broken off and gone on with."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.test_register_commands import concerted, empty, folder

__all__ = ["empty", "folder"]

HEAD = "party,kind,summary,amount,currency,source"


def sheet(path: Path, rows: int) -> Path:
    lines = [f"NOR,funds,Fuel {place},{1000 + place},NOK,Letter {place}" for place in range(rows)]
    path.write_text("\n".join([HEAD, *lines]))
    return path


def there(folder: Path) -> int:
    with sqlite3.connect(folder / "concerted.sqlite3") as register:
        (count,) = register.execute("SELECT count(*) FROM register_contribution").fetchone()
    return int(count)


def test_a_sheet_goes_out_and_comes_back(folder: Path) -> None:
    sheet(folder / "fuel.csv", 3)
    given = ("import", "fuel.csv", "--noun", "contributions")
    looked = concerted(folder, *given, "--preview")
    assert (looked.returncode, there(folder)) == (0, 0) and "added            3" in looked.stdout
    # Nobody is there to ask.
    unasked = concerted(folder, *given)
    assert (unasked.returncode, there(folder)) == (2, 0) and "expected your consent, or --yes" in unasked.stderr
    done = concerted(folder, *given, "--yes")
    assert done.returncode == 0 and "3 added, 0 changed" in done.stdout, done.stderr
    assert concerted(folder, "export", "contributions", "--out", "out.csv").returncode == 0
    text = (folder / "out.csv").read_text(encoding="utf-8-sig")
    (folder / "out.csv").write_text(text.replace("Fuel 1", "Diesel 1").replace("1002.00", "about 5"))
    again = concerted(folder, "import", "out.csv", "--noun", "contribution", "--yes", "--findings", "found.csv")
    assert "0 added, 1 changed, 1 unchanged, 0 held, 1 refused" in again.stdout, again.stderr
    assert "summary: Fuel 1 -> Diesel 1" in again.stdout
    assert "4,amount,critical,no number,about 5," in (folder / "found.csv").read_text()


def test_what_is_wrong_takes_one_line(folder: Path) -> None:
    (folder / "other.csv").write_text("a,b\n1,2\n")
    sheet(folder / "fuel.csv", 1)
    for arguments, what in (
        (("import", "none.csv", "--noun", "contribution"), "No such file"),
        (("import", "other.csv", "--noun", "contribution"), "none of the columns"),
        (("import", "fuel.csv", "--noun", "ship"), "nobody keeps"),
        (("import", "fuel.csv", "--noun", "contribution", "--resume"), "no import of this file broke off"),
        (("import", "fuel.csv", "--noun", "contribution", "--profile", "none"), "no profile"),
        (("import", "fuel.csv"), "--noun says what its rows are"),
        (("import", "fuel.csv", "--noun", "request", "--profile", "kiel-allocations"), "makes contributions"),
        (("import", "fuel.csv", "--profile", "kiel-allocations", "--set", "lin=4"), "no column lin"),
        (("import", "fuel.csv", "--profile", "kiel-allocations", "--set", "ships.line=4"), "no column ships"),
        (("import", "fuel.csv", "--noun", "contribution", "--sheet", "x"), "CSV has no sheet"),
        (("export", "contributions", "--out", "x.pdf"), "neither XLSX nor CSV"),
    ):
        done = concerted(folder, *arguments)
        assert done.returncode == 2 and what in done.stderr and done.stderr.count("\n") == 1, done.stderr
    assert there(folder) == 0


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL], ids=lambda one: one.name)
def test_an_import_that_breaks_off_goes_on(folder: Path, how: signal.Signals) -> None:
    rows = 4_000
    sheet(folder / "fuel.csv", rows)
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("CONCERTED_", "DJANGO_"))}
    # Whoever runs the tests in the background has its programs overlook an interrupt.
    heed = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)"
    program = [sys.executable, "-c", f"{heed}; from concerted.cli import main; main()"]
    process = subprocess.Popen(
        [*program, "import", "fuel.csv", "--noun", "contribution", "--yes"],
        cwd=folder, env=kept, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    for _ in range(3000):
        if process.poll() is not None or there(folder) > 0:
            break
        time.sleep(0.02)
    process.send_signal(how)
    _out, said = process.communicate(timeout=60)
    assert process.returncode == (130 if how == signal.SIGINT else -signal.SIGKILL), said
    written = there(folder)
    assert 0 < written < rows and written % 500 == 0
    done = concerted(folder, "import", "fuel.csv", "--noun", "contribution", "--resume", "--yes")
    assert done.returncode == 0 and f"{rows} added" in done.stdout, done.stderr
    with sqlite3.connect(folder / "concerted.sqlite3") as register:
        every = register.execute("SELECT count(*), count(DISTINCT summary) FROM register_contribution").fetchone()
        (imported,) = register.execute("SELECT count(DISTINCT record) FROM register_importedrow").fetchone()
        (entries,) = register.execute("SELECT count(*) FROM register_entry WHERE noun = 'contribution'").fetchone()
    assert every == (rows, rows) and imported == entries == rows
