"""The other things that people write: a status, a meeting that took place, a search, a language."""

from __future__ import annotations

from collections.abc import Callable

from django.test import Client

from concerted.register import queries
from concerted.register.models import User
from tests.web.conftest import AT, PASSWORD, SLUG, Register
from tests.web.test_pages import faults

SIGNED_IN = Callable[[str], Client]


def commitment(word: str) -> int:
    from concerted.register.models import User

    rows = queries.commitments(User.objects.get(username="secretariat"), SLUG, today=AT.date()).rows
    return next(row.id for row in rows if word in row.text)


def test_a_status_changes_with_its_evidence(decided: Register, signed_in: SIGNED_IN) -> None:
    address = f"/{SLUG}/commitments/{commitment('flood')}/"
    sent = {"status": "fulfilled", "evidence": "Report 7, https://example.org/7", "seen": "open"}
    html = signed_in("secretariat").post(address, sent, follow=True).content.decode()
    assert "tag-fulfilled" in html
    assert 'href="https://example.org/7"' in html
    assert "Amina Odhiambo" in html


def test_a_status_that_somebody_changed_meanwhile_is_shown_beside_ones_own(
    decided: Register, signed_in: SIGNED_IN
) -> None:
    address = f"/{SLUG}/commitments/{commitment('flood')}/"
    client = signed_in("secretariat")
    client.post(address, {"status": "in progress", "evidence": "Letter", "seen": "open"})
    answer = client.post(address, {"status": "fulfilled", "evidence": "Report 7", "seen": "open"})
    html = answer.content.decode()
    assert answer.status_code == 409
    assert faults(html) == []
    assert "Amina Odhiambo changed it" in html and 'name="evidence" value="Report 7"' in html
    chosen = {"merge": "1", "seen": "in progress", "before": "open", "evidence": "Report 7", "keep-status": "mine"}
    chosen |= {"mine-status": "fulfilled", "theirs-status": "in progress"}
    assert "tag-fulfilled" in client.post(address, chosen, follow=True).content.decode()


def test_a_status_without_evidence_is_refused_and_kept(decided: Register, signed_in: SIGNED_IN) -> None:
    address = f"/{SLUG}/commitments/{commitment('flood')}/"
    answer = signed_in("secretariat").post(address, {"status": "lapsed", "evidence": ""})
    html = answer.content.decode()
    assert answer.status_code == 422
    assert 'role="alert"' in html
    assert '<option value="lapsed" selected>' in html
    assert faults(html) == []


def test_only_the_lead_of_its_line_and_the_secretariat_change_a_joint_promise(
    decided: Register, signed_in: SIGNED_IN
) -> None:
    sent = {"status": "in progress", "evidence": "A letter."}
    led, other = commitment("flood"), commitment("meet again")
    assert signed_in("reader").post(f"/{SLUG}/commitments/{led}/", sent).status_code == 403
    for number in (led, other):
        assert signed_in("focal").post(f"/{SLUG}/commitments/{number}/", sent).status_code == 403
    assert signed_in("lead").post(f"/{SLUG}/commitments/{other}/", sent).status_code == 403
    assert signed_in("lead").post(f"/{SLUG}/commitments/{led}/", sent).status_code == 302


def test_commitments_are_filtered_by_status_and_line(decided: Register, signed_in: SIGNED_IN) -> None:
    client = signed_in("reader")
    assert "flood warnings" in client.get(f"/{SLUG}/commitments/?line=1&status=open").content.decode()
    assert "flood warnings" not in client.get(f"/{SLUG}/commitments/?line=2").content.decode()
    for odd in ("line=x&status=nonsense", f"line={'9' * 6000}", "line=-1", "status=%00", "party=%00", "line=٣"):
        assert client.get(f"/{SLUG}/commitments/?{odd}").status_code == 200, odd
    for odd in (f"at={'9' * 6000}", "at=-5", "kind=nonsense&line=x"):
        assert client.get(f"{decided.page}?{odd}").status_code == 200, odd


def test_a_meeting_held_before_it_was_planned_is_refused_at_the_field(decided: Register, signed_in: SIGNED_IN) -> None:
    from concerted.register.models import Meeting

    address = f"/{SLUG}/meetings/{Meeting.objects.get(name='Second meeting of ministers').pk}/"
    answer = signed_in("secretariat").post(address, {"start": "2024-04-29"})
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["start"])
    html = answer.content.decode()
    assert "2024-04-29 is before the statement that planned it" in html
    assert faults(html) == []


