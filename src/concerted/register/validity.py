"""On which day something holds: rules for rows with a first and a last day."""

from __future__ import annotations

from datetime import date

from django.db.models import Q
from django.db.models.functions import Now, TruncDate


def holding(on: date | TruncDate) -> Q:
    """Give the condition that a row is in force and holds on a day."""
    return Q(in_force=True) & (Q(since__isnull=True) | Q(since__lte=on)) & (Q(until__isnull=True) | Q(until__gte=on))


def today() -> TruncDate:
    """Give the database's own day: rights hold by it, whatever day a page is read as of."""
    return TruncDate(Now())
