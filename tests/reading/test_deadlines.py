"""Deadlines, the day that follows from them, and the words that say by when."""

from __future__ import annotations

from datetime import date

import pytest

from concerted.reading.blocks import lay_out
from concerted.reading.deadlines import add_months, find_deadlines
from concerted.reading.due import find_due
from concerted.reading.facts import Deadline, Window

GIVEN = date(2014, 12, 3)


def deadline(sentence: str, issued_on: date | None = None, given: date | None = None) -> Deadline:
    (found,) = find_deadlines(lay_out(f"The partners met.\n\n{sentence}"), issued_on, given)
    return found


def test_180_days_after_3_december_2014_are_1_june_2015() -> None:
    found = deadline("They will gather again no later than within 180 days.", given=GIVEN)
    assert (found.passage.quote, found.days, found.date) == ("no later than within 180 days", 180, None)
    assert found.date_if_given == date(2015, 6, 1)
    assert "2014-12-03" in (found.worked_out_from or "")


def test_the_bodys_own_day_works_the_date_out() -> None:
    found = deadline("Directs the team to report within ninety days on this.", issued_on=date(2014, 8, 15))
    assert (found.date, found.days) == (date(2014, 11, 13), 90)


@pytest.mark.parametrize(
    ("sentence", "quote", "day"),
    [
        ("We aim to end this by 2030.", "by 2030", date(2030, 12, 31)),
        ("We will finish by the end of 2024.", "by the end of 2024", date(2024, 12, 31)),
        ("We will finish by mid-2022.", "by mid-2022", date(2022, 6, 30)),
        ("We will finish by the end of June 2024.", "by the end of June 2024", date(2024, 6, 30)),
        ("We will report no later than 31 March 2025.", "no later than 31 March 2025", date(2025, 3, 31)),
        (
            "We will have a plan by the Harbour Forum’s Summit in May 2031.",
            "by the Harbour Forum’s Summit in May 2031",
            date(2031, 5, 31),
        ),
        (
            "Decides that on 3 May 2031 all ports shall open.",
            "on 3 May 2031",
            date(2031, 5, 3),
        ),
        ("We plan to launch a patrol in 2032.", "in 2032", date(2032, 12, 31)),
    ],
)
def test_a_date_in_the_words_is_the_deadline(sentence: str, quote: str, day: date) -> None:
    found = deadline(sentence)
    assert (found.passage.quote, found.date) == (quote, day)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("later this year", date(2014, 12, 31)),
        ("by the end of next year", date(2015, 12, 31)),
        ("over the next two years", date(2016, 12, 2)),
        ("within six months", date(2015, 6, 3)),
        ("by the end of this month", date(2014, 12, 31)),
        ("by the end of this decade", date(2020, 12, 31)),
        ("by 28 January", date(2015, 1, 28)),
        ("by next March", date(2015, 3, 31)),
        ("in the upcoming year", date(2015, 12, 3)),
    ],
)
def test_words_about_the_calendar_need_a_day(words: str, day: date) -> None:
    assert deadline(f"We will do this {words}.").date_if_given is None
    assert deadline(f"We will do this {words}.", given=GIVEN).date_if_given == day


def test_the_only_year_of_the_window_is_enough_for_its_end() -> None:
    window = Window(date(2024, 1, 1), date(2024, 12, 31))
    (found,) = find_deadlines(lay_out("We will convene the dialogue later this year."), None, None, window)
    assert found.date == date(2024, 12, 31)


def test_days_from_another_event_give_no_date() -> None:
    found = deadline("States shall inform the committee within 30 days of the seizure of any cargo.", issued_on=GIVEN)
    assert (found.days, found.date) == (30, None)
    assert "the seizure of any cargo" in (found.worked_out_from or "")


def test_a_review_may_follow_an_event_at_a_distance() -> None:
    found = deadline("Decides to conduct six months after the renewal of these measures a review of them.")
    assert (found.months, found.date) == (6, None)


@pytest.mark.parametrize(
    "sentence",
    [
        "We will report every 60 days.",
        "We met regularly over the past two years.",
        "It is set up for a period of three years.",
        "We uphold the 2030 Agenda.",
        "We act within the framework of the law.",
        "Ten years after the storm, we will rebuild.",
        "This would cool the harbour by 2040.",
        "The list adopted by the Assembly on 3 May 2031 stands.",
    ],
)
def test_frequencies_and_durations_are_no_deadlines(sentence: str) -> None:
    assert find_deadlines(lay_out(sentence), None, GIVEN) == ()


def test_a_limit_that_had_passed_is_history() -> None:
    assert find_deadlines(lay_out("Stocks were to go by 30 June 2014."), date(2014, 8, 1), None) == ()


def test_months_end_where_the_month_does() -> None:
    assert add_months(date(2023, 12, 31), 2) == date(2024, 2, 29)


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("withdraw immediately", "immediately"),
        ("call for an immediate end of the attacks", "immediate"),
        ("disarm with immediate effect", "with immediate effect"),
        ("submit the list as soon as possible", "as soon as possible"),
        ("are scheduled to meet in Lima in December", "in December"),
        ("will come together when it is of use, and no later than within 180 days", "no later than within 180 days"),
        ("report before the next ministerial meeting", "before the next ministerial meeting"),
        ("will report every 60 days", None),
        ("implement the treaty adopted on 3 May 2013", None),
        ("meet regularly and act expeditiously", None),
        ("We will act through the yearly fair, the next edition of which will be hosted by Oman in 2025.", None),
        ("They will meet in Lima, which is near, in December.", "in December"),
    ],
)
def test_due_are_the_words_that_say_by_when(text: str, due: str | None) -> None:
    found = find_due(text, 0, len(text))
    assert (found.quote if found else None) == due


@pytest.mark.parametrize(
    ("sentence", "quote"),
    [
        ("The agencies intend to sign the pact on ports this year.", "this year"),
        ("Each partner will report on its ports in the first quarter of 2031.", "in the first quarter of 2031"),
    ],
)
def test_the_end_of_a_year_or_its_part_is_a_limit_for_what_is_promised(sentence: str, quote: str) -> None:
    assert deadline(sentence).passage.quote == quote


def test_a_year_of_what_others_did_is_no_limit() -> None:
    text = "We recall the attacks on ports this year. We will join the fair, which Oman will host this year."
    assert find_deadlines(lay_out(text), None, None) == ()
