"""Keep a commitment's aim, targets and marks; those that were accepted before stay unjudged."""

from __future__ import annotations

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("register", "0005_versions_only_grow")]
    operations = [
        migrations.AddField(
            "commitment",
            "aim",
            models.CharField(
                blank=True,
                choices=[("specific", "Specific"), ("general aim", "General")],
                default="",
                max_length=20,
            ),
        ),
        migrations.AddField("commitment", "targets", models.JSONField(default=list)),
        migrations.AddField("commitment", "marks", models.JSONField(default=list)),
        migrations.AddConstraint(
            "commitment",
            models.CheckConstraint(
                condition=Q(aim__in=["", "specific", "general aim"]), name="commitment_aim_is_known"
            ),
        ),
    ]
