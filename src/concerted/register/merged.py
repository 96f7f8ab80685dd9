"""Duplicates that were merged: where the record stands that stands for them, and which ones it stands for."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import QuerySet

from concerted.register.models import Call, Commitment, Contribution, Instrument, Meeting
from concerted.register.models.scope import Person
from concerted.terms.errors import NotFound

# What may be there twice, as two statements tell of one thing in two ways.
MERGEABLE: dict[str, type[Any]] = {
    "instrument": Instrument,
    "meeting": Meeting,
    "commitment": Commitment,
    "call": Call,
    "contribution": Contribution,
}


class MergedAway(NotFound):
    """The record was merged into another one, whose number is ``into``."""

    into: int = 0


def gathered(record: models.Model) -> list[int]:
    """List the numbers of a record and of the duplicates that it stands for."""
    return [record.pk, *type(record)._default_manager.filter(merged_into=record.pk).values_list("pk", flat=True)]


def absent(noun: str, number: int, user: Person) -> NotFound:
    """Give the error for a record that is not there: where it went, if it was merged and the person may see that."""
    expected = f"one of the coalition's {noun}s"
    every: QuerySet[Any] = MERGEABLE[noun].objects.reaching(user)
    lost = every.filter(pk=number, merged_into__isnull=False).first()
    if lost is None or not every.filter(pk=lost.merged_into_id).exists():
        return NotFound(f"no such {noun}", where=f"{noun} {number}", expected=expected)
    error = MergedAway(f"it was merged into {lost.merged_into_id}", where=f"{noun} {number}", expected=expected)
    error.into = lost.merged_into_id
    return error
