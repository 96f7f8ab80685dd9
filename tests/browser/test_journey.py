"""One journey from the sign-in to the board, by keyboard; and the same without a script."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

import pytest
from playwright.sync_api import Page, expect

from tests.web.conftest import SLUG, Register

pytestmark = pytest.mark.browser
PLEDGE = "act: pledged to share flood warnings within 90 days"


def test_a_finding_accepted_by_keyboard_shows_on_the_board(register: Register, open_as: Callable[..., Page]) -> None:
    page = open_as("secretariat")
    expect(page).to_have_url(re.compile(f"/{SLUG}/$"))
    card = page.locator(".lines > li", has_text="Warnings")
    expect(card.get_by_role("link").nth(1)).to_have_text("0")

    # A group of the navigation opens by the keyboard, and closes by it.
    group = page.locator(".nav summary", has_text="Texts")
    group.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(group).to_be_focused()
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Statements").click()
    page.get_by_role("link", name="Statement of the River Pact").click()
    page.wait_for_url(re.compile(register.page))
    page.keyboard.press("j")
    note = page.locator(f"#n{register.findings[PLEDGE]}")
    expect(note).to_have_class(re.compile("current"))
    expect(note.locator("summary")).to_be_focused()
    expect(page.locator(f"#p{register.findings[PLEDGE]}")).to_have_class(re.compile("current"))

    page.keyboard.press("a")
    expect(note).to_have_class(re.compile("note-accepted"))
    expect(page.locator("#reviewed")).to_contain_text("1 of 13")
    expect(page.locator("#said")).to_contain_text("Accepted: pledged to share")
    # The next finding that waits is at hand already.
    expect(page.locator(".note.current summary")).to_be_focused()
    expect(note).not_to_have_class(re.compile("current"))

    page.get_by_role("link", name="Board").click()
    expect(card.get_by_role("link").nth(1)).to_have_text("1")
    card.get_by_role("link").nth(1).click()
    expect(page.get_by_text("pledged to share flood warnings").first).to_be_visible()
    expect(page.get_by_text("accepted by Amina Odhiambo").first).to_be_visible()


def test_reject_undo_correct_and_help_by_keyboard(register: Register, open_as: Callable[..., Page]) -> None:
    page = open_as("secretariat")
    page.goto(register.page)
    note = page.locator(f"#n{register.findings[PLEDGE]}")
    page.keyboard.press("?")
    expect(page.locator("#keys")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#keys")).to_be_hidden()

    page.keyboard.press("j")
    page.keyboard.press("r")
    expect(note).to_have_class(re.compile("note-rejected"))
    page.keyboard.press("k")
    page.keyboard.press("u")
    expect(note).to_have_class(re.compile("note-proposed"))

    page.keyboard.press("c")
    expect(note.locator("form.correction")).to_be_visible()
    kind = note.get_by_label("Kind")
    expect(kind).to_be_focused()
    kind.select_option("call")
    note.get_by_role("button", name="Save the correction").click()
    expect(note).to_have_class(re.compile("note-corrected.*kind-call"))


def test_from_the_passage_to_its_note_and_back(register: Register, open_as: Callable[..., Page]) -> None:
    page = open_as("reader")
    page.goto(register.page)
    number = register.findings[PLEDGE]
    page.locator(f"#p{number} > .siglum").click()
    expect(page.locator(f"#n{number} details")).to_have_attribute("open", "")
    expect(page.locator(f"#n{number}")).to_be_in_viewport()
    page.locator(f'#n{number} a[href="#p{number}"]').click()
    expect(page).to_have_url(re.compile(f"#p{number}$"))
    page.locator(".chip", has_text="endorsement").click()
    expect(page.locator(".act")).to_have_count(1)


def test_the_matrix_is_walked_by_arrows(register: Register, open_as: Callable[..., Page]) -> None:
    page = open_as("secretariat")
    page.goto(f"/{SLUG}/")
    matrix = page.locator("table[data-walk]")
    matrix.get_by_role("rowheader").first.get_by_role("link").focus()
    page.keyboard.press("ArrowRight")
    expect(matrix.get_by_role("gridcell").first.locator(":focus").or_(matrix.locator("td:focus"))).to_have_count(1)


def test_without_a_script_everything_can_be_done(register: Register, open_as: Callable[..., Page]) -> None:
    page = open_as("secretariat", script=False)
    page.goto(register.page)
    note = page.locator(f"#n{register.findings[PLEDGE]}")
    note.locator("summary").click()
    note.get_by_role("button", name="Accept").click()
    expect(page.locator("#said")).to_contain_text("Accepted: pledged to share")
    note.locator("summary").click()
    with page.expect_navigation():
        note.get_by_role("button", name="Undo").click()
    note.locator("summary").click()
    note.get_by_role("link", name="Correct").click()
    expect(page.get_by_role("heading", name="Correct a finding")).to_be_visible()


@pytest.mark.parametrize("language", ["en", "ar"])
def test_no_page_is_wider_than_a_phone(register: Register, open_as: Callable[..., Page], language: str) -> None:
    page = open_as("secretariat", language=language, width=390)
    for address in (f"/{SLUG}/", register.page, f"/{SLUG}/review/", f"/{SLUG}/partners/", f"/{SLUG}/lines/1/"):
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, address


def test_long_addresses_and_open_days_stay_inside_a_telephone(register: Register, open_as: Callable[..., Page]) -> None:
    from concerted.actions import intake
    from concerted.reading.facts import Person, Reading, Statement, Window
    from concerted.register.models import User
    from concerted.terms.document import Document
    from concerted.terms.passage import Passage
    from tests.web.conftest import AT

    long = "https://river-pact.example/" + "statements_of_the_ministers_" * 6
    text = f"Statement\n\nThe record is kept at {long} by the host.\n"
    start = text.index(long)
    statement = Statement("Statement", "joint statement", "en", window=Window(date(2023, 9, 20), date(2023, 11, 30)))
    taken = intake.take_in(
        document=Document(text, source=f"{long}.txt", language="en"),
        original=text.encode(),
        reading=Reading(
            text, statement, people=(Person(Passage.of(text, start, start + len(long)), long, long, None),)
        ),
        coalition=SLUG,
        by=User.objects.get(username="secretariat"),
        at=AT,
    )
    page = open_as("secretariat", width=390)
    for address in (
        f"/{SLUG}/statements/{taken.statement}/",
        f"/{SLUG}/statements/",
        f"/{SLUG}/review/",
        register.page,
    ):
        page.goto(address)
        page.locator("details").evaluate_all("all => all.forEach(one => { one.open = true; })")
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, address
