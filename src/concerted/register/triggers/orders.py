"""Indexes of the orders of long lists on PostgreSQL; SQLite knows none that puts empty amounts last."""

from __future__ import annotations

from typing import Any

_ORDERS = {
    "contributions_by_amount": "register_contribution (coalition_id, amount DESC NULLS LAST, id DESC)",
    "commitments_by_day": "register_commitment (coalition_id, due_on, finding_id)",
}


def make_indexes(_apps: Any, schema_editor: Any) -> None:
    """Make the indexes in a migration."""
    if schema_editor.connection.vendor == "postgresql":
        for name, order in _ORDERS.items():
            schema_editor.execute(f"CREATE INDEX {name} ON {order}", params=None)


def drop_indexes(_apps: Any, schema_editor: Any) -> None:
    """Take the indexes away in a migration."""
    if schema_editor.connection.vendor == "postgresql":
        for name in _ORDERS:
            schema_editor.execute(f"DROP INDEX {name}", params=None)
