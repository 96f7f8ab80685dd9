"""A ministry's identity provider, running beside the test, opens the door to people who are known, to nobody else."""

from __future__ import annotations

import contextlib
import warnings
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from allauth.account.models import EmailAddress
from allauth.socialaccount.models import SocialAccount
from django.test import Client, override_settings

from concerted.site.identity_provider import BadProvider, IdentityProvider, identity_provider
from tests.web.conftest import SLUG, Register
from tests.web.test_pages import faults

# The provider of the tests still uses what its own libraries are about to drop.
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")
PEOPLE = {
    "maria": {"email": "Maria.Rossi@interior.example", "email_verified": True, "name": "Maria Rossi"},
    "unconfirmed": {"email": "maria.rossi@interior.example", "email_verified": False},
    "worded": {"email": "maria.rossi@interior.example", "email_verified": "false"},
    "foreign": {"email": "amina@secretariat.example", "email_verified": True},
    "stranger": {"email": "nobody@interior.example", "email_verified": True, "name": "No Body"},
}
Door = Callable[..., Any]


def provider(issuer: str) -> IdentityProvider:
    return IdentityProvider(
        issuer, "Ministry of the Interior", "concerted", "a-shared-secret", frozenset({"interior.example"})
    )


@contextlib.contextmanager
def serving(**more: Any) -> Iterator[IdentityProvider]:
    """Run the provider, and tell the site about it."""
    with warnings.catch_warnings(record=True):
        from oidc_provider_mock import User as Subject
        from oidc_provider_mock import run_server_in_thread

    people = [Subject(sub=sub, claims=claims) for sub, claims in PEOPLE.items()]
    with run_server_in_thread(user_claims=people, **more) as server:
        ministry = provider(f"http://localhost:{server.server_port}")
        with override_settings(SOCIALACCOUNT_PROVIDERS=ministry.options):
            yield ministry


@pytest.fixture
def ministry() -> Iterator[IdentityProvider]:
    with serving() as found:
        yield found


@pytest.fixture
def known(register: Register) -> Register:
    """Two people of the register have a confirmed address."""
    from concerted.register.models import User

    for username, address in (("reader", "maria.rossi@interior.example"), ("secretariat", "amina@secretariat.example")):
        user = User.objects.get(username=username)
        EmailAddress.objects.create(user=user, email=address, verified=True, primary=True)
    return register


def arrive(ministry: IdentityProvider, subject: str, client: Client | None = None, process: str = "login") -> Any:
    """Go the whole way through the provider as one of its people; gives the answer at which it ends."""
    client = client or Client()
    start = client.post(f"/account/provider/{ministry.key}/login/?process={process}")
    assert start.status_code == 302
    assert "code_challenge=" in start["Location"]
    agreed = httpx.post(start["Location"], data={"sub": subject})
    back = urlsplit(agreed.headers["Location"])
    return client.get(f"{back.path}?{back.query}")


def test_a_known_person_comes_in_by_the_ministry(known: Register, ministry: IdentityProvider) -> None:
    client = Client()
    assert "Sign in with Ministry of the Interior" in client.get("/sign-in/").content.decode()
    assert arrive(ministry, "maria", client)["Location"] == "/"
    assert client.get(f"/{SLUG}/").wsgi_request.user.username == "reader"
    # From now on the ministry's own number counts, whatever becomes of the address.
    EmailAddress.objects.all().delete()
    assert arrive(ministry, "maria")["Location"] == "/"
    assert SocialAccount.objects.get().uid == "maria"


@pytest.mark.parametrize("subject", ["stranger", "unconfirmed", "worded", "foreign"])
def test_whoever_is_not_known_by_a_confirmed_address_stays_outside(
    known: Register, ministry: IdentityProvider, subject: str
) -> None:
    from concerted.register.models import User

    before, client = User.objects.count(), Client()
    refused = arrive(ministry, subject, client)
    html = refused.content.decode()
    assert refused.status_code == 403
    assert "Nobody has invited you yet" in html
    assert "Ministry of the Interior knows you" in html
    assert faults(html) == []
    assert client.get(f"/{SLUG}/").status_code == 302
    assert (User.objects.count(), SocialAccount.objects.count()) == (before, 0)


def test_a_token_that_is_too_old_opens_nothing(known: Register) -> None:
    with serving(access_token_max_age=timedelta(seconds=-60)) as ministry:
        options = ministry.options
        # Nothing but the token is asked for.
        options["openid_connect"]["APPS"][0]["settings"]["fetch_userinfo"] = False
        with override_settings(SOCIALACCOUNT_PROVIDERS=options):
            assert_not_vouched(arrive(ministry, "maria"))


