"""Rules on how often a series of meetings comes together: set with their source, followed, ended."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from concerted.actions import cadences, coalitions, meetings, validity
from concerted.register import queries
from concerted.register.models import Breach, Cadence, Meeting
from concerted.register.rows.board import ClockRow
from concerted.terms.errors import Conflict, NotAllowed
from tests.acts import acts
from tests.standing import AT, FILE, SLUG, Register

TODAY = date(2021, 6, 1)


def rule(register: Register, **more: Any) -> int:
    given = {"series": "small group", "days": 90, "said_by": "Conclusions of 1 March", **more}
    return cadences.set_rule(coalition=SLUG, by=register.people.secretariat, at=AT, **given)


def clock(register: Register, series: str, today: date = TODAY) -> list[ClockRow]:
    page = queries.clock(register.people.reader, SLUG, today=today)
    return [row for one in page.series if one.series == series for row in one.spans]


def test_a_rule_counts_from_its_first_day_then_from_each_meeting(register: Register) -> None:
    before = len(acts())
    number = rule(register, since=date(2021, 1, 10), quote="at least every three months")
    assert acts()[before:] == ["cadence.set"]
    (row,) = clock(register, "small group")
    assert (row.counted_from, row.due_on, row.state) == (date(2021, 1, 10), date(2021, 4, 10), "overdue")
    assert (row.words, row.said_by, row.source) == ("at least every three months", "Conclusions of 1 March", None)
    assert row.rule is not None and (row.rule.id, row.rule.days) == (number, 90)
    by = register.people.secretariat
    met = meetings.schedule(
        coalition=SLUG, content=meetings.Content("Envoys", date(2021, 2, 20), series="small group"), by=by, at=AT
    )
    meetings.hold(meeting=met, by=by, at=AT)
    (row,) = clock(register, "small group")
    assert (row.counted_from, row.due_on) == (date(2021, 2, 20), date(2021, 5, 21))
    page = queries.clock(by, SLUG, today=TODAY, series="small group", on=date(2021, 6, 10))
    assert page.what_if is not None and (page.what_if.due_on, page.what_if.late) == (date(2021, 5, 21), 20)


def test_a_meeting_that_comes_too_late_for_a_rule_is_a_breach(register: Register) -> None:
    rule(register, since=date(2020, 11, 1))
    by = register.people.secretariat
    content = meetings.Content("Envoys", date(2021, 2, 20), series="small group")
    met = meetings.schedule(coalition=SLUG, content=content, by=by, at=AT)
    meetings.hold(meeting=met, by=by, at=AT)
    one = Breach.objects.get(series="small group")
    assert (one.due, one.met_on, one.late) == (date(2021, 1, 30), date(2021, 2, 20), 21)


def test_a_series_without_a_day_to_count_from_is_there_all_the_same(register: Register) -> None:
    rule(register, series="experts")
    (row,) = clock(register, "experts")
    assert (row.state, row.counted_from, row.due_on) == ("unknown", None, None)


def test_a_new_rule_ends_the_one_before_and_either_can_be_ended(register: Register) -> None:
    first = rule(register, since=date(2021, 1, 1))
    second = rule(register, since=date(2021, 3, 1), days=30)
    assert Cadence.objects.get(pk=first).until == date(2021, 2, 28)
    (row,) = clock(register, "small group")
    assert row.rule is not None and row.rule.id == second
    (row,) = clock(register, "small group", date(2021, 2, 1))
    assert row.rule is not None and row.rule.id == first
    with pytest.raises(Conflict):
        rule(register, since=date(2021, 2, 1))
    by = register.people.secretariat
    days = {"since": date(2021, 3, 1), "until": date(2021, 4, 1), "said_by": "a letter", "end_said_by": "a vote"}
    validity.change(noun="cadence", number=second, seen=1, by=by, at=AT, **days)
    assert clock(register, "small group") == []
    page = queries.dated(by, SLUG, "cadence", second)
    assert (page.party, page.row.end_said_by) == (None, "a vote")


@pytest.mark.parametrize(
    ("more", "where"),
    [({"series": " "}, "series"), ({"days": 0}, "days"), ({"days": 4000}, "days"), ({"said_by": ""}, "said_by")],
)
def test_a_rule_that_says_nothing_is_refused(register: Register, more: dict[str, Any], where: str) -> None:
    with pytest.raises(Conflict) as error:
        rule(register, **more)
    assert error.value.where == where


def test_only_who_keeps_meetings_sets_rules(register: Register) -> None:
    with pytest.raises(NotAllowed):
        cadences.set_rule(
            coalition=SLUG, series="experts", days=9, said_by="a letter", by=register.people.norway, at=AT
        )


def test_the_coalitions_file_does_not_undo_what_people_set(register: Register) -> None:
    by = register.people.secretariat
    held = Cadence.objects.get(coalition=register.coalition, series="ministerial meeting")
    rule(register, series="ministerial meeting", since=date(2021, 2, 1), days=50)
    coalitions.set_up(coalition=FILE, by=by, at=AT)
    found = Cadence.objects.filter(coalition=register.coalition, series="ministerial meeting").order_by("pk")
    assert [(one.pk == held.pk, one.days) for one in found] == [(True, 100), (False, 50)]
    assert Meeting.objects.exists()
