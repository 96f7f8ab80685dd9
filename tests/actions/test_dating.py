"""A statement gets its day after it was taken in, and what is due is worked out from it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from concerted.actions import dating, review
from concerted.reading.facts import Window
from concerted.register import queries
from concerted.register.models import Commitment, Statement
from concerted.terms.errors import Conflict, DateOutsideWindow, NotAllowed, NotFound
from tests.acts import acts, changes
from tests.standing import AT, SLUG, TODAY, Register, first_reading

DAY = date(2021, 3, 5)


@pytest.fixture
def undated(register: Register) -> Register:
    """A register with an accepted statement that does not say its day."""
    reading = first_reading(issued_on=None)
    window = Window(date(2021, 3, 2), date(2021, 5, 5))
    register.take_in(replace(reading, statement=replace(reading.statement, window=window)))
    review.accept_statement(statement=_pk(), by=register.people.secretariat, at=AT)
    return register


def _pk() -> int:
    return Statement.objects.get().pk


def test_what_is_due_is_worked_out_from_the_day(undated: Register) -> None:
    promise = Commitment.objects.get(verb="decided to share")
    assert promise.due_on is None
    events = len(acts())
    dating.set_date(statement=_pk(), day=DAY, by=undated.people.secretariat, at=AT)
    promise.refresh_from_db()
    assert promise.due_on == date(2021, 4, 4)
    assert acts()[events:] == ["statement.set_date"]
    ((was, now),) = changes("statement.set_date", "statement")
    assert (was["issued_on"], now["issued_on"]) == (None, "2021-03-05")
    page = queries.statement(undated.people.reader, SLUG, _pk())
    assert (page.statement.issued_on, page.statement.latest, page.given_by) == (DAY, None, "secretary")
    clock = queries.board(undated.people.reader, SLUG, today=TODAY).clock
    assert clock and clock.counted_from


def test_a_day_that_was_given_can_be_given_anew(undated: Register) -> None:
    for day in (DAY, date(2021, 3, 6)):
        dating.set_date(statement=_pk(), day=day, by=undated.people.secretariat, at=AT)
    assert Commitment.objects.get(verb="decided to share").due_on == date(2021, 4, 5)
    with pytest.raises(Conflict, match="already"):
        dating.set_date(statement=_pk(), day=day, by=undated.people.secretariat, at=AT)


@pytest.mark.parametrize("day", [date(2020, 1, 1), date(2021, 9, 1)])
def test_a_day_that_the_text_contradicts_is_refused(undated: Register, day: date) -> None:
    with pytest.raises(DateOutsideWindow):
        dating.set_date(statement=_pk(), day=day, by=undated.people.secretariat, at=AT)
    assert Statement.objects.get().issued_on is None


def test_a_day_that_the_text_says_stays(register: Register) -> None:
    register.take_in(first_reading())
    with pytest.raises(Conflict, match="says its day itself"):
        dating.set_date(statement=_pk(), day=DAY, by=register.people.secretariat, at=AT)


@pytest.mark.parametrize("who", ["chile", "reader"])
def test_only_the_secretariat_gives_a_day(undated: Register, who: str) -> None:
    with pytest.raises(NotAllowed):
        dating.set_date(statement=_pk(), day=DAY, by=getattr(undated.people, who), at=AT)
    with pytest.raises(NotFound):
        dating.set_date(statement=_pk(), day=DAY, by=undated.people.stranger, at=AT)
