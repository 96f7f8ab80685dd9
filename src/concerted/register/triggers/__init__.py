"""Triggers by which the database itself keeps the ledger, what may only grow, and the search index in step.

Both engines carry the same. ``install`` makes them all anew from the models and the policy; it runs after every
migration, since SQLite drops a table's triggers when it makes the table anew for a column more.
"""

from __future__ import annotations

from django.db.backends.base.base import BaseDatabaseWrapper

from concerted.register.triggers import recording, refusing, searching, tallying

_PRESENT = {
    "sqlite": "SELECT name, tbl_name FROM sqlite_master"
    " WHERE type = 'trigger' AND name LIKE 'register\\_%' ESCAPE '\\'",
    "postgresql": "SELECT tgname, relname FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid"
    " WHERE NOT tgisinternal AND tgname LIKE 'register\\_%'",
}
_WORKING = f"{_PRESENT['postgresql']} AND tgenabled <> 'D'"
SEARCH_TABLE, SEARCH_INDEX, SEARCHED = searching.SEARCH_TABLE, searching.SEARCH_INDEX, searching.SEARCHED


def install(connection: BaseDatabaseWrapper, *, begin: bool = False) -> None:
    """Make every trigger anew; whatever of ours was there goes.

    ``begin`` gives each row that the ledger does not know its first entry, uncounted: ``recount`` must follow.
    """
    remove(connection)
    vendor = connection.vendor
    made = (*refusing.statements(vendor), *recording.statements(vendor), *searching.statements(vendor))
    first = recording.beginnings(vendor) if begin else ()
    with connection.cursor() as cursor:
        for statement in (*made, *first, *tallying.statements(vendor)):
            cursor.execute(statement)


def recount(connection: BaseDatabaseWrapper) -> None:
    """Count all rows anew."""
    tallying.recount(connection)


def remove(connection: BaseDatabaseWrapper) -> None:
    """Take every trigger of ours away, as a migration must that makes tables anew."""
    with connection.cursor() as cursor:
        for name, table in _present(connection):
            on = f' ON "{table}"' if connection.vendor == "postgresql" else ""
            cursor.execute(f'DROP TRIGGER "{name}"{on}')


def names() -> tuple[str, ...]:
    """List the triggers that guard and keep the ledger and count rows, as both engines name them."""
    return (*refusing.names(), *recording.names(), *tallying.names())


def missing(connection: BaseDatabaseWrapper) -> tuple[str, ...]:
    """List the guarding triggers that the database lacks or has switched off."""
    present = {name for name, _table in _present(connection, working=True)}
    return tuple(name for name in names() if name not in present)


def _present(connection: BaseDatabaseWrapper, *, working: bool = False) -> list[tuple[str, str]]:
    query = _WORKING if working and connection.vendor == "postgresql" else _PRESENT[connection.vendor]
    with connection.cursor() as cursor:
        cursor.execute(query)
        return list(cursor.fetchall())
