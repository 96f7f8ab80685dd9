"""The agenda of a meeting: its items by line with their times of day, and what was left out of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, time, timedelta
from itertools import groupby
from typing import Any

from concerted.convening.agenda import OPENS, Source, length, starts
from concerted.register.access import Permission
from concerted.register.audience import record_model
from concerted.register.merged import absent
from concerted.register.models import Item, Meeting, Place
from concerted.register.models.scope import Person
from concerted.register.queries import records, references
from concerted.register.queries.funding_gaps import funding_gaps
from concerted.register.queries.papers import papers_of
from concerted.register.queries.scope import Scope, enter
from concerted.register.rows.agenda import Agenda, AgendaPart, ItemRecordRow, ItemRow
from concerted.register.rows.funding_gaps import FundingGapRow
from concerted.register.rows.papers import PaperRow


def agenda(user: Person, slug: str, id: int) -> Agenda:
    """Give the agenda of a meeting as far as the person sees it; raises NotFound.

    An item about records of which the person sees none is not there. Times of day count what the person sees alone.
    """
    scope = enter(user, slug)
    one = records.meetings(scope).filter(pk=id).first()
    if one is None:
        raise absent("meeting", id, user)
    opens = one.opens or OPENS
    items = _items(scope, id)
    about = _records(scope, items)
    told = [item for item in items if about[item.pk] or not item.records.all() or scope.part.may_change(item)]
    shown = {item.pk for item in told}
    filed = papers_of(scope, id)
    gaps = _gaps(scope, told, about)
    on = [item for item in told if item.status == Place.ON]
    days = (one.end - one.start).days + 1 if one.start and one.end else 1
    lasts = length(one.start, one.start, one.opens, one.closes)
    times = iter(_moments(one, starts(opens, [item.minutes or 0 for item in on], days, lasts)))
    parts = []
    for line, group in groupby(on, lambda item: item.line):
        rows = [_row(scope, item, about, next(times), filed, gaps) for item in group]
        rows[0] = replace(rows[0], is_first=True)
        rows[-1] = replace(rows[-1], is_last=True)
        own = references.line(line) if line else None
        parts.append(AgendaPart(own, sum(row.minutes or 0 for row in rows), tuple(rows)))
    return Agenda(
        coalition=scope.ref,
        meeting=references.meeting(one),
        opens=opens,
        minutes=sum(part.minutes for part in parts),
        zone=one.zone,
        room=one.room,
        length=length(one.start, one.end, one.opens, one.closes),
        parts=tuple(parts),
        left_out=tuple(_row(scope, item, about, None, filed, gaps) for item in told if item.status == Place.OUT),
        papers=tuple(one for one in filed if one.item not in shown),
        may_draft=scope.part.may(Permission.MEETING_KEEP) and one.status == "planned",
        may_add=scope.part.may(Permission.RECORD_KEEP),
    )


def _moments(one: Meeting, found: Iterable[tuple[int, time]]) -> Iterator[tuple[date | None, time]]:
    """Give the days of the calendar for those of the meeting."""
    for day, start in found:
        yield one.start + timedelta(days=day) if one.start else None, start


def _items(scope: Scope, meeting: int) -> list[Item]:
    """Load a meeting's items by line, the whole coalition's first, each line in its order."""
    found = Item.objects.visible_to(scope.user).filter(coalition=scope.coalition, meeting=meeting)
    loaded = found.select_related("line", "owner", "release__line").prefetch_related("release__parties", "records")
    return sorted(loaded, key=lambda one: (one.line.number if one.line else -1, one.ordinal, one.pk))


def _records(scope: Scope, items: Iterable[Item]) -> Mapping[int, tuple[ItemRecordRow, ...]]:
    """Name the records that items are about, those alone that the person sees: one question for each noun."""
    wanted = defaultdict(set)
    for item in items:
        for one in item.records.all():
            wanted[one.noun].add(one.number)
    seen: dict[tuple[str, int], ItemRecordRow] = {}
    for noun, numbers in wanted.items():
        model: Any = record_model(noun)
        rows = model.objects.visible_to(scope.user).filter(coalition=scope.coalition, pk__in=numbers)
        seen |= {(noun, row.pk): ItemRecordRow(noun, row.pk, str(row)) for row in rows}
    return {
        item.pk: tuple(
            seen[one.noun, one.number]
            for one in sorted(item.records.all(), key=lambda one: one.pk)
            if (one.noun, one.number) in seen
        )
        for item in items
    }


def _gaps(
    scope: Scope, items: Iterable[Item], about: Mapping[int, tuple[ItemRecordRow, ...]]
) -> Mapping[int, tuple[FundingGapRow, ...]]:
    """Give the gaps of the items on funding: those in which the requirements count that the person sees there."""
    asked = {one.pk: {each.id for each in about[one.pk]} for one in items if one.reason == Source.FUNDING}
    every = funding_gaps(scope) if asked else ()
    return {key: tuple(gap for gap in every if numbers & {*gap.requirements}) for key, numbers in asked.items()}


def _row(
    scope: Scope,
    one: Item,
    about: Mapping[int, tuple[ItemRecordRow, ...]],
    at: tuple[date | None, time] | None,
    filed: tuple[PaperRow, ...],
    gaps: Mapping[int, tuple[FundingGapRow, ...]],
) -> ItemRow:
    return ItemRow(
        id=one.pk,
        edition=one.edition,
        title=one.title,
        line=references.line(one.line) if one.line else None,
        minutes=one.minutes,
        day=at[0] if at else None,
        starts=at[1] if at else None,
        speaker=one.speaker,
        room=one.room,
        note=one.note,
        reason=one.reason,
        why=one.why,
        owner=references.party(one.owner) if one.owner else None,
        release=references.release(one.release),
        records=about[one.pk],
        papers=tuple(each for each in filed if each.item == one.pk),
        gaps=gaps.get(one.pk, ()),
        may_change=scope.part.may_change(one),
    )
