"""Limits on attempts, against the site as it runs: they hold for every process, after a restart, for many at once."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest

from tests.cli.test_register_commands import concerted, empty, folder  # noqa: F401

Serve = Callable[[], str]


@pytest.fixture
def serve(folder: Path) -> Iterator[Serve]:  # noqa: F811
    """Start the site on one register, as often as it is asked for; gives the address of each."""
    running: list[subprocess.Popen[bytes]] = []

    def start() -> str:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        kept = {key: value for key, value in os.environ.items() if not key.startswith(("CONCERTED_", "DJANGO_"))}
        program = [sys.executable, "-c", "from concerted.cli import main; main()", "serve", "--port", str(port)]
        running.append(
            subprocess.Popen(program, cwd=folder, env=kept, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        )
        address = f"http://127.0.0.1:{port}"
        for _ in range(600):
            try:
                httpx.get(f"{address}/sign-in/", timeout=5)
            except httpx.TransportError:
                time.sleep(0.2)
            else:
                return address
        raise AssertionError("the site did not start")

    concerted(folder, "user", "add", "kamau", "--role", "secretariat")
    yield start
    for one in running:
        one.send_signal(signal.SIGTERM)
        one.wait(timeout=60)


def attempt(address: str) -> str:
    """Try to sign in; gives what the page says against it."""
    with httpx.Client(base_url=address, timeout=90) as browser:
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', browser.get("/sign-in/").text)
        assert token
        sent = {"csrfmiddlewaretoken": token[1], "login": "kamau", "password": "wrong"}
        said = re.search(r'role="alert"[^>]*>.*?<li>([^<]+)', browser.post("/sign-in/", data=sent).text, re.DOTALL)
        return said[1] if said else ""


def test_processes_count_together_and_a_restart_forgets_nothing(serve: Serve) -> None:
    one, two = serve(), serve()
    said = [attempt(address) for address in (one, two, one, two, one)]
    assert not any("Too many" in each for each in said)
    assert "Too many" in attempt(two)
    assert "Too many" in attempt(serve())


def test_many_at_once_get_no_more_attempts_than_one(serve: Serve) -> None:
    addresses = [serve(), serve()] * 8
    with ThreadPoolExecutor(16) as pool:
        said = list(pool.map(attempt, addresses))
    tried = [each for each in said if "not correct" in each]
    assert len(tried) <= 5
    assert len(tried) + len([each for each in said if "Too many" in each]) == 16
