"""Draft the agenda of a meeting from the register: what is new joins it, and what a person did to it stays."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import cache
from typing import Any

from django.db.models import Max
from django.utils import timezone

from concerted.actions import ledger, releases, searching
from concerted.convening.agenda import Drafted, Source, Standing, draft, length
from concerted.register.access import Permission
from concerted.register.asker import out
from concerted.register.audience import Wanted
from concerted.register.models import Item, ItemRecord, LineOfEffort, Meeting, Party, Place, Reach, Release, User
from concerted.register.proposing import proposed
from concerted.terms.errors import Conflict, NotFound
from concerted.terms.shelf import load, vocabulary


@ledger.action("agenda.draft")
def draw_up(*, meeting: int, by: User, at: datetime, minutes: int | None = None) -> int:
    """Draft a meeting's agenda; gives how many items came to it or have more records now.

    It is to last so many ``minutes`` (None: as long as the meeting sits).

    An item about records is released as they are, at most to the coalition. What was left out comes again only if it
    changed since. Raises NotFound, NotAllowed, or Conflict for a meeting that is over
    or cancelled.
    """
    where = f"meeting {meeting}"
    rows = Meeting.objects.visible_to(by).select_related("coalition", "line", "release")
    one = rows.filter(pk=meeting).first()
    if one is None:
        raise NotFound("no such meeting", where=where, expected="a meeting of your coalitions")
    ledger.require(by, one.coalition, Permission.MEETING_KEEP)
    if one.status != "planned":
        raise Conflict(f"it is {one.status}", where=where, expected="a planned meeting")
    every = proposed(by, one, timezone.localtime(at).date(), _audience(one))
    lasts = length(one.start, one.end, one.opens, one.closes) if minutes is None else minutes
    found = draft(every, _standing(one), lasts)
    lines = {line.number: line for line in LineOfEffort.objects.filter(coalition=one.coalition)}
    ordinal = Item.objects.filter(meeting=one).aggregate(last=Max("ordinal"))["last"] or 0
    made = [
        Item(
            coalition=one.coalition,
            meeting=one,
            line=lines[item.line] if item.line is not None else None,
            ordinal=ordinal + place,
            title=title(item.source, by.language),
            minutes=item.minutes,
            reason=item.source.value,
            release_id=int(item.audience),
        )
        for place, item in enumerate((item for item in found if item.into is None), 1)
    ]
    for item in made:
        item.save()
    searching.index_new(made)
    _record(found, made)
    return len(found)


def title(source: Source, language: str) -> str:
    """Give what an item is called that is drafted for a reason, in English where the language has no words."""
    words: dict[str, str] = _titles()[source.value]
    return words.get(language) or words["en"]


@cache
def _titles() -> Any:
    return load(vocabulary("agenda"))


def _record(found: tuple[Drafted, ...], made: list[Item]) -> None:
    """Tie the records to their items, those just made in their order."""
    new = iter(made)
    ItemRecord.objects.bulk_create(
        ItemRecord(item_id=key, noun=one.noun, number=one.number, edition=one.edition)
        for item in found
        for key in (item.into or next(new).pk,)
        for one in item.records
    )


def _standing(meeting: Meeting) -> list[Standing]:
    """Give the coalition's own items of a meeting, in the agenda and left out."""
    items = Item.objects.filter(meeting=meeting, owner=None, in_force=True).select_related("line")
    return [
        Standing(
            key=one.pk,
            source=Source(one.reason) if one.reason else None,
            line=one.line.number if one.line else None,
            audience=str(one.release_id),
            minutes=one.minutes or 0,
            left_out=one.status == Place.OUT,
            records=tuple((each.noun, each.number, each.edition) for each in one.records.all()),
        )
        for one in items.prefetch_related("records").order_by("pk")
    ]


def _audience(meeting: Meeting) -> Callable[[Any], str]:
    """Make the rule by which a record's own release gives that of an item about it."""
    home = meeting.coalition

    @cache
    def open_to_all() -> Release:
        return releases.give(home, Wanted(Reach.COALITION), owner=None)

    @cache
    def for_partners() -> Release:
        """Give the release to all partners by name, which leaves observers out."""
        codes = Party.objects.filter(coalition=home).exclude(pk__in=out()).values_list("code", flat=True)
        wanted = Wanted(Reach.NAMED, frozenset(codes)) if codes else Wanted(Reach.OWNER)
        return releases.give(home, wanted, owner=None)

    def audience(one: Any) -> str:
        if one.release.kind == Reach.PUBLIC or (one.owner_id is None and one.release.kind == Reach.COALITION):
            return str(open_to_all().pk)
        return str(one.release_id if one.owner_id is None else for_partners().pk)

    return audience
