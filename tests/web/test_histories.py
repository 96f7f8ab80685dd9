"""The pages of histories: linked from their records, for those who see these, and for days that are days."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from django.test import Client

from tests.web.conftest import SLUG, Register
from tests.web.test_pages import addresses, faults

SIGNED_IN = Callable[[str], Client]


def histories(register: Register, client: Client) -> set[str]:
    """Follow the links to the history from every page."""
    pages = (client.get(address).content.decode() for address in addresses(register))
    return {link for page in pages for link in re.findall(rf'href="(/{SLUG}/history/[^"]+)"', page)}


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_records_lead_to_their_history(decided: Register, signed_in: SIGNED_IN, language: str) -> None:
    client = signed_in("reader")
    client.cookies["django_language"] = language
    found = histories(decided, client)
    nouns = {address.split("/")[3] for address in found}
    assert nouns == {"statement", "commitment", "meeting", "instrument", "partner", "line", "call"}
    for address in found:
        html = client.get(f"{address}?on=2024-05-02").content.decode()
        assert faults(html) == [], address
        assert html.count("<h1") == 1


def test_strangers_find_no_history(decided: Register, signed_in: SIGNED_IN) -> None:
    found = histories(decided, signed_in("reader"))
    for address in found:
        assert signed_in("stranger").get(address).status_code == 404
        assert Client().get(address).status_code == 302


def test_a_day_that_is_none_is_said_to_be_none(decided: Register, signed_in: SIGNED_IN) -> None:
    address = f"/{SLUG}/history/statement/{decided.statement}/"
    for day in ("2999-01-01", "yesterday", "\0"):
        html = signed_in("reader").get(address, {"on": day}).content.decode()
        assert "This is no day" in html and faults(html) == []
