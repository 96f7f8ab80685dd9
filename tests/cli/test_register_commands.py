"""A register from the command line: made, filled, checked, served; and what goes wrong takes one line."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import sqlite3
import stat
import subprocess
import sys
import time
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.made_once import made_once

STATEMENT = """Joint statement of the ministers of Kenya and Norway

Nairobi, 4 May 2021

1. We, the ministers of Kenya and Norway, met in Nairobi today.

2. We will share the tide tables of our harbours by 31 December 2021 and call on Chile to join us.
"""


def concerted(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command in a folder, with nothing of this test's own settings."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("CONCERTED_", "DJANGO_"))}
    return subprocess.run(
        [sys.executable, "-c", "from concerted.cli import main; main()", *arguments],
        cwd=folder,
        env=kept | environment,
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        check=False,
    )


def initialised(folder: Path) -> None:
    """Make a new register, which takes some twenty seconds, and a statement that is not yet in it."""
    done = concerted(folder, "init", "--coalition", "global-coalition")
    assert done.returncode == 0, done.stderr
    (folder / "tides.txt").write_text(STATEMENT)


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a new register and a statement that is not yet in it."""
    return made_once(tmp_path_factory, "empty-register", initialised)


@pytest.fixture
def folder(empty: Path, tmp_path: Path) -> Path:
    """A copy of it for one test."""
    for file in empty.iterdir():
        shutil.copy2(file, tmp_path)
    return tmp_path


def statements(folder: Path) -> int:
    with sqlite3.connect(folder / "concerted.sqlite3") as register:
        return int(register.execute("SELECT count(*) FROM register_statement").fetchone()[0])


def test_a_corrected_text_is_shown_and_then_loaded(folder: Path) -> None:
    assert concerted(folder, "load", "tides.txt").returncode == 0
    (folder / "new.txt").write_text(
        STATEMENT.replace("tide tables", "tides and tables").replace("Nairobi today", "Oslo")
    )
    told = concerted(folder, "load", "new.txt")
    assert told.returncode == 2 and "looks like a corrected text" in told.stderr and "--replaces 1" in told.stderr
    asked = concerted(folder, "load", "new.txt", "--replaces", "1")
    assert asked.returncode != 0 and "for review:" in asked.stdout
    done = concerted(folder, "load", "new.txt", "--replaces", "1", "--yes")
    assert done.returncode == 0, done.stderr
    assert done.stdout.endswith("(statement 1) is now version 2\n")
    again = concerted(folder, "load", "new.txt", "--replaces", "1")
    assert "the same bytes; nothing changed" in again.stdout
    old = concerted(folder, "load", "tides.txt")
    assert "Already there:" in old.stdout and statements(folder) == 1
    other = concerted(folder, "load", "new.txt", "--replaces", "9", "--yes")
    assert (other.returncode, "no such statement" in other.stderr) == (2, True)


def test_the_same_words_in_another_format_are_the_same_statement(folder: Path) -> None:
    assert concerted(folder, "load", "tides.txt").returncode == 0
    paragraphs = "".join(f"<p>{one}</p>" for one in STATEMENT.split("\n\n"))
    (folder / "tides.html").write_text(f"<html><body><main>{paragraphs}</main></body></html>")
    again = concerted(folder, "load", "tides.html")
    assert "the same words; nothing changed" in again.stdout, again.stdout + again.stderr
    assert statements(folder) == 1


def test_a_text_that_is_much_alike_can_be_taken_in_as_a_new_one(folder: Path) -> None:
    assert concerted(folder, "load", "tides.txt").returncode == 0
    (folder / "new.txt").write_text(STATEMENT.replace("Chile", "Peru"))
    assert concerted(folder, "load", "new.txt", "--as-new").returncode == 0
    assert statements(folder) == 2


def test_init_twice_changes_nothing(folder: Path) -> None:
    for name in ("concerted.sqlite3", "concerted.key", "concerted.ledger.pem"):
        assert stat.S_IMODE((folder / name).stat().st_mode) == 0o600
    key = (folder / "concerted.key").read_text()
    again = concerted(folder, "init", "--coalition", "global-coalition")
    assert again.stdout.splitlines() == ["Tables: up to date", "Coalition global-coalition: up to date"]
    assert (folder / "concerted.key").read_text() == key


