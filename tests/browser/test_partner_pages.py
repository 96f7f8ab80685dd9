"""What a partner enters, releases, merges and reads of the past: axe finds nothing, and the keyboard reaches all."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.utils import timezone
from playwright.sync_api import Page, expect

from concerted.register.models import Contribution, Meeting
from tests.browser.test_axe import accept_everything, faults
from tests.web.conftest import SLUG, Register

pytestmark = pytest.mark.browser
LIST = f"/{SLUG}/contributions/"


def violations(page: Page) -> str:
    results = Axe().run(page)
    return str(results.generate_report()) if results.violations_count else ""


def enter(page: Page, summary: str) -> int:
    """Enter a contribution for the coalition to see."""
    page.goto(f"{LIST}new/")
    page.fill("#id_summary", summary)
    page.select_option("#id_kind", "equipment")
    page.select_option("#id_line", "1")
    page.fill("#id_source", "Decision 14 of the cabinet")
    page.check("input[name=reach][value=coalition]")
    page.locator("main form button").click()
    page.wait_for_url(re.compile(rf"{LIST}\d+/$"))
    return Contribution.objects.order_by("pk").last().pk  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("language", "direction", "scheme"), [("en", "ltr", "light"), ("ar", "rtl", "light"), ("fr", "ltr", "dark")]
)
def test_no_page_of_a_partners_own_figures_has_a_violation(
    register: Register, open_as: Callable[..., Page], language: str, direction: str, scheme: str
) -> None:
    accept_everything(register, but="act: called")
    page = open_as("focal", language=language)
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]  # playwright names the few that it takes
    number, other = enter(page, "Pumps for the upper river"), enter(page, "Pumps for the river")
    own = f"{LIST}{number}/"
    today = timezone.localdate().isoformat()
    pages = (
        LIST,
        own,
        f"{LIST}new/",
        f"{own}change/",
        f"{own}withdraw/",
        f"/{SLUG}/release/contribution/{number}/",
        f"/{SLUG}/merge/contribution/{number}/",
        f"/{SLUG}/history/contribution/{number}/?on={today}",
        f"/{SLUG}/questions/",
        f"/{SLUG}/roles/",
        f"{LIST}?as_of={today}",
        f"{own}?as_of={today}",
        f"/{SLUG}/?as_of={today}",
        f"{LIST}?as_of=2020-01-01",
    )
    assert faults(page, pages, direction) == []

    # What a form says that is wrong, before a release, and after two people changed the same.
    page.goto(f"{own}change/")
    page.fill("#id_amount", "12")
    page.locator("main form button").click()
    page.locator("#trouble").wait_for()
    assert violations(page) == ""
    page.goto(f"/{SLUG}/release/contribution/{number}/")
    page.check("input[name=reach][value='owner only']")
    page.locator("main form button").click()
    page.locator("#difference").wait_for()
    assert violations(page) == ""
    second = page.context.new_page()
    for one, words in ((page, "Pumps for the lower river"), (second, "Pumps for both banks")):
        one.goto(f"{LIST}{other}/change/")
        one.fill("#id_summary", words)
    page.locator("main form button").click()
    page.wait_for_url(f"**{LIST}{other}/")
    second.locator("main form button").click()
    second.locator("form.merging").wait_for()
    assert violations(second) == ""


def test_an_error_is_read_with_its_field(register: Register, open_as: Callable[..., Page]) -> None:
    page = open_as("focal")
    page.goto(f"{LIST}new/")
    page.fill("#id_summary", "Pumps")
    page.select_option("#id_kind", "equipment")
    page.fill("#id_source", "Decision 14 of the cabinet")
    page.fill("#id_amount", "twelve")
    page.locator("main form button").click()
    field = page.locator("#id_amount")
    expect(field).to_have_attribute("aria-invalid", "true")
    said = (field.get_attribute("aria-describedby") or "").split()
    assert "id_amount_error" in said and "id_amount_helptext" in said
    assert all(page.locator(f"#{one}").count() == 1 for one in said)
    page.locator("#trouble a").first.click()
    expect(field).to_be_focused()


def test_the_keyboard_alone_releases_a_contribution(register: Register, open_as: Callable[..., Page]) -> None:
    page = open_as("focal")
    number = enter(page, "Pumps for the upper river")
    page.goto(f"/{SLUG}/release/contribution/{number}/")
    page.locator("input[name=reach]:checked").focus()
    page.keyboard.press("ArrowDown")
    for _tab in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('main form button')"):
            break
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    expect(page.locator("#difference")).to_be_visible()


def test_two_days_of_one_meeting_have_no_violation(register: Register, open_as: Callable[..., Page]) -> None:
    accept_everything(register, but="act: called")
    meeting = Meeting.objects.get(name="Second meeting of ministers")
    page = open_as("secretariat")
    second = page.context.new_page()
    for one, day in ((page, "2024-05-02"), (second, "2024-05-03")):
        one.goto(f"/{SLUG}/meetings/{meeting.pk}/")
        one.fill("#id_start", day)
    page.locator("#hold ~ form button").click()
    expect(page.locator(".tag-held").first).to_be_visible()
    second.locator("#hold ~ form button").click()
    second.locator("form.merging").wait_for()
    assert violations(second) == ""
