"""Tokens of this machine's command line."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from tests.cli.test_register_commands import concerted, empty, folder  # noqa: F401


def test_a_token_is_made_listed_and_withdrawn(folder: Path) -> None:  # noqa: F811
    made = concerted(folder, "token", "make", "nightly copy", "--scope", "read", "--scope", "write:statement")
    assert made.returncode == 0, made.stderr
    assert made.stdout.startswith("Made: token 1, read, write:statement, in global-coalition, for 90 days\nToken: conc")
    with sqlite3.connect(folder / "concerted.sqlite3") as register:
        assert not any(made.stdout.split()[-1] in line for line in register.iterdump())
    assert "nightly copy\tread write:statement\tglobal-coalition\tuntil " in concerted(folder, "token", "list").stdout
    assert concerted(folder, "token", "withdraw", "1").stdout == "Withdrawn: token 1\n"
    assert concerted(folder, "token", "withdraw", "1").returncode == 2
    assert concerted(folder, "token", "make", "x", "--scope", "everything").returncode == 2
