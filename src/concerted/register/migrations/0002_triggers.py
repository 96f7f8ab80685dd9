"""Let the ledger, findings and decisions only grow, and keep the search index in step."""

from __future__ import annotations

from typing import Any

from django.db import migrations

from concerted.register import triggers

TABLES = (
    "register_event",
    "register_finding",
    "register_decision",
    "register_statuschange",
    "register_original",
)


def create(apps: Any, schema_editor: Any) -> None:
    for statement in triggers.create(schema_editor.connection.vendor, TABLES):
        schema_editor.execute(statement, params=None)


def drop(apps: Any, schema_editor: Any) -> None:
    for statement in triggers.drop(schema_editor.connection.vendor, TABLES):
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("register", "0001_initial")]
    operations = [migrations.RunPython(create, drop)]
