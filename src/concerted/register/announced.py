"""The meetings that a calendar file is compared with, by whoever may see them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from concerted.convening.announcements import Announcement, Known
from concerted.register.models import CalendarEntry, Coalition, Meeting, User


def entry_uid(number: int, register: str) -> str:
    """Give the UID by which this register's calendars call a meeting; ``register`` is its name."""
    return f"meeting-{number}@{register}"


def entry_number(uid: str, register: str) -> int | None:
    """Give the number of the meeting that this register's calendars call so; None for an entry of others."""
    found = re.fullmatch(r"meeting-([1-9][0-9]{0,17})@(.+)", uid)
    return int(found[1]) if found and found[2] == register else None


def known(user: User, coalition: Coalition, announced: Iterable[Announcement], register: str) -> Iterator[Known]:
    """Give the meetings that a person sees, each with the calendar's entry it came from.

    A UID of ``announced`` that this register (by its name) gave names its own meeting, in the edition that its calendar
    was written from.
    """
    uids = (one.uid for one in announced)
    own = {number: uid for uid in uids if (number := entry_number(uid, register)) is not None}
    entries = {one.meeting_id: one for one in CalendarEntry.objects.visible_to(user)}
    found = Meeting.objects.visible_to(user).filter(coalition=coalition, merged_into=None)
    for one in found.select_related("line").prefetch_related("hosts").order_by("pk"):
        entry = entries.get(one.pk)
        uid, sequence = (entry.uid, entry.sequence) if entry else ("", 0)
        if one.pk in own:
            uid, sequence = own[one.pk], one.edition - 1
        yield Known(
            number=one.pk,
            edition=one.edition,
            uid=uid,
            sequence=sequence,
            status=one.status,
            name=one.name,
            start=one.start,
            end=one.end,
            zone=one.zone,
            opens=one.opens,
            closes=one.closes,
            place=one.place,
            room=one.room,
            hosts=frozenset(host.code for host in one.hosts.all()),
            line=one.line.number if one.line else None,
            series=one.series,
        )
