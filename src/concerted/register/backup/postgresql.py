"""A register on PostgreSQL by the server's own programs, ``pg_dump`` and ``pg_restore``, as found on the machine."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from uuid import uuid4

from concerted.register.backup.archive import BackupFailed
from concerted.register.place import Place
from concerted.register.triggers.recording import MAINTENANCE

# Lines of pg_restore's list of contents: a number, two object ids, and what it is.
_SECURITY = re.compile(r"\d+; \d+ \d+ (?:POLICY|ROW SECURITY) ")
_PACKAGED = Path("/usr/lib/postgresql")


def dump(where: Place, target: Path, snapshot: str) -> None:
    """Write the database as it stands in a snapshot that a transaction of ours has exported.

    For the tables' owner, who sees every row when it says so: row-level security would narrow anybody else's copy.
    """
    arguments = ("--format=custom", f"--snapshot={snapshot}", "--no-owner", "--enable-row-security")
    _run("pg_dump", where, *arguments, f"--file={target}")


@contextmanager
def restored(where: Place, source: Path) -> Iterator[tuple[str, Place]]:
    """Restore into a new database beside the register's own; gives its name and place, and drops it if it is left.

    Without rights and row-level security, which name roles that this server may not have: see ``securing``.
    """
    name = f"{where.options['NAME']}_restoring_{uuid4().hex[:8]}"
    temporary = Place(None, {**where.options, "NAME": name})
    _sql(where, f'CREATE DATABASE "{name}" TEMPLATE template0')
    try:
        every = _run("pg_restore", None, "--list", str(source)).splitlines()
        wanted = source.with_name("contents")
        wanted.write_text("\n".join(one for one in every if not _SECURITY.match(one)) + "\n", encoding="utf-8")
        how = ("--no-owner", "--no-privileges", f"--use-list={wanted}", "--exit-on-error", "--single-transaction")
        _run("pg_restore", temporary, *how, str(source))
        yield name, temporary
    finally:
        # An interrupted program of PostgreSQL's may be about to leave it.
        _sql(where, f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


def put_in_place(where: Place, name: str) -> None:
    """Give the restored database the register's name; the former one goes when that is done."""
    own = str(where.options["NAME"])
    former = f"{own}_before_{uuid4().hex[:8]}"
    known = exists(where)
    if known:
        _sql(where, f'ALTER DATABASE "{own}" RENAME TO "{former}"')
    try:
        _sql(where, f'ALTER DATABASE "{name}" RENAME TO "{own}"')
    except BackupFailed:
        if known:
            _sql(where, f'ALTER DATABASE "{former}" RENAME TO "{own}"')
        raise
    if known:
        _sql(where, f'DROP DATABASE "{former}"')


def exists(where: Place) -> bool:
    """Tell whether there is a database of the register's name."""
    return bool(_sql(where, "SELECT 1 FROM pg_database WHERE datname = %s", [where.options["NAME"]]))


def is_empty(where: Place) -> bool:
    """Tell whether the register's database holds no table."""
    return not _sql(where, "SELECT 1 FROM pg_tables WHERE schemaname = 'public' LIMIT 1", own=True)


def program(name: str) -> str:
    """Find a program of PostgreSQL, the newest that is installed; raises BackupFailed."""
    packaged = sorted(_PACKAGED.glob(f"*/bin/{name}"), key=lambda path: float(path.parts[-3]))
    found = str(packaged[-1]) if packaged else shutil.which(name)
    if not found:
        raise BackupFailed(f"there is no {name}", where="this machine", expected="PostgreSQL's client programs")
    return found


def _run(name: str, where: Place | None, *arguments: str) -> str:
    """Run a program of PostgreSQL's, on a register's database if one is given, and give what it writes."""
    environment, database = dict(os.environ), []
    if where:
        options = f"{where.options['OPTIONS'].get('options', '')} -c {MAINTENANCE}=on".strip()
        database = ["--dbname", _address(where, dbname=str(where.options["NAME"]), options=options), "--no-password"]
        # Never in the arguments: those are for all on the machine to read.
        environment |= {"PGPASSWORD": where.options["PASSWORD"]} if where.options.get("PASSWORD") else {}
    command = [program(name), *database, *arguments]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        said = done.stderr.strip().splitlines()[0] if done.stderr.strip() else f"exit code {done.returncode}"
        at = where.name if where else "backup"
        raise BackupFailed(said, where=at, expected=f"{name} to succeed, as the tables' owner")
    return done.stdout


def _address(where: Place, **more: str) -> str:
    """Write libpq's address of the server, with all that the register's own says of the way there, such as sslmode."""
    from psycopg.conninfo import make_conninfo

    own = {"host": where.options.get("HOST"), "port": where.options.get("PORT"), "user": where.options.get("USER")}
    return make_conninfo(**{**where.options["OPTIONS"], **{key: value for key, value in own.items() if value}, **more})


def _sql(where: Place, statement: str, values: list[Any] | None = None, *, own: bool = False) -> list[Any]:
    """Run a statement outside any transaction; not in the register's database, unless ``own``, as that is renamed."""
    import psycopg

    options = where.options
    given = {"password": options["PASSWORD"]} if options.get("PASSWORD") else {}
    name = str(options["NAME"])
    database = name if own else ("template1" if name == "postgres" else "postgres")
    try:
        with psycopg.connect(_address(where, dbname=database), autocommit=True, **given) as session:
            cursor = session.execute(statement, values)
            return cursor.fetchall() if cursor.description else []
    except psycopg.Error as error:
        said = str(error).strip().splitlines()[0]
        expected = "a role that may make databases, and a register that nobody uses: stop the site"
        raise BackupFailed(said, where=where.name, expected=expected) from error
