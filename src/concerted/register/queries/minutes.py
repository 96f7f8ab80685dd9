"""The minutes of a meeting by agenda item, with its decisions and action points."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from typing import Any

from concerted.register.access import Permission
from concerted.register.models import Action, Conclusion, Entry, LineOfEffort, Minute, Party
from concerted.register.models.scope import Person
from concerted.register.queries import references
from concerted.register.queries.agenda import agenda
from concerted.register.queries.reservations import of_conclusions
from concerted.register.queries.scope import Scope, enter
from concerted.register.rows.minutes import MinuteRow, Minutes, MinutesPart, ReservationRow

_MODELS: dict[str, Any] = {"minute": Minute, "conclusion": Conclusion, "action": Action}
_NAMED = {"minute": (), "conclusion": (), "action": ("responsible", "verifier")}


def minutes(user: Person, slug: str, id: int) -> Minutes:
    """Give the minutes of a meeting as far as the person sees them; raises NotFound."""
    plan = agenda(user, slug, id)
    scope = enter(user, slug)
    rows = sorted(_rows(scope, id), key=lambda one: (one[0], one[1].noun, one[1].id))
    items = [item for part in plan.parts for item in part.items]
    known = {item.id for item in items}
    said = "\n".join(f"{one.noun} {one.id} {one.edition} {one.item} {len(one.reservations)}" for _at, one in rows)
    parts = [MinutesPart(item, tuple(one for _at, one in rows if one.item == item.id)) for item in items]
    rest = tuple(one for _at, one in rows if one.item not in known)
    return Minutes(
        agenda=plan,
        parts=(*parts, MinutesPart(None, rest)),
        version=hashlib.sha256(said.encode()).hexdigest()[:16],
        may_write=scope.part.may(Permission.MEETING_KEEP) and plan.meeting.status != "cancelled",
        parties=tuple(
            references.party(one) for one in Party.objects.visible_to(user).filter(coalition=scope.coalition)
        ),
        lines=tuple(
            references.line(one)
            for one in LineOfEffort.objects.visible_to(user).filter(coalition=scope.coalition).order_by("number")
        ),
    )


def _rows(scope: Scope, meeting: int) -> Iterable[tuple[int, MinuteRow]]:
    """Give what was written down, each with a number that orders it by when it first was."""
    found: dict[str, list[Any]] = {}
    for noun, model in _MODELS.items():
        every = model.objects.visible_to(scope.user).filter(coalition=scope.coalition, meeting=meeting)
        loaded = every.select_related("owner", "release__line", *_NAMED[noun]).prefetch_related("release__parties")
        found[noun] = list(loaded.order_by("pk"))
    written = _written(scope, found)
    reserved = of_conclusions(scope, [one.pk for one in found["conclusion"]])
    for noun, rows in found.items():
        for one in rows:
            first, last = written.get((noun, str(one.pk)), (0, None))
            yield first, _row(scope, noun, one, last, reserved)


def _written(scope: Scope, found: Mapping[str, list[Any]]) -> dict[tuple[str, str], tuple[int, Any]]:
    """Give the first entry's number and the last entry of each record, by the ledger as the person sees it."""
    keys = {str(one.pk) for rows in found.values() for one in rows}
    every = Entry.objects.visible_to(scope.user).filter(coalition=scope.coalition, noun__in=_MODELS, record__in=keys)
    written: dict[tuple[str, str], tuple[int, Any]] = {}
    for entry in scope.told(every).select_related("by").defer("before", "after").order_by("pk"):
        key = entry.noun, entry.record
        written[key] = (written[key][0] if key in written else entry.pk, entry)
    return written


def _row(scope: Scope, noun: str, one: Any, last: Any, reserved: Mapping[int, tuple[ReservationRow, ...]]) -> MinuteRow:
    more: dict[str, Any] = {}
    if noun == "conclusion":
        more = {"ordinal": one.ordinal, "reservations": reserved.get(one.pk, ())}
    if noun == "action":
        more = {
            "responsible": references.party(one.responsible) if one.responsible else None,
            "verifier": references.party(one.verifier) if one.verifier else None,
            "due": one.due,
            "status": one.status,
        }
    return MinuteRow(
        noun=noun,
        id=one.pk,
        edition=one.edition,
        text=one.text,
        item=one.item_id,
        by=references.name(last.by) if last else None,
        at=last.at if last else None,
        release=references.release(one.release),
        may_change=scope.part.may_change(one),
        **more,
    )
