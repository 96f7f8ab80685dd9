"""``concerted restore``: a register out of one file."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import click

from concerted.cli.interruption import saying, uninterrupted
from concerted.cli.site import maintain, pending, set_up
from concerted.cli.verify import report
from concerted.ledger.keys import verifier_key
from concerted.ledger.verification import Finding, Outcome
from concerted.register.backup import postgresql, sqlite
from concerted.register.backup.archive import (
    DATABASE,
    LEDGER_KEY,
    SECRET_KEY,
    BackupFailed,
    Manifest,
    folder_beside,
    unpack,
)
from concerted.register.place import KEY_VARIABLE, LEDGER_KEY_VARIABLE, Place, ledger_key, ledger_pem, place, secret_key

# Restoring is not signing in: any key does for that long.
_NO_KEY = "restoring-without-the-key-of-the-site-0000000000000"


@click.command("restore", short_help="Put a register back out of its backup.")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--replace", is_flag=True, help="Put it in the place of a register that is there; that one is gone then.")
@click.option("--register", metavar="PATH|URL", help="Where it is to lie; else CONCERTED_REGISTER.")
def command(file: Path, replace: bool, register: str | None) -> None:
    """Restore FILE beside the register's place, verify it there, and only then put it in its place.

    A register is put back on the engine that it was copied from. Its keys come from the backup, if it was made with
    them, else they are to lie where the new register looks for them. Exit code 1 if a check fails: nothing is changed.
    """
    where = place(register)
    done: list[Manifest] = []
    with saying(lambda: f"{where.name} is restored" if done else f"{where.name} is as it was"):
        manifest = _restored(file, replace, where, done)
    click.echo(f"{where.name}: restored as of {manifest.at}, {manifest.size} entries", err=True)
    if not secret_key(where) or not ledger_pem(where):
        click.echo(f"Its keys are not here: put them at {where.key_file} and {where.ledger_key_file}.", err=True)


def _restored(file: Path, replace: bool, where: Place, done: list[Manifest]) -> Manifest:
    """Unpack, verify and put in place; what was put in place stands in ``done``."""
    with folder_beside(where.path or Path.cwd() / "register") as folder:
        manifest = unpack(file, folder)
        _fits(manifest, where, replace)
        keys = _keys(folder, where, replace)
        if where.path:
            copied = folder / DATABASE
            _report(str(copied), manifest)
            with uninterrupted():
                sqlite.put_in_place(copied, where.path)
                keys()
                done.append(manifest)
        else:
            with postgresql.restored(where, folder / DATABASE) as (name, temporary):
                _report(_address(temporary), manifest)
                with uninterrupted():
                    postgresql.put_in_place(where, name)
                    keys()
                    done.append(manifest)
    return manifest


def _fits(manifest: Manifest, where: Place, replace: bool) -> None:
    engine = "sqlite" if where.path else "postgresql"
    if manifest.engine != engine:
        raise BackupFailed(f"it was copied from {manifest.engine}", where=where.name, expected="a register there")
    taken = where.path.exists() if where.path else postgresql.exists(where) and not postgresql.is_empty(where)
    if taken and not replace:
        raise BackupFailed("there is a register", where=where.name, expected="--replace, or another place")


def _keys(folder: Path, where: Place, replace: bool) -> Callable[[], None]:
    """Take the keys for verifying, and give what puts them in their files; others that lie there are in the way."""
    files = {SECRET_KEY: where.key_file, LEDGER_KEY: where.ledger_key_file}
    own = {SECRET_KEY: secret_key(where), LEDGER_KEY: ledger_pem(where)}
    brought = {name: (folder / name).read_text("ascii") for name in files if (folder / name).exists()}
    for name, text in brought.items():
        if own[name] and own[name].strip() != text.strip() and not replace:
            raise BackupFailed("another key lies there", where=str(files[name]), expected="--replace, or another place")
    os.environ[KEY_VARIABLE] = brought.get(SECRET_KEY) or own[SECRET_KEY] or _NO_KEY
    os.environ[LEDGER_KEY_VARIABLE] = brought.get(LEDGER_KEY) or own[LEDGER_KEY]

    def put() -> None:
        del os.environ[KEY_VARIABLE], os.environ[LEDGER_KEY_VARIABLE]
        for name in brought:
            os.replace(folder / name, files[name])

    return put


def _verified(address: str, manifest: Manifest) -> Iterator[Finding]:
    """Check what was restored: against its manifest first, then against its ledger."""
    from concerted.cli.register_checks import checks

    temporary = set_up(address)
    if missing := pending(temporary):
        from django.core.management import call_command

        call_command("migrate", verbosity=0, interactive=False)
        yield Finding(Outcome.NOTE, "tables", f"of an earlier version: {len(missing)} migrations applied")
    maintain(temporary)
    yield from _secured(manifest)
    from django.conf import settings

    from concerted.ledger.checkpoints import checkpoint

    own = ledger_key(settings.LEDGER_KEY)
    key = verifier_key(manifest.key, where="manifest") if manifest.key else None
    if own and key and own.verifier != key:
        yield Finding(Outcome.FAILED, "key", f"the key here is {own.verifier}", f"the backup's, {key}")
    kept = [checkpoint(manifest.checkpoint, where="manifest")] if manifest.checkpoint else []
    yield from checks(kept, key)


def _secured(manifest: Manifest) -> Iterator[Finding]:
    """Narrow the rows on PostgreSQL again, and let the application's roles that are here serve."""
    if manifest.engine != "postgresql":
        return
    from django.db import connection

    from concerted.register.backup.securing import secure

    for role in secure(connection, manifest.roles):
        what = f"{role} is no role here; CREATE ROLE {role} LOGIN, then `concerted init --application-role {role}`"
        yield Finding(Outcome.NOTE, "application's role", what)


def _report(address: str, manifest: Manifest) -> None:
    """Print what was found and let go of the restored register; exits with 1 if a check failed."""
    from django.db import connection

    report(_verified(address, manifest))
    connection.close()


def _address(where: Place) -> str:
    from urllib.parse import quote, urlencode

    options = where.options
    password = f":{quote(str(options['PASSWORD']), safe='')}" if options.get("PASSWORD") else ""
    query = {**options["OPTIONS"], **{key.lower(): options[key] for key in ("HOST", "PORT") if options.get(key)}}
    user = quote(str(options.get("USER") or ""), safe="")
    return f"postgresql://{user}{password}@/{quote(str(options['NAME']), safe='')}?{urlencode(query)}"
