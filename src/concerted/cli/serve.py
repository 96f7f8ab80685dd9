"""``concerted serve``: start the site."""

from __future__ import annotations

import os
import socket
import sys

import click

from concerted.cli.site import open_guarded
from concerted.terms.errors import ConcertedError

APPLICATION = "concerted.site.wsgi:application"
_HERE = ("127.0.0.1", "localhost", "::1")
_THREADS = 8


class CannotServe(ConcertedError):
    """The site cannot be started at this address."""


@click.command("serve", short_help="Start the site.")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen at.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535), help="The port to listen at.")
@click.option("--register", metavar="PATH|URL", help="Where the register lies; else CONCERTED_REGISTER.")
def command(host: str, port: int, register: str | None) -> None:
    """Start the site, for this machine alone unless --host and CONCERTED_ORIGIN say otherwise. Ctrl-C stops it."""
    open_guarded(register)
    run(host, port)


def run(host: str, port: int) -> None:
    """Serve until interrupted: gunicorn takes this process over, one worker with threads, as SQLite likes it."""
    if host not in _HERE and not os.environ.get("CONCERTED_ORIGIN"):
        raise CannotServe(
            "the site would answer nobody there", where=f"--host {host}", expected="CONCERTED_ORIGIN with its address"
        )
    _require_free(host, port)
    address = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
    click.echo(f"The site is at http://{address}/ (Ctrl-C stops it)")
    sys.stdout.flush()
    options = ["--bind", address, "--worker-class", "gthread", "--threads", str(_THREADS), "--log-level", "warning"]
    quiet = ["--no-control-socket"]
    os.execv(sys.executable, [sys.executable, "-m", "gunicorn", *options, *quiet, APPLICATION])  # noqa: S606


def _require_free(host: str, port: int) -> None:
    """Make sure that the port can be listened at; raises CannotServe if not."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        with socket.socket(family) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((host, port))
    except OSError as error:
        raise CannotServe(
            f"it cannot be listened at ({error.strerror})", where=f"{host}:{port}", expected="a free --port"
        ) from error
