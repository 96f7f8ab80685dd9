"""Rights and row-level security of a restored register on PostgreSQL, on a server that may know other roles."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.backends.base.base import BaseDatabaseWrapper

from concerted.register import row_security
from concerted.register.row_security import granting
from concerted.terms.errors import NotFound


def secure(connection: BaseDatabaseWrapper, roles: Iterable[str]) -> tuple[str, ...]:
    """Narrow a restored register's rows again, give the application's roles their rights; gives roles that are not."""
    row_security.install(connection)
    lacking = []
    for role in roles:
        try:
            granting.grant(connection, role)
        except NotFound:
            lacking.append(role)
    return tuple(lacking)
