"""Rights give rows: each model says how it hangs on a coalition, and only members see what hangs there."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Self, TypeAlias, TypeVar

from django.db import models

if TYPE_CHECKING:
    from django.contrib.auth.base_user import AbstractBaseUser
    from django.contrib.auth.models import AnonymousUser

# Whoever asks: somebody with an account, or nobody yet.
Person: TypeAlias = "AbstractBaseUser | AnonymousUser"
M = TypeVar("M", bound="Scoped")


class ScopedQuerySet(models.QuerySet[M]):
    """Rows that are narrowed to what a person may see before anything else is asked."""

    def visible_to(self, user: Person) -> Self:
        """Keep the rows that the person may see; none for a stranger."""
        if not user.is_authenticated or not user.is_active:
            return self.none()
        return self.filter(self.model.rights(user))


class Scoped(models.Model):
    """A row that hangs on a coalition.

    ``coalition_path`` leads to the coalition ("" on the coalition itself), ``seen_by`` names the roles that see
    the row (empty: every member), ``withdrawable`` rows are hidden while they are not ``in_force``.
    """

    coalition_path: ClassVar[str] = "coalition"
    seen_by: ClassVar[tuple[str, ...]] = ()
    withdrawable: ClassVar[bool] = False

    objects = ScopedQuerySet.as_manager()

    class Meta:
        abstract = True

    @classmethod
    def rights(cls, user: AbstractBaseUser) -> models.Q:
        """Give the condition under which the person sees a row of this model."""
        path = f"{cls.coalition_path}__" if cls.coalition_path else ""
        rights: dict[str, object] = {f"{path}memberships__user": user}
        if cls.seen_by:
            rights[f"{path}memberships__role__in"] = cls.seen_by
        if cls.withdrawable:
            rights["in_force"] = True
        return models.Q(**rights)
