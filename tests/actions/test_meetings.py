from __future__ import annotations

from datetime import date, time
from typing import Any

import pytest

from concerted.actions import meetings, review
from concerted.actions.editing import Edited
from concerted.actions.meetings import Content
from concerted.register import queries
from concerted.register.models import Meeting, User
from concerted.terms.errors import Conflict, NotAllowed, NotFound
from tests.acts import acts
from tests.standing import AT, SLUG, Register, first_reading, standing

__all__ = ["standing"]
DAY = date(2026, 6, 2)
TALKS: dict[str, Any] = {
    "name": "Talks",
    "start": DAY,
    "zone": "Europe/Paris",
    "opens": time(9),
    "closes": time(17, 30),
    "place": "Lyon",
    "room": "Blue room",
    "hosts": ("NOR",),
    "line": 1,
    "series": "ministerial meeting",
}


def schedule(by: User, **more: Any) -> int:
    return meetings.schedule(coalition=SLUG, content=Content(**TALKS | more), by=by, at=AT)


def change(number: int, by: User, *, seen: int = 1, **more: Any) -> None:
    meetings.change(meeting=number, content=Content(**TALKS | more), seen=seen, by=by, at=AT)


def test_a_meeting_has_its_times_zone_and_room(register: Register) -> None:
    number = schedule(register.people.secretariat)
    page = queries.meeting(register.people.reader, SLUG, number, today=DAY)
    row = page.row
    assert (row.zone, row.opens, row.closes, row.room) == ("Europe/Paris", time(9), time(17, 30), "Blue room")
    assert (page.edition, page.may_keep, page.twice) == (1, False, ())


def test_a_meeting_is_changed_and_its_edition_counts(register: Register) -> None:
    by, before = register.people.secretariat, len(acts())
    number = schedule(by)
    change(number, by, room="Red room", end=date(2026, 6, 3), hosts=("CHL", "NOR"))
    change(number, by, seen=2, room="Red room", end=date(2026, 6, 3), hosts=("NOR", "CHL"))
    row = queries.meeting(by, SLUG, number, today=DAY).row
    assert (row.room, row.meeting.end, row.edition) == ("Red room", date(2026, 6, 3), 2)
    assert {one.code for one in row.hosts} == {"CHL", "NOR"}
    assert acts()[before:][:2] == ["meeting.schedule", "meeting.change"]


def test_whoever_changes_it_second_is_told(register: Register) -> None:
    by = register.people.secretariat
    number = schedule(by)
    change(number, by, room="Red room")
    with pytest.raises(Edited) as caught:
        change(number, by, place="Paris")
    assert (caught.value.was["room"], caught.value.now["room"]) == ("Blue room", "Red room")
    with pytest.raises(Edited):
        meetings.cancel(meeting=number, reason="A strike.", seen=1, by=by, at=AT)


@pytest.mark.parametrize(
    ("wrong", "where", "expected"),
    [
        ({"zone": "Lyon"}, "zone", "city"),
        ({"zone": ""}, "zone", "city"),
        ({"start": date(2026, 3, 29), "opens": time(2, 30)}, "opens", "03:00"),
        ({"end": date(2027, 3, 28), "closes": time(2, 15)}, "closes", "03:00"),
        ({"end": date(2026, 6, 1)}, "end", "2026-06-02"),
        ({"closes": time(8)}, "closes", "later"),
        ({"start": None}, "start", "first day"),
        ({"start": date(2, 6, 1)}, "start", "1900"),
        ({"name": " "}, "name", "called"),
        ({"room": "x" * 201}, "room", "200"),
        ({"hosts": ("QQQ",)}, "hosts", "code"),
        ({"line": 9}, "line", "line"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(
    register: Register, wrong: dict[str, Any], where: str, expected: str
) -> None:
    before = Meeting.objects.count()
    with pytest.raises(Conflict) as caught:
        schedule(register.people.secretariat, **wrong)
    assert caught.value.where == where
    assert expected in caught.value.expected
    assert Meeting.objects.count() == before


def test_of_a_time_that_comes_twice_the_first_is_taken_and_said(register: Register) -> None:
    number = schedule(register.people.secretariat, start=date(2026, 10, 25), opens=time(2, 30))
    assert queries.meeting(register.people.reader, SLUG, number, today=DAY).twice == (time(2, 30),)


def test_a_room_is_taken_once_and_other_overlaps_are_said(register: Register) -> None:
    by = register.people.secretariat
    first = schedule(by)
    with pytest.raises(Conflict, match="has this room") as caught:
        schedule(by, name="Other talks", opens=time(17), closes=time(18))
    assert caught.value.where == "room"
    schedule(by, name="Evening talks", opens=time(17, 30), closes=time(19))
    second = schedule(by, name="Other talks", room="Red room")
    found = queries.meeting(by, SLUG, second, today=DAY).overlaps
    assert [(one.meeting.id, one.shared) for one in found if one.meeting.id == first] == [(first, ("line", "series"))]
    # One that is cancelled holds no room.
    meetings.cancel(meeting=first, reason="Merged with the other talks.", seen=1, by=by, at=AT)
    change(second, by, name="Other talks", closes=time(17))


def test_a_cancelled_meeting_stays_and_neither_counts_nor_changes(register: Register) -> None:
    by = register.people.secretariat
    number = schedule(by, start=date(2021, 3, 8), zone="", opens=None, closes=None)
    meetings.cancel(meeting=number, reason=" A strike of the ferries. ", seen=1, by=by, at=AT)
    row = queries.meeting(register.people.reader, SLUG, number, today=DAY).row
    assert (row.meeting.status, row.reason, row.edition) == ("cancelled", "A strike of the ferries.", 2)
    assert all(
        clock.planned is None or clock.planned.id != number
        for clock in queries.board(by, SLUG, today=date(2021, 3, 8)).clocks
    )
    for again in (
        lambda: change(number, by, seen=2),
        lambda: meetings.cancel(meeting=number, reason="Again.", seen=2, by=by, at=AT),
        lambda: meetings.hold(meeting=number, by=by, at=AT),
    ):
        with pytest.raises(Conflict, match="cancelled"):
            again()


@pytest.mark.parametrize("reason", ["", "  ", "x" * 2001])
def test_a_meeting_is_not_cancelled_without_a_reason(register: Register, reason: str) -> None:
    number = schedule(register.people.secretariat)
    with pytest.raises(Conflict) as caught:
        meetings.cancel(meeting=number, reason=reason, seen=1, by=register.people.secretariat, at=AT)
    assert caught.value.where == "reason"


def test_a_meeting_is_not_put_before_the_statement_that_planned_it(register: Register) -> None:
    by = register.people.secretariat
    taken = register.take_in(first_reading(issued_on=date(2021, 3, 2)))
    review.accept_statement(statement=taken.statement, by=by, at=AT)
    meeting = Meeting.objects.get(finding__statement=taken.statement)
    with pytest.raises(Conflict, match="before the statement") as caught:
        change(meeting.pk, by, seen=meeting.edition, start=date(2021, 3, 1))
    assert caught.value.where == "start"


def test_only_the_secretariat_changes_and_cancels(register: Register) -> None:
    number = schedule(register.people.secretariat)
    for person, error in ((register.people.norway, NotAllowed), (register.people.stranger, NotFound)):
        with pytest.raises(error):
            change(number, person, room="Red room")
        with pytest.raises(error):
            meetings.cancel(meeting=number, reason="No.", seen=1, by=person, at=AT)
