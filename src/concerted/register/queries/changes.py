"""What changed since a day, or since the last meeting of the coalition's own series, told by the ledger."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import Any

from django.utils import timezone

from concerted.convening import series
from concerted.register.models import Entry, LineOfEffort, Meeting
from concerted.register.models.scope import Person, ScopedQuerySet
from concerted.register.queries import records, references
from concerted.register.queries.clocks import clocks, first
from concerted.register.queries.kept import noun as kept_noun
from concerted.register.queries.saying import FieldNames, rows, shown
from concerted.register.queries.scope import Scope, enter
from concerted.register.row_rules import Model
from concerted.register.rows.changes import ChangedField, ChangedRecord, ChangesPage

# So many entries are read at most, the newest ones.
_MOST = 2000
# How far a record is released is no change of what it says.
_UNTOLD = frozenset({"owner", "release", "in_force", "coalition"})
_TITLES = ("title", "summary", "name", "text")


def changes(
    user: Person, slug: str, name: str, *, today: date, since: date | None = None, line: int | None = None
) -> ChangesPage:
    """List what changed in the records of a noun that people keep since the end of a day, as far as the person sees it.

    Without ``since``: since the last meeting of the series that the coalition's clock counts. ``line`` keeps the
    records of one line of effort. Raises NotFound.
    """
    scope, of = enter(user, slug), kept_noun(name)
    meeting = None if since else _last_meeting(scope, today)
    if meeting is not None:
        since = meeting.end or meeting.start
    lines = LineOfEffort.objects.visible_to(user).filter(coalition=scope.coalition).order_by("number")
    found, more = _changed(scope, of.model, name, since)
    by_pk = {one.pk: references.line(one) for one in lines}
    told = tuple(_told(scope, of.model, name, found, by_pk, since))
    return ChangesPage(
        coalition=scope.ref,
        noun=name,
        since=since,
        meeting=references.meeting(meeting) if meeting else None,
        records=tuple(one for one in told if line is None or (one.line is not None and one.line.number == line)),
        lines=tuple(by_pk.values()),
        more=more,
    )


def _last_meeting(scope: Scope, today: date) -> Meeting | None:
    """Give the last meeting that was held of the series that the clock counts; of any where there is no clock."""
    clock = first(clocks(scope, today))
    held = records.meetings(scope).filter(status="held", start__lte=today).order_by("-start", "-pk")
    for one in held:
        own = one.line.number if one.line else None
        if clock is None or series.belongs(clock.series, name=one.name, own=one.series, line=own):
            return one
    return None


def _entries(scope: Scope, name: str) -> ScopedQuerySet[Entry]:
    return Entry.objects.visible_to(scope.user).filter(coalition=scope.coalition, noun=name)


def _changed(scope: Scope, model: Model, name: str, since: date | None) -> tuple[dict[str, list[Entry]], bool]:
    """Give the entries since the end of a day by record, each record's in their order."""
    entries = _entries(scope, name)
    if since is not None:
        entries = entries.filter(at__gte=_end(since))
    newest = list(islice(scope.told(entries).select_related("by").order_by("-pk")[: _MOST + 1], _MOST + 1))
    found: dict[str, list[Entry]] = defaultdict(list)
    for entry in reversed(newest[:_MOST]):
        found[entry.record].append(entry)
    return found, len(newest) > _MOST


def _told(
    scope: Scope, model: Model, name: str, found: dict[str, list[Entry]], lines: dict[int, Any], since: date | None
) -> list[ChangedRecord]:
    names = FieldNames(scope)
    names.load([row for entries in found.values() for entry in (entries[0], entries[-1]) for row in rows(entry)])
    known = set()
    if since is not None:
        earlier = _entries(scope, name).filter(at__lt=_end(since), record__in=list(found))
        known = set(earlier.values_list("record", flat=True))
    told = []
    for record, entries in found.items():
        (_model, before), (_same, after) = rows(entries[0])[0], rows(entries[-1])[1]
        gone = not after or not after.get("in_force", True)
        if gone and (record not in known or not before):
            continue
        kind = "withdrawn" if gone else "new" if not before else "changed" if record in known else "reached"
        fields = tuple(_fields(scope, model, names, entries)) if kind == "changed" else ()
        if kind == "changed" and not fields:
            continue
        row = after or before
        told.append(
            ChangedRecord(
                noun=name,
                id=int(record),
                title=next((str(row[one]) for one in _TITLES if row.get(one)), record),
                line=lines.get(row.get("line_id") or 0),
                kind=kind,
                fields=fields,
                by=references.name(entries[-1].by) or "",
                at=entries[-1].at,
            )
        )
    return sorted(told, key=lambda one: (one.at, one.id), reverse=True)


def _fields(scope: Scope, model: Model, names: FieldNames, entries: list[Entry]) -> list[ChangedField]:
    """Compare the first state with the last one, and find who wrote each field that differs last."""
    before, after = rows(entries[0])[0][1], rows(entries[-1])[1][1]
    found = []
    for field in shown(model, scope):
        said = names.value(field, before), names.value(field, after)
        if field.name in _UNTOLD or said[0] == said[1]:
            continue
        last = next(one for one in reversed(entries) if _differs(field, one))
        found.append(ChangedField(field.name, *said, references.name(last.by) or "", last.at))
    return found


def _differs(field: Any, entry: Entry) -> bool:
    (_model, before), (_same, after) = rows(entry)
    return before.get(field.attname) != after.get(field.attname)


def _end(day: date) -> datetime:
    """Give the first moment after a day."""
    return timezone.make_aware(datetime.combine(day + timedelta(days=1), time()))
