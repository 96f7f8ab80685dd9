"""Tokens on the page of one's own sign-in: made after a fresh sign-in, shown once, withdrawn."""

from __future__ import annotations

import re

from django.test import Client

from concerted.register.models import Token
from concerted.register.scopes import scopes
from concerted.web.scope_words import SCOPES
from tests.web.conftest import PASSWORD, SLUG, Register
from tests.web.test_pages import faults

PAGE = "/account/tokens/"


def fresh(username: str) -> Client:
    client = Client()
    assert client.post("/sign-in/", {"login": username, "password": PASSWORD}).status_code == 302
    assert client.post("/account/confirm/", {"password": PASSWORD}).status_code == 302
    return client


def test_a_token_is_made_shown_once_and_withdrawn(register: Register) -> None:
    client = fresh("focal")
    given = {"name": "Spreadsheet at home", "scopes": ["read", "write:contribution"], "coalition": SLUG, "days": "30"}
    html = client.post(PAGE, given).content.decode()
    secret = re.search(r"concerted_[\w-]{43}", html)
    assert secret
    assert faults(html) == []
    assert secret[0] not in str(Token.objects.values())
    listed = client.get(PAGE).content.decode()
    assert secret[0] not in listed
    assert "Spreadsheet at home" in listed
    header = {"Authorization": f"Bearer {secret[0]}"}
    me = Client().get("/api/v1/me", headers=header).json()
    assert (me["username"], me["token"]["scopes"]) == ("focal", ["read", "write:contribution"])
    number = Token.objects.get().pk
    assert fresh("lead").post(f"{PAGE}{number}/withdraw/").status_code == 404
    assert client.post(f"{PAGE}{number}/withdraw/").status_code == 302
    assert Client().get("/api/v1/me", headers=header).status_code == 401


def test_a_token_needs_a_name_a_scope_and_a_fresh_sign_in(register: Register) -> None:
    client = fresh("focal")
    assert client.post(PAGE, {"name": "x", "days": "30"}).status_code == 422
    assert client.post(PAGE, {"name": "x", "scopes": ["all"], "days": "30"}).status_code == 422
    assert client.post(PAGE, {"name": "x", "scopes": ["read"], "days": "9999"}).status_code == 422
    given = {"name": "x", "scopes": ["read"], "days": "30"}
    stale = Client()
    stale.post("/sign-in/", {"login": "focal", "password": PASSWORD})
    assert stale.post(PAGE, given)["Location"].startswith("/account/confirm/")
    assert not Token.objects.exists()
    # Once confirmed, what was typed is not lost.
    confirmed = stale.post(f"/account/confirm/?next={PAGE}", {"password": PASSWORD})
    assert "concerted_" in confirmed.content.decode()


def test_every_scope_is_said_in_words() -> None:
    assert list(SCOPES) == list(scopes())
