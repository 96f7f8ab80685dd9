"""A coalition's parties: whether they are in it, and what they are called, from when to when."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from concerted.register.models.coalition import Coalition, Party
from concerted.register.models.dated import Dated, open_once

LANGUAGES = ("en", "fr", "ar")


class PartyStanding(Dated):
    """How a party stands to the coalition: it is invited, has acceded, has withdrawn."""

    class Kind(models.TextChoices):
        """The standings, in the order in which a party comes to them."""

        INVITED = "invited"
        ACCEDED = "acceded"
        WITHDRAWN = "withdrawn"

    coalition = models.ForeignKey(Coalition, on_delete=models.PROTECT, related_name="standings")
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="+")
    standing = models.CharField(max_length=20, choices=Kind.choices)

    class Meta:
        constraints = [
            *Dated.Meta.constraints,
            models.CheckConstraint(
                condition=Q(standing__in=["invited", "acceded", "withdrawn"]), name="standing_known"
            ),
            open_once("one_open_standing_a_party", "party"),
        ]

    def __str__(self) -> str:
        return f"{self.party}: {self.standing}"


class PartyName(Dated):
    """A name of a party in one of the interface's languages, and a short form of it where there is one."""

    coalition = models.ForeignKey(Coalition, on_delete=models.PROTECT, related_name="party_names")
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="+")
    language = models.CharField(max_length=2, choices=[(code, code) for code in LANGUAGES])
    name = models.CharField(max_length=200)
    short = models.CharField(max_length=60, blank=True, default="")

    class Meta:
        constraints = [
            *Dated.Meta.constraints,
            models.CheckConstraint(condition=Q(language__in=list(LANGUAGES)), name="party_name_language_known"),
            models.CheckConstraint(condition=~Q(name=""), name="party_name_has_words"),
            open_once("one_open_name_a_party_and_language", "party", "language"),
        ]

    def __str__(self) -> str:
        return self.name
