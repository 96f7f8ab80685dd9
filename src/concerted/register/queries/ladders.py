"""The stages that a contribution came to, from the entries of the ledger that the person may see."""

from __future__ import annotations

from concerted.register.models import Contribution, Entry
from concerted.register.queries import references
from concerted.register.queries.scope import Scope
from concerted.register.rows.contributions import StageRow
from concerted.register.states import state


def ladder(scope: Scope, one: Contribution) -> tuple[StageRow, ...]:
    """List the steps, the first one first: each entry that says another stage or another day of it."""
    entries = Entry.objects.visible_to(scope.user).filter(noun="contribution", record=str(one.pk), after__isnull=False)
    found: list[StageRow] = []
    before: tuple[object, object] = ("", None)
    for entry in scope.told(entries).select_related("by").order_by("pk"):
        row = state(Contribution, entry.after)
        now = (row.get("stage", ""), row.get("stage_on"))
        if now != before:
            found.append(StageRow(now[0], now[1], references.name(entry.by), entry.at))
        before = now
    return tuple(found)
