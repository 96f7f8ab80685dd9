"""The language in which a person wants mails."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("register", "0028_tables_that_come_again")]
    operations = [
        migrations.AddField(
            model_name="user",
            name="language",
            field=models.CharField(
                blank=True, choices=[("en", "en"), ("fr", "fr"), ("ar", "ar")], default="", max_length=2
            ),
        ),
        migrations.AddConstraint(
            model_name="user",
            constraint=models.CheckConstraint(
                condition=models.Q(("language__in", ["", "en", "fr", "ar"])), name="language_of_a_person_is_known"
            ),
        ),
    ]
