"""When and where a statement was made: its own day, or the window that it allows."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from concerted.reading.blocks import lay_out
from concerted.reading.facts import Window
from concerted.reading.issuance import find_issuance
from concerted.reading.meetings import find_meetings
from concerted.terms.document import Document
from concerted.terms.errors import DateOutsideWindow

Issuance = tuple[date | None, str | None, Window | None, str | None]

WINDOWED = (
    "They noted the conference held in Oslo on May 3, 2016.\n\n"
    "They commended Ghana, which will host the first Harbour Summit on June 9, 2016."
)


def issuance(text: str, given: date | None = None) -> Issuance:
    layout = lay_out(text)
    issued_on, passage, window, place = find_issuance(layout, Document(text), find_meetings(layout), given)
    return issued_on, passage.quote if passage else None, window, place


def test_a_line_of_place_and_date_fixes_the_day() -> None:
    text = "Harbour Statement\n\nOslo, June 8, 2018\n\nMinisters met today to take stock. They agreed on much."
    assert issuance(text) == (date(2018, 6, 8), "June 8, 2018", None, "Oslo")


def test_an_adoption_line_fixes_the_day() -> None:
    text = (
        "Resolution 9999 (2014)\n\nAdopted by the Security Council at its 7001st meeting, on 5 May 2014\n\nThe Council,"
    )
    assert issuance(text)[0] == date(2014, 5, 5)


def test_speakers_who_date_their_own_deed_fix_the_day() -> None:
    text = "On July 14, 2022, we, the leaders of Norway and Ghana, convened for our first meeting. We agreed on much."
    assert issuance(text)[0] == date(2022, 7, 14)


def test_a_meeting_told_by_others_only_bounds_the_day() -> None:
    text = "The members of the Harbour Initiative met in Oslo, Norway, on May 30–31, 2022. They agreed on much."
    issued_on, _, window, place = issuance(text)
    assert issued_on is None
    assert window and (window.earliest, window.latest) == (date(2022, 5, 31), None)
    assert place == "Oslo, Norway"


def test_the_window_runs_from_what_was_to_what_is_planned() -> None:
    issued_on, _, window, _ = issuance(WINDOWED)
    assert issued_on is None
    assert window and (window.earliest, window.latest) == (date(2016, 5, 3), date(2016, 6, 9))
    assert window.earliest_from and "May 3, 2016" in window.earliest_from.quote
    assert window.latest_from and "June 9, 2016" in window.latest_from.quote


def test_nothing_dated_leaves_no_window() -> None:
    assert issuance("The partners stand together. They will do more.") == (None, None, None, None)


@pytest.mark.parametrize("given", [date(2016, 5, 3), date(2016, 5, 20), date(2016, 6, 9)])
def test_a_given_date_within_the_window_is_taken(given: date) -> None:
    assert issuance(WINDOWED, given)[2] is not None


@pytest.mark.parametrize("given", [date(2016, 5, 2), date(2016, 6, 10)])
def test_a_given_date_outside_the_window_is_refused(given: date) -> None:
    with pytest.raises(DateOutsideWindow) as refused:
        issuance(WINDOWED, given)
    assert str(given) in refused.value.what
    assert refused.value.where
    assert refused.value.expected == "a day from 2016-05-03 to 2016-06-09"


def test_a_given_date_against_the_bodys_own_is_refused() -> None:
    with pytest.raises(DateOutsideWindow):
        issuance("Oslo, June 8, 2018\n\nMinisters met today to take stock.", date(2018, 6, 9))


def test_the_window_of_the_first_official_statement(shared: Path) -> None:
    text = (shared / "statements" / "2014-12-brussels-first-plenary.txt").read_text(encoding="utf-8")
    issued_on, _, window, place = issuance(text, date(2014, 12, 3))
    assert (issued_on, place) == (None, "Brussels, Belgium")
    assert window and (window.earliest, window.latest) == (date(2014, 11, 21), date(2014, 12, 15))
