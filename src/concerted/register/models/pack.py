"""Packs: what travels of a partner's records between two registers whose networks do not touch."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from concerted.register.models.coalition import Coalition, Party
from concerted.register.models.person import User
from concerted.register.models.release import Released
from concerted.register.models.scope import Scoped


class PackKey(Released):
    """The key of another register with which a party's packs are exchanged; the coalition's, and the party sees it.

    ``register`` is that register's name in its packs: the name of its first key. ``courier`` is the account as
    which the party's records are written when a pack is imported: nobody signs in as it. The key holds from ``since``
    on, and no more from ``until`` on.
    """

    coalition = models.ForeignKey(Coalition, on_delete=models.PROTECT, related_name="pack_keys")
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="pack_keys")
    register = models.CharField(max_length=100)
    key = models.CharField(max_length=300)
    courier = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(since__lte=F("until")), name="pack_key_holds_forward"
            ),
        ]

    def __str__(self) -> str:
        return self.key


class Pack(Released):
    """A pack that was written (``outward``) or imported, and how far: ``done`` of its ``records``.

    The coalition's, and the party sees it. ``other`` names the other register, ``entries`` how long the sender's ledger
    was. Of those done, so many came (``added``), were ``changed``, ``withdrawn`` or ``held`` for a person; the others
    were as they are here, or older.
    """

    coalition = models.ForeignKey(Coalition, on_delete=models.PROTECT, related_name="packs")
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="packs")
    outward = models.BooleanField()
    other = models.CharField(max_length=100)
    sha256 = models.CharField(max_length=64)
    made_at = models.DateTimeField()
    entries = models.BigIntegerField()
    records = models.PositiveIntegerField()
    done = models.PositiveIntegerField(default=0)
    added = models.PositiveIntegerField(default=0)
    changed = models.PositiveIntegerField(default=0)
    withdrawn = models.PositiveIntegerField(default=0)
    held = models.PositiveIntegerField(default=0)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["coalition", "sha256", "outward"], name="one_pack_a_digest"),
            models.CheckConstraint(condition=Q(done__lte=F("records")), name="pack_does_what_it_has"),
        ]

    def __str__(self) -> str:
        return self.sha256


class PackFile(Scoped):
    """A pack that came by a page or a program: its bytes, sealed as they came, until every record is done."""

    pack = models.OneToOneField(Pack, on_delete=models.PROTECT, related_name="file")
    data = models.BinaryField()

    def __str__(self) -> str:
        return str(self.pack)


class Carried(Released):
    """What is known of a record that has travelled: its owner's alone.

    ``origin`` and ``number`` name it in every register: where it was entered, and its number there; ``record`` is its
    number here. ``edition`` is the last that came from the ``other`` register, and ``state`` the digest of what the
    other is last known to have there ("": it is not known, or a person has yet to decide).
    """

    coalition = models.ForeignKey(Coalition, on_delete=models.PROTECT, related_name="+")
    other = models.CharField(max_length=100)
    noun = models.CharField(max_length=60)
    origin = models.CharField(max_length=100)
    number = models.BigIntegerField()
    record = models.BigIntegerField()
    edition = models.BigIntegerField()
    state = models.CharField(max_length=64)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["owner", "other", "noun", "origin", "number"], name="one_record_a_name"),
            models.UniqueConstraint(fields=["other", "noun", "record"], name="one_name_a_record"),
        ]

    def __str__(self) -> str:
        return f"{self.noun} {self.number} of {self.origin}"


class Held(Released):
    """A record of a pack that was not taken over: both registers changed it, or it cannot be here as it is.

    Its owner's alone. ``change`` is what the pack says of it, ``record`` its number here (None: it is not here),
    ``why`` what stands against it ("" where both changed it). ``decision`` is what a person chose.
    """

    coalition = models.ForeignKey(Coalition, on_delete=models.PROTECT, related_name="+")
    pack = models.ForeignKey(Pack, on_delete=models.PROTECT, related_name="holding")
    noun = models.CharField(max_length=60)
    origin = models.CharField(max_length=100)
    number = models.BigIntegerField()
    record = models.BigIntegerField(null=True)
    change = models.JSONField()
    why = models.TextField(blank=True, default="")
    decision = models.CharField(max_length=20, blank=True, default="")
    by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["noun", "origin", "number"], name="held_of_a_record")]
        constraints = [
            models.CheckConstraint(
                condition=Q(decision="", at__isnull=True) | (~Q(decision="") & Q(at__isnull=False)),
                name="held_decision_says_when",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.noun} {self.number} of {self.origin}"
