"""What is missing of the money that is asked for, as far as each person sees it."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext

from concerted.actions import contributions, mergers, requirements
from concerted.register.models import Contribution, Requirement
from concerted.register.queries.funding_gaps import funding_gaps
from concerted.register.queries.scope import enter
from tests.funds import MAY, ask, give
from tests.standing import AT, SLUG, Register

STAGES = {"offered": 1, "pledged": 10, "committed": 20, "under way": 30, "delivered": 400, "withdrawn": 2, "": 3}


def found(user: Any, **more: Any) -> list[tuple[int | None, str, Decimal, Decimal, Decimal, Decimal]]:
    rows = funding_gaps(enter(user, SLUG), **more)
    return [
        (one.line.number if one.line else None, one.currency, one.asked, one.pledged, one.delivered, one.missing)
        for one in rows
    ]


def test_sums_are_of_what_stands_and_of_money_alone(register: Register) -> None:
    by, norway = register.people.secretariat, register.people.norway
    numbers = [ask(by, "1000.10"), ask(by, 500, status="partly covered"), ask(by, 9, status="covered")]
    ask(by, 7, status="superseded")
    ask(by, 8, status="withdrawn")
    for stage, amount in STAGES.items():
        give(norway, amount, stage)
    give(norway, 50, "pledged", kind="equipment")
    give(norway, 60, "pledged", line=2)
    give(norway, 70, "pledged", currency="NOK")
    assert found(by) == [(1, "USD", Decimal("1509.10"), 60, 400, Decimal("1049.10"))]
    (row,) = funding_gaps(enter(by, SLUG))
    assert row.requirements == tuple(numbers)
    assert row.line is not None and row.line.title == "Patrols at sea"


def test_lines_and_currencies_are_told_apart(register: Register) -> None:
    by = register.people.secretariat
    for line, currency in ((2, "USD"), (None, "USD"), (1, "USD"), (1, "EUR")):
        ask(by, 5, line=line, currency=currency)
    give(register.people.norway, 4, "pledged", line=None)
    every = [(None, "USD", 5, 4, 0, 1), (1, "EUR", 5, 0, 0, 5), (1, "USD", 5, 0, 0, 5), (2, "USD", 5, 0, 0, 5)]
    assert found(by) == every
    assert found(by, lines=[None, 2]) == [every[0], every[3]]
    assert found(by, lines=[1]) == every[1:3]
    assert found(by, lines=[]) == []


def test_each_sees_the_sums_of_what_they_see(register: Register) -> None:
    people = register.people
    ask(people.secretariat, 100)
    ask(people.norway, 11, reach="owner only")
    give(people.norway, 30, "pledged", reach="owner only")
    assert found(people.norway) == [(1, "USD", 111, 30, 0, 81)]
    assert found(people.chile) == [(1, "USD", 100, 0, 0, 100)]


def test_what_was_over_before_anything_was_needed_counts_for_nothing(register: Register) -> None:
    by, norway = register.people.secretariat, register.people.norway
    ask(by, 100, needed_from=MAY + timedelta(days=9))
    ask(by, 100, needed_from=MAY)
    give(norway, "0.10", "delivered", last=MAY - timedelta(days=1))
    give(norway, "0.20", "pledged", last=MAY - timedelta(days=1))
    give(norway, 3, "delivered", last=MAY)
    give(norway, 4, "pledged")
    assert found(by) == [(1, "USD", 200, 4, 3, 193)]
    ask(by, 100)
    assert found(by) == [(1, "USD", 300, Decimal("4.20"), Decimal("3.10"), Decimal("292.70"))]


def test_duplicates_and_what_is_withdrawn_count_for_nothing(register: Register) -> None:
    by, norway = register.people.secretariat, register.people.norway
    kept, gone = ask(by, 100), ask(by, 50)
    first, same, back = (give(norway, 10, "pledged", last=MAY) for _ in range(3))
    mergers.merge(noun="contribution", duplicate=same, into=first, by=norway, at=AT)
    contributions.withdraw(number=back, seen=Contribution.objects.get(pk=back).edition, by=norway, at=AT)
    requirements.withdraw(number=gone, seen=Requirement.objects.get(pk=gone).edition, by=by, at=AT)
    assert found(by) == [(1, "USD", 100, 10, 0, 90)]
    Requirement.objects.filter(pk=kept).update(needed_from=MAY + timedelta(days=1))
    assert found(by) == [(1, "USD", 100, 0, 0, 100)]


def test_more_records_ask_no_more_of_the_database(register: Register) -> None:
    by, norway = register.people.secretariat, register.people.norway

    def asked() -> int:
        scope = enter(by, SLUG)
        funding_gaps(scope)
        with CaptureQueriesContext(connection) as questions:
            funding_gaps(scope)
        return len(questions)

    ask(by, 100, needed_from=MAY)
    few = asked()
    for number in range(1, 6):
        ask(by, number, currency="EUR", line=1 + number % 2, needed_from=MAY)
        give(norway, number, "pledged", last=MAY - timedelta(days=number))
    assert asked() == few
