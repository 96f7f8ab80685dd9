"""A text is corrected and its orphans settled in a real browser, without scripts; axe finds nothing on the way."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.conftest import press
from tests.browser.test_axe import accept_everything, faults
from tests.web.conftest import SLUG, Register
from tests.web.corrections import CORRECTED

pytestmark = pytest.mark.browser


def test_a_text_is_corrected_without_scripts(register: Register, open_as: Callable[..., Page]) -> None:
    accept_everything(register, but="act: called")
    page = open_as("secretariat", script=False)
    page.goto(register.page)
    press(page, "text=a corrected text")
    page.fill("#id_text", CORRECTED)
    press(page, "text=Show what it changes")
    assert page.locator(".pair").count() == 3
    press(page, "text=Replace the text")
    assert page.locator("#said").inner_text() == "The text is now version 2."
    press(page, "text=2 accepted findings have no place")
    press(page, "#n{} >> text=It stands here".format(register.findings["deadline: within 90 days"]))
    assert page.locator("#said").inner_text() == "The finding has its place."
    assert page.locator("article").count() == 1


@pytest.mark.parametrize(("language", "direction"), [("en", "ltr"), ("ar", "rtl")])
def test_no_page_of_a_correction_has_a_violation(
    register: Register, open_as: Callable[..., Page], language: str, direction: str
) -> None:
    accept_everything(register, but="act: called")
    page = open_as("secretariat", language=language)
    page.goto(f"{register.page}correct-text/")
    page.fill("#id_text", CORRECTED)
    press(page, "main form button")
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()
    press(page, "button[name=confirm]")
    every = (f"/{SLUG}/", f"/{SLUG}/orphans/", register.page, f"{register.page}versions/1/")
    assert faults(page, [*every, f"{register.page}correct-text/", f"{register.page}day/"], direction) == []


def test_a_narrow_page_of_orphans_does_not_scroll_sideways(register: Register, open_as: Callable[..., Page]) -> None:
    accept_everything(register, but="act: called")
    page = open_as("secretariat", width=390)
    page.goto(f"{register.page}correct-text/")
    page.fill("#id_text", CORRECTED)
    press(page, "main form button")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    press(page, "button[name=confirm]")
    for address in (register.page, f"/{SLUG}/orphans/"):
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), address
