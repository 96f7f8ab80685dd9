"""What a record may be merged with, and what was merged into it."""

from __future__ import annotations

from typing import Any

from rapidfuzz import fuzz

from concerted.register.access import Permission
from concerted.register.merged import MERGEABLE, absent
from concerted.register.models.scope import Person
from concerted.register.queries.scope import Scope, enter
from concerted.register.rows.mergers import MergerPage, SameRow
from concerted.terms.errors import NotFound

_SHOWN = 20
# What each is called, and what else tells it from another.
_FIELDS = {
    "instrument": ("title", ("key", "date", "body")),
    "meeting": ("name", ("start", "place")),
    "commitment": ("text", ("finding__statement__title",)),
    "call": ("text", ("finding__statement__title",)),
    "contribution": ("summary", ("party__code", "kind", "line__number")),
}


def merger(user: Person, slug: str, noun: str, id: int) -> MergerPage:
    """Give what a record of the person's to keep may be merged with; raises NotFound, also for somebody else's."""
    scope = enter(user, slug)
    if noun not in MERGEABLE:
        raise NotFound(f"no noun {noun!r} that is merged", where=noun, expected=", ".join(MERGEABLE))
    every = MERGEABLE[noun].objects.visible_to(user).filter(coalition=scope.coalition)
    one = every.filter(pk=id).first()
    if one is None:
        raise absent(noun, id, user)
    if not may_merge(scope, one):
        raise NotFound("no such record of one's own", where=f"{noun} {id}", expected="a record that one keeps")
    name, more = _FIELDS[noun]
    rows = [_row(values, name, more) for values in every.filter(owner=one.owner).values("pk", "edition", name, *more)]
    mine = next(row for row in rows if row.id == one.pk)
    others = sorted((row for row in rows if row != mine), key=lambda row: (-_likeness(row, mine), row.id))
    away = one.merged.values("pk", "edition", name, *more).order_by("pk")
    return MergerPage(scope.ref, noun, mine, tuple(others[:_SHOWN]), tuple(_row(values, name, more) for values in away))


def may_merge(scope: Scope, record: Any) -> bool:
    """Tell whether the person may merge a record."""
    right = Permission.RECORD_MERGE if record.owner_id is None else Permission.RECORD_KEEP
    return scope.part.may(right) and scope.part.keeps(record)


def _row(values: dict[str, Any], name: str, more: tuple[str, ...]) -> SameRow:
    said = ", ".join(str(values[field]) for field in more if values[field] not in (None, ""))
    return SameRow(values["pk"], values[name], said, values["edition"])


def _likeness(row: SameRow, other: SameRow) -> float:
    return fuzz.token_set_ratio(row.name, other.name) + fuzz.ratio(row.more, other.more) / 10
