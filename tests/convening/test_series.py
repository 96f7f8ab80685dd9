from __future__ import annotations

from datetime import date

import pytest

from concerted.convening.series import ANY, Cadence, Known, belongs, same_gathering, series_of

PLENARY = Cadence("ministerial plenary", 180)


@pytest.mark.parametrize(
    ("words", "days", "cadences", "expected"),
    [
        ("They will gather within 180 days.", 180, [PLENARY], ("ministerial plenary", True)),
        ("They will meet within 90 days.", 90, [PLENARY], None),
        ("They will meet within 90 days.", 90, [], (ANY, False)),
        ("Meetings are to be held within 90 days.", 90, [], (ANY, False)),
        ("The report to the conference is due in 90 days.", 90, [], None),
        ("The Secretary-General shall report within 180 days.", 180, [PLENARY], None),
        ("Envoys meet within 180 days.", 180, [PLENARY, Cadence("envoys", 180)], ("envoys", True)),
        ("They meet within 180 days.", 180, [PLENARY, Cadence("envoys", 180)], None),
    ],
)
def test_a_deadline_binds_a_series(
    words: str, days: int, cadences: list[Cadence], expected: tuple[str, bool] | None
) -> None:
    assert series_of(words, days, cadences) == expected


@pytest.mark.parametrize(
    ("series", "name", "own", "line", "expected"),
    [
        ("ministerial plenary", "third ministerial-level plenary session", None, None, True),
        ("ministerial plenary", "conference of donors", None, None, False),
        ("ministerial plenary", "anything", "Ministerial plenary", None, True),
        ("ministerial plenary", "ministerial plenary", "defence ministers", None, False),
        ("ministerial plenary", "second plenary", "ministerial-level plenary session", None, True),
        ("ministerial plenary", "second plenary", "ministerial-level plenary session", 2, False),
        ("ministerial plenary", "second ministerial plenary", "plenary of envoys", None, False),
        (ANY, "conference", None, None, True),
        (ANY, "conference", "conference of donors", None, True),
        (ANY, "conference", None, 3, False),
    ],
)
def test_a_meeting_belongs_by_its_series_or_its_name(
    series: str, name: str, own: str | None, line: int | None, expected: bool
) -> None:
    assert belongs(series, name=name, own=own, line=line) is expected


def known(name: str, start: date | None = None, hosts: str = "", line: int | None = None, **more: str) -> Known:
    return Known(name, start, frozenset(hosts.split()), line, **more)


def in_oslo(name: str, note: str = "month only: 2021-05", **more: str) -> Known:
    return known(name, place="Oslo", note=note, **more)


DAY = date(2021, 5, 5)


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        (known("workshop", DAY, "CHL", 2), known("Training for crews", DAY, "CHL", 2), True),
        (known("workshop", DAY, "CHL", 2), known("workshop", DAY, "NOR", 2), False),
        (known("workshop", DAY, "CHL", 2), known("workshop", DAY, "CHL", 1), False),
        (known("workshop", DAY), known("workshop", date(2021, 5, 6)), False),
        (known("First ministerial meeting", DAY), known("the first meeting at ministerial level"), True),
        (known("First ministerial meeting", DAY), known("second ministerial meeting"), False),
        (in_oslo("meeting of the pact's harbour masters"), in_oslo("Harbour masters in Oslo (May 2021)"), True),
        (in_oslo("meeting of the pact's harbour masters"), in_oslo("Meeting of the pact's donors in Oslo"), False),
        (in_oslo("meeting in Oslo"), in_oslo("conference in Oslo"), False),
        (in_oslo("pact's harbour masters"), known("Harbour masters", note="month only: 2021-05"), True),
        (in_oslo("pact's harbour masters"), known("Visiting harbour masters", note="month only: 2021-05"), False),
        (in_oslo("Harbour masters"), in_oslo("Harbour masters", "virtual; month only: 2021-06"), False),
        (in_oslo("Harbour masters"), known("Harbour masters", date(2021, 6, 5)), False),
        (in_oslo("the pact's harbour masters"), known("Our harbour masters", DAY, place="oslo"), True),
        (
            known("pact's harbour masters", series="harbour masters", note="month only: 2021-05"),
            known("our harbour masters", series="harbour masters", note="month only: 2021-05"),
            True,
        ),
    ],
)
def test_two_reports_of_one_meeting(first: Known, second: Known, same: bool) -> None:
    assert same_gathering(first, second) is same
    assert same_gathering(second, first) is same
