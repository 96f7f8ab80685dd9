"""What people decide on an import: to write it, how its numbers are meant, what becomes of held rows, or nothing."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from concerted.actions import ledger
from concerted.actions.imports.judging import Judge
from concerted.actions.imports.outcomes import Outcome
from concerted.actions.imports.working import enter, held, rows_of
from concerted.formats.sheets.values import COMMA, DAY_FIRST, MONTH_FIRST, POINT
from concerted.register.models import Choice, Import, ImportDecision, ImportFinding, ImportState, Tier, User
from concerted.register.part import Part
from concerted.terms.errors import Conflict

_LOOKED_AT = (ImportState.READY, ImportState.WRITING, ImportState.DONE)
_UNDONE = (ImportState.READING, ImportState.COMPARING, ImportState.READY, ImportState.WRITING)
MOST_AT_ONCE = 200


@ledger.action("import.start")
def start(*, number: int, by: User, at: datetime) -> None:
    """Let an import be written, as it was looked at. Raises NotFound, NotAllowed, Conflict."""
    one, _part = held(number, by, ImportState.READY)
    one.state = ImportState.WRITING
    one.save(update_fields=["state"])


@ledger.action("import.abandon")
def abandon(*, number: int, by: User, at: datetime) -> None:
    """Write no more of an import; what was written stays, what was read goes. Raises NotFound, NotAllowed, Conflict."""
    one, _part = held(number, by, *_UNDONE)
    one.state = ImportState.ABANDONED
    one.save(update_fields=["state"])
    one.parts.update(data=b"")


@ledger.action("import.say_how")
def say_how(*, number: int, decimals: str = "", days: str = "", by: User, at: datetime) -> None:
    """Say how all of a sheet's numbers (point, comma) and days (day first, month first) are written; "" leaves it.

    It is compared anew. Raises NotFound, NotAllowed, or Conflict where something is written already.
    """
    one, _part = held(number, by, ImportState.COMPARING, ImportState.READY)
    for name, value, choices in (("decimals", decimals, (POINT, COMMA)), ("days", days, (DAY_FIRST, MONTH_FIRST))):
        if value and value not in choices:
            raise Conflict(f"{value!r} is none", where=name, expected=" or ".join(choices))
    one.decimals, one.days = decimals, days
    one.compared, one.state = 0, ImportState.COMPARING
    one.save(update_fields=["decimals", "days", "compared", "state"])
    one.parts.update(compared=False, added=0, changed=0, unchanged=0, held=0, refused=0, marked=0)


@ledger.action("import.decide")
def decide(*, number: int, places: Collection[int], choice: str, by: User, at: datetime) -> int:
    """Decide on held rows: to import them all the same, or to leave them out; gives how many were written by it.

    A row that has not been written yet is treated so when its turn comes. Raises NotFound, NotAllowed, or Conflict for
    a row that is not held, or that nobody can import as it is.
    """
    one, part = held(number, by, *_LOOKED_AT)
    if choice not in Choice.values:
        raise Conflict(f"{choice!r} is no decision", where="choice", expected=" or ".join(Choice.values))
    if len(places) > MOST_AT_ONCE:
        raise Conflict(f"{len(places)} rows at once", where="places", expected=f"at most {MOST_AT_ONCE}")
    doubtful = dict(ImportFinding.objects.filter(of=one, place__in=places, tier=Tier.ERROR).values_list("place", "row"))
    gone = set(one.imported.filter(place__in=places).values_list("place", flat=True))
    written = 0
    for place in sorted(places):
        if place not in doubtful or place in gone:
            raise Conflict(f"the row of place {place} is not held", where="places", expected="held rows")
        ImportDecision.objects.update_or_create(
            of=one, place=place, defaults={"row": doubtful[place], "choice": choice, "by": by, "at": at}
        )
        if choice == Choice.IMPORT:
            written += _import(one, part, place, by, at)
    return written


def _import(one: Import, part: Part, place: int, by: User, at: datetime) -> bool:
    """Write a held row if its part is written already; tells whether it did. Raises Conflict where it stays held."""
    some = one.parts.filter(first__lte=place).order_by("-first")[0]
    row = rows_of(some)[place - some.first]
    with transaction.atomic():
        (judged,) = Judge(one, part, by, at).judge([row], place, {place: Choice.IMPORT})
        if judged.outcome not in (Outcome.ADDED, Outcome.CHANGED):
            said = next((each for each in judged.said if each.tier is not Tier.WARNING), None)
            raise Conflict(
                f"row {row.number} cannot be imported as it is",
                where=said.column if said else "",
                expected=said.expected if said else "a row that changes something",
            )
        if not some.written:
            # Its turn will come; what it names for the first time comes with it.
            transaction.set_rollback(True)
            return False
        enter(one, [judged])
    name = judged.outcome.value
    setattr(some, name, getattr(some, name) + 1)
    some.held -= 1
    some.save()
    return True
