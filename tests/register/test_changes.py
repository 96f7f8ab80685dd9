"""What changed in the requirements since a day, as far as the person sees it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from concerted.actions import releases, requirements
from concerted.register import queries
from concerted.register.models import User
from concerted.register.rows.changes import ChangesPage
from tests.needs import BOATS_NEEDED
from tests.standing import AT, SLUG, Register

FIRST = AT.date()
LATER = AT + timedelta(days=5)
TODAY = LATER.date()


def need(by: User, at: Any = AT, reach: str = "coalition", **fields: Any) -> int:
    return requirements.add(coalition=SLUG, content=replace(BOATS_NEEDED, **fields), reach=reach, by=by, at=at)


def changes(by: User, since: date | None = FIRST, line: int | None = None) -> ChangesPage:
    return queries.changes(by, SLUG, "requirement", today=TODAY, since=since, line=line)


def kinds(page: ChangesPage) -> dict[int, str]:
    return {one.id: one.kind for one in page.records}


def test_changes_are_told_field_by_field_with_who_and_when(register: Register) -> None:
    by = register.people.norway
    number = need(by)
    more = replace(BOATS_NEEDED, quantity=Decimal(8))
    requirements.change(number=number, content=more, seen=1, by=by, at=LATER)
    last = LATER + timedelta(hours=1)
    requirements.change(number=number, content=replace(more, priority="critical"), seen=2, by=by, at=last)
    (one,) = changes(register.people.chile).records
    assert (one.kind, one.title, one.line and one.line.number) == ("changed", BOATS_NEEDED.summary, 1)
    assert {each.field: (each.before, each.after, each.by, each.at) for each in one.fields} == {
        "quantity": (6, 8, "nils", LATER),
        "priority": ("high", "critical", "nils", last),
    }


def test_what_came_and_what_went_is_told(register: Register) -> None:
    by = register.people.norway
    old, new = need(by), need(by, at=LATER, line=2)
    passing = need(by, at=LATER)
    requirements.withdraw(number=old, seen=1, by=by, at=LATER)
    requirements.withdraw(number=passing, seen=1, by=by, at=LATER)
    assert kinds(changes(register.people.chile)) == {old: "withdrawn", new: "new"}
    assert kinds(changes(register.people.chile, line=2)) == {new: "new"}
    assert kinds(changes(register.people.chile, since=TODAY)) == {}


def test_nobody_learns_of_what_they_do_not_see(register: Register) -> None:
    by, chile = register.people.norway, register.people.chile
    number = need(by, reach="owner only")
    requirements.change(number=number, content=replace(BOATS_NEEDED, place="South"), seen=1, by=by, at=LATER)
    assert kinds(changes(by)) == {number: "changed"}
    assert kinds(changes(chile)) == {}
    releases.release(noun="requirement", record=number, reach="coalition", by=by, at=LATER)
    assert kinds(changes(chile)) == {number: "reached"}
    assert changes(chile).records[0].fields == ()
    releases.release(noun="requirement", record=number, reach="owner only", by=by, at=LATER)
    assert kinds(changes(chile)) == {}


def test_back_and_forth_is_no_change(register: Register) -> None:
    by = register.people.norway
    number = need(by)
    for edition, place in enumerate(("South", BOATS_NEEDED.place), 1):
        requirements.change(number=number, content=replace(BOATS_NEEDED, place=place), seen=edition, by=by, at=LATER)
    assert kinds(changes(by)) == {}


def test_without_a_day_it_is_the_last_meeting_of_the_clock(register: Register) -> None:
    by = register.people.norway
    earlier, later = need(by, at=AT - timedelta(days=30)), need(by)
    page = changes(by, since=None)
    assert page.meeting is not None
    assert (page.meeting.name, page.since, page.more) == ("Ministerial meeting", date(2021, 3, 2), False)
    assert kinds(page) == {later: "new"}
    assert kinds(changes(by, since=date(2020, 1, 1))) == {later: "new", earlier: "new"}
