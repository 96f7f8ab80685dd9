"""People who sign in, and what they are in a coalition."""

from __future__ import annotations

from typing import ClassVar, Self

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from concerted.register.access import Role
from concerted.register.models.coalition import Coalition, Party
from concerted.register.models.scope import Person, Scoped


class UserQuerySet(models.QuerySet["User"]):
    """People, narrowed to those whom a person shares a coalition with."""

    def visible_to(self, user: Person) -> Self:
        """Keep the people of one's own coalitions; none for a stranger."""
        if not (user.is_authenticated and user.is_active):
            return self.none()
        return self.filter(memberships__coalition__memberships__user=user).distinct()


class UserManager(BaseUserManager["User"].from_queryset(UserQuerySet)):  # type: ignore[misc]  # a class made at run time
    """Finds people by the name they sign in with."""


class User(AbstractBaseUser):
    """A person, or (without a password, so that nobody signs in as it) the command line of this machine."""

    username = models.CharField(max_length=150, unique=True)
    name = models.CharField(max_length=200)
    email = models.EmailField(blank=True)
    is_active = models.BooleanField(default=True)
    joined_at = models.DateTimeField()

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]
    objects = UserManager()

    def __str__(self) -> str:
        return self.name


class Membership(Scoped):
    """What a person is in a coalition; a focal point speaks for a party."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="memberships")
    coalition = models.ForeignKey(Coalition, on_delete=models.PROTECT, related_name="memberships")
    role = models.CharField(max_length=20, choices=[(role.value, role.value) for role in Role])
    party = models.ForeignKey(Party, on_delete=models.PROTECT, null=True, blank=True, related_name="memberships")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "coalition"], name="one_role_in_a_coalition"),
            models.CheckConstraint(
                condition=~models.Q(role=Role.FOCAL_POINT.value) | models.Q(party__isnull=False),
                name="focal_point_has_a_party",
            ),
            models.CheckConstraint(
                condition=models.Q(role__in=[role.value for role in Role]), name="membership_role_is_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.role}"

    @classmethod
    def rights(cls, user: AbstractBaseUser) -> models.Q:
        """Show a person's own memberships, and all of a coalition to its secretariat."""
        kept = Membership.objects.filter(user=user.pk, role=Role.SECRETARIAT).values("coalition")
        return models.Q(user=user) | models.Q(coalition__in=kept)
