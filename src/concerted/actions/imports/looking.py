"""Look at what an import would do, row by row and field by field; nothing is written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import F, Q

from concerted.actions import ledger
from concerted.actions.imports.judging import Judge
from concerted.actions.imports.outcomes import Outcome
from concerted.actions.imports.working import rows_of
from concerted.register.access import Permission
from concerted.register.models import Import, ImportDecision, ImportPart, User
from concerted.terms.errors import NotFound


@dataclass(frozen=True, slots=True)
class Difference:
    """A field as the record has it (of a new row: nothing), and as the sheet says it."""

    column: str
    was: Any
    now: Any


@dataclass(frozen=True, slots=True)
class Looked:
    """A row with what would become of it; ``number`` is its record's, None for a new one."""

    place: int
    row: int
    outcome: str
    number: int | None
    differences: tuple[Difference, ...]


def look(
    *, number: int, by: User, now: datetime, outcome: str | None = None, after: int = -1, most: int = 25
) -> tuple[tuple[Looked, ...], bool]:
    """Give the rows of an import past the place ``after``, all or those of one outcome; and whether others follow.

    Rows that are written already are told as they are now: unchanged. Raises NotFound, NotAllowed.
    """
    one = Import.objects.visible_to(by).select_related("coalition", "owner").filter(pk=number).first()
    if one is None:
        raise NotFound("no such import", where=f"import {number}", expected="one of your own")
    part = ledger.may(by, one.coalition, Permission.RECORD_KEEP)
    parts = ImportPart.objects.visible_to(by).filter(of=one, first__gt=after - F("size"))
    if outcome is not None:
        parts = parts.filter(Q(**{f"{Outcome(outcome).value}__gt": 0}))
    found: list[Looked] = []
    judge = Judge(one, part, by, now)
    for some in parts.order_by("first").iterator():
        rows = [(some.first + place, row) for place, row in enumerate(rows_of(some)) if some.first + place > after]
        # A few at a time: most pages are full before the part is through.
        for start in range(0, len(rows), 50):
            few = rows[start : start + 50]
            places = [place for place, _row in few]
            chosen = dict(ImportDecision.objects.filter(of=one, place__in=places).values_list("place", "choice"))
            with transaction.atomic():
                judged = judge.judge([row for _place, row in few], few[0][0], chosen)
                transaction.set_rollback(True)
            found += [
                Looked(
                    each.place,
                    each.row,
                    each.outcome,
                    each.record.pk if each.record is not None else None,
                    tuple(Difference(*one) for one in each.differences),
                )
                for each in judged
                if outcome in (None, each.outcome)
            ]
            if len(found) > most:
                return tuple(found[:most]), True
    return tuple(found), False
