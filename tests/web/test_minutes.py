"""Minutes on their page: two people write at once, with scripts and without; nothing is lost and nothing doubled."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from concerted.actions import meetings, users
from concerted.register.models import Action, Conclusion, Item, Meeting, Minute, User
from tests.web import kept
from tests.web.conftest import AT, PASSWORD, SLUG, Register
from tests.web.test_pages import faults

SIGNED_IN = Callable[[str], Client]
HTMX = {"hx-request": "true"}


@pytest.fixture
def page(register: Register, signed_in: SIGNED_IN) -> str:
    """Give the address of the minutes of a meeting with one item on its agenda."""
    kept.enter(signed_in("secretariat"), "item")
    return f"/{SLUG}/meetings/{Meeting.objects.get(name='Meeting at the weir').pk}/minutes/"


def sent(text: str, kind: str = "minute", **more: str) -> dict[str, str]:
    return {"kind": kind, "item": str(Item.objects.get().pk), "text": text, **more}


def test_all_is_written_down_on_one_page(page: str, signed_in: SIGNED_IN) -> None:
    client = signed_in("secretariat")
    for data in (
        sent("The gauges fail in spring."),
        sent("The gauges are mended by June.", "conclusion"),
        sent("Order chains", "action", responsible="UGA", verifier="", due="2124-06-01"),
        {"kind": "minute", "item": "0", "text": "The chair thanked the hosts."},
    ):
        answer = client.post(page, data)
        assert answer.status_code == 302 and answer.headers["Location"].startswith(f"{page}#item-")
    html = client.get(page).content.decode()
    assert faults(html) == []
    said = ("fail in spring", "Decision 1", "mended by June", "Order chains", "Uganda", "thanked the hosts")
    assert sorted(said, key=html.index) == list(said)
    action = Action.objects.get()
    assert action.line is not None and action.line.number == 1 and action.release.kind == "coalition"
    client.post(page, sent("Chains are bought in the region.", "conclusion"))
    assert sorted(Conclusion.objects.values_list("ordinal", flat=True)) == [1, 2]


def test_two_write_at_once(page: str, signed_in: SIGNED_IN) -> None:
    users.add(
        username="second", password=PASSWORD, name="Ruth Nambi", coalition=SLUG, role="secretariat",
        by=users.operator(at=AT), at=AT,
    )  # fmt: skip
    first, second = signed_in("secretariat"), signed_in("second")
    seen = first.get(page).context["page"].version
    for number in range(4):
        (first if number % 2 else second).post(page, sent(f"Remark {number}."), headers=HTMX)
        # A connection that broke sends the same again.
        answer = (first if number % 2 else second).post(page, sent(f"Remark {number}."), headers=HTMX)
        assert answer.status_code == 200 and f"Remark {number}." in answer.content.decode()
    assert [one.text for one in Minute.objects.order_by("pk")] == [f"Remark {number}." for number in range(4)]

    newer = first.get(f"{page}newer", {"seen": seen}, headers=HTMX)
    html = newer.content.decode()
    assert newer.status_code == 200 and "Remark 2." in html and "Ruth Nambi" in html and "textarea" not in html
    assert first.get(f"{page}newer", {"seen": newer.context["page"].version}).status_code == 204

    one = f"/{SLUG}/minutes/{Minute.objects.earliest('pk').pk}/"
    form = {"meeting": str(Meeting.objects.get(items__title="The upper gauges").pk), "item": sent("")["item"]}
    assert first.post(f"{one}change/", form | {"text": "Remark zero.", "seen": "1"}).status_code == 302
    merging = second.post(f"{one}change/", form | {"text": "Remark nought.", "seen": "1"})
    html = merging.content.decode()
    assert merging.status_code == 409 and "Remark zero." in html and "Remark nought." in html


def test_what_cannot_be_kept_is_kept_in_the_form(page: str, signed_in: SIGNED_IN) -> None:
    client = signed_in("secretariat")
    wrong = sent("Order chains", "action", responsible="UGA", verifier="UGA")
    for headers, status in (({}, 422), (HTMX, 200)):
        answer = client.post(page, wrong, headers=headers)
        html = answer.content.decode()
        assert answer.status_code == status and "Order chains" in html and "another than" in html
    assert not Action.objects.exists()


def test_who_takes_no_minutes_reads_them(page: str, signed_in: SIGNED_IN) -> None:
    signed_in("secretariat").post(page, sent("The gauges fail in spring."))
    for who in ("focal", "reader"):
        html = signed_in(who).get(page).content.decode()
        assert "fail in spring" in html and "<textarea" not in html and "hx-get" not in html, who
        assert signed_in(who).post(page, sent("No.")).status_code == 403
    assert signed_in("stranger").get(page).status_code == 404
    by = User.objects.get(username="secretariat")
    number = Meeting.objects.get(name="Meeting at the weir")
    meetings.cancel(meeting=number.pk, reason="High water", seen=number.edition, by=by, at=AT)
    assert signed_in("secretariat").post(page, sent("No.")).status_code == 403


def test_a_reservation_is_shown_where_its_words_are(register: Register, signed_in: SIGNED_IN) -> None:
    client = signed_in("focal")
    whole = kept.enter(client, "reservation", paragraph="", text="Not bound by any of it.")
    kept.enter(client, "reservation", paragraph="99", text="Another passage.")
    html = client.get(register.page).content.decode()
    assert "Not bound by any of it." in html and "paragraph" in html and faults(html) == []
    partner = signed_in("reader").get(f"/{SLUG}/partners/UGA/").content.decode()
    assert "Not bound by any of it." in partner and f'href="/{SLUG}/reservations/{whole}/"' in partner
    promised = kept.promised()["commitment"]
    promise = client.get(f"/{SLUG}/commitments/{promised}/").content.decode()
    assert "Not bound by any of it." in promise and "Another passage." not in promise and faults(promise) == []
    other = client.post(f"/{SLUG}/reservations/new/", kept.SENT["reservation"] | {"party": "", "statement": ""})
    assert other.status_code == 422
