from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.contrib.auth import authenticate

from concerted.actions import coalitions, meetings, review, users
from concerted.reading.facts import MeetingStatus
from concerted.register.models import Entry, Meeting, Membership, Party, User
from concerted.terms.coalition import KnownMeeting, LineOfEffort
from concerted.terms.errors import ConcertedError, Conflict, NotAllowed, NotFound
from tests.acts import acts
from tests.standing import AT, FILE, PASSWORD, SLUG, Register, first_reading


def add(by: User, **more: Any) -> int:
    given = {"username": "mona", "password": PASSWORD, "coalition": SLUG, "role": "auditor"} | more
    return users.add(**given, by=by, at=AT)


def test_a_person_who_is_added_can_sign_in(register: Register) -> None:
    before = len(acts())
    number = add(register.people.secretariat, role="focal point", party="PER")
    assert authenticate(username="mona", password=PASSWORD) == User.objects.get(pk=number)
    assert acts()[before:] == ["user.add"]
    assert Membership.objects.get(user=number).party == Party.objects.get(coalition=register.coalition, code="PER")


def test_the_account_of_the_command_line_cannot_sign_in(register: Register) -> None:
    assert authenticate(username=users.OPERATOR, password="") is None
    assert not users.operator(at=AT).has_usable_password()
    entry = Entry.objects.filter(noun="user", action="user.add").earliest("pk")
    assert entry.record == str(User.objects.get(username=users.OPERATOR).pk)
    assert "password" not in (entry.after or "")


@pytest.mark.parametrize(
    ("wrong", "where"),
    [
        ({"password": "short"}, "password"),
        ({"password": "password1234"}, "password"),
        ({"username": "mona lisa"}, "name"),
        ({"username": "ada"}, "name"),
        ({"username": "a" * 151}, "name"),
        ({"role": "king"}, "role"),
        ({"role": "focal point"}, "party"),
        ({"role": "focal point", "party": "QQQ"}, "party"),
        ({"coalition": "nowhere"}, "coalition"),
    ],
)
def test_a_person_who_cannot_be_added_leaves_nothing(register: Register, wrong: dict[str, str], where: str) -> None:
    people, done = User.objects.count(), len(acts())
    with pytest.raises(ConcertedError) as caught:
        add(register.people.secretariat, **wrong)
    assert caught.value.where == where
    assert (User.objects.count(), len(acts())) == (people, done)


def test_only_the_secretariat_adds_people(register: Register) -> None:
    with pytest.raises(NotAllowed):
        add(register.people.chile)
    with pytest.raises(NotFound):
        add(register.people.stranger)


def test_setting_up_twice_changes_nothing_and_says_so(register: Register) -> None:
    operator, before = users.operator(at=AT), len(acts())
    assert coalitions.set_up(coalition=FILE, by=operator, at=AT) is False
    assert len(acts()) == before
    more = replace(
        FILE,
        lines=(*FILE.lines, LineOfEffort(3, "Lights")),
        meetings=(*FILE.meetings, KnownMeeting("Ministerial meeting", "planned", date(2021, 6, 1))),
    )
    assert coalitions.set_up(coalition=more, by=operator, at=AT) is True
    assert register.coalition.lines.count() == 3
    assert register.coalition.meetings.count() == 3
    assert acts()[before:] == ["coalition.set_up"]


def test_only_its_secretariat_sets_a_coalition_up_again(register: Register) -> None:
    for person in (register.people.chile, register.people.stranger):
        with pytest.raises(NotAllowed):
            coalitions.set_up(coalition=FILE, by=person, at=AT)


def schedule(by: User, **more: Any) -> int:
    given: dict[str, Any] = {"name": "Talks", "start": date(2021, 3, 1), "hosts": ("NOR",), "line": 1} | more
    return meetings.schedule(coalition=SLUG, content=meetings.Content(**given), by=by, at=AT)


def test_a_meeting_is_announced_and_held(register: Register) -> None:
    before = len(acts())
    number = schedule(register.people.secretariat)
    meetings.hold(meeting=number, by=register.people.secretariat, at=AT, start=date(2021, 3, 3))
    meeting = Meeting.objects.get(pk=number)
    assert (meeting.status, meeting.start, meeting.said_by) == ("held", date(2021, 3, 3), "the secretariat")
    assert acts()[before:] == ["meeting.schedule", "meeting.hold"]
    with pytest.raises(Conflict, match="held already"):
        meetings.hold(meeting=number, by=register.people.secretariat, at=AT)


def test_what_is_still_to_come_was_not_held(register: Register) -> None:
    number = schedule(register.people.secretariat, start=date(2021, 4, 1))
    with pytest.raises(Conflict):
        meetings.hold(meeting=number, by=register.people.secretariat, at=AT)


@pytest.mark.parametrize("wrong", [{"end": date(2021, 2, 1)}, {"name": " "}, {"line": 8}, {"hosts": ("QQQ",)}])
def test_a_meeting_that_cannot_be_leaves_nothing(register: Register, wrong: dict[str, Any]) -> None:
    meetings_before = Meeting.objects.count()
    with pytest.raises(ConcertedError):
        schedule(register.people.secretariat, **wrong)
    assert Meeting.objects.count() == meetings_before


def test_others_announce_nothing(register: Register) -> None:
    with pytest.raises(NotAllowed):
        schedule(register.people.norway)
    with pytest.raises(NotFound):
        schedule(register.people.stranger)


def test_a_meeting_was_not_held_before_the_statement_that_planned_it(register: Register) -> None:
    taken = register.take_in(first_reading(issued_on=date(2021, 3, 2)))
    review.accept_statement(statement=taken.statement, by=register.people.secretariat, at=AT)
    meeting = Meeting.objects.get(finding__statement=taken.statement)
    with pytest.raises(Conflict, match="before the statement that planned it") as caught:
        meetings.hold(meeting=meeting.pk, by=register.people.secretariat, at=AT, start=date(2021, 3, 1))
    assert caught.value.where == "start"
    meetings.hold(meeting=meeting.pk, by=register.people.secretariat, at=AT, start=date(2021, 3, 2))
    meeting.refresh_from_db()
    assert meeting.status == "held"


@pytest.mark.parametrize(
    ("start", "note", "kept"), [(None, "month only: 2021-02", "month only: 2021-02"), (date(2021, 2, 9), None, "")]
)
def test_a_meeting_of_a_known_month_in_a_known_place_stays_one(
    register: Register, start: date | None, note: str | None, kept: str
) -> None:
    known = KnownMeeting(
        "Meeting of the harbour masters in Lima (February 2021)", "held", place="Lima", month="2021-02"
    )
    coalitions.set_up(coalition=replace(FILE, meetings=(known,)), by=users.operator(at=AT), at=AT)
    before = register.coalition.meetings.count()
    fact = replace(
        first_reading().meetings[0],
        name="meeting of the pact's harbour masters",
        status=MeetingStatus.HELD,
        start=start,
        place="Lima",
        host=(),
        line=None,
        note=note,
    )
    taken = register.take_in(replace(first_reading(), meetings=(fact,)))
    review.accept_statement(statement=taken.statement, by=register.people.secretariat, at=AT)
    assert register.coalition.meetings.count() == before
    meeting = Meeting.objects.get(name=known.name)
    assert (meeting.finding is not None, meeting.start, meeting.note) == (True, start, kept)
