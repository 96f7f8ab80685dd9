"""PostgreSQL's row-level security, compiled from the policy: raw SQL sees no more than a query of the program.

``install`` makes it all anew after every migration, beside the triggers. Whose rows are seen follows from settings of
the session (``register.session``); without them nothing is seen but what is open to everybody.
"""

from __future__ import annotations

from collections.abc import Iterator

from django.apps import apps
from django.db.backends.base.base import BaseDatabaseWrapper

from concerted.register.policy import right
from concerted.register.row_rules import Model
from concerted.register.row_security import functions, narrowing

_PRESENT = "SELECT policyname, tablename FROM pg_policies WHERE policyname LIKE 'register\\_%'"
_FORCED = "SELECT relname FROM pg_class WHERE relrowsecurity AND relforcerowsecurity AND relkind = 'r'"


def secured() -> Iterator[Model]:
    """Give every model whose rows the database narrows, tables that tie two models together included."""
    for model in apps.get_app_config("register").get_models(include_auto_created=True):
        if right(model).secured:
            yield model


def install(connection: BaseDatabaseWrapper) -> None:
    """Make every policy and function anew; SQLite has neither."""
    if connection.vendor != "postgresql":
        return
    remove(connection)
    with connection.cursor() as cursor:
        for statement in functions.statements(connection):
            cursor.execute(statement)
        for model in secured():
            for statement in narrowing.statements(connection, model):
                cursor.execute(statement)


def remove(connection: BaseDatabaseWrapper) -> None:
    """Take every policy away, as a migration must that changes columns; meanwhile only the owner sees rows."""
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        cursor.execute(_PRESENT)
        present = cursor.fetchall()
        for name, table in present:
            cursor.execute(f'DROP POLICY "{name}" ON "{table}"')
        for table in sorted({table for _name, table in present}):
            cursor.execute(f'ALTER TABLE "{table}" NO FORCE ROW LEVEL SECURITY')


def lacking(connection: BaseDatabaseWrapper) -> tuple[str, ...]:
    """List the tables that should be narrowed and are not, or not for their owner too."""
    if connection.vendor != "postgresql":
        return ()
    with connection.cursor() as cursor:
        cursor.execute(_PRESENT)
        present = set(cursor.fetchall())
        cursor.execute(_FORCED)
        forced = {name for (name,) in cursor.fetchall()}
    tables = ((model._meta.db_table, narrowing.names(model._meta.db_table)) for model in secured())
    return tuple(
        table for table, names in tables if table not in forced or not {(name, table) for name in names} <= present
    )
