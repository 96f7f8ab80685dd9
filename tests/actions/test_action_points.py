"""Action points: asked of somebody, said to be done by them, verified by another."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from concerted.actions import action_points, agenda, follow_up, users
from concerted.actions.editing import Edited
from concerted.register import queries
from concerted.register.models import Action, FollowUp, Membership, User
from concerted.register.nouns.action import written
from concerted.terms.errors import Conflict, NotAllowed, NotFound
from tests.meetings import ask, plan
from tests.standing import AT, SLUG, TODAY, Register

EVIDENCE = "Forty buoys, as the log says."


def say_done(by: User, number: int, seen: int = 1, text: str = EVIDENCE, link: str = "") -> None:
    follow_up.say_done(number=number, text=text, link=link, seen=seen, by=by, at=AT)


def verify(by: User, number: int, seen: int = 2, *, adequate: bool = True, text: str = "The log agrees.") -> None:
    follow_up.verify(number=number, adequate=adequate, text=text, seen=seen, by=by, at=AT)


def test_its_owner_says_it_is_done_and_another_verifies_it(register: Register) -> None:
    by, norway = register.people.secretariat, register.people.norway
    number = ask(by, plan(by))
    page = queries.action_follow_up(norway, SLUG, number, today=TODAY)
    assert (page.status, page.may_say_done, page.may_verify) == ("open", True, False)
    say_done(norway, number, link="https://logs.example/3")
    with pytest.raises(NotAllowed):
        verify(norway, number)
    verify(by, number, adequate=False, text="Only one harbour was counted.")
    assert Action.objects.get(pk=number).status == "open"
    say_done(norway, number, seen=3, text="Both harbours.")
    verify(by, number, seen=4)
    page = queries.action_follow_up(register.people.chile, SLUG, number, today=TODAY)
    assert page.status == "verified" and not page.may_verify
    assert [one.said for one in page.follow_ups] == ["done", "not adequate", "done", "adequate"]
    assert page.follow_ups[0].link == "https://logs.example/3" and page.follow_ups[0].party is not None


def test_nobody_verifies_what_they_said_is_done(register: Register) -> None:
    """One who speaks for the partner and is of the secretariat, too, is still one person."""
    by = register.people.secretariat
    number = ask(by, plan(by))
    operator = users.operator(at=AT)
    said: dict[str, Any] = {"password": "harbours in the fog", "name": "Both", "by": operator, "at": AT}
    users.add(username="both", coalition=SLUG, role="focal point", party="NOR", **said)
    both = User.objects.get(username="both")
    Membership.objects.create(user=both, coalition=register.coalition, role="secretariat")
    say_done(both, number)
    assert not queries.action_follow_up(both, SLUG, number, today=TODAY).may_verify
    with pytest.raises(NotAllowed, match="said that it is done"):
        verify(both, number)
    verify(by, number)


def test_only_its_owner_says_so_and_says_what_shows_it(register: Register) -> None:
    by, people = register.people.secretariat, register.people
    number = ask(by, plan(by))
    for who in (by, people.chile):
        with pytest.raises(NotAllowed):
            say_done(who, number)
    with pytest.raises(NotFound):
        say_done(people.stranger, number)
    for where, said in (("text", {"text": " "}), ("link", {"link": "logs"}), ("text", {"text": "x" * 5001})):
        with pytest.raises(Conflict) as refused:
            say_done(people.norway, number, **said)
        assert refused.value.where == where
    with pytest.raises(Edited):
        say_done(people.norway, number, seen=7)
    with pytest.raises(Conflict, match="it is open"):
        verify(by, number, seen=1)
    say_done(people.norway, number)
    with pytest.raises(Conflict, match="it is done"):
        say_done(people.norway, number, seen=2)


def test_what_is_done_no_longer_changes(register: Register) -> None:
    by = register.people.secretariat
    number = ask(by, plan(by))
    content = written(Action.objects.get(pk=number))
    say_done(register.people.norway, number)
    changed = replace(content, status="", text="Count the ropes")
    with pytest.raises(Conflict, match="it is done"):
        action_points.change(number=number, content=changed, seen=2, by=by, at=AT)
    # A sheet that says how it stands says it as it is, or nothing is changed.
    action_points.change(number=number, content=replace(content, status="done"), seen=2, by=by, at=AT)
    with pytest.raises(Conflict, match="it is done"):
        action_points.change(number=number, content=replace(content, status="verified"), seen=2, by=by, at=AT)


@pytest.mark.parametrize(
    ("where", "fields"),
    [
        ("text", {"text": " "}),
        ("verifier", {"verifier": "NOR"}),
        ("verifier", {"responsible": ""}),
        ("meeting", {"meeting": 9_999_999}),
        ("item", {"item": 9_999_999}),
        ("status", {"status": "done"}),
    ],
)
def test_what_cannot_be_so_is_refused_by_its_column(register: Register, where: str, fields: dict[str, Any]) -> None:
    by = register.people.secretariat
    with pytest.raises(Conflict) as refused:
        ask(by, fields.pop("meeting", None) or plan(by), **fields)
    assert refused.value.where == where
    assert not Action.objects.exists()


def test_a_partner_verifies_the_secretariat(register: Register) -> None:
    by, chile = register.people.secretariat, register.people.chile
    number = ask(by, plan(by), responsible="", verifier="CHL")
    say_done(by, number)
    with pytest.raises(NotAllowed):
        verify(register.people.norway, number)
    verify(chile, number)
    assert FollowUp.objects.latest("pk").party.code == "CHL"  # type: ignore[union-attr]  # it is Chile's


def test_only_the_secretariat_enters_them(register: Register) -> None:
    by = register.people.secretariat
    planned = plan(by)
    with pytest.raises(NotAllowed):
        ask(register.people.norway, planned)
    hidden = ask(by, planned, "owner only")
    assert queries.action_follow_up(by, SLUG, hidden, today=TODAY).unseen
    with pytest.raises(NotFound):
        queries.action_follow_up(register.people.norway, SLUG, hidden, today=TODAY)


def test_what_is_overdue_is_a_matter_of_the_day(register: Register) -> None:
    by = register.people.secretariat
    meeting = plan(by)
    late, ever = ask(by, meeting, due=date(2021, 3, 1)), ask(by, meeting, due=None)
    assert queries.late_actions(by, SLUG, today=date(2021, 3, 1)) == ()
    assert queries.late_actions(by, SLUG, today=date(2021, 3, 2)) == (late,)
    listed = queries.action_points(by, SLUG, late_on=date(2021, 3, 2), asked={"line": "1"})
    assert [one.id for one in listed.rows] == [late]
    assert [one.id for one in queries.open_actions(by, SLUG, party="NOR").rows] == [late, ever]
    assert queries.open_actions(by, SLUG, party="CHL").every == 0
    say_done(register.people.norway, late)
    assert queries.late_actions(by, SLUG, today=date(2021, 3, 2)) == ()
    assert [one.id for one in queries.open_actions(by, SLUG, line=1).rows] == [ever]
    assert queries.open_actions(by, SLUG, meeting=meeting).every == 2


def test_the_next_meeting_takes_up_what_is_not_done(register: Register) -> None:
    by = register.people.secretariat
    first = plan(by)
    number = ask(by, first)
    say_done(register.people.norway, ask(by, first))
    following = plan(by, "Harbour days again", date(2022, 2, 1))
    assert agenda.draw_up(meeting=first, by=by, at=AT) == 0
    agenda.draw_up(meeting=following, by=by, at=AT)
    (part,) = queries.agenda(by, SLUG, following).parts
    assert part.line is not None and part.line.number == 1
    (item,) = part.items
    assert item.reason == "undone" and [(one.noun, one.id) for one in item.records] == [("action", number)]


def test_a_calendar_has_it_until_it_is_done(register: Register) -> None:
    by = register.people.secretariat
    number = ask(by, plan(by))
    ask(by, plan(by), due=None)

    def due() -> list[tuple[int | None, str]]:
        rows = queries.calendar(by, SLUG, today=TODAY, line=1).due
        return [(one.number, one.state) for one in rows if one.noun == "action"]

    assert due() == [(number, "open")]
    say_done(register.people.norway, number)
    assert due() == [(number, "done")]
