"""What the ledger says was done."""

from __future__ import annotations

import json
from typing import Any

from concerted.register.models import Entry


def acts() -> list[str]:
    """List the actions of the ledger in the order in which they were done."""
    found: dict[str, str] = {}
    for act, action in Entry.objects.order_by("pk").values_list("act", "action"):
        found.setdefault(act, action)
    return list(found.values())


def changes(action: str, noun: str) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """List what an action changed in the rows of a noun: the fields that differ, before and after."""
    found = []
    for entry in Entry.objects.filter(action=action, noun=noun).order_by("pk"):
        before, after = json.loads(entry.before or "{}"), json.loads(entry.after or "{}")
        names = [name for name in {**before, **after} if before.get(name) != after.get(name)]
        found.append(({n: before.get(n) for n in names}, {n: after.get(n) for n in names}))
    return found
