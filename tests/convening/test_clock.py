from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from concerted.convening.clock import Days, Gathering, State, Term, spans

START = Days.on(date(2014, 12, 3))
HALF_YEAR = Term(days=180)


def held(day: date, key: int = 1) -> Gathering:
    return Gathering(key, day, held=True)


def test_a_length_counts_from_the_statement() -> None:
    (span,) = spans(HALF_YEAR, START, [], date(2015, 5, 20))
    assert (span.due.day, span.state, span.days) == (date(2015, 6, 1), State.DUE, 12)


@pytest.mark.parametrize(
    ("today", "state", "days"),
    [
        (date(2015, 5, 31), State.DUE, 1),
        (date(2015, 6, 1), State.DUE, 0),
        (date(2015, 6, 2), State.OVERDUE, -1),
    ],
)
def test_the_last_day_itself_is_still_in_time(today: date, state: State, days: int) -> None:
    (span,) = spans(HALF_YEAR, START, [], today)
    assert (span.state, span.days) == (state, days)


def test_a_meeting_in_time_meets_it_and_starts_the_count_anew() -> None:
    first, running = spans(HALF_YEAR, START, [held(date(2015, 3, 1))], date(2015, 3, 2), recurring=True)
    assert (first.state, first.late, first.met_by) == (State.MET, 0, held(date(2015, 3, 1)))
    assert (running.counted_from.day, running.due.day) == (date(2015, 3, 1), date(2015, 8, 28))


def test_a_late_meeting_meets_it_late() -> None:
    first, _running = spans(HALF_YEAR, START, [held(date(2015, 6, 3))], date(2016, 1, 1), recurring=True)
    assert (first.state, first.late) == (State.MET, 2)


def test_a_single_obligation_is_done_once_met() -> None:
    found = spans(HALF_YEAR, START, [held(date(2015, 3, 1)), held(date(2015, 4, 1), 2)], date(2016, 1, 1))
    assert [span.met_by and span.met_by.key for span in found] == [1]


def test_the_meeting_of_the_statement_itself_does_not_meet_it() -> None:
    (span,) = spans(HALF_YEAR, START, [held(date(2014, 12, 3)), held(date(2014, 10, 1), 2)], date(2015, 1, 1))
    assert span.state is State.DUE


def test_an_announced_meeting_is_named_but_meets_nothing() -> None:
    coming = Gathering(7, date(2015, 4, 1), held=False)
    (span,) = spans(HALF_YEAR, START, [coming], date(2015, 3, 1))
    assert (span.state, span.planned) == (State.DUE, coming)
    (span,) = spans(HALF_YEAR, START, [coming], date(2015, 4, 2))
    assert span.planned is None


def test_a_window_gives_the_earliest_and_the_latest_day() -> None:
    window = Days(date(2014, 11, 21), date(2014, 12, 15))
    (span,) = spans(HALF_YEAR, window, [], date(2015, 5, 10))
    assert (span.due, span.due.day) == (Days(date(2015, 5, 20), date(2015, 6, 13)), None)
    assert (span.state, span.days) == (State.DUE, 10)
    (between,) = spans(HALF_YEAR, window, [], date(2015, 6, 1))
    assert (between.state, between.days) == (State.DUE, 12)
    (past,) = spans(HALF_YEAR, window, [], date(2015, 6, 14))
    assert (past.state, past.days) == (State.OVERDUE, -1)


def test_a_meeting_inside_the_window_may_be_the_statements_own() -> None:
    window = Days(date(2014, 11, 21), date(2014, 12, 15))
    (span,) = spans(HALF_YEAR, window, [held(date(2014, 12, 3))], date(2015, 1, 1))
    assert span.state is State.DUE


@pytest.mark.parametrize("start", [Days(None, None), Days(date(2014, 1, 1), None)])
def test_without_a_last_day_nothing_is_overdue(start: Days) -> None:
    (span,) = spans(HALF_YEAR, start, [], date(2026, 1, 1))
    assert (span.state, span.days) == (State.UNKNOWN, None)


def test_a_fixed_day_needs_no_start() -> None:
    (span,) = spans(Term(until=date(2030, 12, 31)), Days(None, None), [], date(2030, 12, 30))
    assert (span.state, span.days) == (State.DUE, 1)


@pytest.mark.parametrize("term", [Term(days=10**8), Term(days=10**12), Term(months=10**6)])
def test_a_length_past_the_calendar_ends_on_no_day(term: Term) -> None:
    (span,) = spans(term, START, [], date(2015, 1, 1))
    assert (span.due, span.state, span.days) == (Days(None, None), State.UNKNOWN, None)


def test_months_end_on_the_last_day_that_there_is() -> None:
    assert Term(months=1).ends(Days.on(date(2024, 1, 31))).day == date(2024, 2, 29)
    assert Term(months=12).ends(Days.on(date(2024, 2, 29))).day == date(2025, 2, 28)


DAYS = st.dates(date(2000, 1, 1), date(2040, 1, 1))


@given(start=DAYS, today=DAYS, days=st.integers(1, 1000), met=st.lists(st.tuples(DAYS, st.booleans()), max_size=8))
def test_spans_follow_each_other(start: date, today: date, days: int, met: list[tuple[date, bool]]) -> None:
    gatherings = [Gathering(key, day, was) for key, (day, was) in enumerate(met)]
    found = spans(Term(days=days), Days.on(start), gatherings, today, recurring=True)
    for span, following in pairwise(found):
        assert span.met_by is not None
        assert following.counted_from.day == span.met_by.day
        assert span.state is State.MET
    last = found[-1]
    assert last.state in (State.DUE, State.OVERDUE)
    assert last.counted_from.day is not None
    assert last.due.day == last.counted_from.day + timedelta(days=days)
