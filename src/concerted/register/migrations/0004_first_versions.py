"""Keep the text of every statement that is there as its first version."""

from __future__ import annotations

from typing import Any

from django.db import migrations

from concerted.reading.resemblance import sketch, words_sha256


def keep(apps: Any, schema_editor: Any) -> None:
    version = apps.get_model("register", "Version")
    for statement in apps.get_model("register", "Statement").objects.iterator(chunk_size=20):
        version.objects.create(
            statement=statement,
            number=1,
            text=statement.text,
            sha256=statement.sha256,
            words_sha256=words_sha256(statement.text),
            sketch=list(sketch(statement.text)),
            media_type=statement.media_type,
            source=statement.source,
            by_id=statement.taken_in_by_id,
            at=statement.taken_in_at,
        )


def forget(apps: Any, schema_editor: Any) -> None:
    apps.get_model("register", "Version").objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [("register", "0003_versions")]
    operations = [migrations.RunPython(keep, forget, elidable=True)]
