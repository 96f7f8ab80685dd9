"""Let versions and anchors only grow, and again whatever SQLite has made anew for a column more."""

from __future__ import annotations

from typing import Any

from django.db import migrations

from concerted.register import triggers

NEW = ("register_version", "register_anchor")
MADE_ANEW = ("register_finding", "register_original")


def refuse(apps: Any, schema_editor: Any) -> None:
    vendor = schema_editor.connection.vendor
    for statement in triggers.refuse(vendor, NEW if vendor == "postgresql" else (*NEW, *MADE_ANEW)):
        schema_editor.execute(statement, params=None)


def relent(apps: Any, schema_editor: Any) -> None:
    for statement in triggers.relent(schema_editor.connection.vendor, NEW):
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("register", "0004_first_versions")]
    operations = [migrations.RunPython(refuse, relent)]
