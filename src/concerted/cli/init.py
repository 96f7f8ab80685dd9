"""``concerted init``: make a register, or bring one up to date."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

import click

from concerted.cli.site import RegisterUnreachable, acting, maintain, now, pending, set_up
from concerted.ledger.keys import new_key
from concerted.register.place import Place, ledger_pem, place, secret_key

_KEY_BYTES = 48


@click.command("init", short_help="Make a register, or bring one up to date.")
@click.option("--register", metavar="PATH|URL", help="Where it lies; else CONCERTED_REGISTER or concerted.sqlite3.")
@click.option("--coalition", "slugs", metavar="SLUG", multiple=True, help="Set up this coalition from its file.")
@click.option("--application-role", "role", metavar="NAME", help="PostgreSQL: let the site serve as this role.")
def command(register: str | None, slugs: tuple[str, ...], role: str | None) -> None:
    """Make a register, or bring one up to date: its tables, its secret key, its coalitions.

    A second run changes only what is not yet there. A key file is made beside the register,
    readable by you alone, unless CONCERTED_SECRET_KEY is set.

    On PostgreSQL the register's owner runs this. The site serves as another role, which you make
    with CREATE ROLE and name here: it gets the rights that it needs, and the database narrows each
    of its statements to what the person who asks may see.
    """
    for line in make(register, slugs, role):
        click.echo(line)


def make(register: str | None, slugs: tuple[str, ...], role: str | None = None) -> list[str]:
    """Make or update a register and say in lines what was done.

    Raises UnknownCoalition, RegisterUnreachable, or NotFound and NotFit for a role that cannot be the application's.
    """
    from concerted.terms.coalition_file import coalition

    wanted = [coalition(slug) for slug in slugs]
    where = place(register)
    key = _key(where)
    said = [*key, *_ledger_key(where)]
    if where.path is not None and not where.path.exists():
        _own_file(where.path, b"", "the register's folder cannot be written to")
        said.append(f"Register made: {where.path}")
    set_up(register)
    try:
        steps = pending(where)
    except RegisterUnreachable:
        if key:  # a key to nothing would only puzzle
            where.key_file.unlink()
        raise
    from django.core.management import call_command

    # Also where nothing is pending: it makes the triggers anew, which an earlier run may not have come to.
    call_command("migrate", verbosity=0, interactive=False)
    # The table of limits and used codes; it is no model's.
    call_command("createcachetable", verbosity=0)
    said.append(f"Tables: {len(steps)} migrations applied" if steps else "Tables: up to date")

    maintain(where)
    said += _application_roles(role)
    from concerted.actions.coalitions import set_up as set_coalition_up

    for one in wanted:
        changed = set_coalition_up(coalition=one, by=acting(), at=now())
        said.append(f"Coalition {one.slug}: {'set up' if changed else 'up to date'}")
    return [*said, *_stages(), *_search()]


def _stages() -> list[str]:
    """Say the stage of contributions that were accepted before stages were kept."""
    from concerted.actions.stages import say_stages, waiting

    # A register with nothing to say gets no entry and no checkpoint of its own.
    count = say_stages(by=acting(), at=now()) if waiting().exists() else 0
    return [f"Contributions: {count} given the stage that their statement tells of"] if count else []


def _search() -> list[str]:
    """Make what a search finds anew if it is not what the records say, as after a change past the program."""
    from concerted.actions.searching import renew
    from concerted.ledger.verification import Outcome
    from concerted.register.verification import searches

    if all(one.outcome is Outcome.OK for one in searches.check()):
        return []
    renew(by=acting(), at=now())
    return ["Search: made anew"]


def _application_roles(role: str | None) -> list[str]:
    """Give the application's role its rights, or those that have them those on new tables, too."""
    from django.db import connection

    from concerted.register.row_security import granting

    if role is not None and connection.vendor != "postgresql":
        raise granting.NotFit("SQLite knows no roles", where="--application-role", expected="a PostgreSQL register")
    roles = granting.granted(connection) if role is None else (role,)
    for one in roles:
        granting.grant(connection, one)
    return [f"Application's role: {one}" for one in roles]


def _key(where: Place) -> list[str]:
    """Make the key file if there is no key yet."""
    if secret_key(where):
        return []
    key = secrets.token_urlsafe(_KEY_BYTES).encode()
    _own_file(where.key_file, key + b"\n", "the secret key cannot be written")
    return [f"Secret key made: {where.key_file}"]


def _ledger_key(where: Place) -> list[str]:
    """Make the key that signs the ledger if there is none yet."""
    if ledger_pem(where):
        return []
    _own_file(where.ledger_key_file, new_key("concerted").pem, "the ledger's key cannot be written")
    return [f"Key of the ledger made: {where.ledger_key_file}"]


def _own_file(path: Path, data: bytes, trouble: str) -> None:
    """Make a file that the owner alone can read; raises RegisterUnreachable if that cannot be done."""
    try:
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(data)
    except OSError as error:
        raise RegisterUnreachable(
            f"{trouble} ({error.strerror})", where=str(path), expected="a writable folder"
        ) from error
