"""Dates as statements write them, in several languages and after PDF extraction."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from concerted.reading.dates import Precision, find_dates


@pytest.mark.parametrize(
    ("text", "quote", "first", "last"),
    [
        ("It met on October 28, 2014 in Tampa.", "October 28, 2014", date(2014, 10, 28), date(2014, 10, 28)),
        ("of 28 October 2014", "28 October 2014", date(2014, 10, 28), date(2014, 10, 28)),
        ("on the 16th of March 2023", "16th of March 2023", date(2023, 3, 16), date(2023, 3, 16)),
        ("November 12-21, 2014", "November 12-21, 2014", date(2014, 11, 12), date(2014, 11, 21)),
        ("October 31–November 1, 2022", "October 31–November 1, 2022", date(2022, 10, 31), date(2022, 11, 1)),
        ("from 28 to 30 June 2022", "28 to 30 June 2022", date(2022, 6, 28), date(2022, 6, 30)),
        ("möte den 9–10 november 2022", "9–10 november 2022", date(2022, 11, 9), date(2022, 11, 10)),
        ("30 December - 2 January 2023", "30 December - 2 January 2023", date(2022, 12, 30), date(2023, 1, 2)),
        ("le 1er novembre 2014", "1er novembre 2014", date(2014, 11, 1), date(2014, 11, 1)),
        ("في 3 ديسمبر 2014", "3 ديسمبر 2014", date(2014, 12, 3), date(2014, 12, 3)),
        ("٣ ديسمبر ٢٠١٤", "٣ ديسمبر ٢٠١٤", date(2014, 12, 3), date(2014, 12, 3)),
        ("3 كانون الأول 2014", "3 كانون الأول 2014", date(2014, 12, 3), date(2014, 12, 3)),
        ("on Octo ber 3, 2014", "Octo ber 3, 2014", date(2014, 10, 3), date(2014, 10, 3)),
        ("dated 2014-12-03.", "2014-12-03", date(2014, 12, 3), date(2014, 12, 3)),
        ("in February 2018", "February 2018", date(2018, 2, 1), date(2018, 2, 28)),
        ("by 2030", "2030", date(2030, 1, 1), date(2030, 12, 31)),
    ],
)
def test_a_date_is_found_with_its_days(text: str, quote: str, first: date, last: date) -> None:
    (found,) = find_dates(text)
    assert (found.passage.quote, found.first, found.last) == (quote, first, last)


@pytest.mark.parametrize(
    "text",
    [
        "31 June 2014",
        "States may 30 days later",
        "resolution 2042 (2012)",
        "S/2014/815",
        "$2014",
        "2014-13-40",
        "march 3 on",
    ],
)
def test_what_looks_like_a_date_is_none(text: str) -> None:
    assert find_dates(text) == ()


def test_two_dates_joined_by_and_stay_two() -> None:
    found = find_dates("11 December 2014 and 12 January 2015")
    assert [one.first for one in found] == [date(2014, 12, 11), date(2015, 1, 12)]


def test_a_day_without_a_year_waits_for_one() -> None:
    (found,) = find_dates("the October 28 conference")
    assert found.first is None
    earlier, later = found.last_before(date(2014, 11, 21)), found.first_from(date(2014, 11, 21))
    assert earlier and earlier.first == date(2014, 10, 28)
    assert later and later.first == date(2015, 10, 28)


def test_a_month_without_a_year_keeps_its_length() -> None:
    (found,) = find_dates("They meet in February.")
    assert found.precision is Precision.MONTH
    leap = found.in_year(2024)
    assert leap and leap.last == date(2024, 2, 29)


def test_only_the_part_that_was_asked_for_is_read() -> None:
    text = "On 1 May 2020 and on 2 June 2021."
    assert [one.first for one in find_dates(text, 14)] == [date(2021, 6, 2)]


@given(st.text(alphabet="0123456789 JanuryFebMchOctoبرé,-–.\n/", max_size=60))
def test_any_text_is_read_and_every_quote_is_in_its_place(text: str) -> None:
    for found in find_dates(text):
        assert text[found.passage.start : found.passage.end] == found.passage.quote
        assert found.first is None or (found.last is not None and found.first <= found.last)


def test_a_month_before_what_is_no_year_is_read_whole_or_not_at_all() -> None:
    assert find_dates("in November 202") == find_dates("en novembre 202") == ()
