"""Calendars that are written: read again by the icalendar library and by the strict parser, right at every clock."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from concerted.formats.calendars import Attendee, Calendar, Component, Deadline, Event, Person, read, write
from concerted.formats.calendars.values import moment, text
from concerted.formats.calendars.zones import observances

STAMP = datetime(2024, 5, 2, 9, 30, tzinfo=UTC)
OSLO = ZoneInfo("Europe/Oslo")
SECRETARIAT = Person("mailto:secretariat@example.org", 'Secretariat of the "River" Pact; west, east')
HEAD = Attendee(Person("urn:uuid:9b1c1c5e-0000-5000-8000-000000000001", "Amina Odhiambo"), "CHAIR", "ACCEPTED")
PLENARY = Event(
    "meeting-7@harbour",
    2,
    STAMP,
    "Plenary of the River Pact, in two parts; with lunch",
    description="First the ferries.\nThen the locks\\dams.",
    url="https://example.org/river/meetings/7/",
    categories=("plenary", "small, but loud"),
    warnings=(60, 30, 14, 7),
    start=datetime(2024, 10, 27, 9, 0, tzinfo=OSLO),
    end=datetime(2024, 10, 27, 17, 30, tzinfo=OSLO),
    location="Quay hall",
    organizer=SECRETARIAT,
    attendees=(HEAD, Attendee(Person("mailto:o@example.org", "Joseph Okello"))),
)
REPORT = Deadline("obligation-3@harbour", 0, STAMP, "Report on the ferries", due=date(2024, 12, 1), warnings=(60, 7))


def written(*entries: Event | Deadline) -> bytes:
    return write(Calendar("River Pact", "en", entries))


def one(data: bytes, name: str) -> Component:
    found = [part for part in read(data, "a.ics").walk() if part.name == name]
    assert len(found) == 1
    return found[0]


def test_a_meeting_is_read_again_as_it_was() -> None:
    data = written(PLENARY)
    event = one(data, "VEVENT")
    assert event.value("UID") == "meeting-7@harbour"
    assert (event.value("SEQUENCE"), event.value("STATUS")) == ("2", "CONFIRMED")
    start = event.one("DTSTART")
    assert start and (start.parameter("TZID"), start.value) == ("Europe/Oslo", "20241027T090000")
    assert event.value("DTSTAMP") == "20240502T093000Z"
    assert text(event.value("DESCRIPTION")) == "First the ferries.\nThen the locks\\dams."
    assert [part.value("TRIGGER") for part in event.components] == ["-P60D", "-P30D", "-P14D", "-P7D"]
    again = icalendar.Calendar.from_ical(data).events[0]
    assert again.start == PLENARY.start and again.end == PLENARY.end
    assert again["SUMMARY"] == PLENARY.summary
    chair, other = again["ATTENDEE"]
    assert (chair.params["ROLE"], chair.params["PARTSTAT"], chair.params["CN"]) == (
        "CHAIR",
        "ACCEPTED",
        "Amina Odhiambo",
    )
    assert (other, other.params["PARTSTAT"]) == ("mailto:o@example.org", "NEEDS-ACTION")
    assert again["ORGANIZER"].params["CN"] == "Secretariat of the 'River' Pact; west, east"
    assert again.errors == []


def test_a_deadline_is_a_task_with_alarms_before_its_end() -> None:
    todo = one(written(REPORT), "VTODO")
    assert (todo.value("DUE"), todo.value("STATUS")) == ("20241201", "NEEDS-ACTION")
    assert [alarm.value("TRIGGER") for alarm in todo.components] == ["-P60D", "-P7D"]
    assert all(alarm.one("TRIGGER").parameter("RELATED") == "END" for alarm in todo.components)  # type: ignore[union-attr]


def test_days_end_on_the_day_after_and_take_no_time() -> None:
    days = Event("a@b", 0, STAMP, "Two days", start=date(2024, 2, 28), end=date(2024, 2, 29))
    event = one(written(days), "VEVENT")
    assert (event.value("DTSTART"), event.value("DTEND")) == ("20240228", "20240301")
    assert event.value("TRANSP") == "TRANSPARENT"
    assert b"VTIMEZONE" not in written(days)


def test_what_is_cancelled_says_so_and_warns_of_nothing() -> None:
    gone = Event("a@b", 3, STAMP, "Gone", start=date(2024, 2, 28), status="CANCELLED", warnings=(7,))
    event = one(written(gone), "VEVENT")
    assert (event.value("STATUS"), event.components) == ("CANCELLED", [])


def test_lines_are_folded_at_75_octets_and_not_inside_a_character() -> None:
    words = "اجتماع المراسي في الميناء الغربي، " * 9 + "🚢" * 40
    data = written(Event("a@b", 0, STAMP, words, start=date(2024, 2, 28)))
    assert data.endswith(b"END:VCALENDAR\r\n") and data.count(b"\n") == data.count(b"\r\n")
    for line in data.split(b"\r\n"):
        assert len(line) <= 75
        line.decode()
    assert text(one(data, "VEVENT").value("SUMMARY")) == words


def test_the_second_of_an_hour_that_comes_twice_is_said_in_utc() -> None:
    for fold, said in ((0, "20241027T023000"), (1, "20241027T013000Z")):
        twice = datetime(2024, 10, 27, 2, 30, tzinfo=OSLO, fold=fold)
        assert one(written(Event("a@b", 0, STAMP, "Night", start=twice)), "VEVENT").value("DTSTART") == said


@pytest.mark.parametrize(
    "key",
    ["Europe/Oslo", "America/New_York", "Australia/Lord_Howe", "Africa/Casablanca", "Asia/Tehran", "Asia/Tokyo"],
)
def test_a_zone_is_right_over_every_change_of_clocks(key: str) -> None:
    """Each hour of the years by the VTIMEZONE alone, as RFC 5545 has it worked out, is that of the zone."""
    zone = ZoneInfo(key)
    first, last = (
        Event(str(year), 0, STAMP, "x", start=datetime(year, 6, 1, 12, tzinfo=zone)) for year in (2021, 2025)
    )
    onsets = []
    for part in one(written(first, last), "VTIMEZONE").components:
        before, offset = (_offset(part.value(f"TZOFFSET{name}")) for name in ("FROM", "TO"))
        values = [part.value("DTSTART"), *(day for line in part.every("RDATE") for day in line.value.split(","))]
        for value in values:
            local = moment(value)
            assert isinstance(local, datetime)
            onsets.append((local - before, offset))
    onsets.sort()
    at = datetime(2021, 1, 1)  # noqa: DTZ001 (UTC, compared with others)
    while at < datetime(2026, 1, 1):  # noqa: DTZ001
        offset = [one for moment, one in onsets if moment <= at][-1]
        assert offset == at.replace(tzinfo=UTC).astimezone(zone).utcoffset(), at
        at += timedelta(hours=1)


def _offset(value: str) -> timedelta:
    length = timedelta(hours=int(value[1:3]), minutes=int(value[3:5]), seconds=int(value[5:] or 0))
    return -length if value[0] == "-" else length


def test_the_library_reads_the_zone_and_finds_the_hours_before_and_after_a_change() -> None:
    zone = ZoneInfo("Europe/Oslo")
    entries = [
        Event(str(month), 0, STAMP, "x", start=datetime(2024, month, 31, hour, tzinfo=zone))
        for month, hour in ((3, 1), (3, 4), (10, 8))
    ]
    found = icalendar.Calendar.from_ical(written(*entries))
    rebuilt = found.timezones[0].to_tz(lookup_tzid=False)
    for entry in entries:
        assert isinstance(entry.start, datetime)
        naive = entry.start.replace(tzinfo=None)
        assert naive.replace(tzinfo=rebuilt).utcoffset() == entry.start.utcoffset()


def test_a_zone_whose_clocks_never_change_has_one_offset() -> None:
    (alone,) = observances("Asia/Riyadh", 2020, 2030)
    assert (alone.offset, alone.before) == (timedelta(hours=3), timedelta(hours=3))


@settings(max_examples=60, deadline=None)
@given(
    st.text(min_size=1, max_size=80),
    st.text(max_size=60),
    st.lists(st.text(min_size=1, max_size=20), max_size=3),
)
def test_any_words_are_read_again(summary: str, location: str, names: list[str]) -> None:
    people = tuple(Attendee(Person(f"urn:x:{number}", name)) for number, name in enumerate(names))
    event = Event("a@b", 0, STAMP, summary, start=date(2024, 2, 28), location=location, attendees=people)
    data = written(event)
    assert len(one(data, "VEVENT").every("ATTENDEE")) == len(names)
    assert text(one(data, "VEVENT").value("SUMMARY")) == icalendar.Calendar.from_ical(data).events[0]["SUMMARY"]
