"""Make the tables of a new register at once; an older one gets here by the steps that this replaces."""

from __future__ import annotations

import django.db.models.deletion
import django.db.models.functions.comparison
from django.conf import settings
from django.db import migrations, models

import concerted.register.models.sought
from concerted.register.migrations._tables import CreateTables
from concerted.register.triggers import orders, searching


class Migration(migrations.Migration):
    initial = True
    dependencies = []
    replaces = [
        ("register", "0001_initial"),
        ("register", "0002_triggers"),
        ("register", "0003_versions"),
        ("register", "0004_first_versions"),
        ("register", "0005_versions_only_grow"),
        ("register", "0006_aims"),
        ("register", "0007_day_given_by"),
        ("register", "0008_owners_and_ledger"),
        ("register", "0009_first_owners"),
        ("register", "0010_owned"),
        ("register", "0012_invitations"),
        ("register", "0013_merged"),
        ("register", "0014_sightings"),
        ("register", "0015_clarifications"),
        ("register", "0016_publications"),
        ("register", "0017_imports"),
        ("register", "0018_progress"),
        ("register", "0019_tokens"),
        ("register", "0020_requirements"),
        ("register", "0021_packs"),
        ("register", "0022_stages"),
        ("register", "0023_parties_over_time"),
        ("register", "0024_first_standings"),
        ("register", "0025_tallies"),
        ("register", "0026_looked_for_by_noun_and_order"),
        ("register", "0028_tables_that_come_again"),
        ("register", "0029_languages_of_people"),
        ("register", "0030_files_of_packs"),
        ("register", "0031_words_by_noun"),
        ("register", "0032_meetings_in_calendars"),
        ("register", "0033_calendar_addresses"),
        ("register", "0034_agendas"),
        ("register", "0035_calendar_entries"),
        ("register", "0036_breaches"),
        ("register", "0037_delegates"),
        ("register", "0038_clock_notices"),
        ("register", "0039_cadence_rules"),
        ("register", "0040_minutes_and_action_points"),
        ("register", "0041_digests"),
        ("register", "0042_papers"),
    ]

    operations = [
        CreateTables(
            [
                migrations.CreateModel(
                    name="Coalition",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("slug", models.SlugField(max_length=60, unique=True)),
                        ("name", models.CharField(max_length=300)),
                        ("is_open", models.BooleanField(default=False)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="LineOfEffort",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "coalition",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="lines",
                                to="register.coalition",
                            ),
                        ),
                        ("number", models.PositiveSmallIntegerField()),
                        ("title", models.CharField(max_length=300)),
                    ],
                    options={
                        "ordering": ["number"],
                        "constraints": [
                            models.UniqueConstraint(fields=("coalition", "number"), name="one_line_a_number")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Cadence",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("since", models.DateField(blank=True, null=True)),
                        ("until", models.DateField(blank=True, null=True)),
                        ("said_by", models.CharField(max_length=500)),
                        ("end_said_by", models.CharField(blank=True, default="", max_length=500)),
                        ("in_force", models.BooleanField(default=True)),
                        ("edition", models.PositiveIntegerField(default=1)),
                        (
                            "coalition",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="cadences",
                                to="register.coalition",
                            ),
                        ),
                        ("series", models.CharField(max_length=200)),
                        ("days", models.PositiveIntegerField()),
                        ("quote", models.CharField(blank=True, default="", max_length=1000)),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("since__isnull", True),
                                    ("until__isnull", True),
                                    ("since__lte", models.F("until")),
                                    _connector="OR",
                                ),
                                name="cadence_runs_forward",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("said_by", ""), _negated=True), name="cadence_has_a_source"
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("in_force", True), ("until__isnull", True)),
                                fields=("coalition", "series"),
                                name="one_open_cadence_a_series",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("series", ""), _negated=True), name="cadence_has_a_series"
                            ),
                            models.CheckConstraint(condition=models.Q(("days__gt", 0)), name="cadence_has_days"),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Party",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "coalition",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="parties",
                                to="register.coalition",
                            ),
                        ),
                        ("code", models.CharField(max_length=60)),
                        ("name", models.CharField(max_length=200)),
                        ("names", models.JSONField(default=list)),
                        ("standings", models.JSONField(default=list)),
                    ],
                    options={
                        "ordering": ["name"],
                        "constraints": [models.UniqueConstraint(fields=("coalition", "code"), name="one_party_a_code")],
                    },
                ),
                migrations.CreateModel(
                    name="PartyStanding",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("since", models.DateField(blank=True, null=True)),
                        ("until", models.DateField(blank=True, null=True)),
                        ("said_by", models.CharField(max_length=500)),
                        ("end_said_by", models.CharField(blank=True, default="", max_length=500)),
                        ("in_force", models.BooleanField(default=True)),
                        ("edition", models.PositiveIntegerField(default=1)),
                        (
                            "coalition",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="standings",
                                to="register.coalition",
                            ),
                        ),
                        (
                            "party",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.party"
                            ),
                        ),
                        (
                            "standing",
                            models.CharField(
                                choices=[("invited", "Invited"), ("acceded", "Acceded"), ("withdrawn", "Withdrawn")],
                                max_length=20,
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("since__isnull", True),
                                    ("until__isnull", True),
                                    ("since__lte", models.F("until")),
                                    _connector="OR",
                                ),
                                name="partystanding_runs_forward",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("said_by", ""), _negated=True), name="partystanding_has_a_source"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("standing__in", ["invited", "acceded", "withdrawn"])),
                                name="standing_known",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("in_force", True), ("until__isnull", True)),
                                fields=("party",),
                                name="one_open_standing_a_party",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PartyName",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("since", models.DateField(blank=True, null=True)),
                        ("until", models.DateField(blank=True, null=True)),
                        ("said_by", models.CharField(max_length=500)),
                        ("end_said_by", models.CharField(blank=True, default="", max_length=500)),
                        ("in_force", models.BooleanField(default=True)),
                        ("edition", models.PositiveIntegerField(default=1)),
                        (
                            "coalition",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="party_names",
                                to="register.coalition",
                            ),
                        ),
                        (
                            "party",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.party"
                            ),
                        ),
                        (
                            "language",
                            models.CharField(choices=[("en", "en"), ("fr", "fr"), ("ar", "ar")], max_length=2),
                        ),
                        ("name", models.CharField(max_length=200)),
                        ("short", models.CharField(blank=True, default="", max_length=60)),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("since__isnull", True),
                                    ("until__isnull", True),
                                    ("since__lte", models.F("until")),
                                    _connector="OR",
                                ),
                                name="partyname_runs_forward",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("said_by", ""), _negated=True), name="partyname_has_a_source"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("language__in", ["en", "fr", "ar"])),
                                name="party_name_language_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("name", ""), _negated=True), name="party_name_has_words"
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("in_force", True), ("until__isnull", True)),
                                fields=("party", "language"),
                                name="one_open_name_a_party_and_language",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="User",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("password", models.CharField(max_length=128, verbose_name="password")),
                        ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                        ("username", models.CharField(max_length=150, unique=True)),
                        ("name", models.CharField(max_length=200)),
                        ("email", models.EmailField(blank=True, max_length=254)),
                        (
                            "language",
                            models.CharField(
                                blank=True, choices=[("en", "en"), ("fr", "fr"), ("ar", "ar")], default="", max_length=2
                            ),
                        ),
                        ("digests", models.BooleanField(default=True)),
                        ("is_active", models.BooleanField(default=True)),
                        ("joined_at", models.DateTimeField()),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("language__in", ["", "en", "fr", "ar"])),
                                name="language_of_a_person_is_known",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Membership",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "user",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="memberships",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "coalition",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="memberships",
                                to="register.coalition",
                            ),
                        ),
                        (
                            "role",
                            models.CharField(
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
                        (
                            "party",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="memberships",
                                to="register.party",
                            ),
                        ),
                        ("organisation", models.CharField(blank=True, default="", max_length=200)),
                        (
                            "line",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="memberships",
                                to="register.lineofeffort",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                models.F("user"),
                                models.F("coalition"),
                                models.F("role"),
                                django.db.models.functions.comparison.Coalesce("party", 0),
                                django.db.models.functions.comparison.Coalesce("line", 0),
                                name="one_membership_a_role",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("role__in", ["focal point", "partner reader"]), _negated=True),
                                    ("party__isnull", False),
                                    _connector="OR",
                                ),
                                name="national_role_has_a_party",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("line__isnull", False), ("role", "line lead")),
                                    models.Q(models.Q(("role", "line lead"), _negated=True), ("line__isnull", True)),
                                    _connector="OR",
                                ),
                                name="line_lead_has_a_line",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("party__isnull", True), ("organisation", ""), _connector="OR"),
                                name="one_affiliation",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "role__in",
                                        [
                                            "secretariat",
                                            "line lead",
                                            "focal point",
                                            "partner reader",
                                            "observer",
                                            "auditor",
                                        ],
                                    )
                                ),
                                name="membership_role_is_known",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Release",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "coalition",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="releases",
                                to="register.coalition",
                            ),
                        ),
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
                        (
                            "line",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
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
                        ("key", models.CharField(max_length=1000)),
                        ("parties", models.ManyToManyField(related_name="+", to="register.party")),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(fields=("coalition", "key"), name="one_release_a_key"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "kind__in",
                                        ["owner only", "named partners", "working group", "coalition", "public"],
                                    )
                                ),
                                name="release_kind_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("kind", "working group"), ("line__isnull", False)),
                                    models.Q(
                                        models.Q(("kind", "working group"), _negated=True), ("line__isnull", True)
                                    ),
                                    _connector="OR",
                                ),
                                name="working_group_release_has_a_line",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("kind", "named partners"), ("owner__isnull", True), _connector="OR"
                                ),
                                name="only_named_partners_are_named_by_somebody",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Statement",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                            "release",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.release"
                            ),
                        ),
                        ("edition", models.PositiveIntegerField(default=1)),
                        (
                            "coalition",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="statements",
                                to="register.coalition",
                            ),
                        ),
                        ("title", models.CharField(max_length=500)),
                        ("kind", models.CharField(blank=True, max_length=100)),
                        ("language", models.CharField(default="en", max_length=20)),
                        ("issued_on", models.DateField(blank=True, null=True)),
                        ("earliest", models.DateField(blank=True, null=True)),
                        ("latest", models.DateField(blank=True, null=True)),
                        ("given_date", models.DateField(blank=True, null=True)),
                        (
                            "given_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("place", models.CharField(blank=True, max_length=300)),
                        ("source", models.CharField(blank=True, max_length=1000)),
                        ("media_type", models.CharField(max_length=100)),
                        ("sha256", models.CharField(max_length=64)),
                        ("text", models.TextField()),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("record", models.JSONField()),
                        (
                            "taken_in_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("taken_in_at", models.DateTimeField()),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("coalition", "sha256"), name="statement_once_in_a_coalition"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("issued_on__isnull", True),
                                    models.Q(("earliest__isnull", True), ("latest__isnull", True)),
                                    _connector="OR",
                                ),
                                name="statement_has_a_day_or_a_window",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("earliest__isnull", True),
                                    ("latest__isnull", True),
                                    ("earliest__lte", models.F("latest")),
                                    _connector="OR",
                                ),
                                name="statement_window_runs_forward",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Original",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "statement",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="originals",
                                to="register.statement",
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("data", models.BinaryField()),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(fields=("statement", "version"), name="one_original_a_version")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Finding",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "statement",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="findings",
                                to="register.statement",
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("ordinal", models.PositiveIntegerField()),
                        (
                            "fact",
                            models.CharField(
                                choices=[
                                    ("participant", "Participant"),
                                    ("definition", "Definition"),
                                    ("person", "Person"),
                                    ("line", "Line"),
                                    ("instrument", "Instrument"),
                                    ("meeting", "Meeting"),
                                    ("act", "Act"),
                                    ("deadline", "Deadline"),
                                    ("sum", "Sum"),
                                    ("quantity", "Quantity"),
                                    ("check", "Check"),
                                    ("passed_over", "Passed Over"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("kind", models.CharField(blank=True, max_length=20)),
                        ("start", models.PositiveIntegerField()),
                        ("end", models.PositiveIntegerField()),
                        ("quote", models.TextField()),
                        ("proposal", models.JSONField()),
                        ("confidence", models.FloatField()),
                    ],
                    options={
                        "ordering": ["statement", "ordinal"],
                        "constraints": [
                            models.UniqueConstraint(fields=("statement", "ordinal"), name="one_finding_a_place"),
                            models.CheckConstraint(
                                condition=models.Q(("start__lt", models.F("end"))), name="finding_passage_runs_forward"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("confidence__gte", 0), ("confidence__lte", 1)),
                                name="finding_confidence_is_a_share",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("fact", "act"), models.Q(("kind", ""), _negated=True)),
                                    models.Q(models.Q(("fact", "act"), _negated=True), ("kind", "")),
                                    _connector="OR",
                                ),
                                name="finding_has_a_kind_if_an_act",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "fact__in",
                                        [
                                            "participant",
                                            "definition",
                                            "person",
                                            "line",
                                            "instrument",
                                            "meeting",
                                            "act",
                                            "deadline",
                                            "sum",
                                            "quantity",
                                            "check",
                                            "passed_over",
                                        ],
                                    )
                                ),
                                name="finding_fact_is_known",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Decision",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "finding",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="decisions",
                                to="register.finding",
                            ),
                        ),
                        (
                            "previous",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="next",
                                to="register.decision",
                            ),
                        ),
                        (
                            "verdict",
                            models.CharField(
                                choices=[
                                    ("accepted", "Accepted"),
                                    ("corrected", "Corrected"),
                                    ("rejected", "Rejected"),
                                    ("undone", "Undone"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("corrected", models.JSONField(blank=True, null=True)),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("at", models.DateTimeField()),
                        ("comment", models.TextField(blank=True)),
                    ],
                    options={
                        "ordering": ["pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("previous__isnull", True)),
                                fields=("finding",),
                                name="one_first_decision_a_finding",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("verdict", "corrected"), ("corrected__isnull", False)),
                                    models.Q(
                                        models.Q(("verdict", "corrected"), _negated=True), ("corrected__isnull", True)
                                    ),
                                    _connector="OR",
                                ),
                                name="corrected_has_a_correction",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("verdict__in", ["accepted", "corrected", "rejected", "undone"])),
                                name="decision_verdict_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("verdict", "undone"), _negated=True),
                                    ("previous__isnull", False),
                                    _connector="OR",
                                ),
                                name="undone_follows_a_decision",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Meeting",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                            "release",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.release"
                            ),
                        ),
                        ("edition", models.PositiveIntegerField(default=1)),
                        (
                            "merged_into",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="merged",
                                to="register.meeting",
                            ),
                        ),
                        (
                            "coalition",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="meetings",
                                to="register.coalition",
                            ),
                        ),
                        (
                            "finding",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="meeting",
                                to="register.finding",
                            ),
                        ),
                        ("said_by", models.CharField(blank=True, max_length=500)),
                        ("in_force", models.BooleanField(default=True)),
                        ("name", models.CharField(max_length=500)),
                        ("status", models.CharField(max_length=20)),
                        ("start", models.DateField(blank=True, null=True)),
                        ("end", models.DateField(blank=True, null=True)),
                        ("zone", models.CharField(blank=True, default="", max_length=60)),
                        ("opens", models.TimeField(blank=True, null=True)),
                        ("closes", models.TimeField(blank=True, null=True)),
                        ("place", models.CharField(blank=True, max_length=300)),
                        ("room", models.CharField(blank=True, default="", max_length=200)),
                        (
                            "line",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="meetings",
                                to="register.lineofeffort",
                            ),
                        ),
                        ("series", models.CharField(blank=True, max_length=200)),
                        ("attendance", models.TextField(blank=True)),
                        ("note", models.TextField(blank=True)),
                        ("reason", models.TextField(blank=True, default="")),
                        ("hosts", models.ManyToManyField(related_name="meetings_hosted", to="register.party")),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("finding__isnull", False),
                                    models.Q(("said_by", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="meeting_has_a_source",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("reason", ""), ("status__in", ("held", "planned"))),
                                    models.Q(("status", "cancelled"), models.Q(("reason", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="meeting_status_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("closes__isnull", True), ("opens__isnull", True)),
                                    models.Q(("start__isnull", False), models.Q(("zone", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="meeting_times_are_of_a_day_and_zone",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("end__isnull", True),
                                    models.Q(("end__gte", models.F("start")), ("start__isnull", False)),
                                    _connector="OR",
                                ),
                                name="meeting_ends_after_it_starts",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CalendarEntry",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "meeting",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="calendar_entry",
                                to="register.meeting",
                            ),
                        ),
                        ("uid", models.CharField(max_length=500)),
                        ("sequence", models.PositiveIntegerField()),
                        ("file", models.CharField(max_length=200)),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("uid", ""), _negated=True), name="calendar_entry_has_a_uid"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Obligation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                            "release",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.release"
                            ),
                        ),
                        ("edition", models.PositiveIntegerField(default=1)),
                        (
                            "coalition",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="%(class)ss",
                                to="register.coalition",
                            ),
                        ),
                        (
                            "finding",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="%(class)s",
                                to="register.finding",
                            ),
                        ),
                        ("in_force", models.BooleanField(default=True)),
                        ("series", models.CharField(blank=True, max_length=200)),
                        ("recurring", models.BooleanField(default=False)),
                        ("date", models.DateField(blank=True, null=True)),
                        ("days", models.PositiveIntegerField(blank=True, null=True)),
                        ("months", models.PositiveIntegerField(blank=True, null=True)),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("date__isnull", False),
                                    ("days__isnull", False),
                                    ("months__isnull", False),
                                    _connector="OR",
                                ),
                                name="obligation_has_a_time",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("recurring", False), models.Q(("series", ""), _negated=True), _connector="OR"
                                ),
                                name="recurring_has_a_series",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Item",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                            "release",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.release"
                            ),
                        ),
                        ("edition", models.PositiveIntegerField(default=1)),
                        (
                            "coalition",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="items",
                                to="register.coalition",
                            ),
                        ),
                        (
                            "meeting",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="items", to="register.meeting"
                            ),
                        ),
                        (
                            "line",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="items",
                                to="register.lineofeffort",
                            ),
                        ),
                        ("ordinal", models.PositiveIntegerField(default=0)),
                        ("title", models.CharField(max_length=300)),
                        ("minutes", models.PositiveSmallIntegerField(blank=True, null=True)),
                        ("speaker", models.CharField(blank=True, default="", max_length=300)),
                        ("room", models.CharField(blank=True, default="", max_length=200)),
                        ("note", models.TextField(blank=True, default="")),
                        (
                            "status",
                            models.CharField(
                                choices=[("on the agenda", "On"), ("left out", "Out")],
                                default="on the agenda",
                                max_length=20,
                            ),
                        ),
                        ("why", models.CharField(blank=True, default="", max_length=1000)),
                        ("reason", models.CharField(blank=True, default="", max_length=20)),
                        ("in_force", models.BooleanField(default=True)),
                    ],
                    options={
                        "indexes": [models.Index(fields=["meeting", "ordinal"], name="item_by_meeting")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("title", ""), _negated=True), name="item_has_a_title"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("status__in", ["on the agenda", "left out"])),
                                name="item_status_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("status", "on the agenda"), ("why", "")),
                                    models.Q(("status", "left out"), models.Q(("why", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="item_left_out_has_a_reason",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ItemRecord",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "item",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="records", to="register.item"
                            ),
                        ),
                        ("noun", models.CharField(max_length=40)),
                        ("number", models.PositiveBigIntegerField()),
                        ("edition", models.PositiveIntegerField()),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(fields=("item", "noun", "number"), name="one_item_record")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Action",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                            "release",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.release"
                            ),
                        ),
                        ("edition", models.PositiveIntegerField(default=1)),
                        (
                            "coalition",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="actions",
                                to="register.coalition",
                            ),
                        ),
                        (
                            "meeting",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="actions",
                                to="register.meeting",
                            ),
                        ),
                        (
                            "item",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="actions",
                                to="register.item",
                            ),
                        ),
                        (
                            "line",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="actions",
                                to="register.lineofeffort",
                            ),
                        ),
                        ("text", models.TextField()),
                        (
                            "responsible",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="actions",
                                to="register.party",
                            ),
                        ),
                        (
                            "verifier",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="register.party",
                            ),
                        ),
                        ("due", models.DateField(blank=True, null=True)),
                        (
                            "status",
                            models.CharField(
                                choices=[("open", "Open"), ("done", "Done"), ("verified", "Verified")],
                                default="open",
                                max_length=20,
                            ),
                        ),
                        ("in_force", models.BooleanField(default=True)),
                    ],
                    options={
                        "indexes": [models.Index(fields=["coalition", "status", "due"], name="action_by_status")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("text", ""), _negated=True), name="action_says_something"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("status__in", ["open", "done", "verified"])),
                                name="action_status_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("responsible", None),
                                    ("verifier", None),
                                    models.Q(("responsible", models.F("verifier")), _negated=True),
                                    _connector="OR",
                                ),
                                name="another_verifies_an_action",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="FollowUp",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "action",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="follow_ups",
                                to="register.action",
                            ),
                        ),
                        (
                            "said",
                            models.CharField(
                                choices=[("done", "Done"), ("adequate", "Adequate"), ("not adequate", "Not Adequate")],
                                max_length=20,
                            ),
                        ),
                        ("text", models.TextField(blank=True, default="")),
                        ("link", models.CharField(blank=True, default="", max_length=500)),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "party",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="register.party",
                            ),
                        ),
                        ("at", models.DateTimeField()),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("said__in", ["done", "adequate", "not adequate"])),
                                name="follow_up_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("link", ""), ("text", ""), _negated=True), name="follow_up_says_why"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Commitment",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                            "release",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.release"
                            ),
                        ),
                        ("edition", models.PositiveIntegerField(default=1)),
                        (
                            "merged_into",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="merged",
                                to="register.commitment",
                            ),
                        ),
                        (
                            "coalition",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="%(class)ss",
                                to="register.coalition",
                            ),
                        ),
                        (
                            "finding",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="%(class)s",
                                to="register.finding",
                            ),
                        ),
                        ("in_force", models.BooleanField(default=True)),
                        ("text", models.TextField()),
                        ("verb", models.CharField(max_length=300)),
                        ("by_issuers", models.BooleanField()),
                        ("due_words", models.TextField(blank=True)),
                        ("due_on", models.DateField(blank=True, null=True)),
                        ("renews", models.BooleanField()),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("open", "Open"),
                                    ("in progress", "In Progress"),
                                    ("fulfilled", "Fulfilled"),
                                    ("lapsed", "Lapsed"),
                                    ("superseded", "Superseded"),
                                ],
                                default="open",
                                max_length=20,
                            ),
                        ),
                        (
                            "aim",
                            models.CharField(
                                blank=True,
                                choices=[("specific", "Specific"), ("general aim", "General")],
                                default="",
                                max_length=20,
                            ),
                        ),
                        ("targets", models.JSONField(default=list)),
                        ("marks", models.JSONField(default=list)),
                        ("actors", models.ManyToManyField(related_name="%(class)ss_made", to="register.party")),
                        ("lines", models.ManyToManyField(related_name="%(class)ss", to="register.lineofeffort")),
                    ],
                    options={
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("due_on__isnull", True),
                                    models.Q(("due_words", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="commitment_due_day_has_words",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("status__in", ["open", "in progress", "fulfilled", "lapsed", "superseded"])
                                ),
                                name="commitment_status_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("aim__in", ["", "specific", "general aim"])),
                                name="commitment_aim_is_known",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Renewal",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "later",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="renewed",
                                to="register.commitment",
                            ),
                        ),
                        (
                            "earlier",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="renewals",
                                to="register.commitment",
                            ),
                        ),
                        ("overlap", models.FloatField()),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(fields=("later", "earlier"), name="one_renewal_a_pair"),
                            models.CheckConstraint(
                                condition=models.Q(("later", models.F("earlier")), _negated=True),
                                name="renewal_is_of_another",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("overlap__gte", 0), ("overlap__lte", 1)),
                                name="renewal_overlap_is_a_share",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="StatusChange",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "commitment",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="changes",
                                to="register.commitment",
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("open", "Open"),
                                    ("in progress", "In Progress"),
                                    ("fulfilled", "Fulfilled"),
                                    ("lapsed", "Lapsed"),
                                    ("superseded", "Superseded"),
                                ],
                                max_length=20,
                            ),
                        ),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("at", models.DateTimeField()),
                        ("evidence", models.TextField()),
                    ],
                    options={
                        "ordering": ["pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("evidence", ""), _negated=True), name="status_change_has_evidence"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("status__in", ["open", "in progress", "fulfilled", "lapsed", "superseded"])
                                ),
                                name="status_change_is_known",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Call",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                            "release",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.release"
                            ),
                        ),
                        ("edition", models.PositiveIntegerField(default=1)),
                        (
                            "merged_into",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="merged",
                                to="register.call",
                            ),
                        ),
                        (
                            "coalition",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="%(class)ss",
                                to="register.coalition",
                            ),
                        ),
                        (
                            "finding",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="%(class)s",
                                to="register.finding",
                            ),
                        ),
                        ("in_force", models.BooleanField(default=True)),
                        ("text", models.TextField()),
                        ("verb", models.CharField(max_length=300)),
                        ("by_issuers", models.BooleanField()),
                        ("due_words", models.TextField(blank=True)),
                        ("due_on", models.DateField(blank=True, null=True)),
                        ("actors", models.ManyToManyField(related_name="%(class)ss_made", to="register.party")),
                        ("lines", models.ManyToManyField(related_name="%(class)ss", to="register.lineofeffort")),
                        ("addressees", models.ManyToManyField(related_name="calls", to="register.party")),
                    ],
                    options={
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("due_on__isnull", True),
                                    models.Q(("due_words", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="call_due_day_has_words",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Guideline",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                            "release",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.release"
                            ),
                        ),
                        ("edition", models.PositiveIntegerField(default=1)),
                        (
                            "coalition",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="guidelines",
                                to="register.coalition",
                            ),
                        ),
                        (
                            "commitment",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="guidelines",
                                to="register.commitment",
                            ),
                        ),
                        ("full", models.TextField()),
                        ("partial", models.TextField()),
                        ("none", models.TextField()),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("at", models.DateTimeField()),
                        ("in_force", models.BooleanField(default=True)),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("full", ""), _negated=True),
                                    models.Q(("partial", ""), _negated=True),
                                    models.Q(("none", ""), _negated=True),
                                ),
                                name="guideline_says_every_mark",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("in_force", True)),
                                fields=("commitment",),
                                name="one_guideline_a_commitment",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Window",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                            "release",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.release"
                            ),
                        ),
                        ("edition", models.PositiveIntegerField(default=1)),
                        (
                            "coalition",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="windows",
                                to="register.coalition",
                            ),
                        ),
                        ("title", models.CharField(max_length=300)),
                        ("first", models.DateField()),
                        ("last", models.DateField()),
                        ("opens", models.DateField()),
                        ("closes", models.DateField()),
                        ("in_force", models.BooleanField(default=True)),
                        ("lines", models.ManyToManyField(related_name="+", to="register.lineofeffort")),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("title", ""), _negated=True), name="window_has_a_title"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("first__lte", models.F("last"))), name="window_period_runs_forward"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("opens__lte", models.F("closes"))),
                                name="window_opens_before_it_closes",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Report",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                            "release",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.release"
                            ),
                        ),
                        ("edition", models.PositiveIntegerField(default=1)),
                        (
                            "coalition",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="reports",
                                to="register.coalition",
                            ),
                        ),
                        (
                            "window",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="reports",
                                to="register.window",
                            ),
                        ),
                        (
                            "commitment",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="reports",
                                to="register.commitment",
                            ),
                        ),
                        (
                            "party",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="reports", to="register.party"
                            ),
                        ),
                        (
                            "stand",
                            models.CharField(
                                choices=[
                                    ("open", "Open"),
                                    ("in progress", "In Progress"),
                                    ("fulfilled", "Fulfilled"),
                                    ("lapsed", "Lapsed"),
                                    ("superseded", "Superseded"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("text", models.TextField()),
                        ("evidence", models.TextField(blank=True, default="")),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("at", models.DateTimeField()),
                        ("in_force", models.BooleanField(default=True)),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("stand__in", ["open", "in progress", "fulfilled", "lapsed", "superseded"])
                                ),
                                name="report_stand_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("text", ""), _negated=True), name="report_says_something"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("owner__isnull", True), ("owner", models.F("party")), _connector="OR"
                                ),
                                name="report_is_of_its_party",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("in_force", True)),
                                fields=("window", "commitment", "party"),
                                name="one_report_a_window_and_commitment",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Assessment",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                            "release",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.release"
                            ),
                        ),
                        ("edition", models.PositiveIntegerField(default=1)),
                        (
                            "coalition",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="assessments",
                                to="register.coalition",
                            ),
                        ),
                        (
                            "commitment",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="assessments",
                                to="register.commitment",
                            ),
                        ),
                        (
                            "party",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="assessments",
                                to="register.party",
                            ),
                        ),
                        (
                            "report",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="assessments",
                                to="register.report",
                            ),
                        ),
                        ("report_edition", models.PositiveIntegerField(blank=True, null=True)),
                        ("report_digest", models.CharField(blank=True, default="", max_length=64)),
                        (
                            "reporter",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "guideline",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="assessments",
                                to="register.guideline",
                            ),
                        ),
                        ("mark", models.SmallIntegerField()),
                        ("reasons", models.TextField()),
                        ("evidence", models.TextField()),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "assessor_party",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="register.party",
                            ),
                        ),
                        ("at", models.DateTimeField()),
                        ("in_force", models.BooleanField(default=True)),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("mark__in", (1, 0, -1))), name="assessment_mark_is_known"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("reasons", ""), _negated=True), models.Q(("evidence", ""), _negated=True)
                                ),
                                name="assessment_says_why",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("assessor_party__isnull", True),
                                    models.Q(("assessor_party", models.F("party")), _negated=True),
                                    _connector="OR",
                                ),
                                name="assessed_by_another_party",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("reporter__isnull", True),
                                    models.Q(("reporter", models.F("by")), _negated=True),
                                    _connector="OR",
                                ),
                                name="assessed_by_another_person",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("report__isnull", True),
                                        ("report_digest", ""),
                                        ("report_edition__isnull", True),
                                        ("reporter__isnull", True),
                                    ),
                                    models.Q(
                                        ("report__isnull", False),
                                        ("report_edition__isnull", False),
                                        models.Q(("report_digest", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="assessment_knows_its_report",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("in_force", True)),
                                fields=("commitment", "party"),
                                name="one_assessment_in_force",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Benchmark",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                            "release",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.release"
                            ),
                        ),
                        ("edition", models.PositiveIntegerField(default=1)),
                        (
                            "coalition",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="benchmarks",
                                to="register.coalition",
                            ),
                        ),
                        (
                            "line",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="benchmarks",
                                to="register.lineofeffort",
                            ),
                        ),
                        (
                            "party",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="benchmarks",
                                to="register.party",
                            ),
                        ),
                        ("title", models.CharField(max_length=300)),
                        ("indicator", models.TextField(blank=True, default="")),
                        ("unit", models.CharField(max_length=60)),
                        ("baseline", models.DecimalField(blank=True, decimal_places=3, max_digits=18, null=True)),
                        ("baseline_on", models.DateField(blank=True, null=True)),
                        ("target", models.DecimalField(blank=True, decimal_places=3, max_digits=18, null=True)),
                        ("target_on", models.DateField(blank=True, null=True)),
                        ("source", models.CharField(max_length=1000)),
                        ("in_force", models.BooleanField(default=True)),
                    ],
                    options={
                        "indexes": [
                            concerted.register.models.sought.Sought(fields=["title"], name="benchmark_by_title")
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("title", ""), _negated=True), models.Q(("unit", ""), _negated=True)
                                ),
                                name="benchmark_says_what_it_counts",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("source", ""), _negated=True), name="benchmark_has_a_source"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("owner__isnull", True), ("owner", models.F("party")), _connector="OR"
                                ),
                                name="benchmark_is_of_its_party",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("baseline__isnull", True), ("baseline_on__isnull", True)),
                                    models.Q(("baseline__isnull", False), ("baseline_on__isnull", False)),
                                    _connector="OR",
                                ),
                                name="benchmark_baseline_has_a_day",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("target__isnull", True), ("target_on__isnull", True)),
                                    models.Q(("target__isnull", False), ("target_on__isnull", False)),
                                    _connector="OR",
                                ),
                                name="benchmark_target_has_a_day",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("baseline_on__isnull", True),
                                    ("target_on__isnull", True),
                                    ("baseline_on__lt", models.F("target_on")),
                                    _connector="OR",
                                ),
                                name="benchmark_runs_forward",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Measurement",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                            "release",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.release"
                            ),
                        ),
                        ("edition", models.PositiveIntegerField(default=1)),
                        (
                            "coalition",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="measurements",
                                to="register.coalition",
                            ),
                        ),
                        (
                            "benchmark",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="measurements",
                                to="register.benchmark",
                            ),
                        ),
                        ("first", models.DateField()),
                        ("last", models.DateField()),
                        ("value", models.DecimalField(decimal_places=3, max_digits=18)),
                        ("source", models.CharField(max_length=1000)),
                        ("in_force", models.BooleanField(default=True)),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("first__lte", models.F("last"))), name="measurement_runs_forward"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("source", ""), _negated=True), name="measurement_has_a_source"
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("in_force", True), ("owner__isnull", False)),
                                fields=("benchmark", "owner", "first", "last"),
                                name="one_measurement_a_period_and_partner",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("in_force", True), ("owner__isnull", True)),
                                fields=("benchmark", "first", "last"),
                                name="one_measurement_a_period",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Breach",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                            "release",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.release"
                            ),
                        ),
                        (
                            "coalition",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="breaches",
                                to="register.coalition",
                            ),
                        ),
                        (
                            "obligation",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="register.obligation",
                            ),
                        ),
                        ("series", models.CharField(max_length=200)),
                        (
                            "after",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="register.meeting",
                            ),
                        ),
                        ("counted_from", models.DateField(blank=True, null=True)),
                        ("due", models.DateField()),
                        (
                            "meeting",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="register.meeting",
                            ),
                        ),
                        ("met_on", models.DateField(blank=True, null=True)),
                        ("late", models.PositiveIntegerField(blank=True, null=True)),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("at", models.DateTimeField()),
                        ("reread_at", models.DateTimeField(blank=True, null=True)),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("coalition", "series", "due"), name="one_breach_a_day_that_was_due"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("late__isnull", True), ("meeting__isnull", True), ("met_on__isnull", True)
                                    ),
                                    models.Q(("late__gt", 0), ("meeting__isnull", False), ("met_on__isnull", False)),
                                    _connector="OR",
                                ),
                                name="breach_lasts_or_is_ended_late",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CalendarAddress",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "user",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "coalition",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.coalition"
                            ),
                        ),
                        (
                            "line",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="register.lineofeffort",
                            ),
                        ),
                        ("series", models.CharField(blank=True, max_length=200)),
                        ("digest", models.CharField(max_length=64, unique=True)),
                        ("at", models.DateTimeField()),
                        ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                        ("asked_at", models.DateTimeField(blank=True, null=True)),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("line__isnull", True), ("series", ""), _connector="OR"),
                                name="calendar_of_a_line_or_a_series",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Contribution",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                            "release",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.release"
                            ),
                        ),
                        ("edition", models.PositiveIntegerField(default=1)),
                        (
                            "merged_into",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="merged",
                                to="register.contribution",
                            ),
                        ),
                        ("amount", models.DecimalField(blank=True, decimal_places=2, max_digits=18, null=True)),
                        ("currency", models.CharField(blank=True, default="", max_length=3)),
                        ("quantity", models.DecimalField(blank=True, decimal_places=3, max_digits=18, null=True)),
                        ("unit", models.CharField(blank=True, default="", max_length=60)),
                        (
                            "coalition",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="contributions",
                                to="register.coalition",
                            ),
                        ),
                        (
                            "finding",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="contributions",
                                to="register.finding",
                            ),
                        ),
                        ("in_force", models.BooleanField(default=True)),
                        (
                            "party",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="contributions",
                                to="register.party",
                            ),
                        ),
                        (
                            "line",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="contributions",
                                to="register.lineofeffort",
                            ),
                        ),
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
                        (
                            "stage",
                            models.CharField(
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
                        ("stage_on", models.DateField(blank=True, null=True)),
                        ("summary", models.TextField()),
                        ("first", models.DateField(blank=True, null=True)),
                        ("last", models.DateField(blank=True, null=True)),
                        ("caveat", models.TextField(blank=True, default="")),
                        ("source", models.CharField(blank=True, default="", max_length=1000)),
                    ],
                    options={
                        "indexes": [
                            concerted.register.models.sought.Sought(fields=["summary"], name="contribution_by_summary")
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("amount__isnull", True), ("currency", "")),
                                    models.Q(("amount__isnull", False), models.Q(("currency", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="contribution_amount_has_a_currency",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("quantity__isnull", True), ("unit", "")),
                                    models.Q(("quantity__isnull", False), models.Q(("unit", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="contribution_quantity_has_a_unit",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("amount__isnull", True), ("amount__gt", 0), _connector="OR"),
                                    models.Q(("quantity__isnull", True), ("quantity__gt", 0), _connector="OR"),
                                ),
                                name="contribution_is_something",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "kind__in",
                                        [
                                            "funds",
                                            "personnel",
                                            "training",
                                            "equipment",
                                            "basing",
                                            "hosting",
                                            "expertise",
                                            "other",
                                        ],
                                    )
                                ),
                                name="contribution_kind_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("stage", ""), ("stage_on__isnull", True)),
                                    (
                                        "stage__in",
                                        ["offered", "pledged", "committed", "under way", "delivered", "withdrawn"],
                                    ),
                                    _connector="OR",
                                ),
                                name="contribution_stage_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("finding__isnull", False), models.Q(("source", ""), _negated=True), _connector="OR"
                                ),
                                name="contribution_has_a_source",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("owner__isnull", True), ("owner", models.F("party")), _connector="OR"
                                ),
                                name="contribution_is_of_its_party",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("first__isnull", True),
                                    ("last__isnull", True),
                                    ("first__lte", models.F("last")),
                                    _connector="OR",
                                ),
                                name="contribution_runs_forward",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Clarification",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "coalition",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="clarifications",
                                to="register.coalition",
                            ),
                        ),
                        (
                            "party",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="clarifications",
                                to="register.party",
                            ),
                        ),
                        (
                            "contribution",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="clarifications",
                                to="register.contribution",
                            ),
                        ),
                        (
                            "line",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="register.lineofeffort",
                            ),
                        ),
                        ("text", models.TextField()),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("at", models.DateTimeField()),
                        ("answer", models.TextField(blank=True, default="")),
                        (
                            "answered_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("answered_at", models.DateTimeField(blank=True, null=True)),
                        ("in_force", models.BooleanField(default=True)),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("text", ""), _negated=True), name="clarification_asks_something"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("answer", ""), ("answered_at__isnull", True), ("answered_by__isnull", True)
                                    ),
                                    models.Q(
                                        models.Q(("answer", ""), _negated=True),
                                        ("answered_at__isnull", False),
                                        ("answered_by__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="clarification_answer_says_who_and_when",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ClockNotice",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "coalition",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.coalition"
                            ),
                        ),
                        (
                            "user",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("series", models.CharField(max_length=200)),
                        ("due", models.DateField()),
                        ("stage", models.SmallIntegerField()),
                        ("at", models.DateTimeField()),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("user", "coalition", "series", "due", "stage"), name="one_clock_notice_a_stage"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Delegate",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                            "release",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.release"
                            ),
                        ),
                        ("edition", models.PositiveIntegerField(default=1)),
                        (
                            "coalition",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="delegates",
                                to="register.coalition",
                            ),
                        ),
                        (
                            "meeting",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="delegates",
                                to="register.meeting",
                            ),
                        ),
                        (
                            "party",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="delegates",
                                to="register.party",
                            ),
                        ),
                        ("organisation", models.CharField(blank=True, default="", max_length=200)),
                        ("person", models.CharField(max_length=200)),
                        (
                            "role",
                            models.CharField(
                                choices=[
                                    ("head of delegation", "Head"),
                                    ("delegate", "Delegate"),
                                    ("adviser", "Adviser"),
                                    ("observer", "Observer"),
                                    ("interpreter", "Interpreter"),
                                ],
                                max_length=20,
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("invited", "Invited"),
                                    ("registered", "Registered"),
                                    ("withdrawn", "Withdrawn"),
                                ],
                                default="registered",
                                max_length=20,
                            ),
                        ),
                        ("note", models.CharField(blank=True, default="", max_length=1000)),
                        ("in_force", models.BooleanField(default=True)),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("person", ""), _negated=True), name="delegate_has_a_name"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "role__in",
                                        ["head of delegation", "delegate", "adviser", "observer", "interpreter"],
                                    )
                                ),
                                name="delegate_role_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("status__in", ["invited", "registered", "withdrawn"])),
                                name="delegate_status_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("organisation", ""), ("party__isnull", False)),
                                    models.Q(("party__isnull", True), models.Q(("organisation", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="delegate_is_of_a_party_or_organisation",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(
                                    ("in_force", True),
                                    ("party__isnull", False),
                                    ("role", "head of delegation"),
                                    models.Q(("status", "withdrawn"), _negated=True),
                                ),
                                fields=("meeting", "party"),
                                name="one_head_a_delegation",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DigestSent",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "coalition",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.coalition"
                            ),
                        ),
                        (
                            "user",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("week", models.DateField()),
                        ("at", models.DateTimeField()),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(fields=("user", "coalition", "week"), name="one_digest_a_week"),
                            models.CheckConstraint(
                                condition=models.Q(("week__week_day", 2)), name="digest_week_begins_on_a_monday"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Import",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "coalition",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="imports",
                                to="register.coalition",
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
                        ("noun", models.CharField(max_length=60)),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("at", models.DateTimeField()),
                        ("name", models.CharField(max_length=300)),
                        ("sha256", models.CharField(max_length=64)),
                        ("sheet", models.CharField(blank=True, default="", max_length=100)),
                        ("profile", models.CharField(blank=True, default="", max_length=100)),
                        (
                            "reach",
                            models.CharField(
                                choices=[
                                    ("owner only", "Owner"),
                                    ("named partners", "Named"),
                                    ("working group", "Working Group"),
                                    ("coalition", "Coalition"),
                                    ("public", "Public"),
                                ],
                                default="owner only",
                                max_length=20,
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("reading", "Reading"),
                                    ("comparing", "Comparing"),
                                    ("ready", "Ready"),
                                    ("writing", "Writing"),
                                    ("done", "Done"),
                                    ("abandoned", "Abandoned"),
                                ],
                                default="reading",
                                max_length=20,
                            ),
                        ),
                        ("decimals", models.CharField(blank=True, default="", max_length=10)),
                        ("days", models.CharField(blank=True, default="", max_length=20)),
                        ("epoch", models.PositiveSmallIntegerField(default=1900)),
                        ("columns", models.JSONField(default=list)),
                        ("habits", models.JSONField(default=dict)),
                        ("repeated", models.JSONField(default=dict)),
                        ("rows", models.PositiveIntegerField(default=0)),
                        ("compared", models.PositiveIntegerField(default=0)),
                        ("written", models.PositiveIntegerField(default=0)),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("state__in", ["reading", "comparing", "ready", "writing", "done", "abandoned"])
                                ),
                                name="import_state_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("written__lte", models.F("rows"))),
                                name="import_writes_what_it_has_read",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ImportPart",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "of",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="parts", to="register.import"
                            ),
                        ),
                        ("first", models.PositiveIntegerField()),
                        ("size", models.PositiveIntegerField()),
                        ("data", models.BinaryField()),
                        ("compared", models.BooleanField(default=False)),
                        ("written", models.BooleanField(default=False)),
                        ("added", models.PositiveIntegerField(default=0)),
                        ("changed", models.PositiveIntegerField(default=0)),
                        ("unchanged", models.PositiveIntegerField(default=0)),
                        ("held", models.PositiveIntegerField(default=0)),
                        ("refused", models.PositiveIntegerField(default=0)),
                        ("marked", models.PositiveIntegerField(default=0)),
                    ],
                    options={
                        "constraints": [models.UniqueConstraint(fields=("of", "first"), name="one_part_a_place")],
                    },
                ),
                migrations.CreateModel(
                    name="ImportFinding",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "of",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="findings",
                                to="register.import",
                            ),
                        ),
                        ("place", models.PositiveIntegerField(blank=True, null=True)),
                        ("row", models.PositiveIntegerField()),
                        ("column", models.CharField(blank=True, default="", max_length=100)),
                        (
                            "tier",
                            models.CharField(
                                choices=[("critical", "Critical"), ("error", "Error"), ("warning", "Warning")],
                                max_length=20,
                            ),
                        ),
                        ("trouble", models.CharField(max_length=40)),
                        ("found", models.CharField(blank=True, default="", max_length=300)),
                        ("expected", models.CharField(blank=True, default="", max_length=300)),
                    ],
                    options={
                        "indexes": [models.Index(fields=["of", "place"], name="finding_of_a_place")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("tier__in", ["critical", "error", "warning"])),
                                name="finding_tier_is_known",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ImportDecision",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "of",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="decisions",
                                to="register.import",
                            ),
                        ),
                        ("place", models.PositiveIntegerField()),
                        ("row", models.PositiveIntegerField()),
                        (
                            "choice",
                            models.CharField(choices=[("import", "Import"), ("leave out", "Leave")], max_length=20),
                        ),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("at", models.DateTimeField()),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(fields=("of", "place"), name="one_decision_a_row"),
                            models.CheckConstraint(
                                condition=models.Q(("choice__in", ["import", "leave out"])),
                                name="import_choice_is_known",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ImportedRow",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "of",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="imported",
                                to="register.import",
                            ),
                        ),
                        ("place", models.PositiveIntegerField()),
                        ("row", models.PositiveIntegerField()),
                        ("noun", models.CharField(max_length=60)),
                        ("record", models.BigIntegerField()),
                        ("added", models.BooleanField()),
                        ("key", models.CharField(blank=True, default="", max_length=32)),
                        ("says", models.CharField(blank=True, default="", max_length=32)),
                        ("edition", models.PositiveIntegerField(default=1)),
                    ],
                    options={
                        "indexes": [
                            models.Index(fields=["noun", "record"], name="imported_record"),
                            models.Index(fields=["key"], name="imported_by_key"),
                        ],
                        "constraints": [models.UniqueConstraint(fields=("of", "place"), name="one_record_a_row")],
                    },
                ),
                migrations.CreateModel(
                    name="Instrument",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                            "release",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.release"
                            ),
                        ),
                        ("edition", models.PositiveIntegerField(default=1)),
                        (
                            "merged_into",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="merged",
                                to="register.instrument",
                            ),
                        ),
                        (
                            "coalition",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="instruments",
                                to="register.coalition",
                            ),
                        ),
                        ("key", models.CharField(max_length=300)),
                        ("title", models.CharField(max_length=500)),
                        ("date", models.DateField(blank=True, null=True)),
                        ("body", models.CharField(blank=True, max_length=300)),
                        ("said_by", models.CharField(blank=True, max_length=500)),
                    ],
                    options={
                        "ordering": ["key"],
                        "constraints": [
                            models.UniqueConstraint(fields=("coalition", "key"), name="one_instrument_a_key")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Citation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                            "release",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.release"
                            ),
                        ),
                        ("edition", models.PositiveIntegerField(default=1)),
                        (
                            "coalition",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="%(class)ss",
                                to="register.coalition",
                            ),
                        ),
                        (
                            "finding",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="%(class)s",
                                to="register.finding",
                            ),
                        ),
                        ("in_force", models.BooleanField(default=True)),
                        (
                            "instrument",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="citations",
                                to="register.instrument",
                            ),
                        ),
                        ("relation", models.CharField(blank=True, max_length=100)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Invitation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "coalition",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="invitations",
                                to="register.coalition",
                            ),
                        ),
                        ("email", models.EmailField(max_length=254)),
                        ("name", models.CharField(max_length=200)),
                        (
                            "role",
                            models.CharField(
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
                        (
                            "party",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="register.party",
                            ),
                        ),
                        ("organisation", models.CharField(blank=True, default="", max_length=200)),
                        (
                            "line",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="register.lineofeffort",
                            ),
                        ),
                        ("digest", models.CharField(max_length=64, unique=True)),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("at", models.DateTimeField()),
                        ("expires_at", models.DateTimeField()),
                        (
                            "accepted_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("accepted_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "withdrawn_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "role__in",
                                        [
                                            "secretariat",
                                            "line lead",
                                            "focal point",
                                            "partner reader",
                                            "observer",
                                            "auditor",
                                        ],
                                    )
                                ),
                                name="invited_role_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("role__in", ["focal point", "partner reader"]), _negated=True),
                                    ("party__isnull", False),
                                    _connector="OR",
                                ),
                                name="invited_national_role_has_a_party",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("line__isnull", False), ("role", "line lead")),
                                    models.Q(models.Q(("role", "line lead"), _negated=True), ("line__isnull", True)),
                                    _connector="OR",
                                ),
                                name="invited_line_lead_has_a_line",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("party__isnull", True), ("organisation", ""), _connector="OR"),
                                name="invited_with_one_affiliation",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("accepted_at__isnull", True), ("accepted_by__isnull", True)),
                                    models.Q(("accepted_at__isnull", False), ("accepted_by__isnull", False)),
                                    _connector="OR",
                                ),
                                name="acceptance_says_who_and_when",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("withdrawn_at__isnull", True), ("withdrawn_by__isnull", True)),
                                    models.Q(("withdrawn_at__isnull", False), ("withdrawn_by__isnull", False)),
                                    _connector="OR",
                                ),
                                name="withdrawal_says_who_and_when",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("accepted_at__isnull", True), ("withdrawn_at__isnull", True), _connector="OR"
                                ),
                                name="accepted_or_withdrawn",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("expires_at__gt", models.F("at"))), name="invitation_lasts"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Entry",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("act", models.CharField(blank=True, db_index=True, max_length=32)),
                        ("at", models.DateTimeField()),
                        (
                            "by",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("action", models.CharField(blank=True, max_length=60)),
                        ("noun", models.CharField(max_length=60)),
                        ("record", models.CharField(max_length=60)),
                        ("root_noun", models.CharField(max_length=60)),
                        ("root", models.CharField(max_length=60)),
                        (
                            "coalition",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="register.coalition",
                            ),
                        ),
                        (
                            "owner",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="register.party",
                            ),
                        ),
                        (
                            "release",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="register.release",
                            ),
                        ),
                        ("before", models.TextField(null=True)),
                        ("after", models.TextField(null=True)),
                        ("salt", models.CharField(max_length=32)),
                    ],
                    options={
                        "ordering": ["pk"],
                        "indexes": [
                            models.Index(fields=["noun", "record"], name="entries_of_a_record"),
                            models.Index(fields=["root_noun", "root"], name="entries_of_a_root"),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("before__isnull", False), ("after__isnull", False), _connector="OR"
                                ),
                                name="entry_says_what_changed",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Leaf",
                    fields=[
                        ("index", models.BigIntegerField(primary_key=True, serialize=False)),
                        (
                            "entry",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.DO_NOTHING, related_name="leaf", to="register.entry"
                            ),
                        ),
                        ("hash", models.CharField(max_length=64)),
                    ],
                    options={
                        "ordering": ["index"],
                    },
                ),
                migrations.CreateModel(
                    name="Tile",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("level", models.PositiveSmallIntegerField()),
                        ("index", models.BigIntegerField()),
                        ("hash", models.CharField(max_length=64)),
                    ],
                    options={
                        "constraints": [models.UniqueConstraint(fields=("level", "index"), name="one_tile_a_place")],
                    },
                ),
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
                    name="Rerelease",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("noun", models.CharField(max_length=60)),
                        ("record", models.CharField(max_length=60)),
                        (
                            "coalition",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="register.coalition",
                            ),
                        ),
                        (
                            "owner",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="register.party",
                            ),
                        ),
                        (
                            "release",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="register.release",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(fields=("noun", "record"), name="one_rerelease_a_record")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Context",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("act", models.CharField(blank=True, max_length=32)),
                        ("at", models.DateTimeField(null=True)),
                        (
                            "by",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("action", models.CharField(blank=True, max_length=60)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Minute",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                            "release",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.release"
                            ),
                        ),
                        ("edition", models.PositiveIntegerField(default=1)),
                        (
                            "coalition",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="minutes",
                                to="register.coalition",
                            ),
                        ),
                        (
                            "meeting",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="minutes",
                                to="register.meeting",
                            ),
                        ),
                        (
                            "item",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="entries",
                                to="register.item",
                            ),
                        ),
                        ("text", models.TextField()),
                        ("in_force", models.BooleanField(default=True)),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("text", ""), _negated=True), name="minute_says_something"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Conclusion",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                            "release",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.release"
                            ),
                        ),
                        ("edition", models.PositiveIntegerField(default=1)),
                        (
                            "coalition",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="conclusions",
                                to="register.coalition",
                            ),
                        ),
                        (
                            "meeting",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="conclusions",
                                to="register.meeting",
                            ),
                        ),
                        (
                            "item",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="conclusions",
                                to="register.item",
                            ),
                        ),
                        ("ordinal", models.PositiveSmallIntegerField(blank=True, null=True)),
                        ("text", models.TextField()),
                        ("in_force", models.BooleanField(default=True)),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("text", ""), _negated=True), name="conclusion_says_something"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PackKey",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                            "release",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.release"
                            ),
                        ),
                        (
                            "coalition",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="pack_keys",
                                to="register.coalition",
                            ),
                        ),
                        (
                            "party",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="pack_keys",
                                to="register.party",
                            ),
                        ),
                        ("register", models.CharField(max_length=100)),
                        ("key", models.CharField(max_length=300)),
                        (
                            "courier",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("since", models.DateField()),
                        ("until", models.DateField(blank=True, null=True)),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("at", models.DateTimeField()),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("until__isnull", True), ("since__lte", models.F("until")), _connector="OR"
                                ),
                                name="pack_key_holds_forward",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Pack",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                            "release",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.release"
                            ),
                        ),
                        (
                            "coalition",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="packs",
                                to="register.coalition",
                            ),
                        ),
                        (
                            "party",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="packs", to="register.party"
                            ),
                        ),
                        ("outward", models.BooleanField()),
                        ("other", models.CharField(max_length=100)),
                        ("sha256", models.CharField(max_length=64)),
                        ("made_at", models.DateTimeField()),
                        ("entries", models.BigIntegerField()),
                        ("records", models.PositiveIntegerField()),
                        ("done", models.PositiveIntegerField(default=0)),
                        ("added", models.PositiveIntegerField(default=0)),
                        ("changed", models.PositiveIntegerField(default=0)),
                        ("withdrawn", models.PositiveIntegerField(default=0)),
                        ("held", models.PositiveIntegerField(default=0)),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("at", models.DateTimeField()),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("coalition", "sha256", "outward"), name="one_pack_a_digest"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("done__lte", models.F("records"))), name="pack_does_what_it_has"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PackFile",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "pack",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT, related_name="file", to="register.pack"
                            ),
                        ),
                        ("data", models.BinaryField()),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Carried",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                            "release",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.release"
                            ),
                        ),
                        (
                            "coalition",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.coalition"
                            ),
                        ),
                        ("other", models.CharField(max_length=100)),
                        ("noun", models.CharField(max_length=60)),
                        ("origin", models.CharField(max_length=100)),
                        ("number", models.BigIntegerField()),
                        ("record", models.BigIntegerField()),
                        ("edition", models.BigIntegerField()),
                        ("state", models.CharField(max_length=64)),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("owner", "other", "noun", "origin", "number"), name="one_record_a_name"
                            ),
                            models.UniqueConstraint(fields=("other", "noun", "record"), name="one_name_a_record"),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Held",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                            "release",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.release"
                            ),
                        ),
                        (
                            "coalition",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.coalition"
                            ),
                        ),
                        (
                            "pack",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="holding", to="register.pack"
                            ),
                        ),
                        ("noun", models.CharField(max_length=60)),
                        ("origin", models.CharField(max_length=100)),
                        ("number", models.BigIntegerField()),
                        ("record", models.BigIntegerField(null=True)),
                        ("change", models.JSONField()),
                        ("why", models.TextField(blank=True, default="")),
                        ("decision", models.CharField(blank=True, default="", max_length=20)),
                        (
                            "by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("at", models.DateTimeField(null=True)),
                    ],
                    options={
                        "indexes": [models.Index(fields=["noun", "origin", "number"], name="held_of_a_record")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("at__isnull", True), ("decision", "")),
                                    models.Q(models.Q(("decision", ""), _negated=True), ("at__isnull", False)),
                                    _connector="OR",
                                ),
                                name="held_decision_says_when",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Paper",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                            "release",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.release"
                            ),
                        ),
                        ("edition", models.PositiveIntegerField(default=1)),
                        (
                            "coalition",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="papers",
                                to="register.coalition",
                            ),
                        ),
                        (
                            "meeting",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="papers",
                                to="register.meeting",
                            ),
                        ),
                        (
                            "item",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="papers",
                                to="register.item",
                            ),
                        ),
                        ("title", models.CharField(max_length=300)),
                        ("note", models.CharField(blank=True, default="", max_length=1000)),
                        (
                            "status",
                            models.CharField(
                                choices=[("current", "Current"), ("withdrawn", "Withdrawn")],
                                default="current",
                                max_length=20,
                            ),
                        ),
                        ("why", models.CharField(blank=True, default="", max_length=1000)),
                        ("in_force", models.BooleanField(default=True)),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("title", ""), _negated=True), name="paper_has_a_title"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("status", "current"), ("why", "")),
                                    models.Q(("status", "withdrawn"), models.Q(("why", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="paper_withdrawn_has_a_reason",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PaperFile",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "paper",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="files", to="register.paper"
                            ),
                        ),
                        ("version", models.PositiveIntegerField()),
                        ("name", models.CharField(max_length=200)),
                        ("media_type", models.CharField(max_length=100)),
                        ("size", models.PositiveIntegerField()),
                        ("sha256", models.CharField(max_length=64)),
                        ("data", models.BinaryField()),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("at", models.DateTimeField()),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(fields=("paper", "version"), name="one_file_a_version")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Participation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                            "release",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.release"
                            ),
                        ),
                        ("edition", models.PositiveIntegerField(default=1)),
                        (
                            "coalition",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="%(class)ss",
                                to="register.coalition",
                            ),
                        ),
                        (
                            "finding",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="%(class)s",
                                to="register.finding",
                            ),
                        ),
                        ("in_force", models.BooleanField(default=True)),
                        (
                            "statement",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="participations",
                                to="register.statement",
                            ),
                        ),
                        (
                            "party",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="participations",
                                to="register.party",
                            ),
                        ),
                        ("role", models.CharField(max_length=20)),
                        ("name", models.CharField(max_length=300)),
                        ("note", models.TextField(blank=True)),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("role__in", ("issuer", "joined", "host"))),
                                name="participation_role_is_known",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="LineMention",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                            "release",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.release"
                            ),
                        ),
                        ("edition", models.PositiveIntegerField(default=1)),
                        (
                            "coalition",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="%(class)ss",
                                to="register.coalition",
                            ),
                        ),
                        (
                            "finding",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="%(class)s",
                                to="register.finding",
                            ),
                        ),
                        ("in_force", models.BooleanField(default=True)),
                        (
                            "line",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="mentions",
                                to="register.lineofeffort",
                            ),
                        ),
                        ("title", models.CharField(max_length=300)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Publication",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                            "release",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.release"
                            ),
                        ),
                        ("edition", models.PositiveIntegerField(default=1)),
                        (
                            "coalition",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="publications",
                                to="register.coalition",
                            ),
                        ),
                        ("currency", models.CharField(max_length=3)),
                        ("figures", models.JSONField()),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("at", models.DateTimeField()),
                        ("in_force", models.BooleanField(default=True)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="PublicationBasis",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "publication",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="basis",
                                to="register.publication",
                            ),
                        ),
                        (
                            "coalition",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.coalition"
                            ),
                        ),
                        (
                            "release",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.release"
                            ),
                        ),
                        ("reasons", models.JSONField()),
                        ("cells", models.TextField()),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Reminder",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "coalition",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="reminders",
                                to="register.coalition",
                            ),
                        ),
                        (
                            "window",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="reminders",
                                to="register.window",
                            ),
                        ),
                        (
                            "user",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "party",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.party"
                            ),
                        ),
                        (
                            "stage",
                            models.SmallIntegerField(
                                choices=[
                                    (14, "14 days before"),
                                    (7, "7 days before"),
                                    (1, "the day before"),
                                    (-1, "after it closed"),
                                ]
                            ),
                        ),
                        ("owed", models.PositiveIntegerField()),
                        ("at", models.DateTimeField()),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(fields=("window", "user", "stage"), name="one_reminder_a_stage"),
                            models.CheckConstraint(
                                condition=models.Q(("stage__in", [14, 7, 1, -1])), name="reminder_stage_is_known"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Request",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                            "release",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.release"
                            ),
                        ),
                        ("edition", models.PositiveIntegerField(default=1)),
                        (
                            "coalition",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="requests",
                                to="register.coalition",
                            ),
                        ),
                        ("in_force", models.BooleanField(default=True)),
                        (
                            "party",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="requests",
                                to="register.party",
                            ),
                        ),
                        ("title", models.CharField(max_length=300)),
                        ("text", models.TextField(blank=True, default="")),
                        ("day", models.DateField(blank=True, null=True)),
                        ("source", models.CharField(max_length=1000)),
                    ],
                    options={
                        "indexes": [concerted.register.models.sought.Sought(fields=["title"], name="request_by_title")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("title", ""), _negated=True), models.Q(("source", ""), _negated=True)
                                ),
                                name="request_has_a_title_and_a_source",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("owner__isnull", True), ("owner", models.F("party")), _connector="OR"
                                ),
                                name="request_is_of_its_party",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Requirement",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                            "release",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.release"
                            ),
                        ),
                        ("edition", models.PositiveIntegerField(default=1)),
                        ("amount", models.DecimalField(blank=True, decimal_places=2, max_digits=18, null=True)),
                        ("currency", models.CharField(blank=True, default="", max_length=3)),
                        ("quantity", models.DecimalField(blank=True, decimal_places=3, max_digits=18, null=True)),
                        ("unit", models.CharField(blank=True, default="", max_length=60)),
                        (
                            "coalition",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="requirements",
                                to="register.coalition",
                            ),
                        ),
                        ("in_force", models.BooleanField(default=True)),
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
                            "part_of",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="requirements",
                                to="register.request",
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
                                choices=[
                                    ("critical", "Critical"),
                                    ("high", "High"),
                                    ("medium", "Medium"),
                                    ("low", "Low"),
                                ],
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
                    ],
                    options={
                        "indexes": [
                            concerted.register.models.sought.Sought(fields=["summary"], name="requirement_by_summary")
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("amount__isnull", True), ("currency", "")),
                                    models.Q(("amount__isnull", False), models.Q(("currency", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="requirement_amount_has_a_currency",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("quantity__isnull", True), ("unit", "")),
                                    models.Q(("quantity__isnull", False), models.Q(("unit", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="requirement_quantity_has_a_unit",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("amount__isnull", True), ("amount__gt", 0), _connector="OR"),
                                    models.Q(("quantity__isnull", True), ("quantity__gt", 0), _connector="OR"),
                                ),
                                name="requirement_is_something",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "kind__in",
                                        [
                                            "funds",
                                            "personnel",
                                            "training",
                                            "equipment",
                                            "basing",
                                            "hosting",
                                            "expertise",
                                            "other",
                                        ],
                                    ),
                                    ("priority__in", ["critical", "high", "medium", "low"]),
                                    ("status__in", ["open", "partly covered", "covered", "superseded", "withdrawn"]),
                                ),
                                name="requirement_words_are_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("summary", ""), _negated=True), models.Q(("source", ""), _negated=True)
                                ),
                                name="requirement_has_a_summary_and_a_source",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("owner__isnull", True), ("owner", models.F("party")), _connector="OR"
                                ),
                                name="requirement_is_of_its_party",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("needed_from__isnull", True),
                                    ("needed_by__isnull", True),
                                    ("needed_from__lte", models.F("needed_by")),
                                    _connector="OR",
                                ),
                                name="requirement_runs_forward",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Reservation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                            "release",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.release"
                            ),
                        ),
                        ("edition", models.PositiveIntegerField(default=1)),
                        (
                            "coalition",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="reservations",
                                to="register.coalition",
                            ),
                        ),
                        (
                            "party",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="reservations",
                                to="register.party",
                            ),
                        ),
                        (
                            "statement",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="reservations",
                                to="register.statement",
                            ),
                        ),
                        ("paragraph", models.CharField(blank=True, default="", max_length=20)),
                        (
                            "conclusion",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="reservations",
                                to="register.conclusion",
                            ),
                        ),
                        ("text", models.TextField()),
                        ("since", models.DateField()),
                        ("until", models.DateField(blank=True, null=True)),
                        ("in_force", models.BooleanField(default=True)),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("text", ""), _negated=True), name="reservation_says_something"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("conclusion", None), ("statement__isnull", False)),
                                    models.Q(("conclusion__isnull", False), ("paragraph", ""), ("statement", None)),
                                    _connector="OR",
                                ),
                                name="reservation_is_about_one_thing",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("until", None), ("until__gte", models.F("since")), _connector="OR"),
                                name="reservation_runs_forward",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("owner__isnull", True), ("owner", models.F("party")), _connector="OR"
                                ),
                                name="reservation_is_of_its_party",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SearchEntry",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                            "release",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.release"
                            ),
                        ),
                        (
                            "coalition",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.coalition"
                            ),
                        ),
                        ("noun", models.CharField(max_length=20)),
                        ("key", models.CharField(max_length=300)),
                        ("title", models.CharField(max_length=500)),
                        ("body", models.TextField()),
                        ("words", models.TextField()),
                        (
                            "statement",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="register.statement",
                            ),
                        ),
                        ("start", models.PositiveIntegerField(null=True)),
                    ],
                    options={
                        "indexes": [models.Index(fields=["coalition", "noun", "key"], name="search_entry_of_a_thing")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("start__isnull", True), ("statement__isnull", False), _connector="OR"
                                ),
                                name="search_place_is_in_a_statement",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Sighting",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "coalition",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.coalition"
                            ),
                        ),
                        (
                            "owner",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="register.party",
                            ),
                        ),
                        ("noun", models.CharField(max_length=60)),
                        ("record", models.BigIntegerField()),
                        (
                            "user",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "party",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="register.party",
                            ),
                        ),
                        ("at", models.DateTimeField()),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(fields=("noun", "record", "user"), name="one_sighting_a_person")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Tally",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("noun", models.CharField(max_length=20)),
                        (
                            "coalition",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="register.coalition",
                            ),
                        ),
                        (
                            "owner",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="register.party",
                            ),
                        ),
                        (
                            "release",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="register.release",
                            ),
                        ),
                        ("is_frame", models.BooleanField(default=False)),
                        (
                            "within_owner",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="register.party",
                            ),
                        ),
                        (
                            "within_release",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="register.release",
                            ),
                        ),
                        (
                            "party",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="register.party",
                            ),
                        ),
                        (
                            "line",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="register.lineofeffort",
                            ),
                        ),
                        ("kind", models.CharField(blank=True, max_length=20)),
                        ("status", models.CharField(blank=True, max_length=20)),
                        ("currency", models.CharField(blank=True, max_length=3)),
                        ("count", models.BigIntegerField()),
                        ("hundredths", models.DecimalField(decimal_places=0, max_digits=38)),
                        ("keys", models.BigIntegerField()),
                        ("last", models.DateTimeField(null=True)),
                        ("cell", models.CharField(max_length=200)),
                    ],
                    options={
                        "indexes": [
                            models.Index(fields=["coalition", "noun", "party", "line"], name="tallies_of_a_party"),
                            models.Index(fields=["coalition", "noun", "line"], name="tallies_of_a_line"),
                        ],
                        "constraints": [models.UniqueConstraint(fields=("cell",), name="one_tally_a_cell")],
                    },
                ),
                migrations.CreateModel(
                    name="Token",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "user",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("name", models.CharField(max_length=100)),
                        ("digest", models.CharField(max_length=64, unique=True)),
                        ("scopes", models.JSONField()),
                        (
                            "coalition",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="register.coalition",
                            ),
                        ),
                        ("at", models.DateTimeField()),
                        ("expires_at", models.DateTimeField()),
                        ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("expires_at__gt", models.F("at"))), name="token_lasts"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="TokenUse",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "token",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT, related_name="use", to="register.token"
                            ),
                        ),
                        ("since", models.DateTimeField()),
                        ("count", models.PositiveIntegerField(default=0)),
                        ("at", models.DateTimeField(blank=True, null=True)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Reply",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "token",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.token"
                            ),
                        ),
                        ("key", models.CharField(max_length=100)),
                        ("digest", models.CharField(max_length=64)),
                        ("status", models.PositiveSmallIntegerField()),
                        ("body", models.TextField()),
                        ("location", models.CharField(max_length=300)),
                        ("at", models.DateTimeField()),
                    ],
                    options={
                        "constraints": [models.UniqueConstraint(fields=("token", "key"), name="one_reply_a_key")],
                    },
                ),
                migrations.CreateModel(
                    name="Version",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "statement",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="versions",
                                to="register.statement",
                            ),
                        ),
                        ("number", models.PositiveIntegerField()),
                        ("text", models.TextField()),
                        ("sha256", models.CharField(max_length=64)),
                        ("words_sha256", models.CharField(db_index=True, max_length=64)),
                        ("sketch", models.JSONField()),
                        ("media_type", models.CharField(max_length=100)),
                        ("source", models.CharField(blank=True, max_length=1000)),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("at", models.DateTimeField()),
                    ],
                    options={
                        "ordering": ["statement", "number"],
                        "constraints": [
                            models.UniqueConstraint(fields=("statement", "number"), name="one_version_a_number"),
                            models.CheckConstraint(
                                condition=models.Q(("number__gte", 1)), name="versions_count_from_one"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Anchor",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "finding",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="anchors",
                                to="register.finding",
                            ),
                        ),
                        ("version", models.PositiveIntegerField()),
                        (
                            "standing",
                            models.CharField(
                                choices=[
                                    ("anchored", "Anchored"),
                                    ("orphaned", "Orphaned"),
                                    ("superseded", "Superseded"),
                                    ("withdrawn", "Withdrawn"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("start", models.PositiveIntegerField(null=True)),
                        ("end", models.PositiveIntegerField(null=True)),
                        ("quote", models.TextField(blank=True)),
                        ("confidence", models.FloatField()),
                        ("how", models.CharField(max_length=30)),
                        ("turned", models.JSONField(default=list)),
                        ("candidates", models.JSONField(default=list)),
                        ("proposal", models.JSONField(null=True)),
                        ("corrected", models.JSONField(null=True)),
                        (
                            "after",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="register.decision",
                            ),
                        ),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("at", models.DateTimeField()),
                        ("note", models.TextField(blank=True)),
                    ],
                    options={
                        "ordering": ["pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("proposal__isnull", False),
                                        ("standing", "anchored"),
                                        ("start__lt", models.F("end")),
                                        models.Q(("quote", ""), _negated=True),
                                    ),
                                    models.Q(
                                        models.Q(("standing", "anchored"), _negated=True),
                                        ("end__isnull", True),
                                        ("quote", ""),
                                        ("start__isnull", True),
                                    ),
                                    _connector="OR",
                                ),
                                name="anchor_has_a_place_if_anchored",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("version__gt", 1)), name="anchor_is_in_a_later_version"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("standing__in", ["anchored", "orphaned", "superseded", "withdrawn"])
                                ),
                                name="anchor_standing_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("confidence__gte", 0), ("confidence__lte", 1)),
                                name="anchor_confidence_is_a_share",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="LineLead",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("since", models.DateField(blank=True, null=True)),
                        ("until", models.DateField(blank=True, null=True)),
                        ("said_by", models.CharField(max_length=500)),
                        ("end_said_by", models.CharField(blank=True, default="", max_length=500)),
                        ("in_force", models.BooleanField(default=True)),
                        ("edition", models.PositiveIntegerField(default=1)),
                        (
                            "coalition",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="leads",
                                to="register.coalition",
                            ),
                        ),
                        (
                            "line",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="leads",
                                to="register.lineofeffort",
                            ),
                        ),
                        (
                            "party",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="leads", to="register.party"
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("since__isnull", True),
                                    ("until__isnull", True),
                                    ("since__lte", models.F("until")),
                                    _connector="OR",
                                ),
                                name="linelead_runs_forward",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("said_by", ""), _negated=True), name="linelead_has_a_source"
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("in_force", True), ("until__isnull", True)),
                                fields=("line", "party"),
                                name="one_open_lead_a_party_and_line",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="WorkingGroupSeat",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("since", models.DateField(blank=True, null=True)),
                        ("until", models.DateField(blank=True, null=True)),
                        ("said_by", models.CharField(max_length=500)),
                        ("end_said_by", models.CharField(blank=True, default="", max_length=500)),
                        ("in_force", models.BooleanField(default=True)),
                        ("edition", models.PositiveIntegerField(default=1)),
                        (
                            "coalition",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="seats",
                                to="register.coalition",
                            ),
                        ),
                        (
                            "line",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="seats",
                                to="register.lineofeffort",
                            ),
                        ),
                        (
                            "party",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="seats", to="register.party"
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("since__isnull", True),
                                    ("until__isnull", True),
                                    ("since__lte", models.F("until")),
                                    _connector="OR",
                                ),
                                name="workinggroupseat_runs_forward",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("said_by", ""), _negated=True), name="workinggroupseat_has_a_source"
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("in_force", True), ("until__isnull", True)),
                                fields=("line", "party"),
                                name="one_open_seat_a_party_and_line",
                            ),
                        ],
                    },
                ),
            ]
        ),
        migrations.RunPython(searching.make_index, searching.drop_index),
        migrations.RunPython(orders.make_indexes, orders.drop_indexes),
    ]
