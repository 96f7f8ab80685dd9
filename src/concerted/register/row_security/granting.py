"""What the application's role may do: what the program does, and nothing more."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.backends.base.base import BaseDatabaseWrapper

from concerted.register.models import Checkpoint, Context, Entry, Leaf, Release, Rerelease, Tally, Tile
from concerted.register.row_rules import Model
from concerted.register.row_security.functions import FUNCTIONS
from concerted.register.triggers.refusing import APPEND_ONLY
from concerted.terms.errors import ConcertedError, NotFound

_ROLE = "SELECT rolsuper OR rolbypassrls, rolname = current_user FROM pg_roles WHERE rolname = %s"
_TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename"
_GRANTED = (
    "SELECT DISTINCT grantee FROM information_schema.role_table_grants"
    " WHERE table_schema = 'public' AND table_name = 'register_coalition' AND grantee NOT IN (grantor, 'PUBLIC')"
)
_EVERY = "SELECT, INSERT, UPDATE, DELETE"
_GROWN: tuple[Model, ...] = (Leaf, Tile, Checkpoint, Release, Release.parties.through)


class NotFit(ConcertedError):
    """The role cannot be the application's."""


def grant(connection: BaseDatabaseWrapper, role: str) -> None:
    """Give a role what the site needs, and take from it whatever else it was given on our tables.

    Raises NotFound for no such role and NotFit for one that row-level security does not bind.
    """
    with connection.cursor() as cursor:
        cursor.execute(_ROLE, [role])
        found = cursor.fetchone()
        if found is None:
            raise NotFound(f"no role {role!r}", where="--application-role", expected=f"CREATE ROLE {role} LOGIN first")
        if any(found):
            raise NotFit(
                f"{role} owns the tables or goes past row-level security",
                where="--application-role",
                expected="another role than the one that runs `concerted init`, and no superuser",
            )
        cursor.execute(_TABLES)
        tables = [name for (name,) in cursor.fetchall()]
        for statement in _statements(tables, connection.ops.quote_name(role)):
            cursor.execute(statement)


def granted(connection: BaseDatabaseWrapper) -> tuple[str, ...]:
    """List the roles that have been the application's, for a new table's sake; none on SQLite."""
    if connection.vendor != "postgresql":
        return ()
    with connection.cursor() as cursor:
        cursor.execute(_GRANTED)
        return tuple(name for (name,) in cursor.fetchall())


def _statements(tables: list[str], role: str) -> Iterator[str]:
    yield "REVOKE CREATE ON SCHEMA public FROM PUBLIC"
    yield f"GRANT USAGE ON SCHEMA public TO {role}"
    rights = dict.fromkeys((*APPEND_ONLY, *(_table(one) for one in _GROWN)), "SELECT, INSERT")
    rights |= dict.fromkeys((*map(_table, (Entry, Rerelease, Tally)), "django_migrations"), "SELECT")
    rights |= {_table(Context): ""}
    for table in tables:
        yield f'REVOKE ALL ON "{table}" FROM {role}'
        if given := rights.get(table, _EVERY):
            yield f'GRANT {given} ON "{table}" TO {role}'
    yield f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {role}"
    for function in FUNCTIONS:
        yield f"GRANT EXECUTE ON FUNCTION {function} TO {role}"


def _table(model: Model) -> str:
    return str(model._meta.db_table)
