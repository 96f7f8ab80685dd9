"""The ledger: an entry for each row that changed, written by the database itself, and the tree over them.

Entries, leaves, tiles and checkpoints only grow; the database refuses to change or delete one.
"""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from concerted.register.models.coalition import Coalition, Party
from concerted.register.models.person import User
from concerted.register.models.release import Release
from concerted.register.models.scope import Scoped


class Entry(Scoped):
    """A row that came, changed or went: who, when, by which action, before and after.

    ``act`` is the same for all that one action changed; it is empty, as are ``action`` and ``by``, where a row was
    changed past the program. ``noun`` and ``record`` are the row's table and key, ``root_noun`` and ``root`` those of
    the record that it is a part of. ``coalition``, ``owner`` and ``release`` say who sees the entry: as the row was
    released. ``before`` and ``after`` are JSON as the database wrote it. ``salt`` keeps anybody from finding the
    contents of an entry by its hash.
    """

    act = models.CharField(max_length=32, db_index=True, blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(User, on_delete=models.DO_NOTHING, null=True, related_name="+", db_constraint=False)
    action = models.CharField(max_length=60, blank=True)
    noun = models.CharField(max_length=60)
    record = models.CharField(max_length=60)
    root_noun = models.CharField(max_length=60)
    root = models.CharField(max_length=60)
    coalition = models.ForeignKey(
        Coalition, on_delete=models.DO_NOTHING, null=True, related_name="+", db_constraint=False
    )
    owner = models.ForeignKey(Party, on_delete=models.DO_NOTHING, null=True, related_name="+", db_constraint=False)
    release = models.ForeignKey(Release, on_delete=models.DO_NOTHING, null=True, related_name="+", db_constraint=False)
    before = models.TextField(null=True)  # noqa: DJ001  (an empty text is no row's state)
    after = models.TextField(null=True)  # noqa: DJ001
    salt = models.CharField(max_length=32)

    class Meta:
        ordering = ["pk"]
        indexes = [
            models.Index(fields=["noun", "record"], name="entries_of_a_record"),
            models.Index(fields=["root_noun", "root"], name="entries_of_a_root"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(before__isnull=False) | Q(after__isnull=False), name="entry_says_what_changed"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.action} {self.noun} {self.record}"


class Leaf(Scoped):
    """An entry's place in the tree and its hash (hexadecimal); places count from 0 and leave none out."""

    index = models.BigIntegerField(primary_key=True)
    entry = models.OneToOneField(Entry, on_delete=models.DO_NOTHING, related_name="leaf")
    hash = models.CharField(max_length=64)

    class Meta:
        ordering = ["index"]

    def __str__(self) -> str:
        return f"{self.index}: {self.hash}"


class Tile(Scoped):
    """The hash over a complete part of the tree: ``level`` 8 covers 256 leaves, 16 covers 65,536 and so on."""

    level = models.PositiveSmallIntegerField()
    index = models.BigIntegerField()
    hash = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["level", "index"], name="one_tile_a_place")]

    def __str__(self) -> str:
        return f"{self.level}/{self.index}: {self.hash}"


class Checkpoint(Scoped):
    """A signed statement of how large the ledger was and what it hashed to; ``note`` is the signed text."""

    size = models.BigIntegerField(primary_key=True)
    note = models.TextField()
    at = models.DateTimeField()

    class Meta:
        ordering = ["size"]

    def __str__(self) -> str:
        return self.note


class Rerelease(Scoped):
    """How a record is released now, kept by the database for records whose owner or release has changed."""

    noun = models.CharField(max_length=60)
    record = models.CharField(max_length=60)
    coalition = models.ForeignKey(Coalition, on_delete=models.DO_NOTHING, related_name="+", db_constraint=False)
    owner = models.ForeignKey(Party, on_delete=models.DO_NOTHING, null=True, related_name="+", db_constraint=False)
    release = models.ForeignKey(Release, on_delete=models.DO_NOTHING, related_name="+", db_constraint=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["noun", "record"], name="one_rerelease_a_record")]

    def __str__(self) -> str:
        return f"{self.noun} {self.record}: {self.release}"


class Context(Scoped):
    """Who writes, when and by which action, for the triggers of SQLite; empty whenever no action runs."""

    act = models.CharField(max_length=32, blank=True)
    at = models.DateTimeField(null=True)
    by = models.ForeignKey(User, on_delete=models.DO_NOTHING, null=True, related_name="+", db_constraint=False)
    action = models.CharField(max_length=60, blank=True)

    def __str__(self) -> str:
        return self.action
