"""Whoever takes minutes sees what others write, and keeps what they are typing and where they are."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from concerted.actions import minutes, users
from concerted.register.models import User
from concerted.register.nouns.minute import Content
from tests.web.conftest import AT, PASSWORD, SLUG, Register
from tests.web.kept import planned

pytestmark = pytest.mark.browser


def test_what_others_write_takes_nothing_from_what_one_types(register: Register, open_as: Callable[..., Page]) -> None:
    number = int(planned())
    users.add(
        username="second", password=PASSWORD, name="Peter Mwangi", coalition=SLUG, role="secretariat",
        by=users.operator(at=AT), at=AT,
    )  # fmt: skip
    page = open_as("secretariat")
    page.goto(f"/{SLUG}/meetings/{number}/minutes/")
    field = page.locator("textarea[name=text]").first
    field.fill("The chair opened, and")
    other = User.objects.get(username="second")
    words = Content(meeting=number, text="Uganda asked for a gauge.")
    minutes.add(coalition=SLUG, content=words, by=other, at=AT)
    page.get_by_text("Uganda asked for a gauge.", exact=True).wait_for(timeout=15_000)
    assert field.input_value() == "The chair opened, and"
    assert page.evaluate("document.activeElement.name") == "text"
