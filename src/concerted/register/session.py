"""Whose session it is, told to PostgreSQL, whose row-level security narrows every statement of it to that person.

The application's role may set these settings, and must: row-level security keeps out a forgotten filter and a statement
past the program, not somebody who takes the program's own place. On SQLite all of this does nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import DatabaseError, connection

from concerted.register.asker import SETS, Asker, Person, asker

_READ = "SELECT " + ", ".join(f"COALESCE(current_setting('concerted.{name}', true), '')" for name in SETS)
_OWNS = (
    "SELECT NOT row_security_active('register_entry') OR pg_has_role(current_user, relowner, 'USAGE')"
    " FROM pg_class WHERE oid = 'register_entry'::regclass"
)
_NOBODY = ("",) * len(SETS)


@contextmanager
def entered(user: Person) -> Iterator[None]:
    """Make the connection's session a person's, and nobody's afterwards, whatever happens; outside of transactions.

    A connection that is lost meanwhile comes back as nobody's.
    """
    enter(user)
    try:
        yield
    finally:
        leave()


def enter(user: Person) -> None:
    """Make the connection's session a person's for good, as a command does that ends with its person's work."""
    if connection.vendor == "postgresql":
        _set(_written(asker(user)), local=False)


def leave() -> None:
    """Make the connection's session nobody's; one that does not answer is closed, so that nobody takes it over."""
    if connection.vendor != "postgresql" or connection.connection is None:
        return
    try:
        _set(_NOBODY, local=False)
    except DatabaseError:
        connection.close()


@contextmanager
def speaking(user: Person) -> Iterator[None]:
    """Make the rest of a transaction a person's; after an error the transaction is undone, and this with it."""
    if connection.vendor != "postgresql":
        yield
        return
    before = _settings()
    _set(_written(asker(user)), local=True)
    yield
    _set(before, local=True)


def maintain() -> bool:
    """Let the tables' owner see and write every row, as setting up and verifying need; other roles gain nothing.

    Tells whether every row is seen now.
    """
    if connection.vendor != "postgresql":
        return True
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('concerted.maintenance', 'on', false)")
        cursor.execute(_OWNS)
        return bool(cursor.fetchone()[0])


def _written(one: Asker) -> tuple[str, ...]:
    return tuple(",".join(map(str, getattr(one, name))) for name in SETS)


def _settings() -> tuple[str, ...]:
    with connection.cursor() as cursor:
        cursor.execute(_READ)
        return tuple(cursor.fetchone())


def _set(values: tuple[str, ...], *, local: bool) -> None:
    # Policies make a statement look dear to the planner. Compiling a search of 15 ms to machine code took 160 ms.
    settings = ("jit", *(f"concerted.{name}" for name in SETS))
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT " + ", ".join(f"set_config('{name}', %s, {str(local).lower()})" for name in settings),
            ["off", *values],
        )
