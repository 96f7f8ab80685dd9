"""The site as the application's role in PostgreSQL: the same pages, and nothing of one request left for the next."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.core import mail
from django.db import connection
from django.http import HttpResponse
from django.test import Client, override_settings
from django.urls import path

from concerted.register import triggers
from concerted.register.models import Coalition
from concerted.register.row_security import granting
from concerted.site.urls import urlpatterns as site_urls
from concerted.web.page_rights import PAGES, Opens
from tests.web.conftest import PEOPLE, SLUG, Register, fill
from tests.web.test_page_rights import address
from tests.web.test_people import CHOSEN, invite
from tests.web.test_review import PLEDGE
from tests.web.test_sign_in import enter

pytestmark = [
    pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite knows no roles: the file is all"),
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
]
SIGNED_IN = Callable[[str], Client]
# Roles are the whole server's, and tests run beside each other.
ROLE = f"site_of_{os.environ.get('PYTEST_XDIST_WORKER', 'all')}"


@contextmanager
def serving() -> Iterator[None]:
    """Let the site be the application's role."""
    with connection.cursor() as cursor:
        cursor.execute(f"SET ROLE {ROLE}")
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("RESET ROLE")


@pytest.fixture
def role(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [ROLE])
        if cursor.fetchone() is None:
            cursor.execute(f"CREATE ROLE {ROLE}")
    granting.grant(connection, ROLE)


def settled(answer: Any) -> tuple[int, str, str]:
    """Give what an answer says, without what differs from one request to the next."""
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    text = re.sub(r'(nonce|value|content)="[\w+/=-]{16,}"', "", body.decode("utf-8", "replace"))
    return answer.status_code, answer.get("Location", ""), text


def test_every_page_is_the_same_as_without_row_security(decided: Register, signed_in: SIGNED_IN, role: None) -> None:
    pages = [name for name in PAGES if name.startswith("web:")]
    for who in (*PEOPLE, "stranger"):
        client = signed_in(who)
        for name in pages:
            where = address(name, decided)
            without = settled(client.get(where))
            with serving():
                assert settled(client.get(where)) == without, (who, name)


def test_the_public_sees_an_open_coalition_alike(decided: Register, role: None) -> None:
    Coalition.objects.filter(slug=SLUG).update(is_open=True)
    client = Client()
    for name in (name for name, entry in PAGES.items() if entry is Opens.PUBLIC):
        where = address(name, decided)
        without = settled(client.get(where))
        with serving():
            assert settled(client.get(where)) == without, name


def test_reviewers_decide(register: Register, signed_in: SIGNED_IN, role: None) -> None:
    with serving():
        client = signed_in("secretariat")
        for key in register.findings:
            if not key.startswith("passed_over"):
                assert client.post(register.finding(key, "accept")).status_code == 302
        html = client.get(register.page).content.decode()
        assert "13 of 13 findings reviewed" in html
        client.post(register.finding(PLEDGE, "undo"))
        assert "12 of 13 findings reviewed" in client.get(register.page).content.decode()
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM register_entry LEFT JOIN register_leaf ON entry_id = register_entry.id"
            " WHERE entry_id IS NULL AND act <> ''"
        )
        assert cursor.fetchone() == (0,)


def test_people_come_in_by_invitation_and_go(register: Register, signed_in: SIGNED_IN, role: None) -> None:
    with serving():
        secretariat = signed_in("secretariat")
        link = invite(secretariat)
        assert len(mail.outbox) == 1
        client = Client()
        assert "Amina Odhiambo invites you to the record of River Pact" in client.get(link).content.decode()
        assert client.post(link, CHOSEN)["Location"] == "/account/"
        assert client.get(f"/{SLUG}/").status_code == 200
        again = Client()
        assert enter(again, CHOSEN["username"], CHOSEN["password"]).status_code == 302
        assert again.get(f"/{SLUG}/").status_code == 200
        secretariat.post(f"/{SLUG}/people/{CHOSEN['username']}/dismiss/")
        assert client.get(f"/{SLUG}/").status_code == 302


def fails(request: Any) -> HttpResponse:
    raise ZeroDivisionError


def breaks(request: Any) -> HttpResponse:
    with connection.cursor() as cursor:
        cursor.execute("BEGIN")
        cursor.execute("SELECT no_such_column")
    return HttpResponse()


class FaultyUrls:
    urlpatterns = (path("fails/", fails, name="fails"), path("breaks/", breaks, name="breaks"), *site_urls)


@pytest.fixture
def register(db: None) -> Register:
    """A register of each test's own: one of them needs it in the database, not in a transaction."""
    return fill()


@pytest.fixture
def emptied(transactional_db: None) -> Iterator[None]:
    """Let the tables that only grow be emptied after a test."""
    yield
    triggers.remove(connection)


def left() -> tuple[Any, ...]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid(), COALESCE(current_setting('concerted.person', true), '')")
        return tuple(cursor.fetchone())


@pytest.mark.django_db(transaction=True)
def test_nothing_of_a_person_stays_on_the_connection(
    emptied: None, register: Register, role: None, signed_in: SIGNED_IN, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(PAGES, "fails", Opens.SIGNED_IN)
    monkeypatch.setitem(PAGES, "breaks", Opens.SIGNED_IN)
    client, stranger = signed_in("secretariat"), signed_in("stranger")
    client.raise_request_exception = False
    before = left()
    with override_settings(ROOT_URLCONF=FaultyUrls):
        with serving():
            assert client.get(register.page).status_code == 200
            assert left() == (before[0], "")
            assert stranger.get(register.page).status_code == 404
            assert client.get("/fails/").status_code == 500
            assert left() == (before[0], "")
            assert client.get("/breaks/").status_code == 500
        # A connection that does not answer is not used again.
        assert left() == (left()[0], "")
        assert left()[0] != before[0]
        with serving():
            assert stranger.get(register.page).status_code == 404
            assert client.get(register.page).status_code == 200
