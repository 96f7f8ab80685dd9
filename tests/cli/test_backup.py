"""A register goes into one file and comes back, on both engines; what goes wrong leaves everything as it was."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import stat
import subprocess
import sys
import tarfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.test_register_commands import concerted, empty, folder, statements
from tests.postgresql import binaries, private_server

__all__ = ["empty", "folder"]


def left(folder: Path) -> list[str]:
    """What lies in a folder besides the register and its statement."""
    return sorted(one.name for one in folder.iterdir() if not one.name.startswith(("concerted.", "tides.")))


def by_hand(folder: Path, *changes: str) -> None:
    with closing(sqlite3.connect(folder / "concerted.sqlite3")) as register:
        for change in changes:
            register.execute(change)
        register.commit()


def test_a_backup_is_verified_and_comes_back(folder: Path, tmp_path: Path) -> None:
    assert concerted(folder, "load", "tides.txt").returncode == 0
    done = concerted(folder, "backup", "kept.backup")
    assert done.returncode == 0, done.stderr
    assert done.stdout.endswith("checks, none failed\n")
    assert left(folder) == ["kept.backup"]
    assert stat.S_IMODE((folder / "kept.backup").stat().st_mode) == 0o600
    with tarfile.open(folder / "kept.backup") as archive:
        assert archive.getnames() == ["manifest.json", "database"]
        manifest = json.load(archive.extractfile("manifest.json"))  # type: ignore[arg-type]
    assert manifest["ledger"]["checkpoint"].splitlines()[1] == str(manifest["ledger"]["size"])
    by_hand(folder, "UPDATE register_coalition SET name = 'Another name'")
    done = concerted(folder, "restore", "kept.backup")
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "there is a register" in done.stderr
    done = concerted(folder, "restore", "kept.backup", "--replace")
    assert done.returncode == 0, done.stderr
    assert "checks, none failed" in done.stdout
    assert left(folder) == ["kept.backup"]
    with sqlite3.connect(folder / "concerted.sqlite3") as register:
        assert register.execute("SELECT count(*) FROM register_coalition WHERE name = 'Another name'").fetchone() == (
            0,
        )
    assert statements(folder) == 1
    assert concerted(folder, "verify").returncode == 0


def test_keys_go_along_when_asked(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "elsewhere"
    other.mkdir()
    assert concerted(folder, "backup", "bare.backup").returncode == 0
    done = concerted(other, "restore", str(folder / "bare.backup"))
    assert done.returncode == 0, done.stderr
    assert "Its keys are not here" in done.stderr
    assert concerted(folder, "backup", "whole.backup", "--with-keys").returncode == 0
    done = concerted(other, "restore", str(folder / "whole.backup"), "--replace")
    assert (done.returncode, "Its keys" in done.stderr) == (0, False), done.stderr
    for name in ("concerted.key", "concerted.ledger.pem"):
        assert (other / name).read_bytes().strip() == (folder / name).read_bytes().strip()
        assert stat.S_IMODE((other / name).stat().st_mode) == 0o600
    assert concerted(other, "verify").returncode == 0


def test_a_register_that_was_tampered_with_does_not_come_back(folder: Path, tmp_path: Path) -> None:
    by_hand(
        folder,
        "DROP TRIGGER register_coalition_keep_update",
        "UPDATE register_coalition SET name = 'A third name'",
    )
    done = concerted(folder, "backup", "kept.backup")
    assert (done.returncode, "name not as the ledger last says" in done.stdout) == (1, True)
    other = tmp_path / "elsewhere"
    other.mkdir()
    done = concerted(other, "restore", str(folder / "kept.backup"))
    assert (done.returncode, "FAILED" in done.stdout) == (1, True)
    assert list(other.iterdir()) == []


def _cut(data: bytes) -> bytes:
    return data[: len(data) // 2]


def _changed(data: bytes) -> bytes:
    at = len(data) - 60_000
    return data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]


@pytest.mark.parametrize("harm", [_cut, _changed, lambda data: b"tides"], ids=["cut off", "changed", "no archive"])
def test_a_damaged_backup_changes_nothing(folder: Path, tmp_path: Path, harm: Callable[[bytes], bytes]) -> None:
    assert concerted(folder, "backup", "kept.backup").returncode == 0
    file = folder / "kept.backup"
    file.write_bytes(harm(file.read_bytes()))
    before = (folder / "concerted.sqlite3").read_bytes()
    done = concerted(folder, "restore", "kept.backup", "--replace")
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1), done.stderr
    assert (folder / "concerted.sqlite3").read_bytes() == before
    assert left(folder) == ["kept.backup"]


def test_a_full_disk_leaves_nothing_half_written(folder: Path) -> None:
    """No file of this process may grow beyond 300 kB, as on a disk without room."""
    program = (
        "import resource, signal; resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000))\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "from concerted.cli import main; main(['backup', 'kept.backup'])"
    )
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("CONCERTED_", "DJANGO_"))}
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=folder, env=kept, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr.count("\n")) == (2, 1), done.stderr
    assert left(folder) == []


def test_a_register_that_is_in_use_stays(folder: Path) -> None:
    assert concerted(folder, "backup", "kept.backup").returncode == 0
    with closing(sqlite3.connect(folder / "concerted.sqlite3")) as register:
        register.execute("BEGIN")
        register.execute("SELECT count(*) FROM register_coalition").fetchone()
        done = concerted(folder, "restore", "kept.backup", "--replace")
    assert (done.returncode, "stop the site" in done.stderr) == (2, True), done.stderr


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """A private PostgreSQL with its client programs."""
    programs = binaries()
    if programs is None or not (programs / "pg_dump").exists():
        pytest.skip("no PostgreSQL server with pg_dump is installed here (Debian: apt-get install postgresql)")
    with private_server(programs) as address:
        yield address


def test_on_postgresql_too(server: str, tmp_path: Path, empty: Path) -> None:
    import psycopg

    with psycopg.connect(server, autocommit=True) as session:
        session.execute("CREATE DATABASE pact")
    pact, copied = (server.replace("/postgres?", f"/{name}?") for name in ("pact", "copied"))
    done = concerted(tmp_path, "init", "--register", pact, "--coalition", "global-coalition")
    assert done.returncode == 0, done.stderr
    shutil.copy2(empty / "tides.txt", tmp_path)
    done = concerted(tmp_path, "backup", "kept.backup", "--register", pact)
    assert done.returncode == 0, done.stderr
    assert done.stdout.endswith("checks, none failed\n")
    done = concerted(tmp_path, "load", "tides.txt", "--register", pact)
    assert done.returncode == 0, done.stderr
    done = concerted(tmp_path, "restore", "kept.backup", "--register", pact)
    assert (done.returncode, "there is a register" in done.stderr) == (2, True), done.stderr
    for extra, address in ((["--replace"], pact), ([], copied)):
        done = concerted(tmp_path, "restore", "kept.backup", "--register", address, *extra)
        assert done.returncode == 0, done.stderr
        assert "checks, none failed" in done.stdout
        with psycopg.connect(address) as session:
            assert session.execute("SELECT count(*) FROM register_statement").fetchone() == (0,)
        assert concerted(tmp_path, "verify", "--register", address).returncode == 0
    with psycopg.connect(server) as session:
        names = {name for (name,) in session.execute("SELECT datname FROM pg_database")}
    assert names == {"postgres", "template0", "template1", "pact", "copied"}
    # Tampered with, it does not come back.
    with psycopg.connect(pact, autocommit=True) as session:
        session.execute("ALTER TABLE register_coalition DISABLE TRIGGER USER")
        session.execute("UPDATE register_coalition SET name = 'A third name'")
    assert concerted(tmp_path, "backup", "bad.backup", "--register", pact).returncode == 1
    done = concerted(tmp_path, "restore", "bad.backup", "--register", pact, "--replace")
    assert (done.returncode, "FAILED" in done.stdout) == (1, True), done.stderr
    with psycopg.connect(server) as session:
        assert {name for (name,) in session.execute("SELECT datname FROM pg_database")} == names
