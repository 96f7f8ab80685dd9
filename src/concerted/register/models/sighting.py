"""Who has seen which record that was kept from others."""

from __future__ import annotations

from django.db import models

from concerted.register.models.coalition import Coalition, Party
from concerted.register.models.person import User
from concerted.register.models.scope import Scoped


class Sighting(Scoped):
    """The first time that a page or a download showed a person a record of others, narrower than public.

    ``owner`` is the record's (None: the coalition), whose people are told; ``party`` is the one that the person
    belonged to when they saw it.
    """

    coalition = models.ForeignKey(Coalition, on_delete=models.PROTECT, related_name="+")
    owner = models.ForeignKey(Party, on_delete=models.PROTECT, null=True, related_name="+")
    noun = models.CharField(max_length=60)
    record = models.BigIntegerField()
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    party = models.ForeignKey(Party, on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["noun", "record", "user"], name="one_sighting_a_person")]

    def __str__(self) -> str:
        return f"{self.user} saw {self.noun} {self.record}"
