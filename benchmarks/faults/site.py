"""The site as a process of its own that can be killed, and a person who is signed in to it."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

import httpx

PASSWORD = "kill it with nine knots"  # noqa: S105 (of an invented person in a register that vanishes)
_PROGRAM = [sys.executable, "-c", "from concerted.cli import main; main()"]


def concerted(*arguments: str, **more: Any) -> subprocess.Popen[str]:
    """Start a command in a session of its own, so that it can be killed with all that it started."""
    return subprocess.Popen(  # noqa: S603 (our own program)
        [*_PROGRAM, *arguments],
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        **more,
    )


def done(*arguments: str) -> str:
    """Run a command to its end and give what it printed; raises RuntimeError if it failed."""
    process = concerted(*arguments)
    out, err = process.communicate(timeout=120)
    if process.returncode:
        raise RuntimeError(f"{arguments}: {err or out}")
    return out


def kill(process: subprocess.Popen[str]) -> None:
    """Kill a process and all that it started, as the machine's own end would."""
    with suppress(ProcessLookupError):  # It may have ended by itself.
        os.killpg(process.pid, signal.SIGKILL)
    process.communicate()


class Site:
    """The site at a port of this machine, started when it is asked for and killed when told."""

    def __init__(self, username: str) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self._username = username
        self._process: subprocess.Popen[str] | None = None
        self.browser = httpx.Client(base_url=f"http://127.0.0.1:{self.port}", timeout=60)

    def start(self) -> None:
        """Start the site unless it runs, and wait until it answers."""
        if self._process is not None:
            return
        self._process = concerted("serve", "--port", str(self.port))
        for _ in range(200):
            try:
                self.browser.get("/sign-in/")
            except httpx.TransportError:
                time.sleep(0.1)
            else:
                return
        raise RuntimeError("the site does not start")

    def sign_in(self) -> None:
        """Sign the person in; the sign-in outlives the site's end."""
        self.start()
        page = self.browser.get("/sign-in/").text
        found = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
        sent = {"login": self._username, "password": PASSWORD, "csrfmiddlewaretoken": found[1] if found else ""}
        answer = self.browser.post("/sign-in/", data=sent)
        if answer.status_code != 302:
            raise RuntimeError(f"the sign-in is answered with {answer.status_code}")

    def post(self, address: str, data: Mapping[str, str]) -> httpx.Response:
        """Send a form, as a page of the site would."""
        token = self.browser.cookies.get("csrftoken") or ""
        return self.browser.post(address, data={**data, "csrfmiddlewaretoken": token})

    def kill(self) -> None:
        """Kill the site with all its processes."""
        if self._process is not None:
            kill(self._process)
            self._process = None
