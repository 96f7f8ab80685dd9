"""Ctrl-C and SIGTERM in the middle of a command leave nothing half-written, and one line says so."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.test_backup import left, server
from tests.cli.test_register_commands import concerted, empty, folder, statements

__all__ = ["empty", "folder", "server"]
# In the middle of the walk over the ledger, which verifying, copying and restoring have in common.
PROGRAM = """
import os, signal
from concerted.ledger.growing import Growing

append = Growing.append

def interrupted(tree, leaf):
    if tree.size == 20:
        os.kill(os.getpid(), signal.{signal})
    return append(tree, leaf)

Growing.append = interrupted
from concerted.cli import main

main({arguments})
"""
SIGNALS = pytest.mark.parametrize("name", ["SIGINT", "SIGTERM"])


def interrupted(folder: Path, name: str, *arguments: str, program: str = PROGRAM) -> str:
    """Run a command that is interrupted, and give what it says."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("CONCERTED_", "DJANGO_"))}
    done = subprocess.run(
        [sys.executable, "-c", program.format(signal=name, arguments=list(arguments))],
        cwd=folder,
        env=kept,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr.count("\n")) == (130, 1), done.stderr
    return done.stderr


@SIGNALS
def test_verifying_is_broken_off(folder: Path, name: str) -> None:
    before = (folder / "concerted.sqlite3").read_bytes()
    said = interrupted(folder, name, "verify")
    assert said == "interrupted: not every check was made; the register is as it was\n"
    assert (folder / "concerted.sqlite3").read_bytes() == before


@SIGNALS
def test_a_backup_is_not_half_there(folder: Path, name: str) -> None:
    assert interrupted(folder, name, "backup", "kept.backup") == "interrupted: kept.backup was not written\n"
    assert left(folder) == []
    assert concerted(folder, "backup", "kept.backup").returncode == 0


@SIGNALS
def test_a_register_is_not_half_restored(folder: Path, name: str) -> None:
    assert concerted(folder, "backup", "kept.backup").returncode == 0
    assert concerted(folder, "load", "tides.txt").returncode == 0
    register = folder / "concerted.sqlite3"
    said = interrupted(folder, name, "restore", "kept.backup", "--replace")
    assert said == f"interrupted: {register} is as it was\n"
    assert left(folder) == ["kept.backup"]
    assert statements(folder) == 1


IN_PLACE = """
import os, signal
from concerted.register.backup import sqlite

put_in_place = sqlite.put_in_place

def interrupted(*arguments):
    os.kill(os.getpid(), signal.{signal})
    put_in_place(*arguments)

sqlite.put_in_place = interrupted
from concerted.cli import main

main({arguments})
"""


@SIGNALS
def test_the_last_steps_of_restoring_are_not_broken_off(folder: Path, tmp_path: Path, name: str) -> None:
    assert concerted(folder, "backup", "kept.backup", "--with-keys").returncode == 0
    other = tmp_path / "elsewhere"
    other.mkdir()
    said = interrupted(other, name, "restore", str(folder / "kept.backup"), program=IN_PLACE)
    assert said == f"interrupted: {other / 'concerted.sqlite3'} is restored\n"
    assert sorted(one.name for one in other.iterdir()) == [
        "concerted.key",
        "concerted.ledger.pem",
        "concerted.sqlite3",
    ]
    assert concerted(other, "verify").returncode == 0


def test_on_postgresql_no_database_is_left(server: str, tmp_path: Path) -> None:
    import psycopg

    def databases() -> set[str]:
        with psycopg.connect(server) as session:
            return {name for (name,) in session.execute("SELECT datname FROM pg_database")}

    with psycopg.connect(server, autocommit=True) as session:
        session.execute("CREATE DATABASE pact")
    pact, copied = (server.replace("/postgres?", f"/{name}?") for name in ("pact", "copied"))
    assert concerted(tmp_path, "init", "--register", pact, "--coalition", "global-coalition").returncode == 0
    assert "not every check was made" in interrupted(tmp_path, "SIGINT", "verify", "--register", pact)
    said = interrupted(tmp_path, "SIGTERM", "backup", "kept.backup", "--register", pact)
    assert said == "interrupted: kept.backup was not written\n"
    assert left(tmp_path) == []
    assert concerted(tmp_path, "backup", "kept.backup", "--register", pact).returncode == 0
    before = databases()
    for register, more in ((copied, []), (pact, ["--replace"])):
        said = interrupted(tmp_path, "SIGTERM", "restore", "kept.backup", "--register", register, *more)
        assert said.endswith("is as it was\n")
        assert databases() == before
    assert concerted(tmp_path, "verify", "--register", pact).returncode == 0
