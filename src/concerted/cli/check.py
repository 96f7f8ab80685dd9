"""``concerted check``: is everything in place?"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable, Iterator

import click

from concerted.cli.deployment import POINTS
from concerted.cli.site import pending, set_up
from concerted.register.place import KEY_VARIABLE, Place, secret_key
from concerted.terms.errors import ConcertedError

# Static files without which no page can be used: ours, and one out of a package.
_STATIC = ("web/tokens.css", "web/page.css", "django_htmx/htmx-2.min.js")


class Wrong(ConcertedError):
    """A check has failed."""


@click.command("check", short_help="Check the installation.")
@click.option("--deploy", is_flag=True, help="Check also what a public site needs.")
@click.option("--register", metavar="PATH|URL", help="Where the register lies; else CONCERTED_REGISTER.")
def command(deploy: bool, register: str | None) -> None:
    """Check the installation and the register: one line for each point, exit code 1 if one fails."""
    failed = 0
    for name, trouble in results(register, deploy=deploy):
        failed += trouble is not None
        click.echo(f"{'ok    ' if trouble is None else 'FAILED'} {name}{f': {trouble}' if trouble else ''}")
    if failed:
        sys.exit(1)


def results(register: str | None, *, deploy: bool) -> Iterator[tuple[str, str | None]]:
    """Try each point in turn; gives its name, and what is wrong with it or None."""
    where = set_up(register)
    points: list[tuple[str, Callable[[Place], None]]] = [
        ("vocabulary", _vocabulary),
        ("coalitions", _coalitions),
        ("secret key", _key),
        ("register", _register),
        ("migrations", _migrations),
        ("ledger only grows", _triggers),
        ("static files", _static),
    ]
    if deploy:
        points += POINTS
    for name, point in points:
        try:
            point(where)
        except ConcertedError as error:
            yield name, str(error)
        else:
            yield name, None


def _vocabulary(where: Place) -> None:
    from concerted.terms.parties import parties

    if not parties():
        raise Wrong("no parties", where="vocabulary", expected="states and organisations")


def _coalitions(where: Place) -> None:
    from concerted.terms.coalition_file import coalitions

    coalitions()


def _key(where: Place) -> None:
    if not secret_key(where):
        raise Wrong("there is none", where=str(where.key_file), expected="`concerted init` to be run")
    if not os.environ.get(KEY_VARIABLE) and stat.S_IMODE(where.key_file.stat().st_mode) & 0o077:
        raise Wrong("others can read it", where=str(where.key_file), expected="mode 0600")


def _register(where: Place) -> None:
    if where.path is not None and not where.path.exists():
        raise Wrong("there is none", where=where.name, expected="`concerted init` to be run")
    pending(where)


def _migrations(where: Place) -> None:
    if missing := pending(where) if where.path is None or where.path.exists() else ["all"]:
        raise Wrong(f"{len(missing)} not applied", where=where.name, expected="`concerted init` to be run")


def _triggers(where: Place) -> None:
    from django.db import connection

    from concerted.register.triggers import missing

    _register(where)
    if lacking := missing(connection):
        raise Wrong(f"{', '.join(lacking)} missing", where=where.name, expected="a register with its triggers")


def _static(where: Place) -> None:
    from django.contrib.staticfiles import finders

    if lacking := [name for name in _STATIC if finders.find(name) is None]:
        raise Wrong(f"{', '.join(lacking)} missing", where="static files", expected="a complete installation")
