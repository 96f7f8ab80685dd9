"""People who sign in, and what they are in a coalition."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Coalesce

from concerted.register.access import MEMBERS, NATIONAL, Role
from concerted.register.models.coalition import Coalition, LineOfEffort, Party
from concerted.register.models.party import LANGUAGES
from concerted.register.models.scope import Scoped, ScopedQuerySet


class UserQuerySet(ScopedQuerySet["User"]):
    """People, narrowed to those whom a person may know."""


class UserManager(BaseUserManager["User"].from_queryset(UserQuerySet)):  # type: ignore[misc]  # a class made at run time
    """Finds people by the name they sign in with."""


class User(AbstractBaseUser):
    """A person, or (without a password, so that nobody signs in as it) the command line of this machine.

    ``language`` is the one in which they want mails; "" stands for the site's. ``digests`` says that they want to be
    told once a week what is due, asked and changed.
    """

    username = models.CharField(max_length=150, unique=True)
    name = models.CharField(max_length=200)
    email = models.EmailField(blank=True)
    language = models.CharField(max_length=2, blank=True, default="", choices=[(code, code) for code in LANGUAGES])
    digests = models.BooleanField(default=True)
    is_active = models.BooleanField(default=True)
    joined_at = models.DateTimeField()

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]
    objects = UserManager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(language__in=["", *LANGUAGES]), name="language_of_a_person_is_known"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Membership(Scoped):
    """A role of a person in a coalition; one person may hold several.

    Whoever speaks for, or reads with, a party names it (``party``); an observer may come from an ``organisation`` that
    is no party; with neither a person belongs to the secretariat. ``line`` is the one that a line lead leads.
    """

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="memberships")
    coalition = models.ForeignKey(Coalition, on_delete=models.PROTECT, related_name="memberships")
    role = models.CharField(max_length=20, choices=[(role.value, role.value) for role in MEMBERS])
    party = models.ForeignKey(Party, on_delete=models.PROTECT, null=True, blank=True, related_name="memberships")
    organisation = models.CharField(max_length=200, blank=True, default="")
    line = models.ForeignKey(LineOfEffort, on_delete=models.PROTECT, null=True, blank=True, related_name="memberships")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                "user", "coalition", "role", Coalesce("party", 0), Coalesce("line", 0), name="one_membership_a_role"
            ),
            models.CheckConstraint(
                condition=~models.Q(role__in=[role.value for role in NATIONAL]) | models.Q(party__isnull=False),
                name="national_role_has_a_party",
            ),
            models.CheckConstraint(
                condition=models.Q(role=Role.LINE_LEAD.value, line__isnull=False)
                | (~models.Q(role=Role.LINE_LEAD.value) & models.Q(line__isnull=True)),
                name="line_lead_has_a_line",
            ),
            models.CheckConstraint(
                condition=models.Q(party__isnull=True) | models.Q(organisation=""), name="one_affiliation"
            ),
            models.CheckConstraint(
                condition=models.Q(role__in=[role.value for role in MEMBERS]), name="membership_role_is_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.role}"