def test_a_planned_meeting_is_recorded_as_held(decided: Register, signed_in: SIGNED_IN) -> None:
    client = signed_in("secretariat")
    rows = client.get(f"/{SLUG}/meetings/").context["rows"]
    planned = next(row.meeting.id for row in rows if row.meeting.name.startswith("Second"))
    address = f"/{SLUG}/meetings/{planned}/"
    assert client.post(address, {"start": "soon"}).status_code == 422
    assert signed_in("reader").post(address, {"start": "2024-05-01"}).status_code == 403
    assert "tag-held" in client.post(address, {"start": "2024-05-01"}, follow=True).content.decode()


def test_search_finds_texts_and_leads_to_the_place(decided: Register, signed_in: SIGNED_IN) -> None:
    client = signed_in("reader")
    html = client.get(f"/{SLUG}/search/?q=riparian").content.decode()
    assert "<mark>riparian</mark>" in html
    place = next(
        found.href for found in client.get(f"/{SLUG}/search/?q=riparian").context["hits"] if "?at=" in found.href
    )
    assert 'id="here"' in client.get(place).content.decode()


def test_search_is_careful_with_what_is_typed(decided: Register, signed_in: SIGNED_IN) -> None:
    client = signed_in("reader")
    for words in ('"', "<script>alert(1)</script>", "%", "'; --", "AND OR NOT", "ك", "*", "x" * 5000):
        answer = client.get(f"/{SLUG}/search/", {"q": words})
        assert answer.status_code == 200
        assert "<script>alert" not in answer.content.decode()


def test_the_language_is_chosen_by_a_form(register: Register) -> None:
    client = Client()
    answer = client.post("/language/", {"language": "ar", "next": "/sign-in/"}, follow=True)
    assert '<html lang="ar" dir="rtl">' in answer.content.decode()


def test_the_language_that_somebody_chooses_holds_for_mails(register: Register, signed_in: SIGNED_IN) -> None:
    client, reader = signed_in("reader"), User.objects.get(username="reader")
    assert "the site’s own" in client.get("/account/").content.decode()
    for sent, kept in (("fr", "fr"), ("xx", "fr"), ("ar", "ar")):
        assert client.post("/language/", {"language": sent, "next": "/account/"}).status_code == 302
        reader.refresh_from_db()
        assert reader.language == kept
    assert "العربية" in client.get("/account/").content.decode().split("<dl")[1]
    assert "· Arabic" in signed_in("secretariat").get(f"/{SLUG}/people/").content.decode()


def test_a_wrong_password_says_so_and_keeps_the_name(register: Register) -> None:
    answer = Client().post("/sign-in/", {"login": "reader", "password": "wrong"})
    html = answer.content.decode()
    assert 'role="alert"' in html
    assert 'value="reader"' in html
    assert faults(html) == []


def test_one_signs_in_to_where_one_wanted_to_go_and_out_again(register: Register) -> None:
    client = Client()
    sent = {"login": "reader", "password": PASSWORD, "next": f"/{SLUG}/partners/"}
    assert client.post("/sign-in/", sent)["Location"] == f"/{SLUG}/partners/"
    assert client.post("/sign-out/")["Location"] == "/sign-in/"
    assert client.get(f"/{SLUG}/").status_code == 302


def test_nothing_here_is_a_page_in_the_same_dress(register: Register, signed_in: SIGNED_IN) -> None:
    client = signed_in("reader")
    for address in ("/nowhere/at/all/", f"/{SLUG}/statements/999/", f"/{SLUG}/partners/XXX/", "/unknown/"):
        answer = client.get(address)
        assert answer.status_code == 404
        assert '<a class="skip"' in answer.content.decode()
        assert faults(answer.content.decode()) == []


def test_a_failure_on_our_side_is_told_without_asking_the_register() -> None:
    from django.test import RequestFactory

    from concerted.web.views.errors import failed

    answer = failed(RequestFactory().get("/x/"))
    assert answer.status_code == 500
    assert faults(answer.content.decode()) == []
