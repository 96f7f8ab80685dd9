"""Pages as of a day: a banner, links that keep the day, no forms that write, clear answers for days that are none."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from django.test import Client
from django.utils import timezone

from concerted.web.past import is_readable
from tests.web.conftest import AT, SLUG, Register
from tests.web.test_pages import addresses, faults

SIGNED_IN = Callable[[str], Client]
FIRST = AT.date().isoformat()
BANNER = "The register as it stood at the end of"


def readable(register: Register) -> Iterator[str]:
    return (one for one in addresses(register) if is_readable(one) and not one.endswith("/correct/"))


def as_of(address: str, day: str) -> str:
    return f"{address}{'&' if '?' in address else '?'}as_of={day}"


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_every_page_can_be_read_as_of_a_day(decided: Register, signed_in: SIGNED_IN, language: str) -> None:
    client, today = signed_in("secretariat"), timezone.localdate().isoformat()
    client.cookies["django_language"] = language
    for address in readable(decided):
        answer = client.get(as_of(address, today))
        html = answer.content.decode()
        assert answer.status_code == 200, address
        assert faults(html) == [], address
        assert 'class="notice past"' in html, address
        assert "data-verb" not in html and 'name="q"' not in html, address
        # Nothing but the choice of a language, the way out and questions can be sent.
        assert set(re.findall(r'method="post" action="([^"]*)"', html)) == {"/language/", "/sign-out/"}
        assert html.count('method="post"') == 2, address
        for link in re.findall(rf'(?:href|hx-get)="(/{SLUG}/[^"]*|\?[^"]*)"', html):
            assert f"as_of={today}" in link or link == "?as_of=" or not is_readable(link), (address, link)


def test_the_page_shows_what_stood_then(decided: Register, signed_in: SIGNED_IN) -> None:
    client = signed_in("reader")
    now = client.get(f"/{SLUG}/commitments/").content.decode()
    then = client.get(as_of(f"/{SLUG}/commitments/", FIRST)).content.decode()
    assert "share flood warnings" in now and BANNER not in now
    # It was taken in on that day, and accepted today.
    assert "share flood warnings" not in then and BANNER in then
    assert "share flood warnings" in client.get(as_of(decided.page, FIRST)).content.decode()
    before = client.get(as_of(f"/{SLUG}/statements/", "2024-05-01")).content.decode()
    assert "the ledger begins on 2 May 2024" in before and "Statement of the River Pact" not in before


def test_the_way_back_leads_to_the_same_page_now(decided: Register, signed_in: SIGNED_IN) -> None:
    answer = signed_in("reader").get(f"/{SLUG}/commitments/?status=open&as_of=")
    assert (answer.status_code, answer["Location"]) == (302, f"/{SLUG}/commitments/?status=open")


def test_a_page_that_leads_on_keeps_the_day(decided: Register, signed_in: SIGNED_IN) -> None:
    address = f"{decided.page}compare/{decided.statement}/"
    answer = signed_in("reader").get(as_of(address, FIRST))
    assert answer["Location"] == f"{decided.page}compare/?as_of={FIRST}"


@pytest.mark.parametrize("day", ["2024-5-2", "2024-02-30", "yesterday", "2999-01-01", "2024-05-02x", "20240502", "\0"])
def test_a_day_that_is_none_is_said_to_be_none(decided: Register, signed_in: SIGNED_IN, day: str) -> None:
    answer = signed_in("reader").get(f"/{SLUG}/", {"as_of": day})
    assert answer.status_code == 400
    assert "cannot be read as of this day" in answer.content.decode()
    assert faults(answer.content.decode()) == []


def test_nothing_is_changed_in_the_past(decided: Register, signed_in: SIGNED_IN) -> None:
    client = signed_in("secretariat")
    address = decided.finding("act: welcomed the hospitality of Kenya", "undo")
    answer = client.post(as_of(address, FIRST))
    assert (answer.status_code, answer["Allow"]) == (405, "GET, HEAD")
    assert client.get(as_of(f"/{SLUG}/people/", FIRST)).status_code == 400
    assert client.get(as_of(f"/{SLUG}/search/?q=flood", FIRST)).status_code == 400
    assert (
        client.get(as_of(decided.finding("act: welcomed the hospitality of Kenya", "correct/"), FIRST)).status_code
        == 403
    )


def test_a_stranger_finds_nothing_in_the_past(decided: Register, signed_in: SIGNED_IN) -> None:
    for address in readable(decided):
        assert signed_in("stranger").get(as_of(address, FIRST)).status_code == 404
        assert Client().get(as_of(address, FIRST))["Location"].startswith("/sign-in/")


def test_who_reads_the_past_stays_signed_in(decided: Register, signed_in: SIGNED_IN) -> None:
    client = signed_in("reader")
    assert client.get(as_of(f"/{SLUG}/", FIRST)).status_code == 200
    assert client.get(f"/{SLUG}/").status_code == 200


def test_a_link_is_carried_once_and_with_its_place(decided: Register, signed_in: SIGNED_IN) -> None:
    html = signed_in("reader").get(as_of(f"{decided.page}?kind=call", FIRST)).content.decode()
    links = re.findall(r'href="(\?[^"]*)"', html)
    assert links and all(link.count("as_of=") == 1 for link in links)
    assert f'href="/{SLUG}/?as_of={FIRST}#due"' in html or 'class="head-due"' not in html
