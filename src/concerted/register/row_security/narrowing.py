"""The policies of one table: who sees its rows, who writes them, and the owner's own way past both."""

from __future__ import annotations

from collections.abc import Iterator

from django.core.exceptions import EmptyResultSet, FullResultSet
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Q

from concerted.register.asker import Session
from concerted.register.policy import right
from concerted.register.row_rules import Model
from concerted.register.triggers.recording import MAINTENANCE

_VERBS = ("select", "insert", "update", "delete", "maintain")


def names(table: str) -> tuple[str, ...]:
    """List a table's policies."""
    return tuple(f"{table}_{verb}" for verb in _VERBS)


def statements(connection: BaseDatabaseWrapper, model: Model) -> Iterator[str]:
    """Write the SQL that narrows a model's table.

    Rows that one may write are rows that one sees: an UPDATE without a condition asks for no right to see.
    """
    table, rows = model._meta.db_table, right(model).rows
    seen = condition(connection, model, rows.seen(model, Session()))
    kept = condition(connection, model, rows.kept(model, Session()))
    yield f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY"
    yield f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY"
    yield f"CREATE POLICY {table}_select ON {table} FOR SELECT USING ({seen})"
    yield f"CREATE POLICY {table}_insert ON {table} FOR INSERT WITH CHECK ({kept})"
    yield f"CREATE POLICY {table}_update ON {table} FOR UPDATE USING (({seen}) AND ({kept})) WITH CHECK ({kept})"
    yield f"CREATE POLICY {table}_delete ON {table} FOR DELETE USING (({seen}) AND ({kept}))"
    # The role that makes the policies owns the tables and the functions.
    yield (
        f"CREATE POLICY {table}_maintain ON {table} TO CURRENT_USER"
        f" USING (current_setting('{MAINTENANCE}', true) = 'on')"
    )


def condition(connection: BaseDatabaseWrapper, model: Model, rule: Q) -> str:
    """Write a rule over a model's rows in the database's words; columns come out under the table's own name.

    Raises TypeError for a rule that joins another table, or that rests on rows that are not there: another table's
    rows are narrowed, too, and those that are hidden would count as none.
    """
    query = model._default_manager.filter(rule).query
    compiler = query.get_compiler(connection=connection)
    try:
        sql, parameters = compiler.compile(query.where)
    except EmptyResultSet:
        return "false"
    except FullResultSet:
        return "true"
    if {table for table, uses in query.alias_refcount.items() if uses} - {model._meta.db_table}:
        raise TypeError(f"{model.__name__}: a rule that joins other tables cannot be a policy")
    if "NOT EXISTS" in sql.replace("(", ""):
        raise TypeError(f"{model.__name__}: a rule that rests on missing rows cannot be a policy")
    return inlined(connection, sql, parameters)


def inlined(connection: BaseDatabaseWrapper, sql: str, parameters: object) -> str:
    """Put a statement's parameters into it: neither policies nor functions' bodies take any."""
    text: str = connection.ops.compose_sql(sql, parameters)  # type: ignore[attr-defined]  # PostgreSQL's own
    return text
