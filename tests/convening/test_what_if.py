from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from concerted.convening.clock import Days, Gathering, Term, spans
from concerted.convening.what_if import what_if

START = Days.on(date(2024, 12, 3))
TERM = Term(days=180)
days = st.dates(date(2024, 12, 4), date(2030, 1, 1))


def held(day: date, key: int = 1) -> Gathering:
    return Gathering(key, day, held=True)


def test_in_time_with_days_to_spare() -> None:
    found = what_if(TERM, START, [], date(2025, 5, 22), recurring=True)
    assert found is not None
    assert (found.due.day, found.late, found.spare) == (date(2025, 6, 1), 0, 10)
    assert found.next_due == Days.on(date(2025, 11, 18))


def test_too_late_by_some_days() -> None:
    found = what_if(TERM, START, [], date(2025, 6, 4), recurring=True)
    assert found is not None
    assert (found.late, found.spare) == (3, 0)


def test_a_meeting_before_it_starts_the_count_and_a_planned_one_does_not() -> None:
    known = [held(date(2025, 3, 1)), Gathering(2, date(2025, 4, 1), held=False)]
    found = what_if(TERM, START, known, date(2025, 5, 1), recurring=True)
    assert found is not None
    assert found.counted_from == Days.on(date(2025, 3, 1))


def test_where_nothing_counts_anew_there_is_no_next_day() -> None:
    found = what_if(TERM, START, [], date(2025, 5, 22))
    assert found is not None
    assert found.next_due is None
    # Once it is met, another meeting satisfies nothing.
    assert what_if(TERM, START, [held(date(2025, 3, 1))], date(2025, 5, 22)) is None


def test_a_day_before_the_count_starts_satisfies_nothing() -> None:
    assert what_if(TERM, START, [], date(2024, 12, 3), recurring=True) is None


def test_of_a_day_that_is_not_known_the_spare_days_are_not_either() -> None:
    found = what_if(TERM, Days(date(2024, 12, 3), None), [], date(2025, 5, 22), recurring=True)
    assert found is not None
    assert (found.spare, found.late) == (None, 0)


@given(st.lists(days, max_size=6), days)
def test_to_suppose_says_what_would_be_worked_out_if_it_were_so(known: list[date], on: date) -> None:
    gatherings = [held(day, key) for key, day in enumerate(known, 1)]
    found = what_if(TERM, START, gatherings, on, recurring=True)
    assert found is not None
    really = spans(TERM, START, [*(one for one in gatherings if one.day < on), held(on, 99)], on, recurring=True)
    assert (found.due, found.late) == (really[-2].due, really[-2].late)
    assert found.next_due == really[-1].due == Days.on(on + timedelta(days=180))
    assert found.late == 0 or found.spare == 0
