"""Reporting windows: planned, changed and taken back by the secretariat."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from concerted.actions import windows
from concerted.register.models import SearchEntry, Window
from concerted.terms.errors import Conflict, NotAllowed, NotFound
from tests.actions.progress import WINDOW, open_window, promise, report
from tests.standing import AT, Register


def test_the_secretariat_plans_and_changes_a_window(register: Register) -> None:
    by = register.people.secretariat
    number = open_window(by, content=replace(WINDOW, lines=(2, 1, 2)))
    one = Window.objects.get(pk=number)
    assert (one.release.kind, one.owner) == ("coalition", None)
    assert sorted(line.number for line in one.lines.all()) == [1, 2]
    windows.change(window=number, content=replace(WINDOW, title=" Spring  round "), seen=1, by=by, at=AT)
    one.refresh_from_db()
    assert (one.title, one.edition, one.lines.count()) == ("Spring round", 2, 0)
    assert SearchEntry.objects.get(noun="window").title == "Spring round"
    with pytest.raises(Conflict, match="meanwhile"):
        windows.change(window=number, content=WINDOW, seen=1, by=by, at=AT)


@pytest.mark.parametrize(
    ("where", "fields"),
    [
        ("title", {"title": " "}),
        ("last", {"last": date(2020, 12, 31)}),
        ("closes", {"closes": date(2021, 2, 28)}),
    ],
)
def test_what_cannot_be_is_refused(register: Register, where: str, fields: dict[str, object]) -> None:
    with pytest.raises(Conflict) as error:
        open_window(register.people.secretariat, content=replace(WINDOW, **fields))
    assert error.value.where == where


@pytest.mark.parametrize("who", ["chile", "lead", "auditor", "observer"])
def test_others_plan_none(register: Register, who: str) -> None:
    with pytest.raises(NotAllowed):
        open_window(getattr(register.people, who))


def test_a_stranger_knows_of_none(register: Register) -> None:
    number = open_window(register.people.secretariat)
    with pytest.raises(NotFound):
        windows.withdraw(window=number, seen=1, by=register.people.stranger, at=AT)


def test_a_window_is_taken_back_until_somebody_has_reported(accepted: Register) -> None:
    by = accepted.people.secretariat
    first, second = open_window(by), open_window(by)
    windows.withdraw(window=first, seen=1, by=by, at=AT)
    assert not Window.objects.visible_to(by).filter(pk=first).exists()
    assert SearchEntry.objects.filter(noun="window").count() == 1
    report(accepted.people.norway, second, promise())
    with pytest.raises(Conflict, match="reported"):
        windows.withdraw(window=second, seen=1, by=by, at=AT)
