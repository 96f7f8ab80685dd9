from django.db import migrations, models
from django.db.models import F, Q


class Migration(migrations.Migration):
    dependencies = [("register", "0038_clock_notices")]

    operations = [
        migrations.RemoveConstraint("cadence", "one_cadence_a_series"),
        migrations.AddField("cadence", "since", models.DateField(blank=True, null=True)),
        migrations.AddField("cadence", "until", models.DateField(blank=True, null=True)),
        migrations.AddField(
            "cadence",
            "said_by",
            models.CharField(default="the coalition's own file", max_length=500),
            preserve_default=False,
        ),
        migrations.AddField("cadence", "end_said_by", models.CharField(blank=True, default="", max_length=500)),
        migrations.AddField("cadence", "in_force", models.BooleanField(default=True)),
        migrations.AddField("cadence", "edition", models.PositiveIntegerField(default=1)),
        migrations.AddField("cadence", "quote", models.CharField(blank=True, default="", max_length=1000)),
        migrations.AddConstraint(
            "cadence",
            models.CheckConstraint(
                condition=Q(since__isnull=True) | Q(until__isnull=True) | Q(since__lte=F("until")),
                name="cadence_runs_forward",
            ),
        ),
        migrations.AddConstraint(
            "cadence", models.CheckConstraint(condition=~Q(said_by=""), name="cadence_has_a_source")
        ),
        migrations.AddConstraint(
            "cadence",
            models.UniqueConstraint(
                fields=["coalition", "series"],
                condition=Q(until__isnull=True, in_force=True),
                name="one_open_cadence_a_series",
            ),
        ),
        migrations.AddConstraint(
            "cadence", models.CheckConstraint(condition=~Q(series=""), name="cadence_has_a_series")
        ),
    ]
