"""Papers on pages: handed in, listed beside their item, saved and never shown by the browser."""

from __future__ import annotations

from collections.abc import Callable

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from concerted.actions import items
from concerted.register.models import Meeting, User
from concerted.register.nouns.item import Content
from tests.web.conftest import AT, SLUG, Register
from tests.web.test_pages import faults

SIGNED_IN = Callable[[str], Client]


def test_a_paper_is_handed_in_and_read_beside_its_item(decided: Register, signed_in: SIGNED_IN) -> None:
    meeting, by = Meeting.objects.get(name="Second meeting of ministers"), User.objects.get(username="secretariat")
    content = Content(meeting=meeting.pk, title="Gauges that are late")
    item = items.add(coalition=SLUG, content=content, reach="coalition", by=by, at=AT)
    client, reader = signed_in("secretariat"), signed_in("reader")
    sent = {"meeting": meeting.pk, "item": item, "title": "Cost of gauges", "status": "current", "reach": "coalition"}
    page = client.post(f"/{SLUG}/papers/new/", sent)["Location"]
    agenda = f"/{SLUG}/meetings/{meeting.pk}/agenda/"
    assert "not handed in yet" in reader.get(agenda).content.decode()

    def hand_in(data: bytes, seen: str) -> str:
        answer = client.post(f"{page}files", {"seen": seen, "file": SimpleUploadedFile("cost <b>.txt", data)})
        html = client.get(page).content.decode() if answer.status_code == 302 else answer.content.decode()
        assert faults(html) == []
        return html

    assert "no kind that is taken" in hand_in(b"MZ\x00", "1")
    assert "cost &lt;b&gt;.txt" in hand_in(b"Nine crowns each.", "1")
    assert "Somebody else changed it" in hand_in(b"Ten crowns each.", "1")
    assert ">2</th>" in hand_in(b"Ten crowns each.", "2")
    html = reader.get(agenda).content.decode()
    assert "Cost of gauges" in html and "Save version 2" in html and faults(html) == []
    answer = reader.get(f"{page}files/1")
    assert answer.content == b"Nine crowns each."
    assert answer["Content-Disposition"].startswith("attachment")
    assert (answer["Content-Type"], answer["X-Content-Type-Options"]) == ("application/octet-stream", "nosniff")
    assert reader.get(f"{page}files/3").status_code == 404
    assert reader.post(f"{page}files", {"seen": "3"}).status_code == 403
    assert signed_in("stranger").get(f"{page}files/1").status_code == 404
