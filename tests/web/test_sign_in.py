"""The door: what is open to nobody in particular, limits on attempts, second factors, sign-ins and their ends."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.test import Client, override_settings
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils import timezone

from tests.web.conftest import PASSWORD, SLUG, Register
from tests.web.test_pages import faults

SIGNED_IN = Callable[[str], Client]
# Whoever stands outside sees these and nothing else.
ENTRANCE = {
    "set_language",
    # Its address is its password.
    "calendar_feed",
    "account_invitation",
    # Signed for whoever got the digest.
    "account_unsubscribe",
    "account_login",
    "account_logout",
    "account_inactive",
    "account_signup",
    "account_email_verification_sent",
    "account_confirm_email",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key",
    "account_reset_password_from_key_done",
    "mfa_authenticate",
    "mfa_login_webauthn",
    "socialaccount_signup",
    "socialaccount_login_cancelled",
    "openid_connect_login",
    "openid_connect_callback",
}
OWN = (
    "/account/",
    "/account/email/",
    "/account/password/",
    "/account/second-factor/",
    "/account/second-factor/totp/activate/",
    "/account/second-factor/webauthn/",
    "/account/second-factor/webauthn/add/",
    "/account/sessions/",
    "/account/provider/",
    "/account/confirm/",
)


def patterns(resolver: URLResolver, before: str = "") -> Iterator[tuple[str, URLPattern]]:
    for one in resolver.url_patterns:
        if isinstance(one, URLResolver):
            yield from patterns(one, before + str(one.pattern))
        else:
            yield before + str(one.pattern), one


def address(pattern: str) -> str:
    """Fill a pattern with values of the kinds that it takes."""
    pattern = re.sub(r"<int:\w+>", "1", re.sub(r"<(?:slug|str):slug>", SLUG, pattern))
    pattern = re.sub(r"\(\?P<\w+>(?:\[[^]]*\]|\.)\+\)", "x", pattern)
    return "/" + re.sub(r"<\w+:\w+>", "x", pattern).replace("^", "").replace("$", "")


def enter(client: Client, username: str, password: str = PASSWORD, **more: str) -> Any:
    return client.post("/sign-in/", {"login": username, "password": password, **more})


def code(secret: str) -> str:
    return format_hotp_value(hotp_value(secret, next(yield_hotp_counters_from_time())))


def set_app_up(client: Client) -> tuple[str, list[str]]:
    """Set an authenticator app up; gives its secret and the recovery codes."""
    page = client.get("/account/second-factor/totp/activate/")
    if page.status_code == 302:
        client.post(page["Location"], {"password": PASSWORD})
        page = client.get("/account/second-factor/totp/activate/")
    secret = page.context["form"].secret
    after = client.post("/account/second-factor/totp/activate/", {"code": code(secret)}, follow=True)
    return secret, re.findall(r"<code>(\d{4,})</code>", after.content.decode())


def test_nobody_finds_anything_open_but_the_entrance(register: Register) -> None:
    client, seen = Client(), set()
    for pattern, one in patterns(get_resolver()):
        for method in (client.get, client.post):
            answer = method(address(pattern))
            if one.name in ENTRANCE:
                seen.add(one.name)
                assert "River Pact" not in answer.content.decode()
            else:
                assert answer.status_code == 302, pattern
                assert answer["Location"].startswith("/sign-in/?next="), pattern
    assert seen == ENTRANCE


def test_what_a_person_saw_is_not_kept_by_the_browser(register: Register) -> None:
    client = Client()
    enter(client, "reader")
    answer = client.get(f"/{SLUG}/")
    assert answer["Cache-Control"] == "private, no-store"
    assert "camera=()" in answer["Permissions-Policy"]


def test_nobody_makes_an_account_alone(register: Register) -> None:
    from concerted.register.models import User

    before = User.objects.count()
    sent = {"username": "new", "email": "new@example.org", "password1": "a-very-long-secret-1"}
    for page in ("/account/new/", "/account/provider/new/"):
        Client().post(page, sent)
    html = Client().get("/account/new/").content.decode()
    assert User.objects.count() == before
    assert "Nobody has invited you yet" in html
    assert faults(html) == []


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_every_page_of_the_account_is_in_our_dress(signed_in: SIGNED_IN, register: Register, language: str) -> None:
    client = Client()
    enter(client, "reader")
    client.post("/account/confirm/", {"password": PASSWORD})
    client.cookies["django_language"] = language
    for page in OWN:
        html = client.get(page).content.decode()
        assert faults(html) == [], page
        assert html.count("<h1") == 1, page
        assert f'<html lang="{language}"' in html
        assert '<a class="skip"' in html


def test_a_weak_password_is_no_new_password(register: Register) -> None:
    client = Client()
    enter(client, "reader")
    for weak in ("short1", "password123456"[:14], "Maria Rossi Maria"):
        sent = {"oldpassword": PASSWORD, "password1": weak, "password2": weak}
        assert client.post("/account/password/", sent).context["form"].errors, weak


def test_a_new_password_signs_out_everywhere_else(register: Register) -> None:
    here, there = Client(), Client()
    enter(here, "reader")
    enter(there, "reader")
    new = "another-river-runs-there"
    sent = {"oldpassword": PASSWORD, "password1": new, "password2": new}
    assert here.post("/account/password/", sent).status_code == 302
    assert here.get(f"/{SLUG}/").status_code == 200
    assert there.get(f"/{SLUG}/").status_code == 302


def test_after_five_wrong_passwords_the_right_one_waits_too(register: Register) -> None:
    for _ in range(5):
        assert enter(Client(), "reader", "wrong").status_code == 200
    held = enter(Client(), "reader")
    assert held.context["form"].non_field_errors()[0].startswith("Too many failed")
    # The limit stands in the database: another process, or the same one after a restart, finds it there.
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM site_cache")
        assert cursor.fetchone()[0] > 0
    cache.clear()
    assert enter(Client(), "reader").status_code == 302


def test_one_address_cannot_try_name_after_name(register: Register) -> None:
    for number in range(10):
        enter(Client(), f"name-{number}", "wrong")
    assert "Too many" in enter(Client(), "focal").content.decode()
    # Somebody else, from elsewhere, gets in.
    elsewhere = Client(REMOTE_ADDR="192.0.2.7")
    assert enter(elsewhere, "focal").status_code == 302


def test_another_host_name_or_ones_address_gives_no_more_attempts(register: Register) -> None:
    from concerted.register.models import User

    reader = User.objects.get(username="reader")
    EmailAddress.objects.create(user=reader, email="maria@water.example", verified=True, primary=True)
    for number, login in enumerate(["reader", "maria@water.example", "Reader", "reader", "maria@water.example"]):
        enter(Client(HTTP_HOST=f"localhost:{8000 + number}"), login, "wrong")
    assert "Too many" in enter(Client(HTTP_HOST="127.0.0.1:9"), "reader").content.decode()


@override_settings(ALLAUTH_TRUSTED_PROXY_COUNT=1)
def test_behind_a_proxy_limits_count_by_the_address_that_it_tells(register: Register) -> None:
    for number in range(10):
        Client(HTTP_X_FORWARDED_FOR="203.0.113.9").post("/sign-in/", {"login": f"n-{number}", "password": "wrong"})
    # An address in front of the proxy's own word is the caller's invention.
    caught = Client(HTTP_X_FORWARDED_FOR="198.51.100.1, 203.0.113.9")
    assert "Too many" in enter(caught, "reader").content.decode()
    assert enter(Client(HTTP_X_FORWARDED_FOR="198.51.100.1"), "reader").status_code == 302


def test_too_many_requests_end_on_a_page_of_ours(register: Register) -> None:
    client = Client()
    for _ in range(30):
        answer = client.post("/sign-in/", {})
    answer = client.post("/sign-in/", {})
    assert answer.status_code == 429
    assert faults(answer.content.decode()) == []


def test_a_password_alone_does_not_open_an_account_with_an_app(register: Register) -> None:
    client = Client()
    enter(client, "focal")
    secret, codes = set_app_up(client)
    assert len(codes) == 10
    assert secret not in str(Authenticator.objects.get(type="totp").data)

    other = Client()
    assert enter(other, "focal")["Location"] == "/account/second-factor/authenticate/"
    assert other.get(f"/{SLUG}/").status_code == 302
    page = other.post("/account/second-factor/authenticate/", {"code": "000000"})
    assert page.context["form"].errors
    assert faults(page.content.decode()) == []
    right = code(secret)
    assert other.post("/account/second-factor/authenticate/", {"code": right})["Location"] == "/"
    assert other.get(f"/{SLUG}/").status_code == 200

    third = Client()
    enter(third, "focal")
    replayed = third.post("/account/second-factor/authenticate/", {"code": right})
    assert replayed.status_code == 200, "a code opens once"
    assert third.post("/account/second-factor/authenticate/", {"code": codes[0]})["Location"] == "/"
    fourth = Client()
    enter(fourth, "focal")
    assert fourth.post("/account/second-factor/authenticate/", {"code": codes[0]}).status_code == 200


def test_codes_are_shown_once(register: Register) -> None:
    client = Client()
    enter(client, "focal")
    _, codes = set_app_up(client)
    html = client.get("/account/second-factor/recovery-codes/").content.decode()
    assert not any(one in html for one in codes)


def test_one_ends_a_sign_in_elsewhere_but_not_that_of_others(register: Register) -> None:
    here, there, stranger = Client(), Client(), Client()
    for client, name in ((here, "reader"), (there, "reader"), (stranger, "focal")):
        enter(client, name)
    shown = here.get("/account/sessions/").context["sessions"]
    assert len(shown) == 2
    other = next(one for one in shown if one.session_key == there.session.session_key)
    assert stranger.post(f"/account/sessions/{other.pk}/end/").status_code == 404
    assert here.post(f"/account/sessions/{other.pk}/end/").status_code == 302
    assert there.get(f"/{SLUG}/").status_code == 302
    assert here.get(f"/{SLUG}/").status_code == 200


def test_one_signs_out_everywhere(register: Register) -> None:
    clients = [Client(), Client(), Client()]
    for client in clients:
        enter(client, "reader")
    assert clients[0].post("/account/sessions/").status_code == 302
    assert [client.get(f"/{SLUG}/").status_code for client in clients] == [200, 302, 302]
    enter(clients[1], "reader")
    assert clients[0].post("/account/sessions/end/")["Location"] == "/sign-in/"
    assert [client.get(f"/{SLUG}/").status_code for client in clients] == [302, 302, 302]


def test_whoever_signs_in_clears_away_what_has_run_out(register: Register) -> None:
    gone, there = Client(), Client()
    for client in (gone, there):
        enter(client, "reader")
    Session.objects.filter(session_key=gone.session.session_key).update(expire_date=timezone.now())
    enter(Client(), "focal")
    kept = set(Session.objects.values_list("session_key", flat=True))
    assert len(kept) == 2 and there.session.session_key in kept
    assert set(UserSession.objects.values_list("session_key", flat=True)) == kept
    assert [client.get(f"/{SLUG}/").status_code for client in (gone, there)] == [302, 200]


@override_settings(SECOND_FACTOR_ROLES=frozenset({"secretariat"}))
def test_a_role_can_be_made_to_have_a_second_factor(register: Register) -> None:
    reader, secretariat = Client(), Client()
    enter(reader, "reader")
    enter(secretariat, "secretariat")
    assert reader.get(f"/{SLUG}/").status_code == 200
    for page in ("/", f"/{SLUG}/", f"/{SLUG}/review/", register.page):
        assert secretariat.get(page)["Location"] == "/account/", page
    assert secretariat.post(f"/{SLUG}/statements/1/accept-all")["Location"] == "/account/"
    html = secretariat.get("/account/").content.decode()
    assert "Your role needs a second step" in html
    set_app_up(secretariat)
    assert secretariat.get(f"/{SLUG}/").status_code == 200


def test_a_closed_account_has_no_way_in(register: Register, signed_in: SIGNED_IN) -> None:
    from concerted.register.models import User

    client = signed_in("reader")
    User.objects.filter(username="reader").update(is_active=False)
    assert client.get(f"/{SLUG}/").status_code == 302
    assert enter(Client(), "reader")["Location"] == "/account/inactive/"
    assert faults(Client().get("/account/inactive/").content.decode()) == []
