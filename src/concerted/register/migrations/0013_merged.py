"""Let a record be merged into another one that stands for both."""

from __future__ import annotations

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("register", "0012_invitations"),
    ]

    operations = [
        migrations.AddField(
            model_name="call",
            name="merged_into",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="merged",
                to="register.call",
            ),
        ),
        migrations.AddField(
            model_name="commitment",
            name="merged_into",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="merged",
                to="register.commitment",
            ),
        ),
        migrations.AddField(
            model_name="contribution",
            name="merged_into",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="merged",
                to="register.contribution",
            ),
        ),
        migrations.AddField(
            model_name="instrument",
            name="merged_into",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="merged",
                to="register.instrument",
            ),
        ),
        migrations.AddField(
            model_name="meeting",
            name="merged_into",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="merged",
                to="register.meeting",
            ),
        ),
    ]
