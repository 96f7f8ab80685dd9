"""Meetings that repeat, in calendar files as programs write them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, time

import pytest

from concerted.convening.announcements import Announcement
from concerted.formats.calendars.announced import Announced, announcements
from tests.formats.test_announced import TODAY, file

RULES = [
    "BEGIN:STANDARD", "DTSTART:16011028T030000", "TZOFFSETFROM:+0200", "TZOFFSETTO:+0100",
    "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10", "END:STANDARD",
    "BEGIN:DAYLIGHT", "DTSTART:16010325T020000", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0200",
    "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3", "END:DAYLIGHT",
]  # fmt: skip
BRUSSELS = "TZID=Europe/Brussels"
OUTLOOK = "TZID=Romance Standard Time"


def read(*events: Iterable[str], zone: str = "Europe/Brussels", today: date = TODAY) -> Announced:
    """Read entries of one UID, each of the name "Group" unless it says another."""
    zones = ["BEGIN:VTIMEZONE", f"TZID:{zone}", *RULES, "END:VTIMEZONE"]
    head = ["UID:g@host", "DTSTAMP:20260101T000000Z"]
    named = [[*head, *(() if any(one.startswith("SUMMARY") for one in own) else ["SUMMARY:Group"]), *own]
             for own in map(list, events)]  # fmt: skip
    return announcements(file(*named, zones=zones), "weir.ics", today)


def days(found: Announced) -> list[str]:
    assert not found.refused, found.refused
    return [one.uid.removeprefix("g@host;RECURRENCE-ID=") for one in found.meetings]


def refused(*lines: str) -> str:
    (error,) = (found := read(lines)).refused
    assert not found.meetings and not found.series
    return str(error)


def test_every_week_until_a_time_of_utc_keeps_its_hour_over_both_changes_of_clocks() -> None:
    found = read(
        [
            f"DTSTART;{BRUSSELS}:20261019T093000", f"DTEND;{BRUSSELS}:20261019T110000",
            # 9:30 of Brussels in winter: the last of them.
            "RRULE:FREQ=WEEKLY;WKST=MO;UNTIL=20270405T073000Z;INTERVAL=2;BYDAY=MO",
        ]
    )  # fmt: skip
    assert days(found)[:3] == ["20261019", "20261102", "20261116"] and days(found)[-1] == "20270405"
    assert len(found.meetings) == 13 and found.until is None
    assert {(one.zone, one.opens, one.closes) for one in found.meetings} == {
        ("Europe/Brussels", time(9, 30), time(11))
    }  # fmt: skip
    # A second before the last one begins is too early for it.
    assert len(read([f"DTSTART;{BRUSSELS}:20261019T093000", "RRULE:FREQ=WEEKLY;UNTIL=20261102T082959Z"]).meetings) == 2


def test_each_second_tuesday_without_an_end_is_read_from_today_for_two_years() -> None:
    found = read(
        [
            f"DTSTART;{OUTLOOK}:20250114T140000", f"DTEND;{OUTLOOK}:20250114T160000",
            "RRULE:FREQ=MONTHLY;BYDAY=2TU",
            f"EXDATE;{OUTLOOK}:20261208T140000,20270810T140000",
            f"EXDATE;{OUTLOOK}:20270713T140000",
        ],
        [f"RECURRENCE-ID;{OUTLOOK}:20250211T140000", f"DTSTART;{OUTLOOK}:20250212T140000"],
        zone="Romance Standard Time",
    )  # fmt: skip
    assert days(found)[0] == "20270112" and days(found)[-1] == "20281114"
    assert len(found.meetings) == 24 - 3 and not {"20270713", "20270810"} & set(days(found))
    assert found.until == date(2028, 11, 22)
    assert found.meetings[0].zone == "Europe/Paris"


def test_what_is_said_of_one_holds_for_that_one() -> None:
    series = [
        f"DTSTART;{BRUSSELS}:20261201T100000", f"DTEND;{BRUSSELS}:20261201T120000", "SEQUENCE:2",
        "RRULE:FREQ=DAILY;COUNT=4",
    ]  # fmt: skip
    moved = [
        f"RECURRENCE-ID;{BRUSSELS}:20261202T100000", f"DTSTART;{BRUSSELS}:20261207T150000", "SEQUENCE:5",
        "SUMMARY:Group\\, later", "LOCATION:Hall 2",
    ]  # fmt: skip
    # Of the same moment, by another clock; its own count of changes is behind that of the series.
    gone = ["RECURRENCE-ID:20261203T090000Z", f"DTSTART;{BRUSSELS}:20261203T100000", "STATUS:CANCELLED"]
    extra = [f"RECURRENCE-ID;{BRUSSELS}:20261220T100000", f"DTSTART;{BRUSSELS}:20261220T100000"]
    found = read(moved, series, gone, extra)
    assert days(found) == ["20261201", "20261202", "20261203", "20261204", "20261220"]
    assert [(one.start, one.opens, one.sequence, one.cancelled) for one in found.meetings] == [
        (date(2026, 12, 1), time(10), 2, False),
        (date(2026, 12, 7), time(15), 5, False),
        (date(2026, 12, 3), time(10), 2, True),
        (date(2026, 12, 4), time(10), 2, False),
        (date(2026, 12, 20), time(10), 2, False),
    ]
    assert (found.meetings[1].name, found.meetings[1].where) == ("Group, later", "Hall 2")
    (whole,) = found.series
    assert (whole.uid, whole.sequence, whole.since, len(whole.uids)) == ("g@host", 2, TODAY, 5)
    # An update of one alone says the same of it, and nothing of the others.
    alone = read(moved)
    assert alone.meetings == (found.meetings[1],) and not alone.series
    # What cannot be taken over of one does not fall back on what the series says of it.
    wrong = read(series, [*moved[:3], "SUMMARY:"])
    assert len(wrong.refused) == 1 and len(wrong.meetings) == 3
    assert "g@host;RECURRENCE-ID=20261202" in wrong.series[0].uids


def test_a_series_that_is_cancelled_cancels_each() -> None:
    day = "DTSTART;VALUE=DATE:20261201"
    found = read([day, "RRULE:FREQ=DAILY;COUNT=2", "STATUS:CANCELLED"])
    assert [one.cancelled for one in found.meetings] == [True, True]


def test_whole_days_repeat_as_whole_days() -> None:
    found = read(
        [
            "DTSTART;VALUE=DATE:20270227", "DTEND;VALUE=DATE:20270301",
            "RRULE:FREQ=YEARLY;UNTIL=20290301", "RDATE;VALUE=DATE:20270601", "EXDATE;VALUE=DATE:20280227",
        ]
    )  # fmt: skip
    assert [(one.start, one.end, one.zone, one.opens) for one in found.meetings] == [
        (date(2027, 2, 27), date(2027, 2, 28), "", None),
        (date(2027, 6, 1), date(2027, 6, 2), "", None),
        (date(2029, 2, 27), date(2029, 2, 28), "", None),
    ]


def test_days_that_are_named_are_those_and_the_first() -> None:
    found = read(
        [
            f"DTSTART;{BRUSSELS}:20261202T220000", "DURATION:PT3H",
            f"RDATE;{BRUSSELS}:20261209T220000,20261209T080000", "RDATE:20261216T210000Z",
            "RRULE:FREQ=WEEKLY;BYDAY=FR;COUNT=1", "EXDATE;VALUE=DATE:20261204",
        ]
    )  # fmt: skip
    # A second one on a day is told apart by its time.
    assert days(found) == ["20261202", "20261209", "20261209T220000", "20261216"]
    assert [(one.opens, one.end) for one in found.meetings] == [
        (time(22), date(2026, 12, 3)), (time(8), None), (time(22), date(2026, 12, 10)), (time(22), date(2026, 12, 17)),
    ]  # fmt: skip


def test_an_hour_that_clocks_leave_out_stays_as_it_is_said() -> None:
    found = read([f"DTSTART;{BRUSSELS}:20270327T023000", "RRULE:FREQ=DAILY;COUNT=3"])
    assert {one.opens for one in found.meetings} == {time(2, 30)}
    assert [one.start for one in found.meetings] == [date(2027, 3, day) for day in (27, 28, 29)]


def test_what_never_comes_again_is_one_meeting() -> None:
    day = "DTSTART;VALUE=DATE:20261201"
    assert days(read([day, "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"])) == ["20261201"]
    assert days(read([day, "RRULE:FREQ=WEEKLY;UNTIL=20261101"])) == ["20261201"]


@pytest.mark.parametrize(
    ("lines", "what"),
    [
        (("RRULE:FREQ=DAILY",), "line 23: it repeats over 300 times; expected an earlier end"),
        (("RRULE:FREQ=DAILY;COUNT=400",), "it repeats over 300 times"),
        (("RRULE:FREQ=MINUTELY",), "it repeats MINUTELY; expected DAILY, WEEKLY, MONTHLY, YEARLY"),
        (("RRULE:FREQ=WEEKLY;COUNT=2", "RRULE:FREQ=DAILY;COUNT=2"), "RRULE stands twice in VEVENT; expected it once"),
        (("RRULE:FREQ=YEARLY;BYSECOND=60",), "RRULE says 'FREQ=YEARLY;BYSECOND=60'"),
        (("RDATE;VALUE=PERIOD:20261203T090000Z/PT1H",), "RDATE says periods; expected VALUE=DATE-TIME, VALUE=DATE"),
    ],
)
def test_what_cannot_be_expanded_says_why(lines: tuple[str, ...], what: str) -> None:
    assert what in refused("DTSTART:20261201T090000Z", *lines)


def test_days_that_no_calendar_has_are_refused() -> None:
    assert "RRULE says '20261399'" in refused("DTSTART:20261201T090000Z", "RRULE:FREQ=DAILY;UNTIL=20261399")
    assert "beyond all calendars" in refused("DTSTART:99991231T200000Z", "DURATION:PT8H")


def test_a_rule_that_began_long_ago_is_not_gone_through() -> None:
    assert "over 300" in refused("DTSTART;VALUE=DATE:10000101", "RRULE:FREQ=DAILY")


def test_a_change_of_all_that_follow_refuses_the_entry() -> None:
    day = "DTSTART;VALUE=DATE:20261201"
    found = read([day, "RRULE:FREQ=DAILY;COUNT=3"], ["RECURRENCE-ID;VALUE=DATE;RANGE=THISANDFUTURE:20261202", day])
    assert not found.meetings and found.refused[0].what == "it changes all that follow"
    again = read(
        [day, "RRULE:FREQ=DAILY;COUNT=3"],
        ["RECURRENCE-ID;VALUE=DATE:20261202", day],
        ["RECURRENCE-ID:20261202T090000Z", day],
    )
    assert "is there twice" in again.refused[0].what


def test_a_file_of_too_many_meetings_is_refused_whole() -> None:
    many = [["DTSTART;VALUE=DATE:20261201", "SUMMARY:Talks", "RRULE:FREQ=DAILY;COUNT=251"]] * 2
    with pytest.raises(Exception, match="502 meetings"):
        announcements(file(*many), "weir.ics", TODAY)


def test_an_announcement_of_one_alone_is_as_before() -> None:
    found = read(["DTSTART;VALUE=DATE:20261201"])
    assert found.meetings == (Announcement("g@host", 0, "Group", date(2026, 12, 1)),)
    assert found.series[0].uids == {"g@host"}
