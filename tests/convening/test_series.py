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
        (ANY, "conference", None, None, True),
        (ANY, "conference", None, 3, False),
    ],
)
def test_a_meeting_belongs_by_its_series_or_its_name(
    series: str, name: str, own: str | None, line: int | None, expected: bool
) -> None:
    assert belongs(series, name=name, own=own, line=line) is expected


def known(name: str, start: date | None = None, hosts: str = "", line: int | None = None) -> Known:
    return Known(name, start, frozenset(hosts.split()), line)


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
    ],
)
def test_two_reports_of_one_meeting(first: Known, second: Known, same: bool) -> None:
    assert same_gathering(first, second) is same
    assert same_gathering(second, first) is same
