"""A real Chromium before the site, on a register that vanishes after each test."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright
from pytest_django.live_server_helper import LiveServer

from tests.web.conftest import PASSWORD, Register, fill

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Start Chromium once for all tests; where there is none they are left out, and say so."""
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed here (Debian: apt-get install chromium)")
    with sync_playwright() as playwright:
        # Playwright keeps an event loop in this thread, in which Django would refuse the database.
        os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture
def site(db: None) -> Iterator[str]:
    """Serve the site for one test on the test's own connection, so that nothing is left behind.

    The register lets nobody delete from its ledger; pytest-django's own fixture would have to.
    """
    from django.db import connection

    if connection.vendor != "sqlite":
        pytest.skip("the browser's tests run on SQLite, whose connection threads can share")
    # Never taken back: a request that the browser gave up may end after its server, and then lets go of the connection.
    connection.inc_thread_sharing()
    server = LiveServer("127.0.0.1")
    yield server.url
    server.stop()


@pytest.fixture
def register(site: str) -> Register:
    """A register in which nothing is decided yet."""
    return fill()


def press(page: Page, button: str) -> None:
    """Press a button and wait for the page that answers: what looks at a page must not look at the one before."""
    with page.expect_navigation():
        page.click(button)


def unexpected(message: ConsoleMessage) -> bool:
    """Tell a page's error from what Chromium says of a form that comes back: 422 for a fault, 409 for two people."""
    answered = message.text.startswith("Failed to load resource") and ("422" in message.text or "409" in message.text)
    return message.type == "error" and not answered


@pytest.fixture
def open_as(chromium: Browser, site: str) -> Iterator[Callable[..., Page]]:
    """Open a window in which a person has signed in through the form; any error on a page fails the test."""
    opened = []
    errors: list[str] = []

    def window(username: str, *, language: str = "en", width: int = 1280, script: bool = True) -> Page:
        context = chromium.new_context(
            base_url=site, locale=language, viewport={"width": width, "height": 900}, java_script_enabled=script
        )
        opened.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("console", lambda message: errors.append(message.text) if unexpected(message) else None)
        page.goto("/sign-in/")
        page.fill("#id_login", username)
        page.fill("#id_password", PASSWORD)
        press(page, "main button")
        return page

    yield window
    for context in opened:
        context.close()
    assert errors == []
