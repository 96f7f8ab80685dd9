"""Both versions of a record that a pack brought and that waits for a person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from concerted.ledger.packs.change import change
from concerted.register.models import Held
from concerted.register.models.scope import Person
from concerted.register.packing.known import row_of
from concerted.register.packing.names import Names
from concerted.register.packing.plain import content, noun_of, released
from concerted.register.packing.previewing import Difference, differences, said
from concerted.register.packing.weighing import Fate, Weighed
from concerted.register.queries.scope import enter
from concerted.terms.errors import Conflict, NotFound


@dataclass(frozen=True, slots=True)
class Both:
    """A record as it is here (mine) and as a pack says it (theirs): contents of its noun, None where there is none.

    ``edition`` is that of the row here, 0 where there is none; ``why`` says what stands against theirs, "" where it is
    only that both were changed. ``may_decide`` tells whether the person who asks may.
    """

    held: int
    noun: str
    record: int | None
    origin: str
    number: int
    edition: int
    mine: Any
    theirs: Any
    mine_released: str | None
    theirs_released: str | None
    differences: tuple[Difference, ...]
    why: str
    may_decide: bool


def waiting(user: Person, slug: str) -> tuple[int, ...]:
    """List what is held and waits for a decision, oldest first, by number."""
    scope = enter(user, slug)
    found = Held.objects.visible_to(user).filter(coalition=scope.coalition, decision="")
    return tuple(found.order_by("pk").values_list("pk", flat=True))


def both(user: Person, slug: str, number: int) -> Both:
    """Show both versions of a record that waits; raises NotFound for what is decided, or another partner's."""
    scope = enter(user, slug)
    found = Held.objects.visible_to(user).filter(coalition=scope.coalition, decision="", pk=number)
    one = found.select_related("owner").first()
    where = f"held {number}"
    if one is None or one.owner is None:
        raise NotFound("nothing is held", where=where, expected="a number of `concerted pack conflicts`")
    told, names = change(one.change, where=where), Names(one.owner)
    noun = noun_of(told, where=where)
    record = names.record(noun.name, told.origin, told.number)
    row = row_of(noun, record, one.owner) if record is not None else None
    why = one.why
    theirs = None
    try:
        theirs = None if told.withdrawn else content(told, names, where=where)
    except Conflict as error:
        why = str(error)
    there = row is not None and getattr(row, "in_force", True)
    return Both(
        held=number,
        noun=noun.name,
        record=row.pk if row is not None else None,
        origin=told.origin,
        number=told.number,
        edition=row.edition if row is not None else 0,
        mine=noun.written(row) if there else None,
        theirs=theirs,
        mine_released=said(released(row.release)) if row is not None and there else None,
        theirs_released=said(told.release),
        differences=differences(Weighed(Fate.CONFLICT, told, row, theirs)),
        why=why,
        may_decide=scope.part.keeps(one),  # type: ignore[arg-type]  # it asks for the owner alone
    )
