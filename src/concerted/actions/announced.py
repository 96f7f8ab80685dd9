"""Meetings that are taken over from a calendar file, as far as the person who looked at them chose."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from django.db import transaction

from concerted.actions import ledger, meetings
from concerted.convening.announcements import Announcement, Known, Proposal, Series, Verdict, compare, place_and_room
from concerted.register.access import Permission
from concerted.register.announced import entry_number, known
from concerted.register.models import CalendarEntry, Coalition, Meeting, User
from concerted.register.packing.names import own_name
from concerted.terms.errors import ConcertedError, Conflict, NotFound, Stale

LONGEST_UID = 500


@dataclass(frozen=True, slots=True)
class Source:
    """The file, and what it says of none of its meetings: whose line (a number) and which series new ones are of."""

    file: str
    line: int | None = None
    series: str = ""


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of an announcement: the meeting that it is now, or why it is none."""

    uid: str
    verdict: Verdict
    meeting: int | None
    refused: ConcertedError | None = None


@ledger.action("meeting.take_over")
def take_over(
    *,
    coalition: str,
    announced: Iterable[Announcement],
    chosen: Mapping[str, int],
    source: Source,
    by: User,
    at: datetime,
    series: Iterable[Series] = (),
) -> tuple[Taken, ...]:
    """Add, change and cancel meetings as a calendar file announces them; ``series`` are the entries it has whole.

    ``chosen`` maps the UIDs that the person chose to the editions of the meetings that they saw (0: a new one). What
    cannot be is refused one by one, with nothing written of it. Raises NotFound or NotAllowed.
    """
    home = Coalition.objects.visible_to(by).filter(slug=coalition).first()
    if home is None:
        raise NotFound("no such coalition", where="coalition", expected="one of your coalitions")
    ledger.require(by, home, Permission.MEETING_KEEP)
    every = tuple(announced)
    register = own_name()
    held = list(known(by, home, every, register))
    by_number = {one.number: one for one in held}
    done = []
    with ledger.same_parts():
        for one in compare(every, held, series):
            uid = one.announcement.uid
            if uid not in chosen:
                continue
            try:
                with transaction.atomic():
                    number = _take(one, chosen[uid], by_number, coalition, source, by, at)
                    if number != entry_number(uid, register):
                        _remember(number, one.announcement, source.file)
            except ConcertedError as error:
                done.append(Taken(uid, one.verdict, one.meeting, error))
            else:
                done.append(Taken(uid, one.verdict, number))
    return tuple(done)


def _take(
    one: Proposal, seen: int, held: Mapping[int, Known], coalition: str, source: Source, by: User, at: datetime
) -> int:
    said, number = one.announcement, one.meeting
    if not one.to_do:
        raise Conflict("there is nothing to take over", where=said.uid, expected="a meeting that is new or changed")
    if seen != one.edition:
        raise Stale("somebody else changed it meanwhile", where=said.uid, expected=f"edition {seen}, as you saw it")
    if len(said.uid) > LONGEST_UID:
        raise Conflict(f"it has {len(said.uid)} characters", where="uid", expected=f"at most {LONGEST_UID}")
    before = held[number] if number is not None else None
    if one.verdict == Verdict.CANCELLED and number is not None:
        reason = said.reason[: meetings.LONGEST_REASON] or f"{source.file}: STATUS:CANCELLED"
        meetings.cancel(meeting=number, reason=reason, seen=seen, by=by, at=at)
    elif number is None:
        content = replace(_content(said, None), line=source.line, series=source.series)
        number = meetings.schedule(coalition=coalition, content=content, by=by, at=at)
    elif one.differences and before is not None:
        content = replace(_content(said, before), hosts=tuple(before.hosts), line=before.line, series=before.series)
        meetings.change(meeting=number, content=content, seen=seen, by=by, at=at)
    return number


def _content(said: Announcement, before: Known | None) -> meetings.Content:
    place, room = place_and_room(said, before)
    # A calendar that says whole days says nothing of the zone.
    zone = said.zone or (before.zone if before is not None else "")
    return meetings.Content(
        name=said.name,
        start=said.start,
        end=said.end,
        zone=zone,
        opens=said.opens,
        closes=said.closes,
        place=place,
        room=room,
    )


def _remember(number: int, said: Announcement, file: str) -> None:
    held = CalendarEntry.objects.filter(meeting=number).first() or CalendarEntry(
        meeting=Meeting.objects.get(pk=number), uid=said.uid
    )
    held.uid, held.sequence, held.file = said.uid, said.sequence, file[:200]
    held.save()