def test_a_token_of_another_issuer_opens_nothing(known: Register, ministry: IdentityProvider) -> None:
    other = {"issuer": "https://login.elsewhere.example"}
    options = ministry.options
    options["openid_connect"]["APPS"][0]["settings"]["openid_configuration_overrides"] = other
    with override_settings(SOCIALACCOUNT_PROVIDERS=options):
        assert_not_vouched(arrive(ministry, "maria"))


def test_a_token_for_another_site_opens_nothing(
    known: Register, ministry: IdentityProvider, monkeypatch: pytest.MonkeyPatch
) -> None:
    from allauth.socialaccount.internal import jwtkit

    decode = jwtkit.verify_and_decode
    monkeypatch.setattr(jwtkit, "verify_and_decode", lambda **given: decode(**given | {"audience": "another-site"}))
    assert_not_vouched(arrive(ministry, "maria"))


def test_an_answer_that_nobody_asked_for_opens_nothing(known: Register, ministry: IdentityProvider) -> None:
    # The first half in one browser, the second in another: somebody slips a person their own sign-in.
    start = Client().post(f"/account/provider/{ministry.key}/login/?process=login")
    back = urlsplit(httpx.post(start["Location"], data={"sub": "maria"}).headers["Location"])
    assert_not_vouched(Client().get(f"{back.path}?{back.query}"))


def test_whoever_stops_at_the_provider_is_told_so(known: Register, ministry: IdentityProvider) -> None:
    client = Client()
    start = client.post(f"/account/provider/{ministry.key}/login/?process=login")
    told = {"error": "access_denied", "state": parse_qs(urlsplit(start["Location"]).query)["state"][0]}
    html = client.get(f"/account/provider/{ministry.key}/login/callback/", told, follow=True).content.decode()
    assert "You stopped the sign-in" in html
    assert faults(html) == []


def test_a_closed_account_stays_closed(known: Register, ministry: IdentityProvider) -> None:
    from concerted.register.models import User

    arrive(ministry, "maria")
    User.objects.filter(username="reader").update(is_active=False)
    assert arrive(ministry, "maria")["Location"] == "/account/inactive/"


def test_the_second_step_is_asked_after_the_ministry_too(known: Register, ministry: IdentityProvider) -> None:
    from tests.web.test_sign_in import enter, set_app_up

    client = Client()
    enter(client, "reader")
    set_app_up(client)
    assert arrive(ministry, "maria")["Location"] == "/account/second-factor/authenticate/"


def test_a_provider_that_does_not_answer_is_said_so(known: Register) -> None:
    with override_settings(SOCIALACCOUNT_PROVIDERS=provider("http://localhost:9").options):
        answer = Client().post("/account/provider/localhost/login/?process=login")
    assert answer.status_code == 502
    assert "did not vouch for you" in answer.content.decode()


def test_without_a_provider_there_is_no_such_way(register: Register) -> None:
    assert "Sign in with Ministry" not in Client().get("/sign-in/").content.decode()
    assert Client().post("/account/provider/localhost/login/").status_code == 404


def assert_not_vouched(answer: Any) -> None:
    html = answer.content.decode()
    assert answer.status_code == 401
    assert "did not vouch for you" in html
    assert faults(html) == []
    assert SocialAccount.objects.count() == 0


ALL = {
    "CONCERTED_OIDC_ISSUER": "https://login.interior.example/realm/",
    "CONCERTED_OIDC_CLIENT_ID": "concerted",
    "CONCERTED_OIDC_CLIENT_SECRET": "a-shared-secret",
    "CONCERTED_OIDC_DOMAINS": "@Interior.example, border.example",
}


def test_a_provider_comes_from_the_environment(tmp_path: Any) -> None:
    found = identity_provider(ALL)
    assert found is not None
    assert (found.name, found.key, found.origin) == (
        "login.interior.example",
        "login-interior-example",
        "https://login.interior.example",
    )
    assert found.domains == {"interior.example", "border.example"}
    assert identity_provider({"HOME": "x", "CONCERTED_OIDC_NAME": ""}) is None
    secret = tmp_path / "secret"
    secret.write_text("from-a-file\n")
    filed = {key: value for key, value in ALL.items() if not key.endswith("SECRET")}
    read = identity_provider(filed | {"CONCERTED_OIDC_CLIENT_SECRET_FILE": str(secret)})
    assert read is not None and read.client_secret == "from-a-file"


@pytest.mark.parametrize(
    "wrong",
    [
        {"CONCERTED_OIDC_DOMAINS": ""},
        {"CONCERTED_OIDC_CLIENT_ID": " "},
        {"CONCERTED_OIDC_ISSUER": "login.interior.example"},
        {"CONCERTED_OIDC_CLIENT_SECRET_FILE": "/nowhere/at/all"},
    ],
    ids=lambda one: next(iter(one)),
)
def test_half_a_provider_is_refused(wrong: dict[str, str]) -> None:
    with pytest.raises(BadProvider) as caught:
        identity_provider(ALL | wrong)
    assert caught.value.where in wrong
