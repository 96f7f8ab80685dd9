"""Private calendars: made and shown once, of what the person sees then, and gone once withdrawn."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, time
from typing import Any

import icalendar
import pytest
from django.test import Client, override_settings

from concerted.actions import calendar_addresses, delegates, meetings, members
from concerted.formats.calendars import Component, read
from concerted.register.models import CalendarAddress, Meeting, Party, Reach, Release, User
from concerted.register.nouns.delegate import Content
from tests.web.conftest import AT, SLUG, Register
from tests.web.test_pages import faults
from tests.web.test_tokens import fresh

SIGNED_IN = Callable[[str], Client]
PAGE = f"/{SLUG}/calendars/"
LATER = "Workshop on flood gauges"


def made(username: str, **of: Any) -> str:
    """Make an address; gives its path."""
    by = User.objects.get(username=username)
    return f"/calendar/{calendar_addresses.make(coalition=SLUG, by=by, at=AT, **of).secret}.ics"


def calendar(path: str) -> Component:
    answer = Client().get(path)
    assert answer.status_code == 200
    assert icalendar.Calendar.from_ical(answer.content).errors == []
    return read(answer.content, "feed.ics")


def said(path: str, part: str, name: str = "SUMMARY") -> list[str]:
    return [one.value(name) for one in calendar(path).components if one.name == part]


def schedule(name: str, line: int | None = None) -> int:
    by = User.objects.get(username="secretariat")
    content = meetings.Content(
        name=name, start=date(2024, 9, 3), line=line, zone="Africa/Nairobi", opens=time(9, 30), closes=time(17)
    )
    return meetings.schedule(coalition=SLUG, content=content, by=by, at=AT)


def test_an_address_is_made_shown_once_and_withdrawn(decided: Register, signed_in: SIGNED_IN) -> None:
    stale = signed_in("focal")
    assert stale.post(PAGE, {"of": ""})["Location"].startswith("/account/confirm/")
    assert not CalendarAddress.objects.exists()
    client = fresh("focal")
    html = client.post(PAGE, {"of": ""}).content.decode()
    found = re.search(r"/calendar/([\w-]{43})\.ics", html)
    assert found and faults(html) == []
    assert found[1] not in str(CalendarAddress.objects.values())
    listed = client.get(PAGE).content.decode()
    assert found[1] not in listed and "never asked" in listed
    assert said(found[0], "VEVENT") == ["Meeting of ministers", "Second meeting of ministers"]
    assert "last asked on" in client.get(PAGE).content.decode()
    number = CalendarAddress.objects.get().pk
    assert signed_in("lead").post(f"{PAGE}{number}/withdraw").status_code == 404
    assert client.post(f"{PAGE}{number}/withdraw").status_code == 302
    gone, unknown = Client().get(found[0]), Client().get(f"/calendar/{'x' * 43}.ics")
    assert gone.status_code == unknown.status_code == 404
    assert gone.content == unknown.content and dict(gone.headers) == dict(unknown.headers)
    assert client.post(PAGE, {"of": "line 99"}).status_code == 422


def test_a_calendar_holds_meetings_and_what_is_due(decided: Register) -> None:
    path = made("secretariat")
    assert said(path, "VTODO") == [
        "Due: pledged to share flood warnings within 90 days",
        "Must have met by this day: meeting of ministers",
    ]
    assert said(path, "VTODO", "DUE") == ["20240729", "20241027"]
    todo = next(one for one in calendar(path).components if one.name == "VTODO")
    assert [one.value("TRIGGER") for one in todo.components] == ["-P60D", "-P30D", "-P14D", "-P7D"]


def test_a_calendar_of_a_line_or_a_series_holds_no_more(decided: Register) -> None:
    schedule(LATER, line=1)
    line, series = made("secretariat", line=1), made("secretariat", series="meeting of ministers")
    assert said(line, "VEVENT") == [LATER]
    assert said(line, "VTODO") == ["Due: pledged to share flood warnings within 90 days"]
    assert said(series, "VEVENT") == ["Meeting of ministers", "Second meeting of ministers"]
    assert said(series, "VTODO") == ["Must have met by this day: meeting of ministers"]


def test_a_calendar_shows_what_the_person_sees_at_that_moment(decided: Register) -> None:
    number, path = schedule(LATER), made("focal")
    assert LATER in said(path, "VEVENT")
    own = Release.objects.filter(coalition__slug=SLUG, kind=Reach.OWNER).first()
    Meeting.objects.filter(pk=number).update(release=own or Release.objects.create(
        coalition=Meeting.objects.get(pk=number).coalition, kind=Reach.OWNER, key="own"
    ))  # fmt: skip
    assert LATER not in said(path, "VEVENT")
    assert LATER in said(made("secretariat"), "VEVENT")


def test_delegates_attend_as_they_answered_and_as_their_release_says(decided: Register) -> None:
    number = schedule(LATER)
    Meeting.objects.get(pk=number).hosts.set(Party.objects.filter(code="KEN"))
    people = {name: User.objects.get(username=name) for name in ("secretariat", "focal")}

    def come(by: str, person: str, role: str, status: str, reach: str = "coalition", **of: str) -> None:
        content = Content(number, person, role, status=status, **of)
        delegates.add(coalition=SLUG, content=content, reach=reach, by=people[by], at=AT)

    come("secretariat", "Wanjiru Otieno", "head of delegation", "registered", party="KEN")
    come("secretariat", 'Anna "Ann" Lind', "observer", "invited", organisation="Lake, Fish; and Net")
    come("focal", "Ruth Nambi", "adviser", "withdrawn", reach="owner only")
    theirs = {"reader": 2, "focal": 3}
    for name, count in theirs.items():
        event = next(one for one in calendar(made(name)).components if one.value("SUMMARY") == LATER)
        attending = {one.parameter("CN"): one for one in event.every("ATTENDEE")}
        assert len(attending) == count
        assert {one.value[:9] for one in attending.values()} == {"urn:uuid:"}
        assert len({one.value for one in attending.values()}) == count
        head = attending["Wanjiru Otieno (Kenya)"]
        assert (head.parameter("ROLE"), head.parameter("PARTSTAT")) == ("CHAIR", "ACCEPTED")
        guest = attending["Anna 'Ann' Lind (Lake, Fish; and Net)"]
        assert (guest.parameter("ROLE"), guest.parameter("PARTSTAT")) == ("NON-PARTICIPANT", "NEEDS-ACTION")
        assert event.value("ORGANIZER").startswith("urn:uuid:")
    gone = attending["Ruth Nambi (Uganda)"]
    assert (gone.parameter("ROLE"), gone.parameter("PARTSTAT")) == ("OPT-PARTICIPANT", "DECLINED")


def test_names_and_numbers_of_entries_stay_as_they_change(decided: Register) -> None:
    number, path = schedule(LATER), made("focal")
    before = next(one for one in calendar(path).components if one.value("SUMMARY") == LATER)
    by = User.objects.get(username="secretariat")
    meetings.hold(meeting=number, start=date(2024, 5, 1), by=by, at=AT)
    after = next(one for one in calendar(path).components if one.value("SUMMARY") == LATER)
    assert before.value("UID") == after.value("UID")
    assert re.fullmatch(rf"meeting-{number}@\S+", before.value("UID"))
    assert (before.value("SEQUENCE"), after.value("SEQUENCE")) == ("0", "1")
    assert (before.value("DTSTART"), after.value("DTSTART")) == ("20240903T093000", "20240501T093000")
    start = before.one("DTSTART")
    assert start and start.parameter("TZID") == "Africa/Nairobi"
    assert before.value("DTEND") == "20240903T170000"


def test_a_meeting_that_is_cancelled_says_so(decided: Register) -> None:
    number, path = schedule(LATER), made("focal")
    meetings.cancel(
        meeting=number, reason="The river is too high.", seen=1, by=User.objects.get(username="secretariat"), at=AT
    )
    gone = next(one for one in calendar(path).components if one.value("SUMMARY") == LATER)
    assert (gone.value("STATUS"), gone.value("SEQUENCE"), gone.components) == ("CANCELLED", "1", [])
    assert "The river is too high." in gone.value("DESCRIPTION")


def test_who_asks_again_is_told_that_nothing_changed(decided: Register) -> None:
    path = made("focal")
    first = Client().get(path)
    assert first["Content-Type"] == "text/calendar; charset=utf-8"
    assert first["Cache-Control"] == "private, no-cache"
    again = Client().get(path, headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    schedule(LATER)
    assert Client().get(path, headers={"If-None-Match": first["ETag"]}).status_code == 200


@pytest.mark.parametrize(("language", "words"), [("fr", "Échéance"), ("ar", "يحين")])
def test_a_calendar_speaks_the_language_of_the_persons_mails(decided: Register, language: str, words: str) -> None:
    User.objects.filter(username="focal").update(language=language)
    assert any(words in one for one in said(made("focal"), "VTODO"))


def test_whoever_is_no_longer_in_the_coalition_finds_nothing(decided: Register) -> None:
    path, by = made("focal"), User.objects.get(username="secretariat")
    with override_settings(SECOND_FACTOR_ROLES=frozenset({"focal point"})):
        assert Client().get(path).status_code == 404
    assert Client().get(path).status_code == 200
    members.dismiss(username="focal", coalition=SLUG, by=by, at=AT)
    assert Client().get(path).status_code == 404
    assert CalendarAddress.objects.get().withdrawn_at == AT
