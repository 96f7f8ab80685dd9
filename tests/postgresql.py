"""Run a command against a private PostgreSQL server that goes away with it.

``python -m tests.postgresql COMMAND ...`` starts a server in a temporary folder, reachable through a socket file
alone, sets CONCERTED_REGISTER to its address and exits with the command's code, or with 69 (EX_UNAVAILABLE) where no
PostgreSQL is installed. ``initdb`` refuses root, so that root runs the server, and only the server, as ``postgres``.
"""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

UNAVAILABLE = 69


def binaries() -> Path | None:
    """The folder of the newest PostgreSQL server on this machine, or None."""
    packaged = sorted(
        Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: float(path.parts[-3]), reverse=True
    )
    if packaged:
        return packaged[0].parent
    found = shutil.which("initdb")
    return Path(found).resolve().parent if found else None


@contextmanager
def private_server(programs: Path) -> Iterator[str]:
    """Give the address of an empty database; the server stops and its files go afterwards."""
    person: dict[str, Any] = {}
    folder = Path(tempfile.mkdtemp(prefix="concerted-pg-"))
    try:
        if os.geteuid() == 0:
            owner = pwd.getpwnam("postgres")
            os.chown(folder, owner.pw_uid, owner.pw_gid)
            person = {"user": "postgres", "group": owner.pw_gid, "extra_groups": []}
        data = folder / "data"
        quiet = {"check": True, "stdout": subprocess.DEVNULL, "cwd": folder, **person}
        subprocess.run(
            [programs / "initdb", "-D", data, "-U", "concerted", "-A", "trust", "--no-sync", "--locale=C.UTF-8"],
            **quiet,
        )
        options = f"-c listen_addresses='' -c unix_socket_directories={folder} -c fsync=off -c full_page_writes=off"
        subprocess.run(
            [programs / "pg_ctl", "-D", data, "-w", "-l", folder / "log", "-o", options, "start"],
            **quiet,
        )
        try:
            yield f"postgresql://concerted@/postgres?host={folder}"
        finally:
            subprocess.run([programs / "pg_ctl", "-D", data, "-w", "-m", "immediate", "stop"], **quiet)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def main(command: list[str]) -> int:
    """Run the command with CONCERTED_REGISTER set and give its exit code."""
    programs = binaries()
    if programs is None:
        return UNAVAILABLE
    with private_server(programs) as address:
        return subprocess.run(command, env=os.environ | {"CONCERTED_REGISTER": address}, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
