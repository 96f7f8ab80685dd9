"""Requests for assistance, and what is needed."""

from __future__ import annotations

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("register", "0019_tokens"),
    ]

    operations = [
        migrations.CreateModel(
            name="Request",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("edition", models.PositiveIntegerField(default=1)),
                ("in_force", models.BooleanField(default=True)),
                ("title", models.CharField(max_length=300)),
                ("text", models.TextField(blank=True, default="")),
                ("day", models.DateField(blank=True, null=True)),
                ("source", models.CharField(max_length=1000)),
                (
                    "coalition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="requests", to="register.coalition"
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="register.party",
                    ),
                ),
                (
                    "party",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="requests", to="register.party"
                    ),
                ),
                (
                    "release",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.release"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Requirement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("edition", models.PositiveIntegerField(default=1)),
                ("amount", models.DecimalField(blank=True, decimal_places=2, max_digits=18, null=True)),
                ("currency", models.CharField(blank=True, default="", max_length=3)),
                ("quantity", models.DecimalField(blank=True, decimal_places=3, max_digits=18, null=True)),
                ("unit", models.CharField(blank=True, default="", max_length=60)),
                ("in_force", models.BooleanField(default=True)),
                (
                    "kind",
                    models.CharField(
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
                ("summary", models.TextField()),
                ("place", models.CharField(blank=True, default="", max_length=300)),
                ("needed_from", models.DateField(blank=True, null=True)),
                ("needed_by", models.DateField(blank=True, null=True)),
                (
                    "priority",
                    models.CharField(
                        choices=[("critical", "Critical"), ("high", "High"), ("medium", "Medium"), ("low", "Low")],
                        max_length=20,
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("open", "Open"),
                            ("partly covered", "Partly"),
                            ("covered", "Covered"),
                            ("superseded", "Superseded"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        default="open",
                        max_length=20,
                    ),
                ),
                ("source", models.CharField(max_length=1000)),
                (
                    "coalition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="requirements",
                        to="register.coalition",
                    ),
                ),
                (
                    "line",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="requirements",
                        to="register.lineofeffort",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="register.party",
                    ),
                ),
                (
                    "party",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="requirements",
                        to="register.party",
                    ),
                ),
                (
                    "release",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.release"
                    ),
                ),
                (
                    "part_of",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="requirements",
                        to="register.request",
                    ),
                ),
            ],
        ),
        migrations.AddConstraint(
            model_name="request",
            constraint=models.CheckConstraint(
                condition=models.Q(models.Q(("title", ""), _negated=True), models.Q(("source", ""), _negated=True)),
                name="request_has_a_title_and_a_source",
            ),
        ),
        migrations.AddConstraint(
            model_name="request",
            constraint=models.CheckConstraint(
                condition=models.Q(("owner__isnull", True), ("owner", models.F("party")), _connector="OR"),
                name="request_is_of_its_party",
            ),
        ),
        migrations.AddConstraint(
            model_name="requirement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("amount__isnull", True), ("currency", "")),
                    models.Q(("amount__isnull", False), models.Q(("currency", ""), _negated=True)),
                    _connector="OR",
                ),
                name="requirement_amount_has_a_currency",
            ),
        ),
        migrations.AddConstraint(
            model_name="requirement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("quantity__isnull", True), ("unit", "")),
                    models.Q(("quantity__isnull", False), models.Q(("unit", ""), _negated=True)),
                    _connector="OR",
                ),
                name="requirement_quantity_has_a_unit",
            ),
        ),
        migrations.AddConstraint(
            model_name="requirement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("amount__isnull", True), ("amount__gt", 0), _connector="OR"),
                    models.Q(("quantity__isnull", True), ("quantity__gt", 0), _connector="OR"),
                ),
                name="requirement_is_something",
            ),
        ),
        migrations.AddConstraint(
            model_name="requirement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "kind__in",
                        ["funds", "personnel", "training", "equipment", "basing", "hosting", "expertise", "other"],
                    ),
                    ("priority__in", ["critical", "high", "medium", "low"]),
                    ("status__in", ["open", "partly covered", "covered", "superseded", "withdrawn"]),
                ),
                name="requirement_words_are_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="requirement",
            constraint=models.CheckConstraint(
                condition=models.Q(models.Q(("summary", ""), _negated=True), models.Q(("source", ""), _negated=True)),
                name="requirement_has_a_summary_and_a_source",
            ),
        ),
        migrations.AddConstraint(
            model_name="requirement",
            constraint=models.CheckConstraint(
                condition=models.Q(("owner__isnull", True), ("owner", models.F("party")), _connector="OR"),
                name="requirement_is_of_its_party",
            ),
        ),
        migrations.AddConstraint(
            model_name="requirement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("needed_from__isnull", True),
                    ("needed_by__isnull", True),
                    ("needed_from__lte", models.F("needed_by")),
                    _connector="OR",
                ),
                name="requirement_runs_forward",
            ),
        ),
    ]
