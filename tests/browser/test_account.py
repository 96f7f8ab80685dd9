"""The whole way of a person in Chromium: invited, with a second step, a passkey, and out again everywhere."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import press
from tests.browser.test_axe import faults
from tests.web.conftest import PASSWORD, SLUG, Register
from tests.web.test_identity_provider import serving

# The provider of the tests still uses what its own libraries are about to drop.
pytestmark = [pytest.mark.browser, pytest.mark.filterwarnings("ignore::DeprecationWarning")]
CHOSEN = "eleven slow barges"
AUTHENTICATOR = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}
Window = Callable[..., Page]


@pytest.fixture
def window(chromium: Browser, site: str) -> Iterator[Window]:
    """Open a window under the name of this machine: browsers know no passkeys of bare numbers."""
    opened = []

    def one(language: str = "en", width: int = 1280) -> Page:
        context = chromium.new_context(
            base_url=site.replace("127.0.0.1", "localhost"), locale=language, viewport={"width": width, "height": 900}
        )
        opened.append(context)
        return context.new_page()

    yield one
    for context in opened:
        context.close()


def enter(page: Page, username: str, password: str = PASSWORD) -> None:
    page.goto("/sign-in/")
    page.fill("#id_login", username)
    page.fill("#id_password", password)
    press(page, "main button >> nth=0")


def sign_out(page: Page) -> None:
    page.locator("form.person button").click()
    page.wait_for_url("**/sign-in/")


def code(secret: str) -> str:
    """Work the app's code out, with time enough left to use it."""
    if time.time() % 30 > 26:
        time.sleep(4.2)
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))


def confirm(page: Page, password: str) -> None:
    """Show once more who one is, where that is asked."""
    if "/account/confirm/" in page.url:
        page.fill("#id_password", password)
        press(page, "main form button")


def invited(page: Page) -> str:
    """Invite somebody as the secretariat; gives the link."""
    enter(page, "secretariat")
    page.goto(f"/{SLUG}/people/")
    page.fill("#id_email", "li.wei@harbour.example")
    page.fill("#id_name", "Li Wei")
    page.select_option("#id_role", "focal point")
    page.select_option("#id_party", "UGA")
    page.get_by_role("button", name="Invite", exact=True).click()
    return page.locator("#link code").inner_text()


def test_a_person_from_the_invitation_to_the_last_sign_out(register: Register, window: Window) -> None:
    link = invited(window())
    page = window()
    page.goto(link)
    page.fill("#id_username", "li.wei")
    page.fill("#id_password", CHOSEN)
    page.get_by_role("button", name="Accept and sign in").click()
    expect(page.locator("h1")).to_have_text("Your sign-in")

    # A second step, and its codes for a bad day.
    press(page, "a:text-is('Change the second step')")
    press(page, "a:text-is('Set up an authenticator app')")
    confirm(page, CHOSEN)
    secret = page.locator("#totp-key").inner_text()
    assert page.locator("img.qr").evaluate("one => one.naturalWidth") > 0
    page.fill("#id_code", code(secret))
    page.get_by_role("button", name="Set up the app").click()
    expect(page.locator("#recovery-codes li")).to_have_count(10)
    codes = page.locator("#recovery-codes code").all_inner_texts()
    assert Axe().run(page).violations_count == 0
    page.get_by_role("link", name="I have kept them").click()

    sign_out(page)
    enter(page, "li.wei", CHOSEN)
    expect(page.locator("h1")).to_have_text("The second step")
    assert Axe().run(page).violations_count == 0
    page.fill("#id_code", code(secret))
    page.click("main button >> nth=0")
    page.wait_for_url(f"**/{SLUG}/")

    sign_out(page)
    enter(page, "li.wei@harbour.example", CHOSEN)
    page.fill("#id_code", codes[3])
    page.click("main button >> nth=0")
    page.wait_for_url(f"**/{SLUG}/")

    # A passkey, made by an authenticator that Chromium itself plays.
    devices = page.context.new_cdp_session(page)
    devices.send("WebAuthn.enable")
    devices.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})
    page.goto("/account/second-factor/webauthn/add/")
    confirm(page, CHOSEN)
    page.fill("#id_name", "Laptop of the harbour")
    page.click("#passkey-add")
    page.wait_for_url("**/account/second-factor/")
    page.get_by_role("link", name="Look at the passkeys").click()
    expect(page.locator("main")).to_contain_text("Laptop of the harbour")
    expect(page.locator("main")).to_contain_text("opens the record alone")

    sign_out(page)
    page.get_by_role("button", name="Sign in with a passkey").click()
    page.wait_for_url(f"**/{SLUG}/")
    expect(page.locator("form.person")).to_contain_text("Li Wei")

    # Somewhere else, too; and out there, then everywhere.
    other = window()
    enter(other, "li.wei", CHOSEN)
    other.fill("#id_code", codes[4])
    other.click("main button >> nth=0")
    other.wait_for_url(f"**/{SLUG}/")
    page.goto("/account/sessions/")
    expect(page.locator("#sessions li")).to_have_count(2)
    page.get_by_role("button", name=re.compile("^Sign out there")).click()
    expect(page.locator("#sessions li")).to_have_count(1)
    other.goto(f"/{SLUG}/")
    assert "/sign-in/" in other.url
    page.get_by_role("button", name="Sign out everywhere", exact=True).click()
    page.wait_for_url("**/sign-in/")
    page.goto("/account/")
    assert "/sign-in/" in page.url


