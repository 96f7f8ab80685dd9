"""What every test relies on: shut sockets and, where it lies beside the project, the shared material."""

from __future__ import annotations

import ipaddress
import socket
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
# Folders whose files take minutes each. They go first, so that no worker waits at the end for another's long file;
# those of browsers after the commands, which would find their settings for event loops unsafe in a deployment.
LONG = ("secrets", "cli", "faults", "browser")


class SocketShut(RuntimeError):
    """A test tried to reach a machine other than this one."""


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's top folder."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of official texts and of files for checking that lies beside the project on some machines."""
    if not SHARED.is_dir():
        pytest.skip("the shared material is not beside the project")
    return SHARED


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let the folders with the longest files go first; all else stays in its order."""
    tests = ROOT / "tests"
    folders = {name: place for place, name in enumerate(LONG)}

    def place(item: pytest.Item) -> int:
        own = item.path.relative_to(tests).parts[0] if item.path.is_relative_to(tests) else ""
        return folders.get(own, len(LONG))

    items.sort(key=place)


def _is_here(address: Any) -> bool:
    if not isinstance(address, tuple):
        return True  # a UNIX socket's path
    try:
        return ipaddress.ip_address(address[0]).is_loopback
    except ValueError:
        return bool(address[0] == "localhost")


@pytest.fixture(autouse=True, scope="session")
def _shut_sockets() -> Any:
    """Let sockets reach this machine alone, so that no test depends on, or discloses anything to, the network."""
    patch = pytest.MonkeyPatch()
    for name in ("connect", "connect_ex", "sendto"):
        real = getattr(socket.socket, name)

        def guarded(self: socket.socket, *arguments: Any, real: Any = real) -> Any:
            if self.family != socket.AF_UNIX and not _is_here(arguments[-1]):
                raise SocketShut(f"tests reach only this machine, not {arguments[-1]}")
            return real(self, *arguments)

        patch.setattr(socket.socket, name, guarded)
    resolve = socket.getaddrinfo

    def resolved(host: Any, *arguments: Any, **more: Any) -> Any:
        # To ask for a name's address discloses the name.
        if host not in (None, "localhost"):
            try:
                resolve(host, None, flags=socket.AI_NUMERICHOST)
            except socket.gaierror as error:
                raise SocketShut(f"tests reach only this machine, not {host}") from error
        return resolve(host, *arguments, **more)

    patch.setattr(socket, "getaddrinfo", resolved)
    yield
    patch.undo()
