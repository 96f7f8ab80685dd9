"""Require an owner and a release of every record, and end the former list of events."""

from __future__ import annotations

from typing import Any

import django.db.models.deletion
import django.db.models.functions.comparison
from django.db import migrations, models

from concerted.register import triggers


def unguard(apps: Any, schema_editor: Any) -> None:
    """Take the triggers away, which would not outlive a table that is made anew."""
    triggers.remove(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [
        ("register", "0009_first_owners"),
    ]

    operations = [
        migrations.RemoveField(
            model_name="event",
            name="by",
        ),
        migrations.RemoveField(
            model_name="event",
            name="coalition",
        ),
        migrations.DeleteModel(
            name="Event",
        ),
        migrations.AlterField(
            model_name="call",
            name="release",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.release"
            ),
        ),
        migrations.AlterField(
            model_name="citation",
            name="release",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.release"
            ),
        ),
        migrations.AlterField(
            model_name="commitment",
            name="release",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.release"
            ),
        ),
        migrations.AlterField(
            model_name="contribution",
            name="release",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.release"
            ),
        ),
        migrations.AlterField(
            model_name="instrument",
            name="release",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.release"
            ),
        ),
        migrations.AlterField(
            model_name="linemention",
            name="release",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.release"
            ),
        ),
        migrations.AlterField(
            model_name="meeting",
            name="release",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.release"
            ),
        ),
        migrations.AlterField(
            model_name="obligation",
            name="release",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.release"
            ),
        ),
        migrations.AlterField(
            model_name="participation",
            name="release",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.release"
            ),
        ),
        migrations.AlterField(
            model_name="searchentry",
            name="release",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.release"
            ),
        ),
        migrations.AlterField(
            model_name="statement",
            name="release",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.release"
            ),
        ),
        migrations.AddConstraint(
            model_name="contribution",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "kind__in",
                        ["funds", "personnel", "training", "equipment", "basing", "hosting", "expertise", "other"],
                    )
                ),
                name="contribution_kind_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="contribution",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("finding__isnull", False), models.Q(("source", ""), _negated=True), _connector="OR"
                ),
                name="contribution_has_a_source",
            ),
        ),
        migrations.AddConstraint(
            model_name="contribution",
            constraint=models.CheckConstraint(
                condition=models.Q(("owner__isnull", True), ("owner", models.F("party")), _connector="OR"),
                name="contribution_is_of_its_party",
            ),
        ),
        migrations.AddConstraint(
            model_name="contribution",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("amount__isnull", True), ("currency", "")),
                    models.Q(("amount__isnull", False), models.Q(("currency", ""), _negated=True)),
                    _connector="OR",
                ),
                name="contribution_amount_has_a_currency",
            ),
        ),
        migrations.AddConstraint(
            model_name="contribution",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("quantity__isnull", True), ("unit", "")),
                    models.Q(("quantity__isnull", False), models.Q(("unit", ""), _negated=True)),
                    _connector="OR",
                ),
                name="contribution_quantity_has_a_unit",
            ),
        ),
        migrations.AddConstraint(
            model_name="contribution",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("first__isnull", True), ("last__isnull", True), ("first__lte", models.F("last")), _connector="OR"
                ),
                name="contribution_runs_forward",
            ),
        ),
        migrations.AddConstraint(
            model_name="contribution",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("amount__isnull", True), ("amount__gt", 0), _connector="OR"),
                    models.Q(("quantity__isnull", True), ("quantity__gt", 0), _connector="OR"),
                ),
                name="contribution_is_something",
            ),
        ),
        migrations.AddConstraint(
            model_name="membership",
            constraint=models.UniqueConstraint(
                models.F("user"),
                models.F("coalition"),
                models.F("role"),
                django.db.models.functions.comparison.Coalesce("party", 0),
                django.db.models.functions.comparison.Coalesce("line", 0),
                name="one_membership_a_role",
            ),
        ),
        migrations.AddConstraint(
            model_name="membership",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("role__in", ["focal point", "partner reader"]), _negated=True),
                    ("party__isnull", False),
                    _connector="OR",
                ),
                name="national_role_has_a_party",
            ),
        ),
        migrations.AddConstraint(
            model_name="membership",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("line__isnull", False), ("role", "line lead")),
                    models.Q(models.Q(("role", "line lead"), _negated=True), ("line__isnull", True)),
                    _connector="OR",
                ),
                name="line_lead_has_a_line",
            ),
        ),
        migrations.AddConstraint(
            model_name="membership",
            constraint=models.CheckConstraint(
                condition=models.Q(("party__isnull", True), ("organisation", ""), _connector="OR"),
                name="one_affiliation",
            ),
        ),
        migrations.AddConstraint(
            model_name="membership",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("role__in", ["secretariat", "line lead", "focal point", "partner reader", "observer", "auditor"])
                ),
                name="membership_role_is_known",
            ),
        ),
        # The first thing on the way back.
        migrations.RunPython(migrations.RunPython.noop, unguard, elidable=True),
    ]