def test_a_browser_without_passkeys_says_so(register: Register, window: Window) -> None:
    page = window()
    page.goto("/sign-in/")
    page.evaluate("() => { navigator.credentials.get = () => Promise.reject(new Error('none')); }")
    page.get_by_role("button", name="Sign in with a passkey").click()
    expect(page.locator("#passkey-said")).to_contain_text("The browser gave no passkey")
    assert Axe().run(page).violations_count == 0


OUTSIDE = ("sign-in/", "account/new/", "account/inactive/", "account/password/forgotten/", "account/password/sent/")
OWN = (
    "",
    "email/",
    "password/",
    "second-factor/",
    "second-factor/totp/activate/",
    "second-factor/webauthn/",
    "second-factor/webauthn/add/",
    "sessions/",
    "provider/",
    "confirm/",
)
KEPT = ("people/", "people/focal/dismiss/", "people/focal/second-step/")


@pytest.mark.parametrize(("language", "direction"), [("en", "ltr"), ("ar", "rtl")])
def test_no_page_of_the_account_has_a_violation(
    register: Register, window: Window, language: str, direction: str
) -> None:
    link = invited(window())
    nobody, keeper = window(language), window(language)
    assert faults(nobody, [*(f"/{one}" for one in OUTSIDE), link, f"{link[:-1]}x/"], direction) == []
    enter(keeper, "secretariat")
    keeper.goto("/account/confirm/")
    confirm(keeper, PASSWORD)
    pages = [*(f"/account/{one}" for one in OWN), *(f"/{SLUG}/{one}" for one in KEPT)]
    assert faults(keeper, pages, direction) == []
    keeper.emulate_media(color_scheme="dark")
    assert faults(keeper, ["/account/second-factor/totp/activate/", f"/{SLUG}/people/"], direction) == []


def test_a_known_person_goes_out_to_the_ministry_and_comes_back(register: Register, window: Window) -> None:
    from allauth.account.models import EmailAddress
    from django.conf import settings
    from django.test import override_settings

    from concerted.register.models import User

    user = User.objects.get(username="reader")
    EmailAddress.objects.create(user=user, email="maria.rossi@interior.example", verified=True, primary=True)
    page = window()
    with serving() as ministry:
        directives = settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]
        allowed = {"DIRECTIVES": directives | {"form-action": [*directives["form-action"], ministry.origin]}}
        with override_settings(CONTENT_SECURITY_POLICY=allowed):
            page.goto("/sign-in/")
            page.get_by_role("button", name="Sign in with Ministry of the Interior").click()
            page.wait_for_url(f"{ministry.origin}/**")
            page.get_by_role("button", name="maria", exact=True).click()
            page.wait_for_url(f"**/{SLUG}/")
    expect(page.locator("form.person")).to_contain_text("Maria Rossi")
