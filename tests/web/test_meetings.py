"""Two people record one meeting as held: the second sees both days and chooses."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from django.test import Client

from concerted.actions import users
from concerted.register.models import Meeting
from tests.web.conftest import AT, PASSWORD, SLUG, Register
from tests.web.test_contributions import fields
from tests.web.test_pages import faults

SIGNED_IN = Callable[[str], Client]


def test_whoever_records_a_meeting_second_sees_both_days(decided: Register, signed_in: SIGNED_IN) -> None:
    users.add(
        username="second", password=PASSWORD, name="Peter Mwangi", coalition=SLUG, role="secretariat",
        by=users.operator(at=AT), at=AT,
    )  # fmt: skip
    meeting = Meeting.objects.get(name="Second meeting of ministers")
    address = f"/{SLUG}/meetings/{meeting.pk}/"
    first, second = signed_in("secretariat"), signed_in("second")
    seen = second.get(address).context["page"].edition
    assert first.post(address, {"start": "2024-05-02", "seen": seen}).status_code == 302

    answer = second.post(address, {"start": "2024-05-03", "seen": seen})
    html = answer.content.decode()
    assert answer.status_code == 409 and faults(html) == []
    assert "Amina Odhiambo" in html and "2 May 2024" in html and "3 May 2024" in html
    asked = second.post(address, fields(html))
    assert asked.status_code == 409 and "choose one of the two" in asked.content.decode()
    answer = second.post(address, fields(asked.content.decode()) | {"keep-start": "mine"})
    assert answer.status_code == 302
    meeting.refresh_from_db()
    assert (meeting.status, str(meeting.start)) == ("held", "2024-05-03")

    # Who wrote the same loses nothing, and nothing is written twice.
    edition = meeting.edition
    html = second.post(address, {"start": "2024-05-03", "seen": seen}).content.decode()
    assert "You both wrote the same" in html
    assert second.post(address, fields(html) | {"start": "2024-05-03"}).status_code == 302
    meeting.refresh_from_db()
    assert meeting.edition == edition


def test_a_meeting_is_announced_changed_and_cancelled(decided: Register, signed_in: SIGNED_IN) -> None:
    client = signed_in("secretariat")
    html = client.get(f"/{SLUG}/meetings/new/").content.decode()
    assert faults(html) == [] and "Africa/Nairobi" in html
    sent = {
        "name": "Meeting on gauges", "start": "2026-03-29", "zone": "Europe/Paris", "opens": "02:30", "room": "Hall 4",
        "place": "Lyon", "hosts": "ken, uga", "line": "1",
    }  # fmt: skip
    answer = client.post(f"/{SLUG}/meetings/new/", sent)
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["opens"])
    assert "03:00" in answer.content.decode()
    assert client.post(f"/{SLUG}/meetings/new/", sent | {"opens": "09:00"}).status_code == 302
    meeting = Meeting.objects.get(name="Meeting on gauges")
    address = f"/{SLUG}/meetings/{meeting.pk}/"
    html = client.get(address).content.decode()
    assert faults(html) == [] and "from 09:00" in html and "Hall 4" in html

    shown = client.get(f"{address}change/").context["form"]
    form = {one.html_name: "" if one.value() is None else str(one.value()) for one in shown}
    assert (form["hosts"], form["opens"], form["seen"]) == ("KEN, UGA", "09:00:00", "1")
    assert client.post(f"{address}change/", form | {"closes": "12:30"}).status_code == 302
    assert "09:00 to 12:30" in client.get(address).content.decode()
    # Somebody who saw the first edition is shown both.
    answer = client.post(f"{address}change/", form | {"room": "Hall 5"})
    assert answer.status_code == 409 and faults(answer.content.decode()) == []

    assert faults(client.get(f"{address}cancel/").content.decode()) == []
    assert client.post(f"{address}cancel/", {"reason": "", "seen": "2"}).status_code == 422
    assert client.post(f"{address}cancel/", {"reason": "The river rose.", "seen": "2"}).status_code == 302
    html = client.get(address).content.decode()
    assert "The river rose." in html and "cancelled" in html and faults(html) == []
    assert client.get(f"{address}change/").status_code == 403
    assert signed_in("focal").get(f"/{SLUG}/meetings/new/").status_code == 403
    assert faults(client.get(f"/{SLUG}/history/meeting/{meeting.pk}/").content.decode()) == []


def test_what_a_meeting_would_overlap_is_shown_before_it_is_saved(decided: Register, signed_in: SIGNED_IN) -> None:
    client, address = signed_in("secretariat"), f"/{SLUG}/meetings/new/"
    sent = {"name": "Talks on tides", "start": "2026-06-02", "line": "2", "room": "Hall 4"}
    assert client.post(address, sent).status_code == 302
    other = {"name": "Talks on locks", "start": "2026-06-02", "line": "2"}
    answer = client.post(address, other)
    html = answer.content.decode()
    assert answer.status_code == 422 and faults(html) == []
    assert "Talks on tides" in html and "of the same line of effort" in html
    assert not Meeting.objects.filter(name="Talks on locks").exists()
    assert client.post(address, other | {"despite": "1"}).status_code == 302
    made = Meeting.objects.get(name="Talks on locks")
    assert "Sits at the same time" in client.get(f"/{SLUG}/meetings/{made.pk}/").content.decode()
    # A room is refused whatever was seen.
    answer = client.post(address, other | {"room": "Hall 4", "despite": "1"})
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["room"])


def test_the_clock_says_what_if_a_series_met_on_a_day(decided: Register, signed_in: SIGNED_IN) -> None:
    client, address = signed_in("reader"), f"/{SLUG}/clock/"
    html = client.get(address).content.decode()
    assert faults(html) == [] and "60 days before it is due" in html
    (one,) = client.get(address).context["page"].series
    due = one.spans[-1].due_on
    asked = {"series": one.series, "on": str(due - timedelta(days=3))}
    html = client.get(address, asked).content.decode()
    assert faults(html) == [] and "would be in time, 3 days before the last" in html
    html = client.get(address, asked | {"on": str(due + timedelta(days=1))}).content.decode()
    assert "would come 1 day too late" in html and "The one after it would be due no later than" in html
    for odd in ({"on": "soon"}, {"series": "nonsense", "on": "2026-01-01"}, {"on": "9999-12-31"}):
        assert client.get(address, asked | odd).status_code == 200
