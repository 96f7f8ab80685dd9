"""An agenda brings what is missing in money, with sums as each reader sees them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from django.db import connection
from django.test.utils import CaptureQueriesContext

from concerted.actions import agenda, items, meetings, requirements
from concerted.exports.documents import FORMS, written
from concerted.exports.plenary import plenary
from concerted.register import queries
from concerted.register.models import Contribution, Requirement, User
from concerted.register.nouns.requirement import written as said
from concerted.register.rows.agenda import ItemRow
from tests.funds import ask, give
from tests.meetings import plan
from tests.standing import AT, SLUG, TODAY, Register

USD = "USD"


def drafted(by: User, meeting: int) -> list[ItemRow]:
    agenda.draw_up(meeting=meeting, by=by, at=AT)
    return shown(by, meeting)


def shown(by: User, meeting: int) -> list[ItemRow]:
    return [item for part in queries.agenda(by, SLUG, meeting).parts for item in part.items]


def sums(row: ItemRow) -> list[tuple[str, int | Decimal, int | Decimal, int | Decimal, int | Decimal]]:
    return [(gap.currency, gap.asked, gap.pledged, gap.delivered, gap.missing) for gap in row.gaps]


def test_what_is_missing_comes_as_one_item_of_its_line(register: Register) -> None:
    by, norway = register.people.secretariat, register.people.norway
    numbers = [ask(by, 100), ask(by, 50, status="partly covered"), ask(by, 8, currency="EUR")]
    ask(by, 30, status="covered")
    other = ask(by, 5, line=2)
    give(norway, 70, "pledged")
    give(norway, 20, "delivered")
    first, second = drafted(by, plan(by))
    assert (first.title, first.reason, first.line and first.line.number) == ("Funding gaps", "funding", 1)
    assert [one.id for one in first.records] == numbers
    assert sums(first) == [("EUR", 8, 0, 0, 8), (USD, 180, 70, 20, 90)]
    assert ([one.id for one in second.records], sums(second)) == ([other], [(USD, 5, 0, 0, 5)])


def test_a_reader_gets_the_sums_of_what_that_reader_sees(register: Register) -> None:
    by, people = register.people.secretariat, register.people
    ask(by, 100)
    ask(by, 40, reach="owner only")
    give(people.norway, 70, "pledged", reach="owner only")
    meeting = plan(by)
    assert [sums(one) for one in drafted(by, meeting)] == [[(USD, 140, 0, 0, 140)]] * 2
    assert [sums(one) for one in shown(people.norway, meeting)] == [[(USD, 100, 70, 0, 30)]]
    assert [sums(one) for one in shown(people.chile, meeting)] == [[(USD, 100, 0, 0, 100)]]
    assert [sums(one) for one in shown(people.observer, meeting)] == [[(USD, 100, 0, 0, 100)]]


def test_where_nothing_is_missing_there_is_no_gap(register: Register) -> None:
    by = register.people.secretariat
    ask(by, 100)
    give(register.people.norway, 100, "committed")
    ask(by, None, quantity=Decimal(6), unit="boats")
    (one,) = drafted(by, plan(by))
    assert (one.reason, len(one.records), one.gaps) == ("uncovered", 2, ())


def test_what_came_once_comes_no_second_time_when_the_sums_change(register: Register) -> None:
    by, norway = register.people.secretariat, register.people.norway
    number, meeting = ask(by, 100), plan(by)
    (one,) = drafted(by, meeting)
    given = give(norway, 100, "pledged")
    assert agenda.draw_up(meeting=meeting, by=by, at=AT) == 0
    (one,) = shown(by, meeting)
    assert sums(one) == [(USD, 100, 100, 0, 0)]
    items.leave_out(number=one.id, why="Settled by letter", seen=one.edition, by=by, at=AT)
    Contribution.objects.filter(pk=given).update(in_force=False)
    assert agenda.draw_up(meeting=meeting, by=by, at=AT) == 0
    content = replace(said(Requirement.objects.get(pk=number)), amount=Decimal(120))
    requirements.change(number=number, content=content, seen=1, by=by, at=AT)
    assert [sums(one) for one in drafted(by, meeting)] == [[(USD, 120, 0, 0, 120)]]


def test_a_meeting_of_a_line_looks_at_its_own_gaps(register: Register) -> None:
    by = register.people.secretariat
    ask(by, 100)
    own = ask(by, 5, line=2)
    content = meetings.Content(name="Meeting on care", start=date(2021, 9, 1), line=2)
    meeting = meetings.schedule(coalition=SLUG, content=content, by=by, at=AT)
    (one,) = drafted(by, meeting)
    assert ([each.id for each in one.records], sums(one)) == ([own], [(USD, 5, 0, 0, 5)])


def test_the_report_of_the_meeting_says_what_is_missing(register: Register) -> None:
    by = register.people.secretariat
    ask(by, 100)
    give(register.people.norway, 30, "pledged")
    meeting = plan(by)
    drafted(by, meeting)
    page = queries.meeting(by, SLUG, meeting, today=TODAY)
    seating = queries.seating(by, SLUG, meeting, today=TODAY)
    parts = plenary(page, queries.minutes(by, SLUG, meeting), seating)
    text = written(FORMS["markdown"], parts, title="Agenda", at=AT).decode()
    assert "### Funding gaps" in text
    assert "1 Patrols at sea: 70 USD missing of 100 USD asked (pledged 30 USD, delivered 0 USD)" in text


def test_more_gaps_ask_no_more_of_the_database(register: Register) -> None:
    by, meeting = register.people.secretariat, plan(register.people.secretariat)

    def asked() -> int:
        drafted(by, meeting)
        with CaptureQueriesContext(connection) as questions:
            queries.agenda(by, SLUG, meeting)
        return len(questions)

    ask(by, 100)
    few = asked()
    for line, currency in ((1, "EUR"), (2, "USD"), (2, "NOK"), (None, "USD")):
        ask(by, 9, line=line, currency=currency)
        give(register.people.norway, 1, "pledged", line=line, currency=currency)
    assert asked() == few
