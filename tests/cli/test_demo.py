"""`concerted demo`: from nothing to a record, a second run that changes nothing, a site that ends cleanly."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

PROGRAM = [str(Path(sys.executable).with_name("concerted")), "demo", "--register"]
# As a newcomer's shell has it, without what the test session sets.
ENVIRONMENT = {name: value for name, value in os.environ.items() if not name.startswith(("CONCERTED_", "DJANGO_"))}


def run(register: Path, *more: str) -> str:
    done = subprocess.run(
        [*PROGRAM, str(register), "--no-serve", *more],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        env=ENVIRONMENT,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("demo") / "var" / "demo.sqlite3"


@pytest.fixture(scope="module")
def first_run(register: Path) -> str:
    return run(register)


def test_the_first_run_prints_what_was_read(first_run: str) -> None:
    assert first_run.count("Taken in:") == 2
    for heading in ("Statements", "Partners", "Lines of effort", "Commitments", "Instruments", "Meetings"):
        assert re.search(rf"(?m)^{heading}", first_run), heading
    assert "100% reviewed" in first_run
    assert re.search(r"\b(4\d|50)% reviewed", first_run), "the last statement is to be half open"
    assert "none yet" not in first_run


def test_the_plenary_must_meet_again_by_a_day_and_a_passage(first_run: str) -> None:
    assert "must meet again by 1 June 2015, 180 days from 3 December 2014" in " ".join(first_run.split())
    assert "within 180 days" in first_run


def test_everybody_who_can_sign_in_is_named_with_the_password(first_run: str) -> None:
    for name in ("secretariat", "focal", "reader", "password: plenary in 180 days\n"):
        assert name in first_run


def test_a_second_run_changes_nothing_and_says_so(register: Path, first_run: str) -> None:
    again = run(register)
    assert again.count("Already there:") == 2
    assert "Taken in" not in again
    shown = "Global Coalition to Defeat ISIS\n\nStatements"
    assert again.partition(shown)[2] == first_run.partition(shown)[2] != ""


def test_the_site_starts_at_the_next_free_port_and_ends_on_interrupt(register: Path, first_run: str) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        site = subprocess.Popen(
            [*PROGRAM, str(register), "--port", str(port)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env=ENVIRONMENT | {"PYTHONUNBUFFERED": "1"},
        )
        try:
            assert site.stdout is not None
            said = ""
            while not (found := re.search(r"http://127\.0\.0\.1:(\d+)/", said)):
                line = site.stdout.readline()
                assert line, f"it ended early: {said}"
                said += line
            assert int(found[1]) > port
            assert "Sign in" in answer(found[0])
            site.send_signal(signal.SIGINT)
            _, errors = site.communicate(timeout=20)
        finally:
            site.kill()
    assert site.returncode == 0
    assert "Traceback" not in errors


def answer(address: str) -> str:
    """What the site answers once it listens."""
    for _ in range(100):
        try:
            with urllib.request.urlopen(address, timeout=10) as response:  # noqa: S310
                return str(response.read().decode())
        except OSError:
            time.sleep(0.1)
    raise AssertionError("the site does not answer")
