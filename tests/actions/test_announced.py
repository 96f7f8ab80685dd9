"""Meetings of a calendar file are taken over one by one, as chosen, and once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from concerted.actions import announced, meetings
from concerted.actions.announced import Source, Taken
from concerted.convening.announcements import Announcement, Series, Verdict, occurrence
from concerted.register import queries
from concerted.register.announced import entry_uid
from concerted.register.models import CalendarEntry, Meeting
from concerted.register.packing.names import own_name
from concerted.terms.errors import Conflict, NotAllowed, NotFound, Stale
from tests.acts import acts
from tests.standing import AT, SLUG, Register

SAID = Announcement(
    "a@host", 0, "Talks on gauges", date(2026, 3, 30), zone="Europe/Paris", opens=time(9), where="Hall 2, Lyon"
)
SOURCE = Source("weir.ics", 1, "talks")


def take(register: Register, *said: Announcement, seen: int = 0) -> tuple[Taken, ...]:
    chosen = {one.uid: seen for one in said}
    by = register.people.secretariat
    return announced.take_over(coalition=SLUG, announced=said, chosen=chosen, source=SOURCE, by=by, at=AT)


def test_a_meeting_is_added_changed_and_cancelled_as_its_calendar_says(register: Register) -> None:
    before = len(acts())
    (first,) = take(register, SAID)
    one = Meeting.objects.get(pk=first.meeting)
    assert (one.name, one.start, one.opens, one.place, one.series) == (
        SAID.name, SAID.start, SAID.opens, "Hall 2, Lyon", "talks",
    )  # fmt: skip
    assert one.line is not None and one.line.number == 1 and one.said_by == "the secretariat"
    assert acts()[before:] == ["meeting.take_over"]
    # The same file again has nothing to do.
    (again,) = take(register, SAID, seen=1)
    assert isinstance(again.refused, Conflict) and again.verdict == Verdict.SAME
    moved = replace(SAID, sequence=1, start=date(2026, 3, 31))
    (late,) = take(register, moved, seen=7)
    assert isinstance(late.refused, Stale)
    take(register, moved, seen=1)
    one.refresh_from_db()
    assert (one.start, one.edition, CalendarEntry.objects.get(meeting=one).sequence) == (moved.start, 2, 1)
    assert take(register, SAID, seen=2)[0].verdict == Verdict.OLDER
    take(register, replace(moved, sequence=2, cancelled=True, reason="A flood"), seen=2)
    one.refresh_from_db()
    assert (one.status, one.reason) == ("cancelled", "A flood")
    assert Meeting.objects.filter(name=SAID.name).count() == 1


def test_what_cannot_be_is_refused_alone_and_leaves_nothing(register: Register) -> None:
    never = replace(SAID, uid="b@host", name="Night talks", start=date(2026, 3, 29), opens=time(2, 30))
    refused, taken = take(register, never, SAID)
    assert isinstance(refused.refused, Conflict) and "02:30 does not come" in refused.refused.what
    assert taken.refused is None
    assert not Meeting.objects.filter(name="Night talks").exists()
    assert set(CalendarEntry.objects.values_list("uid", flat=True)) == {"a@host"}


def test_a_meeting_of_ones_own_calendar_is_that_meeting(register: Register) -> None:
    by = register.people.secretariat
    content = meetings.Content("Gauges", date(2026, 3, 30), place="Lyon", hosts=("NOR",))
    number = meetings.schedule(coalition=SLUG, content=content, by=by, at=AT)
    uid = entry_uid(number, own_name())
    said = Announcement(uid, 0, "Gauges", date(2026, 3, 31), where="Room 9, Lyon")
    (found,) = queries.proposals(by, SLUG, [said], register=own_name())
    assert (found.verdict, found.meeting, found.edition) == (Verdict.CHANGED, number, 1)
    take(register, said, seen=1)
    one = Meeting.objects.get(pk=number)
    assert (one.start, one.room, one.place) == (said.start, "Room 9", "Lyon")
    assert [host.code for host in one.hosts.all()] == ["NOR"]
    # Its own UID says whose it is: nothing is kept beside it.
    assert not CalendarEntry.objects.exists()
    (other,) = queries.proposals(by, SLUG, [replace(said, uid=entry_uid(number, "other"))], register=own_name())
    assert other.meeting == number and other.announcement.uid.endswith("@other")


def test_meetings_of_one_entry_are_followed_one_by_one(register: Register) -> None:
    by = register.people.secretariat
    dates = (date(2026, 4, 7), date(2026, 5, 5), date(2026, 6, 2))
    said = [replace(SAID, uid=occurrence("a@host", f"{day:%Y%m%d}"), start=day) for day in dates]
    assert all(one.refused is None for one in take(register, *said))
    rows = {one.uid: one.meeting for one in CalendarEntry.objects.select_related("meeting")}
    assert set(rows) == {one.uid for one in said}
    every = queries.proposals(by, SLUG, said, register=own_name())
    assert {one.verdict for one in every} == {Verdict.SAME}
    # The next edition moves one, and leaves one out.
    moved = replace(said[1], sequence=1, start=date(2026, 5, 6))
    whole = Series("a@host", 1, frozenset({said[0].uid, moved.uid}), date(2026, 4, 1))
    found = queries.proposals(by, SLUG, [said[0], moved], [whole], register=own_name())
    assert [one.verdict for one in found] == [Verdict.SAME, Verdict.CHANGED, Verdict.CANCELLED]
    announced.take_over(
        coalition=SLUG,
        announced=[said[0], moved],
        series=[whole],
        chosen={one.announcement.uid: one.edition for one in found if one.to_do},
        source=SOURCE,
        by=by,
        at=AT,
    )
    for one in rows.values():
        one.refresh_from_db()
    assert [(one.start, one.status, one.reason) for one in rows.values()] == [
        (dates[0], "planned", ""),
        (moved.start, "planned", ""),
        (dates[2], "cancelled", "EXDATE:20260602"),
    ]
    again = queries.proposals(by, SLUG, [replace(said[0], sequence=1), moved], [whole], register=own_name())
    assert {one.verdict for one in again} == {Verdict.SAME}


def test_only_who_keeps_meetings_takes_any_over(register: Register) -> None:
    before = Meeting.objects.count()
    for person in (register.people.chile, register.people.stranger):
        with pytest.raises((NotAllowed, NotFound)):
            announced.take_over(coalition=SLUG, announced=[SAID], chosen={SAID.uid: 0}, source=SOURCE, by=person, at=AT)
    with pytest.raises(NotAllowed):
        queries.proposals(register.people.chile, SLUG, [SAID], register=own_name())
    assert Meeting.objects.count() == before
