"""Meetings of calendar files as programs write them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, time

import pytest

from concerted.convening.announcements import Announcement
from concerted.formats.calendars import MalformedCalendar
from concerted.formats.calendars.announced import LARGEST, announcements

TODAY = date(2026, 11, 22)


def file(*events: Iterable[str], head: Iterable[str] = (), zones: Iterable[str] = ()) -> bytes:
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//weir//EN", *head, *zones]
    for number, event in enumerate(events):
        own = list(event)
        if not any(one.startswith("UID") for one in own):
            own = [f"UID:{number}@host", "DTSTAMP:20260101T000000Z", *own]
        lines += ["BEGIN:VEVENT", *own, "END:VEVENT"]
    return "\r\n".join([*lines, "END:VCALENDAR", ""]).encode()


def one(*lines: str, head: Iterable[str] = (), zones: Iterable[str] = ()) -> Announcement:
    found = announcements(file(["SUMMARY:Talks", *lines], head=head, zones=zones), "weir.ics", TODAY)
    assert not found.refused
    return found.meetings[0]


def refused(*lines: str, head: Iterable[str] = ()) -> MalformedCalendar:
    found = announcements(file(lines, head=head), "weir.ics", TODAY)
    assert not found.meetings
    return found.refused[0]


def rules(name: str, *more: str) -> list[str]:
    return [
        "BEGIN:VTIMEZONE", f"TZID:{name}", *more, "BEGIN:STANDARD", "DTSTART:19701025T030000", "TZOFFSETFROM:+0200",
        "TZOFFSETTO:+0100", "END:STANDARD", "END:VTIMEZONE",
    ]  # fmt: skip


def test_days_end_before_the_day_that_the_file_names() -> None:
    found = one("DTSTART;VALUE=DATE:20260504", "DTEND;VALUE=DATE:20260507", "SEQUENCE:4", "LOCATION:Hall 2\\, Lyon")
    assert (found.start, found.end, found.sequence, found.where) == (
        date(2026, 5, 4), date(2026, 5, 6), 4, "Hall 2, Lyon",
    )  # fmt: skip
    assert one("DTSTART;VALUE=DATE:20260504", "DTEND;VALUE=DATE:20260505").end is None
    assert one("DTSTART;VALUE=DATE:20260504").end is None
    assert one("DTSTART;VALUE=DATE:20260504", "DURATION:P3D").end == date(2026, 5, 6)


@pytest.mark.parametrize(
    ("named", "more", "zone"),
    [
        ("Africa/Nairobi", (), "Africa/Nairobi"),
        ("W. Europe Standard Time", (), "Europe/Berlin"),
        ("/weir.example/20260101/Europe/Oslo", (), "Europe/Oslo"),
        ("Home", ("X-LIC-LOCATION:Europe/Paris",), "Europe/Paris"),
    ],
)
def test_zones_are_known_by_the_names_that_programs_use(named: str, more: tuple[str, ...], zone: str) -> None:
    found = one(
        f"DTSTART;TZID={named}:20260504T090000", f"DTEND;TZID={named}:20260505T173000", zones=rules(named, *more)
    )
    assert (found.zone, found.opens, found.closes, found.end) == (zone, time(9), time(17, 30), date(2026, 5, 5))


def test_times_of_utc_are_those_of_the_calendars_own_zone() -> None:
    utc = ("DTSTART:20260504T070000Z", "DURATION:PT2H")
    assert (one(*utc).zone, one(*utc).opens, one(*utc).closes) == ("UTC", time(7), time(9))
    paris = one(*utc, head=["X-WR-TIMEZONE:Europe/Paris"])
    assert (paris.zone, paris.opens, paris.closes) == ("Europe/Paris", time(9), time(11))
    # Open to the end of the day, and of no length at all.
    assert one("DTSTART:20260504T070000Z", "DTEND:20260505T000000Z").end is None
    assert one("DTSTART:20260504T070000Z").closes is None


def test_what_cannot_be_taken_over_says_why_and_where_one_by_one() -> None:
    day = "DTSTART;VALUE=DATE:20260504"
    assert str(refused("SUMMARY:Talks", day, "RRULE:FREQ=HOURLY")) == (
        "weir.ics, line 9: it repeats HOURLY; expected DAILY, WEEKLY, MONTHLY, YEARLY"
    )
    assert refused(day).what == "it has no name"
    assert "no zone" in refused("SUMMARY:Talks", "DTSTART:20260504T090000").what
    assert "'Nowhere'" in refused("SUMMARY:Talks", "DTSTART:20260504T090000", head=["X-WR-TIMEZONE:Nowhere"]).what
    found = announcements(file([day], ["SUMMARY:Talks", day]), "weir.ics", TODAY)
    assert (len(found.refused), len(found.meetings)) == (1, 1)


def test_what_is_cancelled_may_say_no_more_than_that() -> None:
    (found,) = announcements(file(["COMMENT:Flood"], head=["METHOD:CANCEL"]), "weir.ics", TODAY).meetings
    assert (found.cancelled, found.start, found.reason) == (True, None, "Flood")
    assert one("DTSTART;VALUE=DATE:20260504", "STATUS:CANCELLED").cancelled


def test_a_file_of_no_or_too_many_meetings_is_refused_whole() -> None:
    todo = b"BEGIN:VTODO\r\nUID:1\r\nDTSTAMP:20260101T000000Z\r\nEND:VTODO\r\nEND:VCALENDAR"
    with pytest.raises(MalformedCalendar, match="0 meetings"):
        announcements(file().replace(b"END:VCALENDAR", todo), "weir.ics", TODAY)
    day = ["SUMMARY:Talks", "DTSTART;VALUE=DATE:20260504"]
    with pytest.raises(MalformedCalendar, match="501 meetings"):
        announcements(file(*([day] * 501)), "weir.ics", TODAY)
    with pytest.raises(MalformedCalendar, match="1,048,577 bytes"):
        announcements(b" " * (LARGEST + 1), "weir.ics", TODAY)
