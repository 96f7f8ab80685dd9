"""Decide about a record of a pack that was not taken over: a focal point of its partner alone does."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from concerted.actions import ledger
from concerted.actions.pack_taking import Taking
from concerted.ledger.packs.change import Change, change
from concerted.register.access import Permission
from concerted.register.models import Held, User
from concerted.register.packing.known import row_of
from concerted.register.packing.names import Names
from concerted.register.packing.plain import content, noun_of, released
from concerted.register.packing.weighing import Fate, Weighed
from concerted.terms.errors import Conflict, NotFound

MINE, THEIRS, MERGED = "mine", "theirs", "merged"
CHOICES = (MINE, THEIRS)


@ledger.action("pack.decide")
def decide(*, held: int, choice: str, seen: int, by: User, at: datetime) -> None:
    """Keep the record as it is here (mine), or as the pack says it (theirs); ``seen`` is the edition here (0: none).

    The choice travels with the next pack to the other register. Raises NotFound, NotAllowed, or Conflict for what was
    decided or changed meanwhile, and for what still cannot be here.
    """
    if choice not in CHOICES:
        raise Conflict(f"{choice!r} is no choice", where="choice", expected=" or ".join(CHOICES))
    one, said, taking = _held(held, by, at)
    weighed = _beside(one, said, taking, seen)
    record = weighed.row.pk if weighed.row is not None else None
    if choice == THEIRS:
        if not said.withdrawn:
            weighed = replace(weighed, content=content(said, taking.known.names, where=f"held {held}"))
        record = taking.apply(weighed)
    _close(one, taking, said, record, choice)


@ledger.action("pack.decide")
def merge(*, held: int, content: Any, release_of: str, seen: int, by: User, at: datetime) -> None:
    """Let the record say a content that a person put together from both; ``release_of`` says whose release it has.

    Raises as ``decide``.
    """
    if release_of not in CHOICES:
        raise Conflict(f"{release_of!r} is no choice", where="release", expected=" or ".join(CHOICES))
    one, said, taking = _held(held, by, at)
    weighed = _beside(one, said, taking, seen)
    if weighed.row is None or said.release is None:
        raise Conflict("there are no two versions of it", where=f"held {held}", expected="mine or theirs")
    given = said.release if release_of == THEIRS else released(weighed.row.release)
    taking.write(weighed.row, content, given)
    _close(one, taking, said, weighed.row.pk, MERGED)


def _held(number: int, by: User, at: datetime) -> tuple[Held, Change, Taking]:
    every = Held.objects.visible_to(by).select_related("pack__coalition", "pack__party", "coalition")
    one = every.filter(pk=number).first()
    where = f"held {number}"
    if one is None:
        raise NotFound("nothing is held", where=where, expected="one of your own")
    part = ledger.require(by, one.coalition, Permission.RECORD_KEEP)
    if not part.keeps(one):  # type: ignore[arg-type]  # it asks for the owner alone
        raise NotFound("nothing is held", where=where, expected="one of your own")
    one = every.get(pk=number)
    if one.decision:
        raise Conflict("it is decided already", where=where, expected="one that still waits")
    return one, change(one.change, where=where), Taking(one.pack, by, at)


def _beside(one: Held, said: Change, taking: Taking, seen: int) -> Weighed:
    """Put what is held beside the row as it is now, which must be the one that the person saw."""
    where = f"held {one.pk}"
    noun = noun_of(said, where=where)
    record = Names(taking.party).record(noun.name, said.origin, said.number)
    row = row_of(noun, record, taking.party) if record is not None else None
    if (row.edition if row is not None else 0) != seen:
        raise Conflict("the record was changed meanwhile", where=where, expected="another look at both versions")
    weighed = Weighed(Fate.CHANGED, said, row)
    if said.withdrawn:
        gone = row is None or not getattr(row, "in_force", True)
        return replace(weighed, fate=Fate.UNCHANGED if gone else Fate.WITHDRAWN)
    return weighed


def _close(one: Held, taking: Taking, said: Change, record: int | None, choice: str) -> None:
    if record is not None:
        taking.know(said, record, said.state)
    one.decision, one.by, one.at = choice, taking.by, taking.at
    one.save(update_fields=["decision", "by", "at"])
