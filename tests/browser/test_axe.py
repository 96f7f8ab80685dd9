"""axe finds nothing to complain about on any page, in both directions of writing and by day and night."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from concerted.exports import leaving
from concerted.web.kept_words import WORDS
from tests.web import kept
from tests.web.conftest import SLUG, Register
from tests.web.test_comparisons import take_in_later
from tests.web.test_pages import addresses
from tests.web.test_totals import give_much

pytestmark = pytest.mark.browser


def accept_everything(register: Register, *, but: str) -> None:
    """Fill the record, and leave one finding to decide on."""
    from concerted.actions import review
    from concerted.register.models import User
    from tests.web.conftest import AT

    for key, finding in register.findings.items():
        if not key.startswith(("passed_over", but)):
            review.accept(finding=finding, by=User.objects.get(username="secretariat"), at=AT)


def keep_everything() -> list[str]:
    """Enter a record of each noun that people keep, report on a promise and assess it; gives the forms of that."""
    from django.test import Client

    from concerted.actions import assessments, guidelines, windows
    from concerted.register.models import Commitment, Meeting, User
    from tests.web.conftest import AT

    focal, by = (User.objects.get(username=name) for name in ("focal", "secretariat"))
    promise = Commitment.objects.get(text__startswith="pledged").pk
    days = {"first": date(2024, 1, 1), "last": date(2024, 6, 30), "opens": date(2024, 5, 1), "closes": date(2124, 7, 1)}
    window = windows.add(coalition=SLUG, content=windows.Content(title="First half", **days), by=by, at=AT)
    clients = {user: Client() for user in (focal, by)}
    for user, client in clients.items():
        client.force_login(user)
    about = {"report": {"window": str(window), "commitment": str(promise)}}
    for noun in WORDS:
        kept.enter(clients[by if noun in kept.COMMON else focal], noun, **{"reach": "coalition", **about.get(noun, {})})
    guidelines.write(commitment=promise, full="All.", partial="Some.", none="Nothing.", by=by, at=AT)
    said = {"reasons": "They came.", "evidence": "The log.", "by": by, "at": AT}
    assessments.assess(commitment=promise, party="UGA", mark=1, **said)
    pack = _half_a_pack(by)
    home = ("partners/new", "partners/UGA/names", "partners/UGA/standing", "lines/1/leads/new", "lines/1/seats/new")
    agenda = f"meetings/{Meeting.objects.get(name='Meeting at the weir').pk}/agenda"
    forms = (
        agenda,
        agenda.replace("/agenda", "/minutes"),
        agenda.replace("agenda", "statement"),
        "meetings/import",
        "clock/rule",
        agenda.replace("agenda", "seating"),
        agenda.replace("agenda", "timetable"),
        "calendars",
        "requirements/new",
        "reporting/new",
        f"commitments/{promise}/guideline",
        "packs",
        f"packs/{pack}",
    )
    return [f"/{SLUG}/{place}/" for place in (*home, *forms)] + [
        f"/{SLUG}/commitments/{promise}/assess/?party=UGA",
        "/account/",
        f"/account/digests/none/{leaving.secret(by.pk)}/",
        "/account/tokens/",
    ]


def _half_a_pack(by: Any) -> int:
    """Let half of a partner's pack have come."""
    from concerted.register.models import Coalition, Pack, Party, Reach, Release
    from tests.web.conftest import AT

    home = Coalition.objects.get(slug=SLUG)
    party = Party.objects.get(coalition=home, code="UGA")
    release = Release.objects.get(coalition=home, kind=Reach.COALITION)
    told = {"other": "far", "sha256": "0" * 64, "entries": 1, "records": 2, "done": 1, "added": 1}
    made = {"made_at": AT, "by": by, "at": AT}
    return Pack.objects.create(coalition=home, party=party, release=release, outward=False, **told, **made).pk


def faults(page: Page, pages: Iterable[str], direction: str) -> list[str]:
    """Open pages one after the other, with their notes unfolded, and give what axe says against them."""
    found = []
    for address in pages:
        page.goto(address)
        assert page.locator("html").get_attribute("dir") == direction
        page.locator("details").evaluate_all("all => all.slice(0, 6).forEach(one => { one.open = true; })")
        results = Axe().run(page)
        if results.violations_count:
            found.append(f"{address}: {results.generate_report()}")
    return found


@pytest.mark.parametrize(("language", "direction"), [("en", "ltr"), ("ar", "rtl")])
def test_no_page_has_a_violation(
    register: Register, open_as: Callable[..., Page], language: str, direction: str
) -> None:
    accept_everything(register, but="act: called")
    forms = keep_everything()
    page = open_as("secretariat", language=language)
    assert faults(page, [*addresses(register), *(forms if direction == "rtl" else ())], direction) == []
    page.context.clear_cookies()
    assert faults(page, ["/sign-in/"], direction) == []


def test_by_night_no_page_has_a_violation(register: Register, open_as: Callable[..., Page]) -> None:
    accept_everything(register, but="act: called")
    page = open_as("secretariat")
    page.emulate_media(color_scheme="dark")
    # Colours are shared, so the pages that show all of them stand for the rest.
    assert faults(page, [f"/{SLUG}/", register.page, f"/{SLUG}/review/", f"/{SLUG}/commitments/"], "ltr") == []


def test_a_correction_in_place_and_the_help_have_no_violation(register: Register, open_as: Callable[..., Page]) -> None:
    page = open_as("secretariat")
    page.goto(register.page)
    page.keyboard.press("j")
    page.keyboard.press("c")
    page.locator("form.correction").wait_for()
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()
    page.goto(f"/{SLUG}/review/")
    page.keyboard.press("?")
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()


@pytest.mark.parametrize(("language", "direction"), [("en", "ltr"), ("ar", "rtl")])
def test_a_comparison_has_no_violation(
    register: Register, open_as: Callable[..., Page], language: str, direction: str
) -> None:
    later = take_in_later()
    page = open_as("reader", language=language)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert faults(page, [f"{register.page}compare/{later}/"], direction) == []


@pytest.mark.parametrize(("language", "direction"), [("en", "ltr"), ("ar", "rtl")])
def test_totals_have_no_violation(
    register: Register, open_as: Callable[..., Page], language: str, direction: str
) -> None:
    from concerted.actions import totals
    from concerted.register.models import User
    from tests.web.conftest import AT

    give_much()
    totals.publish(coalition=SLUG, currency="KES", by=User.objects.get(username="secretariat"), at=AT)
    page = open_as("secretariat", language=language)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert faults(page, [f"/{SLUG}/totals/", f"/{SLUG}/totals/new/?currency=KES"], direction) == []
