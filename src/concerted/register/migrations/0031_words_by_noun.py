"""Let PostgreSQL's search index keep the words of each noun apart."""

from __future__ import annotations

from typing import Any

from django.db import migrations

from concerted.register.triggers import searching

_FORMER = "DROP FUNCTION IF EXISTS register_found(bigint, text[], text, bigint)"


def make(apps: Any, schema_editor: Any) -> None:
    if (vendor := schema_editor.connection.vendor) == "postgresql":
        schema_editor.execute(_FORMER, params=None)
        schema_editor.execute(searching.drop(vendor), params=None)
        schema_editor.execute(searching.index(vendor), params=None)


class Migration(migrations.Migration):
    dependencies = [("register", "0030_files_of_packs")]
    operations = [migrations.RunPython(make, migrations.RunPython.noop)]
