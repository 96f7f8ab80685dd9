"""Give records an owner and a release, people more roles, and make the tables of the ledger."""

from __future__ import annotations

from typing import Any

import django.db.models.deletion
import django.db.models.functions.comparison
from django.conf import settings
from django.db import migrations, models

from concerted.register import triggers


def unguard(apps: Any, schema_editor: Any) -> None:
    """Take the triggers away, which would not outlive a table that is made anew."""
    triggers.remove(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("register", "0007_day_given_by")]
    operations = [
        migrations.RunPython(unguard, migrations.RunPython.noop, elidable=True),
        migrations.CreateModel(
            name="Checkpoint",
            fields=[
                ("size", models.BigIntegerField(primary_key=True, serialize=False)),
                ("note", models.TextField()),
                ("at", models.DateTimeField()),
            ],
            options={
                "ordering": ["size"],
            },
        ),
        migrations.CreateModel(
            name="Context",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("act", models.CharField(blank=True, max_length=32)),
                ("at", models.DateTimeField(null=True)),
                ("action", models.CharField(blank=True, max_length=60)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Entry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("act", models.CharField(blank=True, db_index=True, max_length=32)),
                ("at", models.DateTimeField()),
                ("action", models.CharField(blank=True, max_length=60)),
                ("noun", models.CharField(max_length=60)),
                ("record", models.CharField(max_length=60)),
                ("root_noun", models.CharField(max_length=60)),
                ("root", models.CharField(max_length=60)),
                ("before", models.TextField(null=True)),
                ("after", models.TextField(null=True)),
                ("salt", models.CharField(max_length=32)),
            ],
            options={
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="Leaf",
            fields=[
                ("index", models.BigIntegerField(primary_key=True, serialize=False)),
                ("hash", models.CharField(max_length=64)),
            ],
            options={
                "ordering": ["index"],
            },
        ),
        migrations.CreateModel(
            name="Release",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("owner only", "Owner"),
                            ("named partners", "Named"),
                            ("working group", "Working Group"),
                            ("coalition", "Coalition"),
                            ("public", "Public"),
                        ],
                        max_length=20,
                    ),
                ),
                ("key", models.CharField(max_length=1000)),
            ],
        ),
        migrations.CreateModel(
            name="Rerelease",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("noun", models.CharField(max_length=60)),
                ("record", models.CharField(max_length=60)),
            ],
        ),
        migrations.CreateModel(
            name="Tile",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("level", models.PositiveSmallIntegerField()),
                ("index", models.BigIntegerField()),
                ("hash", models.CharField(max_length=64)),
            ],
        ),
        migrations.CreateModel(
            name="WorkingGroupSeat",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ],
        ),
        migrations.RemoveConstraint(
            model_name="contribution",
            name="contribution_kind_is_known",
        ),
        migrations.RemoveConstraint(
            model_name="membership",
            name="one_role_in_a_coalition",
        ),
        migrations.RemoveConstraint(
            model_name="membership",
            name="focal_point_has_a_party",
        ),
        migrations.RemoveConstraint(
            model_name="membership",
            name="membership_role_is_known",
        ),
        migrations.AddField(
            model_name="call",
            name="edition",
            field=models.PositiveIntegerField(default=1),
        ),
        migrations.AddField(
            model_name="call",
            name="owner",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="register.party",
            ),
        ),
        migrations.AddField(
            model_name="citation",
            name="edition",
            field=models.PositiveIntegerField(default=1),
        ),
        migrations.AddField(
            model_name="citation",
            name="owner",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="register.party",
            ),
        ),
        migrations.AddField(
            model_name="coalition",
            name="is_open",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="commitment",
            name="edition",
            field=models.PositiveIntegerField(default=1),
        ),
        migrations.AddField(
            model_name="commitment",
            name="owner",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="register.party",
            ),
        ),
        migrations.AddField(
            model_name="contribution",
            name="amount",
            field=models.DecimalField(blank=True, decimal_places=2, max_digits=18, null=True),
        ),
        migrations.AddField(
            model_name="contribution",
            name="caveat",
            field=models.TextField(blank=True, default=""),
        ),
        migrations.AddField(
            model_name="contribution",
            name="currency",
            field=models.CharField(blank=True, default="", max_length=3),
        ),
        migrations.AddField(
            model_name="contribution",
            name="edition",
            field=models.PositiveIntegerField(default=1),
        ),
        migrations.AddField(
            model_name="contribution",
            name="first",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="contribution",
            name="last",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="contribution",
            name="owner",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="register.party",
            ),
        ),
        migrations.AddField(
            model_name="contribution",
            name="quantity",
            field=models.DecimalField(blank=True, decimal_places=3, max_digits=18, null=True),
        ),
        migrations.AddField(
            model_name="contribution",
            name="source",
            field=models.CharField(blank=True, default="", max_length=1000),
        ),
        migrations.AddField(
            model_name="contribution",
            name="unit",
            field=models.CharField(blank=True, default="", max_length=60),
        ),
        migrations.AddField(
            model_name="instrument",
            name="edition",
            field=models.PositiveIntegerField(default=1),
        ),
        migrations.AddField(
            model_name="instrument",
            name="owner",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="register.party",
            ),
        ),
        migrations.AddField(
            model_name="linemention",
            name="edition",
            field=models.PositiveIntegerField(default=1),
        ),
        migrations.AddField(
            model_name="linemention",
            name="owner",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="register.party",
            ),
        ),
        migrations.AddField(
            model_name="meeting",
            name="edition",
            field=models.PositiveIntegerField(default=1),
        ),
        migrations.AddField(
            model_name="meeting",
            name="owner",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="register.party",
            ),
        ),
        migrations.AddField(
            model_name="membership",
            name="line",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="memberships",
                to="register.lineofeffort",
            ),
        ),
        migrations.AddField(
            model_name="membership",
            name="organisation",
            field=models.CharField(blank=True, default="", max_length=200),
        ),
        migrations.AddField(
            model_name="obligation",
            name="edition",
            field=models.PositiveIntegerField(default=1),
        ),
        migrations.AddField(
            model_name="obligation",
            name="owner",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="register.party",
            ),
        ),
        migrations.AddField(
            model_name="participation",
            name="edition",
            field=models.PositiveIntegerField(default=1),
        ),
        migrations.AddField(
            model_name="participation",
            name="owner",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="register.party",
            ),
        ),
        migrations.AddField(
            model_name="searchentry",
            name="owner",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="register.party",
            ),
        ),
        migrations.AddField(
            model_name="statement",
            name="edition",
            field=models.PositiveIntegerField(default=1),
        ),
        migrations.AddField(
            model_name="statement",
            name="owner",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="register.party",
            ),
        ),
        migrations.AlterField(
            model_name="contribution",
            name="finding",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="contributions",
                to="register.finding",
            ),
        ),
        migrations.AlterField(
            model_name="contribution",
            name="kind",
            field=models.CharField(
                choices=[
                    ("funds", "Funds"),
                    ("personnel", "Personnel"),
                    ("training", "Training"),
                    ("equipment", "Equipment"),
                    ("basing", "Basing"),
                    ("hosting", "Hosting"),
                    ("expertise", "Expertise"),
                    ("other", "Other"),
                ],
                max_length=20,
            ),
        ),
        migrations.AlterField(
            model_name="membership",
            name="role",
            field=models.CharField(
                choices=[
                    ("secretariat", "secretariat"),
                    ("line lead", "line lead"),
                    ("focal point", "focal point"),
                    ("partner reader", "partner reader"),
                    ("observer", "observer"),
                    ("auditor", "auditor"),
                ],
                max_length=20,
            ),
        ),
        migrations.AddField(
            model_name="context",
            name="by",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="entry",
            name="by",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="entry",
            name="coalition",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="register.coalition",
            ),
        ),
        migrations.AddField(
            model_name="entry",
            name="owner",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="register.party",
            ),
        ),
        migrations.AddField(
            model_name="leaf",
            name="entry",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.DO_NOTHING, related_name="leaf", to="register.entry"
            ),
        ),
        migrations.AddField(
            model_name="release",
            name="coalition",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="releases", to="register.coalition"
            ),
        ),
        migrations.AddField(
            model_name="release",
            name="line",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="register.lineofeffort",
            ),
        ),
        migrations.AddField(
            model_name="release",
            name="owner",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="register.party",
            ),
        ),
        migrations.AddField(
            model_name="release",
            name="parties",
            field=models.ManyToManyField(related_name="+", to="register.party"),
        ),
        migrations.AddField(
            model_name="entry",
            name="release",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="register.release",
            ),
        ),
        migrations.AddField(
            model_name="call",
            name="release",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.release"
            ),
        ),
        migrations.AddField(
            model_name="citation",
            name="release",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.release"
            ),
        ),
        migrations.AddField(
            model_name="commitment",
            name="release",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.release"
            ),
        ),
        migrations.AddField(
            model_name="contribution",
            name="release",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.release"
            ),
        ),
        migrations.AddField(
            model_name="instrument",
            name="release",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.release"
            ),
        ),
        migrations.AddField(
            model_name="linemention",
            name="release",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.release"
            ),
        ),
        migrations.AddField(
            model_name="meeting",
            name="release",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.release"
            ),
        ),
        migrations.AddField(
            model_name="obligation",
            name="release",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.release"
            ),
        ),
        migrations.AddField(
            model_name="participation",
            name="release",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.release"
            ),
        ),
        migrations.AddField(
            model_name="searchentry",
            name="release",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.release"
            ),
        ),
        migrations.AddField(
            model_name="statement",
            name="release",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.release"
            ),
        ),
        migrations.AddField(
            model_name="rerelease",
            name="coalition",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="register.coalition",
            ),
        ),
        migrations.AddField(
            model_name="rerelease",
            name="owner",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="register.party",
            ),
        ),
        migrations.AddField(
            model_name="rerelease",
            name="release",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="register.release",
            ),
        ),
        migrations.AddConstraint(
            model_name="tile",
            constraint=models.UniqueConstraint(fields=("level", "index"), name="one_tile_a_place"),
        ),
        migrations.AddField(
            model_name="workinggroupseat",
            name="coalition",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="seats", to="register.coalition"
            ),
        ),
        migrations.AddField(
            model_name="workinggroupseat",
            name="line",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="seats", to="register.lineofeffort"
            ),
        ),
        migrations.AddField(
            model_name="workinggroupseat",
            name="party",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="seats", to="register.party"
            ),
        ),
        migrations.AddConstraint(
            model_name="release",
            constraint=models.UniqueConstraint(fields=("coalition", "key"), name="one_release_a_key"),
        ),
        migrations.AddConstraint(
            model_name="release",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("kind__in", ["owner only", "named partners", "working group", "coalition", "public"])
                ),
                name="release_kind_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="release",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind", "working group"), ("line__isnull", False)),
                    models.Q(models.Q(("kind", "working group"), _negated=True), ("line__isnull", True)),
                    _connector="OR",
                ),
                name="working_group_release_has_a_line",
            ),
        ),
        migrations.AddConstraint(
            model_name="release",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind", "named partners"), ("owner__isnull", True), _connector="OR"),
                name="only_named_partners_are_named_by_somebody",
            ),
        ),
        migrations.AddIndex(
            model_name="entry",
            index=models.Index(fields=["noun", "record"], name="entries_of_a_record"),
        ),
        migrations.AddIndex(
            model_name="entry",
            index=models.Index(fields=["root_noun", "root"], name="entries_of_a_root"),
        ),
        migrations.AddConstraint(
            model_name="entry",
            constraint=models.CheckConstraint(
                condition=models.Q(("before__isnull", False), ("after__isnull", False), _connector="OR"),
                name="entry_says_what_changed",
            ),
        ),
        migrations.AddConstraint(
            model_name="rerelease",
            constraint=models.UniqueConstraint(fields=("noun", "record"), name="one_rerelease_a_record"),
        ),
        migrations.AddConstraint(
            model_name="workinggroupseat",
            constraint=models.UniqueConstraint(fields=("line", "party"), name="one_seat_a_party_and_line"),
        ),
    ]
