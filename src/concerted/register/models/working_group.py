"""Who leads a line of effort, and who sits in its working group, from when to when."""

from __future__ import annotations

from django.db import models

from concerted.register.models.coalition import Coalition, LineOfEffort, Party
from concerted.register.models.dated import Dated, open_once


class LineLead(Dated):
    """A party that leads a line of effort."""

    coalition = models.ForeignKey(Coalition, on_delete=models.PROTECT, related_name="leads")
    line = models.ForeignKey(LineOfEffort, on_delete=models.PROTECT, related_name="leads")
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="leads")

    class Meta:
        constraints = [*Dated.Meta.constraints, open_once("one_open_lead_a_party_and_line", "line", "party")]

    def __str__(self) -> str:
        return f"{self.party} leads {self.line}"


class WorkingGroupSeat(Dated):
    """A partner's seat in the working group of a line of effort: what is released to the group reaches it meanwhile."""

    coalition = models.ForeignKey(Coalition, on_delete=models.PROTECT, related_name="seats")
    line = models.ForeignKey(LineOfEffort, on_delete=models.PROTECT, related_name="seats")
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="seats")

    class Meta:
        constraints = [*Dated.Meta.constraints, open_once("one_open_seat_a_party_and_line", "line", "party")]

    def __str__(self) -> str:
        return f"{self.party} sits in the working group of {self.line}"
