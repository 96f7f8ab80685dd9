"""How much there is of what, counted by the database as rows come and go."""

from __future__ import annotations

from django.db import models

from concerted.register.models.coalition import Coalition, LineOfEffort, Party
from concerted.register.models.release import Release
from concerted.register.models.scope import Scoped


class Tally(Scoped):
    """How many rows of a noun are alike in all that decides who sees them, and in what lists narrow them to.

    ``owner`` and ``release`` are those of the rows; ``within_owner`` and ``within_release`` of what they are within,
    their statement or, of entries of the ledger, their record as it is released now (no release: nothing).
    ``is_frame`` marks entries of what every member may know.

    A row is counted for its ``party`` and ``line``; a commitment or call, which may have several, also for each party
    and line by itself and once for none. ``kind`` is a contribution's, a participation's role or a commitment's aim.
    ``hundredths`` add amounts up in hundredths of the currency's unit, ``keys`` the rows' numbers: of one row alone
    they are its number. ``last`` is the time of the last entry, ``cell`` the same for the same rows.
    """

    noun = models.CharField(max_length=20)
    coalition = models.ForeignKey(Coalition, on_delete=models.DO_NOTHING, related_name="+", db_constraint=False)
    owner = models.ForeignKey(
        Party, on_delete=models.DO_NOTHING, null=True, related_name="+", db_constraint=False, db_index=False
    )
    release = models.ForeignKey(
        Release, on_delete=models.DO_NOTHING, null=True, related_name="+", db_constraint=False, db_index=False
    )
    is_frame = models.BooleanField(default=False)
    within_owner = models.ForeignKey(
        Party, on_delete=models.DO_NOTHING, null=True, related_name="+", db_constraint=False, db_index=False
    )
    within_release = models.ForeignKey(
        Release, on_delete=models.DO_NOTHING, null=True, related_name="+", db_constraint=False, db_index=False
    )
    party = models.ForeignKey(
        Party, on_delete=models.DO_NOTHING, null=True, related_name="+", db_constraint=False, db_index=False
    )
    line = models.ForeignKey(
        LineOfEffort, on_delete=models.DO_NOTHING, null=True, related_name="+", db_constraint=False, db_index=False
    )
    kind = models.CharField(max_length=20, blank=True)
    status = models.CharField(max_length=20, blank=True)
    currency = models.CharField(max_length=3, blank=True)
    count = models.BigIntegerField()
    hundredths = models.DecimalField(max_digits=38, decimal_places=0)
    keys = models.BigIntegerField()
    last = models.DateTimeField(null=True)
    cell = models.CharField(max_length=200)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["cell"], name="one_tally_a_cell")]
        indexes = [
            models.Index(fields=["coalition", "noun", "party", "line"], name="tallies_of_a_party"),
            models.Index(fields=["coalition", "noun", "line"], name="tallies_of_a_line"),
        ]

    def __str__(self) -> str:
        return f"{self.count} {self.noun}: {self.cell}"
