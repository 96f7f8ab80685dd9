"""``concerted backup``: the register in one file."""

from __future__ import annotations

import os
import shutil
from collections.abc import Generator, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import click

from concerted.cli.interruption import saying
from concerted.cli.site import maintain, now, open_register
from concerted.cli.verify import report
from concerted.ledger.verification import Finding
from concerted.register.backup.archive import DATABASE, LEDGER_KEY, SECRET_KEY, folder_beside, pack
from concerted.register.place import KEY_VARIABLE, LEDGER_KEY_VARIABLE, Place, ledger_key, ledger_pem, place, secret_key


@click.command("backup", short_help="Copy the register into one file.")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--with-keys", is_flag=True, help="Put the site's key and the ledger's private key in as well.")
@click.option("--register", metavar="PATH|URL", help="Where the register lies; else CONCERTED_REGISTER.")
def command(file: Path, with_keys: bool, register: str | None) -> None:
    """Copy the register into FILE as it stands at one moment, while people go on working, and verify the copy.

    FILE holds the whole record and is readable by you alone. The keys stay out of it unless you say --with-keys:
    whoever has them signs as the ledger. Exit code 1 if a check of the ledger failed; FILE is made all the same.
    """
    made: list[Path] = []
    with (
        saying(lambda: f"{file} is made" if made else f"{file} was not written"),
        closing(_backed_up(file.absolute(), with_keys, register, made)) as findings,
    ):
        report(findings)


def _backed_up(file: Path, with_keys: bool, register: str | None, made: list[Path]) -> Generator[Finding, None, None]:
    where = place(register)
    with folder_beside(file) as folder:
        about: dict[str, Any] = {"at": now().isoformat(timespec="seconds")}
        if with_keys:
            _keys(where, folder)
        if where.path:
            yield from _sqlite(where.path, folder, about, register)
        else:
            yield from _postgresql(where, folder, about, register)
        pack(folder, file, about)
        made.append(file)
    click.echo(f"{file}: {file.stat().st_size} bytes", err=True)


def _keys(where: Place, folder: Path) -> None:
    for name, text in ((SECRET_KEY, secret_key(where)), (LEDGER_KEY, ledger_pem(where))):
        if text:
            with os.fdopen(os.open(folder / name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
                file.write(text)


def _sqlite(source: Path, folder: Path, about: dict[str, Any], register: str | None) -> Iterator[Finding]:
    """Copy the file; what is verified is the copy."""
    from concerted.cli.register_checks import checks
    from concerted.register.backup.sqlite import copy

    original = place(register)
    if not source.exists():
        open_register(register)  # says what is missing
    copied = folder / "copy"
    copy(source, copied)
    # The verified copy gets side files of its own; what is packed is as it was copied.
    shutil.copyfile(copied, folder / DATABASE)
    os.environ[KEY_VARIABLE], os.environ[LEDGER_KEY_VARIABLE] = secret_key(original), ledger_pem(original)
    open_register(str(copied))
    yield from checks((), None)
    about |= {"engine": "sqlite", "ledger": _ledger()}


def _postgresql(where: Place, folder: Path, about: dict[str, Any], register: str | None) -> Iterator[Finding]:
    """Dump the database and verify it, both in the same snapshot."""
    from concerted.cli.register_checks import checks
    from concerted.register.backup.postgresql import dump
    from concerted.register.snapshot import exported

    maintain(open_register(register))
    from django.db import connection

    from concerted.register.row_security.granting import granted

    with exported() as snapshot:
        dump(where, folder / DATABASE, snapshot)
        about |= {"engine": "postgresql", "ledger": _ledger(), "roles": granted(connection)}
        yield from checks((), None)


def _ledger() -> dict[str, Any]:
    from django.conf import settings

    from concerted.register.stored_tree import last_note, size

    key = ledger_key(settings.LEDGER_KEY)
    return {"size": size(), "checkpoint": last_note(), "key": str(key.verifier) if key else None}
