"""How far along contributions are."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("register", "0021_packs"),
    ]

    operations = [
        migrations.AddField(
            model_name="contribution",
            name="stage",
            field=models.CharField(
                blank=True,
                choices=[
                    ("offered", "Offered"),
                    ("pledged", "Pledged"),
                    ("committed", "Committed"),
                    ("under way", "Under Way"),
                    ("delivered", "Delivered"),
                    ("withdrawn", "Withdrawn"),
                ],
                default="",
                max_length=20,
            ),
        ),
        migrations.AddField(
            model_name="contribution",
            name="stage_on",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddConstraint(
            model_name="contribution",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("stage", ""), ("stage_on__isnull", True)),
                    ("stage__in", ["offered", "pledged", "committed", "under way", "delivered", "withdrawn"]),
                    _connector="OR",
                ),
                name="contribution_stage_is_known",
            ),
        ),
    ]
