"""The secretariat asks on a contribution's page, the focal point answers, others see nothing of it."""

from __future__ import annotations

from collections.abc import Callable

from django.test import Client

from tests.web.conftest import SLUG, Register
from tests.web.test_contributions import LIST, enter
from tests.web.test_pages import faults

SIGNED_IN = Callable[[str], Client]
QUESTIONS = f"/{SLUG}/questions/"


def test_a_question_and_its_answer(register: Register, signed_in: SIGNED_IN) -> None:
    focal, secretariat, reader = signed_in("focal"), signed_in("secretariat"), signed_in("reader")
    number = enter(focal, reach="coalition")
    assert f'href="{QUESTIONS}new/?contribution={number}"' in secretariat.get(f"{LIST}{number}/").content.decode()
    form = f"{QUESTIONS}new/?contribution={number}"
    assert faults(secretariat.get(form).content.decode()) == []
    assert secretariat.post(form, {"text": " "}).status_code == 422
    asked = secretariat.post(form, {"text": "Which dams?"}).headers["Location"]

    # The focal point finds it by the count in the navigation, and on the pages that it is about.
    html = focal.get(f"/{SLUG}/").content.decode()
    assert 'Questions <span class="count">1</span>' in html and faults(html) == []
    for page in (QUESTIONS, f"{LIST}{number}/", f"/{SLUG}/partners/UGA/"):
        html = focal.get(page).content.decode()
        assert f'href="{asked}"' in html and faults(html) == [], page
        assert "Which dams?" not in reader.get(page).content.decode(), page
    assert reader.get(asked).status_code == 404
    assert reader.get(form).status_code == 403

    assert secretariat.post(asked, {"text": "The first."}).status_code == 403
    assert focal.post(asked, {"text": ""}).status_code == 422
    assert focal.post(asked, {"text": "The first."}).status_code == 302
    html = secretariat.get(asked).content.decode()
    assert "The first." in html and faults(html) == []
    assert 'Questions <span class="count">' not in focal.get(f"/{SLUG}/").content.decode()
    refused = secretariat.post(f"{asked}withdraw", follow=True).content.decode()
    assert "it is answered already" in refused


def test_a_line_lead_asks_about_the_line(register: Register, signed_in: SIGNED_IN) -> None:
    lead = signed_in("lead")
    form = f"{QUESTIONS}new/?party=KEN"
    assert lead.post(form, {"text": "How many?", "line": ""}).status_code == 422
    assert lead.post(form, {"text": "How many?", "line": "2"}).status_code == 422
    asked = lead.post(form, {"text": "How many?", "line": "1"}).headers["Location"]
    assert "How many?" in signed_in("reader").get(asked).content.decode()
    assert lead.post(f"{asked}withdraw").status_code == 302
    assert lead.get(asked).status_code == 404
