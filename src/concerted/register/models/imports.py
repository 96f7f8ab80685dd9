"""Sheets that somebody imports: the file as it was read, what was found in it, and what came of each row."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from concerted.register.models.coalition import Coalition, Party
from concerted.register.models.person import User
from concerted.register.models.release import Reach
from concerted.register.models.scope import Scoped


class ImportState(models.TextChoices):
    """How far an import has come."""

    READING = "reading"
    COMPARING = "comparing"
    READY = "ready"
    WRITING = "writing"
    DONE = "done"
    ABANDONED = "abandoned"


class Tier(models.TextChoices):
    """How much a finding weighs: the row is refused, held for a person's decision, or imported and marked."""

    CRITICAL = "critical"
    ERROR = "error"
    WARNING = "warning"


class Import(Scoped):
    """A sheet of one noun's rows, which become records of ``owner`` (None: the coalition).

    It is read from the file into parts (``reading``), each of which is compared with the record (``comparing``) and,
    when a person has looked at the differences (``ready``), written (``writing``): one transaction a part, so that
    it goes on after a fault where it was. ``columns`` are the keys of the columns as they stand in the parts;
    ``habits`` how each is written, as its cells show; ``decimals`` and ``days`` say it for all, where a person did.
    ``repeated`` are the places of rows that stand in the file before, with the row that they repeat. ``rows`` counts
    what was read, ``compared`` and ``written`` how many of them are through.
    """

    coalition = models.ForeignKey(Coalition, on_delete=models.PROTECT, related_name="imports")
    owner = models.ForeignKey(Party, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    noun = models.CharField(max_length=60)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    name = models.CharField(max_length=300)
    sha256 = models.CharField(max_length=64)
    sheet = models.CharField(max_length=100, blank=True, default="")
    profile = models.CharField(max_length=100, blank=True, default="")
    reach = models.CharField(max_length=20, choices=Reach.choices, default=Reach.OWNER)
    state = models.CharField(max_length=20, choices=ImportState.choices, default=ImportState.READING)
    decimals = models.CharField(max_length=10, blank=True, default="")
    days = models.CharField(max_length=20, blank=True, default="")
    epoch = models.PositiveSmallIntegerField(default=1900)
    columns = models.JSONField(default=list)
    habits = models.JSONField(default=dict)
    repeated = models.JSONField(default=dict)
    rows = models.PositiveIntegerField(default=0)
    compared = models.PositiveIntegerField(default=0)
    written = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(state__in=ImportState.values), name="import_state_is_known"),
            models.CheckConstraint(condition=Q(written__lte=models.F("rows")), name="import_writes_what_it_has_read"),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.noun})"


class ImportPart(Scoped):
    """Some rows of an import as they were read, packed; ``first`` is the place of its first row, from 0.

    What it came to is counted when it is compared, and again when it is written.
    """

    of = models.ForeignKey(Import, on_delete=models.PROTECT, related_name="parts")
    first = models.PositiveIntegerField()
    size = models.PositiveIntegerField()
    data = models.BinaryField()
    compared = models.BooleanField(default=False)
    written = models.BooleanField(default=False)
    added = models.PositiveIntegerField(default=0)
    changed = models.PositiveIntegerField(default=0)
    unchanged = models.PositiveIntegerField(default=0)
    held = models.PositiveIntegerField(default=0)
    refused = models.PositiveIntegerField(default=0)
    marked = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["of", "first"], name="one_part_a_place")]

    def __str__(self) -> str:
        return f"{self.of} from {self.first}"


class ImportFinding(Scoped):
    """What is to be said of a row or a column of an import; ``place`` is the row's, None for the whole sheet.

    ``trouble`` says what it is, ``found`` what stands there and ``expected`` what should; ``row`` is the row's number
    in the file.
    """

    of = models.ForeignKey(Import, on_delete=models.PROTECT, related_name="findings")
    place = models.PositiveIntegerField(null=True, blank=True)
    row = models.PositiveIntegerField()
    column = models.CharField(max_length=100, blank=True, default="")
    tier = models.CharField(max_length=20, choices=Tier.choices)
    trouble = models.CharField(max_length=40)
    found = models.CharField(max_length=300, blank=True, default="")
    expected = models.CharField(max_length=300, blank=True, default="")

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(tier__in=Tier.values), name="finding_tier_is_known")]
        indexes = [models.Index(fields=["of", "place"], name="finding_of_a_place")]

    def __str__(self) -> str:
        return f"row {self.row}, {self.column}: {self.trouble}"


class Choice(models.TextChoices):
    """What somebody decides on a row that is held."""

    IMPORT = "import"
    LEAVE = "leave out"


class ImportDecision(Scoped):
    """What somebody decided on a held row of an import."""

    of = models.ForeignKey(Import, on_delete=models.PROTECT, related_name="decisions")
    place = models.PositiveIntegerField()
    row = models.PositiveIntegerField()
    choice = models.CharField(max_length=20, choices=Choice.choices)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["of", "place"], name="one_decision_a_row"),
            models.CheckConstraint(condition=Q(choice__in=Choice.values), name="import_choice_is_known"),
        ]

    def __str__(self) -> str:
        return f"row {self.row}: {self.choice}"


class ImportedRow(Scoped):
    """Which record came of a row of an import: entered by it (``added``) or changed. No row makes two.

    Of a table of others with a key, ``key`` tells which of its records it is, ``says`` what the table said of it (both
    digests), and ``edition`` which one of the record it made: when the table comes again, its rows find theirs.
    """

    of = models.ForeignKey(Import, on_delete=models.PROTECT, related_name="imported")
    place = models.PositiveIntegerField()
    row = models.PositiveIntegerField()
    noun = models.CharField(max_length=60)
    record = models.BigIntegerField()
    added = models.BooleanField()
    key = models.CharField(max_length=32, blank=True, default="")
    says = models.CharField(max_length=32, blank=True, default="")
    edition = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["of", "place"], name="one_record_a_row")]
        indexes = [
            models.Index(fields=["noun", "record"], name="imported_record"),
            models.Index(fields=["key"], name="imported_by_key"),
        ]

    def __str__(self) -> str:
        return f"{self.noun} {self.record} from row {self.row}"