def test_a_statement_is_taken_in_once(folder: Path) -> None:
    first = concerted(folder, "load", "tides.txt")
    assert first.returncode == 0, first.stderr
    assert first.stdout.startswith("Taken in: Joint statement of the ministers of Kenya and Norway (statement 1, ")
    assert "Reading 1 of 1: tides.txt" in first.stderr
    again = concerted(folder, "load", "tides.txt")
    assert (again.returncode, "nothing changed" in again.stdout) == (0, True)
    assert statements(folder) == 1


def test_two_programs_take_a_statement_in_at_once(folder: Path) -> None:
    with ThreadPoolExecutor(2) as pool:
        done = list(pool.map(lambda _: concerted(folder, "load", "tides.txt"), range(2)))
    assert [one.returncode for one in done] == [0, 0], [one.stderr for one in done]
    assert sorted(one.stdout.partition(":")[0] for one in done) == ["Already there", "Taken in"]
    assert statements(folder) == 1


def test_people_are_added_and_listed(folder: Path) -> None:
    added = concerted(folder, "user", "add", "kamau", "--role", "focal point", "--party", "KEN", "--full-name", "K. N.")
    assert added.stdout.startswith("Added: kamau, focal point of KEN, in global-coalition\nPassword: ")
    french = concerted(folder, "user", "add", "wanjiru", "--role", "secretariat", "--language", "fr")
    assert french.returncode == 0, french.stderr
    assert "kamau\tfocal point\tKEN\tK. N.\n" in concerted(folder, "user", "list").stdout


def test_a_sound_installation_passes_every_check(folder: Path) -> None:
    done = concerted(folder, "check")
    assert done.returncode == 0, done.stdout
    assert all(line.startswith("ok ") for line in done.stdout.splitlines())
    public = {"CONCERTED_ORIGIN": "https://record.example.org", "CONCERTED_MAIL": "smtps://mail.example.org"}
    deploy = concerted(folder, "check", "--deploy", **public)
    assert deploy.returncode == 0, deploy.stdout


@pytest.mark.parametrize(
    ("harm", "point"),
    [
        ("DROP TRIGGER register_entry_no_delete", "ledger only grows"),
        (
            "DELETE FROM django_migrations WHERE app = 'register' AND name = (SELECT max(name) FROM django_migrations "
            "WHERE app = 'register')",
            "migrations",
        ),
    ],
)
def test_harm_to_the_register_is_found(folder: Path, harm: str, point: str) -> None:
    with sqlite3.connect(folder / "concerted.sqlite3") as register:
        register.execute(harm)
    done = concerted(folder, "check")
    assert done.returncode == 1
    assert [line for line in done.stdout.splitlines() if line.startswith(f"FAILED {point}: ")]


def test_a_key_that_others_can_read_is_found(folder: Path) -> None:
    (folder / "concerted.key").chmod(0o644)
    assert "FAILED secret key: " in concerted(folder, "check").stdout


def test_a_public_site_needs_an_address(folder: Path) -> None:
    done = concerted(folder, "check", "--deploy")
    assert (done.returncode, "FAILED public address: " in done.stdout) == (1, True)


