"""What a calendar needs of a meeting: its zone, times and room; and meetings that are cancelled."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("register", "0031_words_by_noun")]
    operations = [
        migrations.RemoveConstraint(model_name="meeting", name="meeting_status_is_known"),
        migrations.AddField("meeting", "zone", models.CharField(blank=True, default="", max_length=60)),
        migrations.AddField("meeting", "opens", models.TimeField(blank=True, null=True)),
        migrations.AddField("meeting", "closes", models.TimeField(blank=True, null=True)),
        migrations.AddField("meeting", "room", models.CharField(blank=True, default="", max_length=200)),
        migrations.AddField("meeting", "reason", models.TextField(blank=True, default="")),
        migrations.AddConstraint(
            model_name="meeting",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("reason", ""), ("status__in", ("held", "planned"))),
                    models.Q(("status", "cancelled"), models.Q(("reason", ""), _negated=True)),
                    _connector="OR",
                ),
                name="meeting_status_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="meeting",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("closes__isnull", True), ("opens__isnull", True)),
                    models.Q(("start__isnull", False), models.Q(("zone", ""), _negated=True)),
                    _connector="OR",
                ),
                name="meeting_times_are_of_a_day_and_zone",
            ),
        ),
    ]
