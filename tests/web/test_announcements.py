"""A calendar file is looked at, then taken over by its page, and by a program."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from concerted.register.models import Meeting
from tests.api.conftest import program
from tests.formats.test_announced import file
from tests.web.conftest import SLUG, Register
from tests.web.test_pages import faults

__all__ = ["program"]
SIGNED_IN = Callable[[str], Client]
PAGE = f"/{SLUG}/meetings/import/"
DAY = "DTSTART;VALUE=DATE:20260504"
FILE = file(
    ["SUMMARY:Talks on gauges", DAY, "LOCATION:Lyon"],
    ["SUMMARY:Talks on weirs", DAY],
    ["SUMMARY:Hourly", DAY, "RRULE:FREQ=HOURLY"],
)


def sent(client: Client, data: bytes, **more: str) -> Any:
    return client.post(PAGE, {"file": SimpleUploadedFile("weir.ics", data), **more})


def hidden(answer: Any) -> dict[str, str]:
    context = answer.context
    source = context["source"]
    return {"held": context["held"], "name": source.file, "line": str(source.line or ""), "series": source.series}


def test_a_calendar_is_shown_then_taken_over_as_chosen(decided: Register, signed_in: SIGNED_IN) -> None:
    client = signed_in("secretariat")
    assert faults(client.get(PAGE).content.decode()) == []
    before = Meeting.objects.count()
    answer = sent(client, FILE, line="1", series="talks")
    html = answer.content.decode()
    assert answer.status_code == 200 and faults(html) == []
    assert "Talks on gauges" in html and "it repeats HOURLY" in html and "weir.ics, line" in html
    assert Meeting.objects.count() == before
    assert client.post(PAGE, hidden(answer) | {"take": ["0:0@host"]}).status_code == 302
    found = Meeting.objects.get(name="Talks on gauges")
    assert (found.place, found.series) == ("Lyon", "talks")
    assert not Meeting.objects.filter(name="Talks on weirs").exists()

    # The next edition of the file changes one and cancels the other; what it says of the past is there already.
    now = file(["SUMMARY:Talks on gauges", DAY.replace("04", "05"), "SEQUENCE:1"], ["SUMMARY:Talks on weirs", DAY])
    answer = sent(client, now)
    html = answer.content.decode()
    assert faults(html) == [] and "<del" in html and f"/{SLUG}/meetings/{found.pk}/" in html
    client.post(f"/{SLUG}/meetings/{found.pk}/cancel/", {"reason": "A flood", "seen": "1"})
    refused = client.post(PAGE, hidden(answer) | {"take": ["1:0@host", "0:1@host"]})
    html = refused.content.decode()
    assert refused.status_code == 422 and faults(html) == []
    assert Meeting.objects.filter(name="Talks on weirs").exists() and "nothing to take over" in html


def monthly(*more: str) -> bytes:
    return file(["SUMMARY:Working group", DAY, "RRULE:FREQ=MONTHLY;BYDAY=2TU", *more])


def test_a_meeting_that_repeats_is_shown_and_taken_over_day_by_day(decided: Register, signed_in: SIGNED_IN) -> None:
    client = signed_in("secretariat")
    answer = sent(client, monthly())
    html = answer.content.decode()
    assert faults(html) == [] and "without end" in html
    rows = [one.proposal for one in answer.context["rows"]]
    assert 23 <= len(rows) <= 25 and {one.verdict for one in rows} == {"new"}
    take = [one.take for one in answer.context["rows"]]
    assert client.post(PAGE, hidden(answer) | {"take": take}).status_code == 302
    assert Meeting.objects.filter(name="Working group").count() == len(rows)
    again = sent(client, monthly())
    assert {one.proposal.verdict for one in again.context["rows"]} == {"same"}
    day = rows[3].announcement.start
    assert day is not None
    fewer = sent(client, monthly(f"EXDATE;VALUE=DATE:{day:%Y%m%d}", "SEQUENCE:1"))
    verdicts = {one.proposal.announcement.start: one.proposal.verdict for one in fewer.context["rows"]}
    assert verdicts.pop(day) == "cancelled" and set(verdicts.values()) == {"same"}


def test_what_is_no_calendar_says_so_and_writes_nothing(decided: Register, signed_in: SIGNED_IN) -> None:
    client, before = signed_in("secretariat"), Meeting.objects.count()
    answer = sent(client, FILE.replace(b"UID:1@host\r\n", b""))
    assert answer.status_code == 422 and "VEVENT has no UID" in answer.content.decode()
    assert sent(client, b"\x00\xff").status_code == 422
    assert client.post(PAGE, {"held": "AAAA", "name": "weir.ics", "take": "0:0@host"}).status_code == 302
    assert Meeting.objects.count() == before


def test_a_program_takes_a_calendar_over(decided: Register, program: Callable[..., Any]) -> None:
    mine, body = program("secretariat"), {"calendar": FILE.decode(), "name": "weir.ics"}
    found = mine("POST", "/calendar/proposals", body).json()
    assert [(one["verdict"], one["meeting"], one["edition"]) for one in found["meetings"]] == [("new", None, 0)] * 2
    assert [one["what"] for one in found["unreadable"]] == ["it repeats HOURLY"]
    assert found["until"] is None
    take = {one["uid"]: one["edition"] for one in found["meetings"]}
    done = mine("POST", "/calendar/meetings", body | {"take": take, "line": 1}).json()
    assert [one["what"] for one in done] == ["", ""] and all(one["meeting"] for one in done)
    again = mine("POST", "/calendar/proposals", body).json()
    assert {one["verdict"] for one in again["meetings"]} == {"same"}
    assert mine("POST", "/calendar/proposals", body | {"calendar": "no calendar"}).status_code == 422
    for path in ("proposals", "meetings"):
        assert program("focal")("POST", f"/calendar/{path}", body | {"take": take}).status_code in (403, 422)


def test_a_program_reads_what_repeats_day_by_day(decided: Register, program: Callable[..., Any]) -> None:
    mine, body = program("secretariat"), {"calendar": monthly().decode(), "name": "weir.ics"}
    found = mine("POST", "/calendar/proposals", body).json()
    first = found["meetings"][0]
    assert found["until"] and first["uid"] == f"0@host;RECURRENCE-ID={first['start'].replace('-', '')}"
    done = mine("POST", "/calendar/meetings", body | {"take": {first["uid"]: 0}}).json()
    assert [(one["uid"], one["what"]) for one in done] == [(first["uid"], "")]
