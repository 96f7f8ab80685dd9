"""Action points on pages: asked, said to be done, verified, and shown where a reader looks for them."""

from __future__ import annotations

from collections.abc import Callable

from django.test import Client

from concerted.register.models import Action, Meeting
from tests.web import kept
from tests.web.conftest import SLUG, Register
from tests.web.test_pages import faults

SIGNED_IN = Callable[[str], Client]


def test_an_action_point_is_followed_up_on_its_page(register: Register, signed_in: SIGNED_IN) -> None:
    office, focal = signed_in("secretariat"), signed_in("focal")
    number = kept.enter(office, "action", due="2024-01-01")
    page = f"/{SLUG}/actions/{number}/"
    assert "Say that it is done" not in office.get(page).content.decode()
    html = focal.get(page).content.decode()
    assert "Say that it is done" in html and "overdue" in html and faults(html) == []

    empty = focal.post(f"{page}done", {"seen": "1"})
    assert empty.status_code == 422 and "It is empty" in empty.content.decode().replace("it is empty", "It is empty")
    late = {"seen": "7", "text": "Mended."}
    answer = focal.post(f"{page}done", late)
    assert answer.status_code == 422 and "Nothing was saved" in answer.content.decode() and b"Mended." in answer.content
    sent = {"seen": "1", "text": "Mended with new chains.", "link": "https://weir.example/log"}
    assert focal.post(f"{page}done", sent).headers["Location"] == page
    assert focal.post(f"{page}verify", {"seen": "2", "verdict": "adequate", "text": "Seen."}).status_code == 403

    html = office.get(page).content.decode()
    assert "Mended with new chains." in html and 'href="https://weir.example/log"' in html and faults(html) == []
    office.post(f"{page}verify", {"seen": "2", "verdict": "not adequate", "text": "One gauge is still broken."})
    assert Action.objects.get(pk=number).status == "open"
    assert "One gauge is still broken." in focal.get(page).content.decode()


def test_it_is_shown_where_a_reader_looks_for_it(register: Register, signed_in: SIGNED_IN) -> None:
    office = signed_in("secretariat")
    late = kept.enter(office, "action", due="2024-01-01", text="Paint the buoys")
    meeting = str(Meeting.objects.get(name="Meeting at the weir").pk)
    kept.enter(office, "action", meeting=meeting, text="Oil the locks")
    for page in ("", "partners/UGA/", "lines/1/", f"meetings/{meeting}/"):
        html = signed_in("reader").get(f"/{SLUG}/{page}").content.decode()
        assert "Paint the buoys" in html and "Oil the locks" in html and faults(html) == [], page
        assert html.index("Paint the buoys") < html.index("Oil the locks")
    for asked, there, away in (
        ({"late": "1"}, "Paint", "Oil the"),
        ({"status": "open", "responsible": "UGA"}, "Paint", "None"),
        ({"responsible": "KEN"}, "You see none like this", "Paint"),
        ({"status": "done"}, "You see none like this", "Paint"),
    ):
        html = office.get(f"/{SLUG}/actions/", asked).content.decode()
        assert there in html and away not in html and faults(html) == [], asked
    history = office.get(f"/{SLUG}/history/action/{late}/").content.decode()
    assert "Action point entered" in history
