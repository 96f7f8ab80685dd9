"""Two records of one thing become one, and two again if that was a mistake."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from concerted.actions import ledger
from concerted.register.access import Permission
from concerted.register.merged import MERGEABLE, gathered
from concerted.register.models import User
from concerted.register.part import Part
from concerted.terms.errors import Conflict, NotAllowed, NotFound, Stale


@ledger.action("record.merge")
def merge(*, noun: str, duplicate: int, into: int, by: User, at: datetime, seen: int | None = None) -> None:
    """Merge a record into another one of its noun and owner, which from then on stands for both.

    The duplicate stays, out of the lists; its address leads to the other one. ``seen`` is the edition of the duplicate
    that the person saw. Raises NotFound, NotAllowed, or Conflict if they cannot be one, or somebody changed it
    meanwhile.
    """
    lost, kept = _find(noun, duplicate, by), _find(noun, into, by)
    part = _may(lost, kept, by)
    where = f"{noun} {duplicate}"
    lost.refresh_from_db()
    kept.refresh_from_db()
    if lost.pk == kept.pk or lost.merged_into_id is not None or kept.merged_into_id is not None:
        raise Conflict("they are one already, or one of another", where=where, expected="two that stand for themselves")
    if len(gathered(lost)) > 1:
        raise Conflict("it stands for duplicates itself", where=where, expected="the other one merged into this one")
    if (lost.coalition_id, lost.owner_id) != (kept.coalition_id, kept.owner_id):
        raise Conflict("they have different owners", where=where, expected=f"two records of {_owner(part, lost)}")
    _unchanged(lost, seen, where)
    lost.merged_into, lost.edition = kept, lost.edition + 1
    lost.save(update_fields=["merged_into", "edition"])


@ledger.action("record.split")
def split(*, noun: str, duplicate: int, by: User, at: datetime) -> int:
    """Take a merger back: the duplicate stands for itself again. Gives the record that it was merged into.

    Raises NotFound, NotAllowed, or Conflict if it is not merged.
    """
    lost = _find(noun, duplicate, by)
    _may(lost, lost, by)
    lost.refresh_from_db()
    if lost.merged_into_id is None:
        raise Conflict("it is not merged", where=f"{noun} {duplicate}", expected="a duplicate that was merged")
    kept: int = lost.merged_into_id
    lost.merged_into, lost.edition = None, lost.edition + 1
    lost.save(update_fields=["merged_into", "edition"])
    return kept


def _find(noun: str, number: int, by: User) -> Any:
    model = MERGEABLE.get(noun)
    found = model._default_manager.reaching(by).filter(pk=number).first() if model else None
    if found is None or not getattr(found, "in_force", True):
        raise NotFound(f"no such {noun}", where=f"{noun} {number}", expected=f"one of {', '.join(MERGEABLE)}")
    return found


def _may(lost: Any, kept: Any, by: User) -> Part:
    part = ledger.membership(by, lost.coalition)
    own = part.may(Permission.RECORD_KEEP) and lost.owner_id is not None
    if not (own or part.may(Permission.RECORD_MERGE)) or not (part.keeps(lost) and part.keeps(kept)):
        raise NotAllowed(f"{by.name} may not merge it", where=str(lost.pk), expected="its owner's people")
    return part


def _owner(part: Part, record: Any) -> str:
    return str(record.owner) if record.owner else str(part.coalition)


def _unchanged(record: Any, seen: int | None, where: str) -> None:
    if seen is not None and seen != record.edition:
        raise Stale(f"it is edition {record.edition}", where=where, expected=f"edition {seen}, as you saw it")
