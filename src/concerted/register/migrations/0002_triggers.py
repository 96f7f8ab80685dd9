"""Make the search index. The triggers that guard tables come after every migration: see ``register.triggers``."""

from __future__ import annotations

from typing import Any

from django.db import migrations

from concerted.register.triggers import searching


def create(apps: Any, schema_editor: Any) -> None:
    schema_editor.execute(searching.index(schema_editor.connection.vendor), params=None)


def drop(apps: Any, schema_editor: Any) -> None:
    schema_editor.execute(searching.drop(schema_editor.connection.vendor), params=None)


class Migration(migrations.Migration):
    dependencies = [("register", "0001_initial")]
    operations = [migrations.RunPython(create, drop)]
