"""Private addresses of calendars by a program: made, listed, withdrawn; and what stands in a calendar."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.test import Client

from tests.api.conftest import HOME
from tests.web.conftest import Register


def test_a_program_makes_and_withdraws_an_address(decided: Register, program: Callable[..., Any]) -> None:
    mine, other = program("focal"), program("lead")
    made = mine("POST", "/calendars", {"line": 1})
    assert made.status_code == 200
    path, number = made.json()["path"], made.json()["id"]
    assert Client().get(path).status_code == 200
    listed = mine.get("/calendars").json()
    assert [(one["id"], one["line"]["number"], one["open"]) for one in listed["rows"]] == [(number, 1, True)]
    assert path not in str(listed)
    assert other.get("/calendars").json()["rows"] == []
    assert other("DELETE", f"/calendars/{number}").status_code == 404
    assert mine("DELETE", f"/calendars/{number}").status_code == 204
    assert Client().get(path).status_code == 404
    assert mine("POST", "/calendars", {"line": 99}).status_code == 404
    assert mine("POST", "/calendars", {"line": 1, "series": "meeting of ministers"}).status_code == 422
    assert program("focal", "read")("POST", "/calendars", {}).status_code == 403


def test_a_program_reads_what_stands_in_a_calendar(decided: Register, program: Callable[..., Any]) -> None:
    answer = program("focal").get("/calendar?line=1").json()
    assert [one["noun"] for one in answer["due"]] == ["commitment"]
    assert program("").get("/calendar").status_code in (401, 404), HOME


def test_a_program_asks_what_a_meeting_would_overlap(decided: Register, program: Callable[..., Any]) -> None:
    mine = program("secretariat")
    body = {"name": "Talks on gauges", "start": "2026-05-04", "end": "2026-05-06", "room": "Hall 2", "place": "Lyon"}
    number = mine("POST", "/meetings", body).json()["id"]
    found = mine.get("/meetings/overlaps?start=2026-05-05&room=Hall 2&place=Lyon").json()
    assert [(one["meeting"]["id"], one["shared"]) for one in found] == [(number, ["room"])]
    assert mine.get(f"/meetings/overlaps?start=2026-05-05&room=Hall 2&place=Lyon&besides={number}").json() == []
    assert mine.get("/meetings/overlaps?start=2026-05-05&zone=Nowhere").status_code == 409
    assert mine.get("/meetings/overlaps?start=2026-05-05&end=2026-05-01").status_code == 409
    assert program("focal").get("/meetings/overlaps?start=2026-05-05").status_code == 403
