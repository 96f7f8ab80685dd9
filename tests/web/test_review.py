"""Decisions by plain forms, without a script, and as htmx sends them."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import unquote

import pytest
from django.test import Client

from concerted.register import queries
from tests.web.conftest import SLUG, Register
from tests.web.test_pages import faults

SIGNED_IN = Callable[[str], Client]
PLEDGE = "act: pledged to share flood warnings within 90 days"
HTMX = {"HX-Request": "true"}


def state(register: Register, words: str) -> str:
    from concerted.register.models import User

    page = queries.statement(User.objects.get(username="secretariat"), SLUG, register.statement)
    return next(row.state for row in page.findings if row.id == register.findings[words])


@pytest.mark.parametrize(("verb", "after"), [("accept", "accepted"), ("reject", "rejected")])
def test_a_decision_is_a_plain_form_that_leads_back_to_the_finding(
    register: Register, signed_in: SIGNED_IN, verb: str, after: str
) -> None:
    client = signed_in("secretariat")
    answer = client.post(register.finding(PLEDGE, verb), {"seen": "proposed"}, follow=True)
    assert answer.redirect_chain == [(f"{register.page}#n{register.findings[PLEDGE]}", 302)]
    assert state(register, PLEDGE) == after
    html = answer.content.decode()
    assert 'role="status"' in html
    assert "1 of 13 findings reviewed" in html
    client.post(register.finding(PLEDGE, "undo"))
    assert state(register, PLEDGE) == "proposed"


def test_htmx_gets_the_changed_note_alone_and_what_to_say(register: Register, signed_in: SIGNED_IN) -> None:
    answer = signed_in("secretariat").post(register.finding(PLEDGE, "accept"), {"seen": "proposed"}, headers=HTMX)
    html = answer.content.decode()
    assert html.lstrip().startswith('<li class="note note-accepted')
    assert 'id="review-bar" hx-swap-oob="true"' in html
    assert unquote(answer["Concerted-Said"]).startswith("Accepted: pledged")
    assert faults(html.replace('href="#', 'href="/#')) == []


def test_a_finding_that_somebody_else_has_decided_is_left_alone(register: Register, signed_in: SIGNED_IN) -> None:
    client = signed_in("secretariat")
    client.post(register.finding(PLEDGE, "reject"))
    answer = client.post(register.finding(PLEDGE, "accept"), {"seen": "proposed"}, follow=True)
    assert "message-error" in answer.content.decode()
    assert state(register, PLEDGE) == "rejected"


@pytest.mark.parametrize("person", ["focal", "reader"])
def test_members_without_the_right_are_refused(register: Register, signed_in: SIGNED_IN, person: str) -> None:
    client = signed_in(person)
    for verb in ("accept", "reject", "undo"):
        assert client.post(register.finding(PLEDGE, verb)).status_code == 403
    assert client.post(register.page + "accept-all", {"fact": "participant"}).status_code == 403
    assert state(register, PLEDGE) == "proposed"


def test_a_stranger_decides_nothing(register: Register, signed_in: SIGNED_IN) -> None:
    client = signed_in("stranger")
    assert client.post(register.finding(PLEDGE, "accept")).status_code == 404
    assert client.post(register.finding(PLEDGE, "correct/")).status_code == 404


def test_decisions_are_posts_with_a_token(register: Register, signed_in: SIGNED_IN) -> None:
    assert signed_in("secretariat").get(register.finding(PLEDGE, "accept")).status_code == 405
    careful = Client(enforce_csrf_checks=True)
    careful.login(username="secretariat", password="a-long-river-runs-here")
    answer = careful.post(register.finding(PLEDGE, "accept"))
    assert answer.status_code == 403
    assert "open for too long" in answer.content.decode()


def form_of(client: Client, address: str) -> dict[str, str]:
    """Give the fields of the correction form as a browser would send them unchanged."""
    form = client.get(address).context["form"]
    values = {name: form[name].value() for name in form.fields}
    return {name: str(value) for name, value in values.items() if value not in (None, "", False)}


def test_a_correction_finds_its_words_in_the_text_and_stands_beside_the_proposal(
    register: Register, signed_in: SIGNED_IN
) -> None:
    client, address = signed_in("secretariat"), register.finding(PLEDGE, "correct/")
    sent = form_of(client, address) | {
        "text": "pledged to share\r\nflood warnings",  # as a browser sends the end of a line
        "lines": "1, 2",
        "comment": "Too long.",
    }
    answer = client.post(address, sent, follow=True)
    assert answer.status_code == 200
    assert state(register, PLEDGE) == "corrected"
    html = answer.content.decode()
    assert "Too long." in html
    assert f"/{SLUG}/lines/2/" in html


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"text": "pledged to share floods"}, "These words do not stand in the text like this."),
        ({"lines": "one"}, "A whole number is expected"),
        ({"lines": "9"}, "no line of effort 9"),
        ({"actors": "NOBODY"}, "no party"),
        ({}, "nothing is corrected"),
        ({"text": "pledged to share\r\nflood warnings  within 90 days"}, "nothing is corrected"),
    ],
)
def test_a_wrong_correction_says_what_was_expected_and_keeps_what_was_typed(
    register: Register, signed_in: SIGNED_IN, changed: dict[str, str], said: str
) -> None:
    client, address = signed_in("secretariat"), register.finding(PLEDGE, "correct/")
    sent = form_of(client, address) | {"comment": "as typed"} | changed
    answer = client.post(address, sent)
    html = answer.content.decode()
    assert answer.status_code == 422
    assert said in html
    assert "as typed" in html
    assert faults(html) == []
    inside = client.post(address, sent, headers=HTMX)
    assert inside["HX-Retarget"] == f"#n{register.findings[PLEDGE]} .note-body"
    assert state(register, PLEDGE) == "proposed"


def test_a_corrected_day_is_a_day(register: Register, signed_in: SIGNED_IN) -> None:
    client, address = signed_in("secretariat"), register.finding("meeting: meet again", "correct/")
    sent = form_of(client, address)
    answer = client.post(address, sent | {"start": "1 May or so"})
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["start"])
    assert "before it starts" in client.post(address, sent | {"end": "2024-04-01"}).content.decode()
    assert client.post(address, sent | {"start": "2024-05-02"}).status_code == 302


def test_each_fact_has_a_form(register: Register, signed_in: SIGNED_IN) -> None:
    client = signed_in("secretariat")
    for words in register.findings:
        if words.startswith("passed_over"):
            assert client.get(register.finding(words, "correct/")).status_code == 404
            continue
        answer = client.get(register.finding(words, "correct/"))
        assert answer.status_code == 200
        assert len(answer.context["form"].fields) > 1, words


def test_a_whole_group_is_accepted_at_once(register: Register, signed_in: SIGNED_IN) -> None:
    answer = signed_in("secretariat").post(register.page + "accept-all", {"fact": "participant"}, follow=True)
    assert "2 findings accepted." in answer.content.decode()
    assert state(register, "participant: Kenya") == state(register, "participant: Uganda") == "accepted"
    assert state(register, PLEDGE) == "proposed"


def test_accepting_a_group_leads_back_to_where_it_stands(register: Register, signed_in: SIGNED_IN) -> None:
    client = signed_in("secretariat")
    for fact, anchor in {"person": "people", "participant": "participants", "act": "text", "nonsense": "text"}.items():
        answer = client.post(register.page + "accept-all", {"fact": fact})
        assert answer["Location"] == f"{register.page}#{anchor}"
        assert f' id="{anchor}"' in client.get(register.page).content.decode()


def test_from_the_queue_one_comes_back_to_the_queue(register: Register, signed_in: SIGNED_IN) -> None:
    answer = signed_in("secretariat").post(register.finding(PLEDGE, "accept"), {"queue": "1"})
    assert answer["Location"] == f"/{SLUG}/review/"