@pytest.mark.parametrize(
    ("arguments", "files", "words"),
    [
        (["load", "nothing.txt"], {}, "nothing.txt: there is no such file"),
        (["load", "empty.txt"], {"empty.txt": b""}, "empty.txt: the file is empty"),
        (["load", "tides.txt", "junk.txt"], {"junk.txt": b"\x00\x01\x02\xff" * 99}, "junk.txt: "),
        (
            ["load", "tides.txt", "soup.txt"],
            {"soup.txt": b"Two onions and a leek."},
            "soup.txt: the text is no statement",
        ),
        (["load", "tides.txt", "--coalition", "nowhere"], {}, "coalition: no coalition 'nowhere' in the register"),
        (["load", "tides.txt", "--date", "2021-05-05"], {}, "tides.txt: the date 2021-05-05 contradicts the text"),
        (["load", "tides.txt", "--date", "May"], {}, "--date: 'May' is no date"),
        (["load", "tides.txt", "tides.txt", "--date", "2021-05-04"], {}, "--date is of one statement"),
        (["load", "http://127.0.0.1:9/x"], {}, "127.0.0.1"),
        (["init", "--coalition", "nowhere"], {}, "coalition: no coalition 'nowhere' is known"),
        (["init", "--register", "no/where.sqlite3"], {}, "no/where.key: the secret key cannot be written"),
        (["init", "--register", "mysql://a/b"], {}, "CONCERTED_REGISTER: an address of the kind 'mysql'"),
        (["load", "tides.txt", "--register", "other.sqlite3"], {}, "other.sqlite3: there is no register"),
        (["serve", "--host", "0.0.0.0"], {}, "the site would answer nobody there"),  # noqa: S104 (it is refused)
        (["user", "add", "kamau", "--role", "focal point"], {}, "party: a focal point without a party"),
        (["user", "add", "kamau", "--role", "focal point", "--party", "QQQ"], {}, "party: no party 'QQQ'"),
    ],
)
def test_what_goes_wrong_takes_one_line_and_stores_nothing(
    folder: Path, arguments: list[str], files: dict[str, bytes], words: str
) -> None:
    for name, data in files.items():
        (folder / name).write_bytes(data)
    done = concerted(folder, *arguments)
    assert done.returncode == 2
    said = [line for line in done.stderr.splitlines() if not line.startswith("Reading ")]
    assert len(said) == 1, done.stderr
    assert said[0].startswith("concerted: ")
    assert words in said[0]
    assert statements(folder) == 0


def test_a_file_that_is_no_database_is_refused(folder: Path) -> None:
    (folder / "concerted.sqlite3").write_bytes(b"no database at all, but long enough to be one" * 99)
    done = concerted(folder, "load", "tides.txt")
    assert (done.returncode, "the database does not answer" in done.stderr) == (2, True)
    assert done.stderr.count("\n") == 1


def test_a_register_that_cannot_be_made_leaves_no_key(folder: Path) -> None:
    (folder / "notes.sqlite3").write_bytes(b"no database at all, but long enough to be one" * 99)
    done = concerted(folder, "init", "--register", "notes.sqlite3")
    assert (done.returncode, (folder / "notes.key").exists()) == (2, False)


def test_the_site_is_served_until_it_is_stopped(folder: Path) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("CONCERTED_", "DJANGO_"))}
    server = subprocess.Popen(
        [sys.executable, "-c", "from concerted.cli import main; main()", "serve", "--port", str(port)],
        cwd=folder,
        env=kept,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        answer = _answer(f"http://127.0.0.1:{port}/static/web/tokens.css")
        assert b"--" in answer
        busy = concerted(folder, "serve", "--port", str(port))
        assert (busy.returncode, f"127.0.0.1:{port}: it cannot be listened at" in busy.stderr) == (2, True)
    finally:
        server.send_signal(signal.SIGTERM)
        said, _ = server.communicate(timeout=20)
    assert f"The site is at http://127.0.0.1:{port}/" in said


def _answer(address: str) -> bytes:
    """Ask until the server is there, for twenty seconds at most."""
    for _ in range(100):
        try:
            with urllib.request.urlopen(address) as answer:  # noqa: S310 (an address of this machine)
                return bytes(answer.read())
        except OSError:
            time.sleep(0.2)
    raise AssertionError(f"{address} does not answer")


def test_verify_checks_the_register_and_seals_what_was_done_by_hand(folder: Path) -> None:
    done = concerted(folder, "verify")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith("checks, none failed\n")
    with sqlite3.connect(folder / "concerted.sqlite3") as register:
        register.execute("UPDATE register_coalition SET name = 'Another name'")
    assert "1 entries (1 of coalition), made past the program: 1 now have theirs" in concerted(folder, "verify").stdout
    assert "without a place" not in concerted(folder, "verify").stdout
    with sqlite3.connect(folder / "concerted.sqlite3") as register:
        register.execute("DROP TRIGGER register_coalition_keep_update")
        register.execute("UPDATE register_coalition SET name = 'A third name'")
    done = concerted(folder, "verify")
    assert (done.returncode, done.stderr) == (1, "")
    assert "FAILED triggers: 1 missing or switched off: register_coalition_keep_update" in done.stdout
    assert "name not as the ledger last says" in done.stdout


def test_verify_needs_a_register(tmp_path: Path) -> None:
    done = concerted(tmp_path, "verify")
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "there is no register" in done.stderr
