"""Two people edit one record: nobody overwrites what they did not see."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import TypeVar

from django.db.models import QuerySet

from concerted.register.models import Dated, Entry, Owned, User
from concerted.terms.errors import Stale

R = TypeVar("R", bound=Owned | Dated)


class Edited(Stale):
    """Somebody else changed the record since the person looked at it.

    ``was`` holds what the person saw, ``now`` what the other made of it, by the names of the fields; ``seen`` is what
    a form that has seen ``now`` says; ``by`` (None: past the program) changed it ``at``.
    """

    def __init__(
        self,
        what: str,
        *,
        where: str = "",
        expected: str = "",
        was: Mapping[str, object],
        now: Mapping[str, object],
        seen: str,
        by: str | None,
        at: datetime | None,
    ) -> None:
        self.was, self.now, self.seen, self.by, self.at = was, now, seen, by, at
        super().__init__(what, where=where, expected=expected)


def last_change(record: Owned | Dated, by: User) -> Entry | None:
    """Give the last entry of the ledger about a record, among those that the person may see."""
    return _entries(record, by).last()


def at_edition(record: R, edition: int, by: User) -> R | None:
    """Give a record as it was in an edition, from the ledger; None where the person may not see that."""
    for entry in _entries(record, by).exclude(after=None).reverse():
        row = json.loads(entry.after or "{}", parse_float=Decimal)
        if row["edition"] == edition:
            kept = [one for one in record._meta.concrete_fields if one.column in row]
            return type(record)(**{str(one.attname): one.to_python(row[one.column]) for one in kept})
    return None


def _entries(record: Owned | Dated, by: User) -> QuerySet[Entry]:
    found = Entry.objects.visible_to(by).filter(noun=record._meta.model_name, record=str(record.pk))
    return found.select_related("by").order_by("pk")
