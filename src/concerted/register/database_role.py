"""What the role may do under which the site speaks to PostgreSQL: less is better."""

from __future__ import annotations

from django.db.backends.base.base import BaseDatabaseWrapper

from concerted.register.row_security import lacking

_RIGHTS = "SELECT rolsuper, rolbypassrls FROM pg_roles WHERE rolname = current_user"
_OWNED = (
    "SELECT count(*) FROM pg_tables WHERE pg_has_role(current_user, tableowner::name, 'MEMBER')"
    " AND tablename LIKE 'register\\_%'"
)


def excess(connection: BaseDatabaseWrapper) -> str:
    """Say what the role may do beyond its need: go past row-level security, or change the tables; "" for nothing.

    A role that can become the owner counts as the owner. Tables that are not narrowed for anybody are named, too.

    SQLite knows no roles: there the file's own mode is all.
    """
    if connection.vendor != "postgresql":
        return ""
    with connection.cursor() as cursor:
        cursor.execute(_RIGHTS)
        superuser, bypasses = cursor.fetchone()
        cursor.execute(_OWNED)
        owned = cursor.fetchone()[0]
    if superuser:
        return "the site is a superuser"
    if bypasses:
        return "the site goes past row-level security"
    if owned:
        return f"the site owns {owned} tables of the register"
    bare = lacking(connection)
    return f"rows are not narrowed in {', '.join(bare)}" if bare else ""
