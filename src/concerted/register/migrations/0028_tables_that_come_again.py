"""Let rows of a table that comes again find the records that they made, and find records by their words."""

from __future__ import annotations

from django.db import migrations, models

from concerted.register.models.sought import Sought


class Migration(migrations.Migration):
    dependencies = [
        ("register", "0026_looked_for_by_noun_and_order"),
    ]

    operations = [
        migrations.AddField(
            model_name="importedrow",
            name="edition",
            field=models.PositiveIntegerField(default=1),
        ),
        migrations.AddField(
            model_name="importedrow",
            name="key",
            field=models.CharField(blank=True, default="", max_length=32),
        ),
        migrations.AddField(
            model_name="importedrow",
            name="says",
            field=models.CharField(blank=True, default="", max_length=32),
        ),
        migrations.AddIndex(
            model_name="benchmark",
            index=Sought(fields=["title"], name="benchmark_by_title"),
        ),
        migrations.AddIndex(
            model_name="contribution",
            index=Sought(fields=["summary"], name="contribution_by_summary"),
        ),
        migrations.AddIndex(
            model_name="importedrow",
            index=models.Index(fields=["key"], name="imported_by_key"),
        ),
        migrations.AddIndex(
            model_name="request",
            index=Sought(fields=["title"], name="request_by_title"),
        ),
        migrations.AddIndex(
            model_name="requirement",
            index=Sought(fields=["summary"], name="requirement_by_summary"),
        ),
    ]
