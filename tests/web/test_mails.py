"""Mails that lead back: a password forgotten, another address, and nothing for strangers."""

from __future__ import annotations

import re

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.test import Client

from concerted.web.browsers import called
from tests.web.conftest import PASSWORD, SLUG, Register
from tests.web.test_pages import faults
from tests.web.test_sign_in import enter

NEW = "eleven slow barges"


@pytest.fixture
def known(register: Register) -> Register:
    from concerted.register.models import User

    user = User.objects.get(username="reader")
    EmailAddress.objects.create(user=user, email="maria@water.example", verified=True, primary=True)
    User.objects.filter(pk=user.pk).update(email="maria@water.example")
    return register


def link() -> str:
    """Give the address in the last mail."""
    found = re.search(r"http://testserver(/\S+)", str(mail.outbox[-1].body))
    assert found
    return found[1]


def test_a_forgotten_password_is_set_anew_once(known: Register) -> None:
    before = Client()
    enter(before, "reader")
    client = Client()
    assert client.post("/account/password/forgotten/", {"email": "maria@water.example"}).status_code == 302
    way = link()
    page = client.get(way, follow=True)
    assert faults(page.content.decode()) == []
    action = page.request["PATH_INFO"]
    assert client.post(action, {"password1": "short", "password2": "short"}).status_code == 200
    assert client.post(action, {"password1": NEW, "password2": NEW}).status_code == 302
    assert enter(Client(), "reader", NEW).status_code == 302
    assert before.get(f"/{SLUG}/").status_code == 302
    again = Client().get(way, follow=True).content.decode()
    assert "The link is too old, or has been used." in again
    assert faults(again) == []


def test_a_stranger_learns_nothing_and_gets_no_mail(known: Register) -> None:
    pages = [
        Client().post("/account/password/forgotten/", {"email": address}, follow=True).content.decode()
        for address in ("maria@water.example", "nobody@water.example")
    ]
    assert [len(one.to) for one in mail.outbox] == [1]
    known_one, unknown = (re.sub(r'(?:value|nonce)="[^"]{20,}"', "", page) for page in pages)
    assert known_one == unknown


def test_another_address_holds_once_it_is_confirmed(known: Register) -> None:
    client = Client()
    enter(client, "reader")
    asked = client.post("/account/email/", {"email": "thief@harbour.example", "action_add": "1"})
    assert asked["Location"].startswith("/account/confirm/"), "who finds an open window changes no address"
    client.post("/account/confirm/", {"password": PASSWORD})
    client.post("/account/email/", {"email": "maria@harbour.example", "action_add": "1"})
    html = client.get("/account/email/").content.decode()
    assert "Waits to be confirmed" in html
    assert faults(html) == []
    assert EmailAddress.objects.get(verified=True).email == "maria@water.example"
    confirm = link()
    page = client.get(confirm)
    assert faults(page.content.decode()) == []
    # A machine that follows links in mails confirms nothing.
    assert EmailAddress.objects.get(verified=True).email == "maria@water.example"
    client.post(confirm)
    assert EmailAddress.objects.get(verified=True).email == "maria@harbour.example"
    assert enter(Client(), "maria@harbour.example", PASSWORD).status_code == 302


def test_an_address_of_somebody_else_cannot_be_taken(known: Register) -> None:
    client = Client()
    enter(client, "focal")
    client.post("/account/confirm/", {"password": PASSWORD})
    client.post("/account/email/", {"email": "maria@water.example", "action_add": "1"})
    assert EmailAddress.objects.get(email="maria@water.example", verified=True).user.username == "reader"
    assert not EmailAddress.objects.filter(user__username="focal", verified=True).exists()


@pytest.mark.parametrize(
    ("agent", "name"),
    [
        (
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/120 Safari/537.36 Edg/120",
            "Edge, Windows",
        ),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 17_1 like Mac OS X) CriOS/120 Mobile/15E148 Safari/604.1",
            "Chrome, iPhone",
        ),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:120.0) Gecko/20100101 Firefox/120.0", "Firefox, Linux"),
        ("curl/8.4.0", "curl/8.4.0"),
        ("", "?"),
    ],
)
def test_a_browser_is_called_as_its_user_calls_it(agent: str, name: str) -> None:
    assert called(agent) == name


def test_whoever_wants_no_digests_says_so_on_the_page_of_their_sign_in(known: Register) -> None:
    client = Client()
    enter(client, "reader")
    assert "Send me none" in client.get("/account/").content.decode()
    said = client.post("/account/digests/", {"digests": "none"}, follow=True).content.decode()
    assert "You will get no digests." in said and "Send me one every week" in said and faults(said) == []
    said = client.post("/account/digests/", {"digests": "weekly"}, follow=True).content.decode()
    assert "You will be written to once a week." in said
    assert client.get("/account/digests/").status_code == 405
