"""How far a record is released, and the record's owner."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from concerted.register.models.coalition import Coalition, LineOfEffort, Party
from concerted.register.models.scope import Scoped


class Reach(models.TextChoices):
    """How far a record is released, from the narrowest on."""

    OWNER = "owner only"
    NAMED = "named partners"
    WORKING_GROUP = "working group"
    COALITION = "coalition"
    PUBLIC = "public"


class Release(Scoped):
    """A release that records share: to their owner, partners by name, a line's working group, the coalition, all.

    ``owner`` (None: the coalition) is whoever names the partners. ``key`` is the same for the same release, so that
    there is one row of each.
    """

    coalition = models.ForeignKey(Coalition, on_delete=models.PROTECT, related_name="releases")
    kind = models.CharField(max_length=20, choices=Reach.choices)
    line = models.ForeignKey(LineOfEffort, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    owner = models.ForeignKey(Party, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    parties = models.ManyToManyField(Party, related_name="+")
    key = models.CharField(max_length=1000)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["coalition", "key"], name="one_release_a_key"),
            models.CheckConstraint(condition=Q(kind__in=Reach.values), name="release_kind_is_known"),
            models.CheckConstraint(
                condition=Q(kind=Reach.WORKING_GROUP, line__isnull=False)
                | (~Q(kind=Reach.WORKING_GROUP) & Q(line__isnull=True)),
                name="working_group_release_has_a_line",
            ),
            models.CheckConstraint(
                condition=Q(kind=Reach.NAMED) | Q(owner__isnull=True), name="only_named_partners_are_named_by_somebody"
            ),
        ]

    def __str__(self) -> str:
        return self.key


class Released(Scoped):
    """What has an owner (None: the coalition itself) and a release: both say who sees it."""

    owner = models.ForeignKey(Party, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    release = models.ForeignKey(Release, on_delete=models.PROTECT, related_name="+")

    class Meta:
        abstract = True


class Owned(Released):
    """A record that its owner keeps. ``edition`` counts its changes: nobody overwrites what they did not see."""

    edition = models.PositiveIntegerField(default=1)

    class Meta:
        abstract = True


class Mergeable(Owned):
    """A record that may be there twice, as two statements tell of one thing in two ways.

    A duplicate is ``merged_into`` the record that stands for both; it stays, so that the merger can be taken back.
    """

    merged_into = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="merged")

    class Meta:
        abstract = True
