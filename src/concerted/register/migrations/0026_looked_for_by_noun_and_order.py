"""Let PostgreSQL's search index hold what an entry is about besides its words, and index the orders of long lists.

SQLite knows no index that puts empty amounts last.
"""

from __future__ import annotations

from typing import Any

from django.db import migrations

from concerted.register.triggers import searching

_ORDERS = {
    "contributions_by_amount": "register_contribution (coalition_id, amount DESC NULLS LAST, id DESC)",
    "commitments_by_day": "register_commitment (coalition_id, due_on, finding_id)",
}


def make(apps: Any, schema_editor: Any) -> None:
    if (vendor := schema_editor.connection.vendor) == "postgresql":
        schema_editor.execute(searching.drop(vendor), params=None)
        schema_editor.execute(searching.index(vendor), params=None)
        for name, order in _ORDERS.items():
            schema_editor.execute(f"CREATE INDEX {name} ON {order}", params=None)


def drop(apps: Any, schema_editor: Any) -> None:
    if schema_editor.connection.vendor == "postgresql":
        for name in _ORDERS:
            schema_editor.execute(f"DROP INDEX {name}", params=None)


class Migration(migrations.Migration):
    dependencies = [("register", "0025_tallies")]
    operations = [migrations.RunPython(make, drop)]
