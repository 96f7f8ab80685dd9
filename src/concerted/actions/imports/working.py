"""The steps of an import: each compares, or writes, one part of its rows, and says how far it is."""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from concerted.actions import ledger, searching
from concerted.actions.imports.judging import Judge
from concerted.actions.imports.outcomes import Judged, Outcome
from concerted.formats.sheets.cells import loads
from concerted.register.access import Permission
from concerted.register.asker import remembering
from concerted.register.models import (
    Import,
    ImportDecision,
    ImportedRow,
    ImportFinding,
    ImportPart,
    ImportState,
    Tier,
    User,
)
from concerted.register.part import Part
from concerted.terms.errors import Conflict, NotAllowed, NotFound

_RUNNING = (ImportState.COMPARING, ImportState.WRITING)
_LONGEST = 300


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an import is: its state, and how many of its rows are through."""

    number: int
    state: str
    done: int
    rows: int


@ledger.action("import.compare")
def compare(*, number: int, by: User, at: datetime) -> Progress:
    """Compare the next part of an import with the record, which stays as it is; the last one makes it ready.

    Where another program has done the last one meanwhile, nothing is done. Raises NotFound, NotAllowed, or Conflict for
    an import that is not being compared.
    """
    one, part = held(number, by, ImportState.COMPARING, ImportState.READY)
    if one.state == ImportState.READY:
        return Progress(one.pk, one.state, one.compared, one.rows)
    next_part = one.parts.filter(compared=False).order_by("first").first()
    if next_part is not None:
        with transaction.atomic():
            judged = _judged(one, part, next_part, by, at)
            # A party or a release that a row names for the first time is not there before the row is.
            transaction.set_rollback(True)
        next_part.compared = True
        _told(one, next_part, judged)
        one.compared += next_part.size
    if not one.parts.filter(compared=False).exists():
        one.state = ImportState.READY
    one.save(update_fields=["compared", "state"])
    return Progress(one.pk, one.state, one.compared, one.rows)


@ledger.action("import.write")
def write(*, number: int, by: User, at: datetime) -> Progress:
    """Write the next part of an import, judged anew against the record as it is now; the last one ends it.

    Where another program has done so, nothing is done. Raises as ``compare``.
    """
    one, part = held(number, by, ImportState.WRITING, ImportState.DONE)
    if one.state == ImportState.DONE:
        return Progress(one.pk, one.state, one.written, one.rows)
    next_part = one.parts.filter(written=False).order_by("first").first()
    if next_part is not None:
        judged = _judged(one, part, next_part, by, at)
        enter(one, judged)
        next_part.written = True
        _told(one, next_part, judged)
        one.written += next_part.size
    if not one.parts.filter(written=False).exists():
        one.state = ImportState.DONE
    one.save(update_fields=["written", "state"])
    return Progress(one.pk, one.state, one.written, one.rows)


def running(state: str) -> bool:
    """Tell whether an import has a next step that needs nobody's word."""
    return state in _RUNNING


def step(number: int, state: str, by: User, now: datetime) -> Progress:
    """Do the next step of an import that compares or writes."""
    return (compare if state == ImportState.COMPARING else write)(number=number, by=by, at=now)


def steps(number: int, state: str, by: User, clock: Callable[[], datetime]) -> Iterator[Progress]:
    """Do step after step until the import waits for a person or is done."""
    while running(state):
        with remembering():
            done = step(number, state, by, clock())
        yield done
        # What is ready waits for a person; what is written after that was asked for anew.
        if done.state != state:
            return


def held(number: int, by: User, *states: ImportState) -> tuple[Import, Part]:
    """Find an import in one of some states, and hold its coalition until the action ends.

    Raises NotFound, NotAllowed for who does not keep it, Conflict for another state.
    """
    missing = NotFound("no such import", where=f"import {number}", expected="one of your own")
    found = Import.objects.visible_to(by).select_related("coalition", "owner").filter(pk=number).first()
    if found is None:
        raise missing
    part = ledger.require(by, found.coalition, Permission.RECORD_KEEP)
    found = Import.objects.visible_to(by).select_related("coalition", "owner").filter(pk=number).first()
    if found is None:
        raise missing
    if part.party != found.owner_id:
        raise NotAllowed("it is another's", where=f"import {number}", expected="one that you keep")
    if found.state not in states:
        raise Conflict(f"it is {found.state}", where=f"import {number}", expected=" or ".join(states))
    return found, part


def enter(one: Import, judged: Sequence[Judged]) -> None:
    """Write what becomes of rows, and keep which record came of which."""
    new = [each for each in judged if each.outcome is Outcome.ADDED]
    changed = [each for each in judged if each.outcome is Outcome.CHANGED]
    if new:
        made = type(new[0].record).objects.bulk_create([each.record for each in new])
        searching.index_new(made)
    for each in changed:
        each.record.edition += 1
        each.record.save()
        searching.index(each.record)
    ImportedRow.objects.bulk_create(
        ImportedRow(
            of=one,
            place=each.place,
            row=each.row,
            noun=one.noun,
            record=each.record.pk,
            added=each.outcome is Outcome.ADDED,
            key=each.key,
            says=each.says,
            edition=each.record.edition,
        )
        for each in (*new, *changed)
    )


def rows_of(part: ImportPart) -> list[Any]:
    """Unpack the rows of a part."""
    return loads(zlib.decompress(part.data))


def _judged(one: Import, part: Part, some: ImportPart, by: User, at: datetime) -> list[Judged]:
    chosen = dict(
        ImportDecision.objects.filter(of=one, place__gte=some.first, place__lt=some.first + some.size).values_list(
            "place", "choice"
        )
    )
    return Judge(one, part, by, at).judge(rows_of(some), some.first, chosen)


def _told(one: Import, some: ImportPart, judged: Sequence[Judged]) -> None:
    """Keep what is to be said of a part's rows, in place of what was said before, and what it came to."""
    counts = Counter(each.outcome for each in judged)
    for outcome in Outcome:
        setattr(some, outcome.value, counts[outcome])
    some.marked = sum(
        any(said.tier == Tier.WARNING for said in each.said)
        for each in judged
        if each.outcome in (Outcome.ADDED, Outcome.CHANGED)
    )
    some.save()
    ImportFinding.objects.filter(of=one, place__gte=some.first, place__lt=some.first + some.size).delete()
    ImportFinding.objects.bulk_create(found for each in judged for found in findings(one, each))


def findings(one: Import, each: Judged) -> Iterator[ImportFinding]:
    """Give what is to be said of a row, unsaved."""
    for said in each.said:
        yield ImportFinding(
            of=one,
            place=each.place,
            row=each.row,
            column=said.column,
            tier=said.tier,
            trouble=said.doubt,
            found=said.found[:_LONGEST],
            expected=said.expected[:_LONGEST],
        )
