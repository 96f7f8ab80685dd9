"""Open the register for a command: the settings, the database, the account that commands act under."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from concerted.register.place import REGISTER, Place, place, secret_key
from concerted.terms.errors import ConcertedError, NotFound

if TYPE_CHECKING:
    from concerted.actions.users import Account

SETTINGS = "concerted.site.settings"


class RegisterUnreachable(ConcertedError):
    """The register cannot be opened as it is."""


def now() -> datetime:
    """Tell the time; the one place where a command asks for it."""
    return datetime.now(UTC)


def set_up(register: str | None) -> Place:
    """Load the settings for a register, without touching its database."""
    if register:
        os.environ[REGISTER] = register
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    where = place()
    import django

    django.setup()
    return where


def open_register(register: str | None) -> Place:
    """Open a register that `concerted init` has made; raises RegisterUnreachable with what is missing."""
    where = set_up(register)
    advice = "one that `concerted init` has made"
    if where.path is not None and not where.path.exists():
        raise RegisterUnreachable("there is no register", where=where.name, expected=advice)
    if not secret_key(where):
        raise RegisterUnreachable("there is no secret key", where=str(where.key_file), expected=advice)
    if pending(where):
        raise RegisterUnreachable("it is not up to date", where=where.name, expected="`concerted init` to be run")
    return where


def open_guarded(register: str | None) -> Place:
    """Open a register to write into; raises RegisterUnreachable, too, if it would not keep a ledger of it."""
    where = open_register(register)
    from django.db import connection

    from concerted.register.triggers import missing

    if lacking := missing(connection):
        raise RegisterUnreachable(
            f"{len(lacking)} of its triggers are missing", where=where.name, expected="`concerted init` to be run"
        )
    return where


def pending(where: Place) -> list[str]:
    """List the migrations that a register lacks; raises RegisterUnreachable if it does not answer."""
    from django.db import DatabaseError, connection
    from django.db.migrations.executor import MigrationExecutor

    try:
        executor = MigrationExecutor(connection)
        plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError as error:
        first = str(error).strip().splitlines()[0]
        raise RegisterUnreachable(
            f"the database does not answer: {first}", where=where.name, expected="an SQLite file or a PostgreSQL server"
        ) from error
    return [str(migration) for migration, _backwards in plan]


def acting() -> Account:
    """Give the account that commands of this machine act under; the database narrows what they read to it."""
    from concerted.actions.users import operator
    from concerted.register.session import enter

    found = operator(at=now())
    enter(found)
    return found


def maintain(where: Place) -> None:
    """See the whole register, past everybody's rights; raises RegisterUnreachable for who is not its owner."""
    from concerted.register import session

    if not session.maintain():
        raise RegisterUnreachable("it shows itself whole to its owner alone", where=where.name, expected="that role")


def only_coalition(slug: str | None) -> str:
    """Give the coalition that a command is about: the one named, else the register's only one. Raises NotFound."""
    from concerted.register import queries

    known = [one.slug for one in queries.coalitions(acting())]
    if slug is None and len(known) == 1:
        return known[0]
    if slug is None or slug not in known:
        said = f"no coalition {slug!r} in the register" if slug else "the register has not exactly one coalition"
        wanted = f"--coalition {' or '.join(known)}" if known else "`concerted init --coalition SLUG` first"
        raise NotFound(said, where="coalition", expected=wanted)
    return slug
