"""Two people record one meeting as held: the second sees both days and chooses."""

from __future__ import annotations

from collections.abc import Callable

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
