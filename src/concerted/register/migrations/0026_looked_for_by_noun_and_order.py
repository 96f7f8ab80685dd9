"""Let PostgreSQL's search index hold what an entry is about besides its words, and index the orders of long lists."""

from __future__ import annotations

from typing import Any

from django.db import migrations

from concerted.register.triggers import orders, searching


def make(_apps: Any, schema_editor: Any) -> None:
    if (vendor := schema_editor.connection.vendor) == "postgresql":
        schema_editor.execute(searching.drop(vendor), params=None)
        schema_editor.execute(searching.index(vendor), params=None)


class Migration(migrations.Migration):
    dependencies = [("register", "0025_tallies")]
    operations = [
        migrations.RunPython(make, migrations.RunPython.noop),
        migrations.RunPython(orders.make_indexes, orders.drop_indexes),
    ]
