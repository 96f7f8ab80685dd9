"""A partner enters, changes and withdraws what it gives, on pages that keep what was typed."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from typing import Any

import pytest
from django.test import Client

from concerted.actions import users
from concerted.register.models import Contribution
from tests.web import kept
from tests.web.conftest import AT, PASSWORD, SLUG, Register
from tests.web.kept import SENT
from tests.web.test_pages import faults

SIGNED_IN = Callable[[str], Client]
LIST = f"/{SLUG}/contributions/"
GIVEN = SENT["contribution"]


def enter(client: Client, **more: str) -> int:
    return kept.enter(client, "contribution", **more)


def sent(client: Client, number: int) -> dict[str, str]:
    """What the form of a change sends when nobody touches it."""
    form = client.get(f"{LIST}{number}/change/").context["form"]
    return {bound.name: str(bound.value() if bound.value() is not None else "") for bound in form}


def second_focal_point() -> None:
    """Another focal point of Uganda."""
    operator = users.operator(at=AT)
    users.add(
        username="second", password=PASSWORD, name="Ruth Nambi", coalition=SLUG, role="focal point", party="UGA",
        by=operator, at=AT,
    )  # fmt: skip


def fields(html: str) -> dict[str, str]:
    """What the page that shows both versions would send: what is hidden, and what is chosen already."""
    found = {}
    for tag in re.findall(r"<input[^>]*>", html):
        given = {name: unescape(value) for name, value in re.findall(r'([\w-]+)="([^"]*)"', tag)}
        if given.get("type") == "hidden" or (given.get("type") == "radio" and " checked" in tag):
            found[given["name"]] = given["value"]
    return found


def test_a_focal_point_enters_what_its_party_gives(register: Register, signed_in: SIGNED_IN) -> None:
    client = signed_in("focal")
    number = enter(client)
    html = client.get(f"{LIST}{number}/").content.decode()
    for words in ("1,200,000\u00a0KES", "40 pumps", "only Uganda sees it", "Decision 14", "Not below the second dam"):
        assert words in html, words
    listed = client.get(LIST).content.decode()
    assert "You see all that Uganda keeps" in listed
    assert f'href="{LIST}{number}/"' in listed
    assert faults(html) == faults(listed) == []
    form = client.get(f"{LIST}new/").content.decode()
    assert 'list="id_unit_units"' in form and '<datalist id="id_unit_units">' in form and faults(form) == []
    # Where it is the only thing that a partner gives to a line, the board's mark leads to it.
    number = enter(client, line="2")
    assert f'<a href="{LIST}{number}/" class="signs">' in client.get(f"/{SLUG}/").content.decode()


@pytest.mark.parametrize("who", ["secretariat", "reader"])
def test_nobody_else_has_a_form_or_a_page(register: Register, signed_in: SIGNED_IN, who: str) -> None:
    number, client = enter(signed_in("focal")), signed_in(who)
    assert client.get(f"{LIST}new/").status_code == (403 if who == "reader" else 200)
    assert client.get(f"{LIST}{number}/").status_code == 404
    for page in ("change/", "withdraw/"):
        assert client.get(f"{LIST}{number}/{page}").status_code == (403 if who == "reader" else 404)
    assert "Pumps" not in client.get(LIST).content.decode()
    released = enter(signed_in("focal"), reach="coalition")
    assert "Its partner alone can change it." in client.get(f"{LIST}{released}/").content.decode()
    for page in ("change/", "withdraw/"):
        assert client.get(f"{LIST}{released}/{page}").status_code == 403


def test_the_secretariat_says_whose_it_is(register: Register, signed_in: SIGNED_IN) -> None:
    client = signed_in("secretariat")
    assert "party" in client.post(f"{LIST}new/", {"summary": "Pumps"}).context["form"].errors
    number = enter(client, party="KEN", reach="coalition")
    page = client.get(f"{LIST}{number}/").content.decode()
    assert "Kenya" in page and f"{LIST}{number}/change/" in page
    assert client.get(f"{LIST}{number}/change/").status_code == 200


@pytest.mark.parametrize(
    ("field", "words", "said"),
    [
        ("amount", "2.5 million", "in figures alone"),
        ("amount", "250,000", "may be 250000 or 250.000"),
        ("amount", "1.005,123", "at most 2 decimal places"),
        ("amount", "0", "more than nothing"),
        ("amount", "", "how much it is"),
        ("currency", "", "in what it is counted"),
        ("currency", "DEM", "DEM is not one of"),
        ("unit", "", "in what it is counted"),
        ("last", "2024-05-01", "before the first one"),
        ("source", "", "required"),
    ],
)
def test_what_cannot_be_read_is_said_and_kept(
    register: Register, signed_in: SIGNED_IN, field: str, words: str, said: str
) -> None:
    answer = signed_in("focal").post(f"{LIST}new/", GIVEN | {field: words})
    html = answer.content.decode()
    assert answer.status_code == 422
    assert said in unescape(html)
    assert "Pumps for the upper river" in html
    assert words in html
    assert faults(html) == []
    assert not Contribution.objects.filter(owner__isnull=False).exists()


@pytest.mark.parametrize("amount", ["1,200,000.50", "1.200.000,50", "1 200 000.5", "١٬٢٠٠٬٠٠٠٫٥٠"])
def test_figures_are_read_as_people_write_them(register: Register, signed_in: SIGNED_IN, amount: str) -> None:
    number = enter(signed_in("focal"), amount=amount)
    assert str(Contribution.objects.get(pk=number).amount) == "1200000.50"


def test_a_focal_point_of_another_partner_finds_nothing_to_change(register: Register, signed_in: SIGNED_IN) -> None:
    number = enter(signed_in("focal"))
    users.add(
        username="kenya", password=PASSWORD, coalition=SLUG, role="focal point", party="KEN",
        by=users.operator(at=AT), at=AT,
    )  # fmt: skip
    for page in ("", "change/", "withdraw/"):
        assert signed_in("kenya").get(f"{LIST}{number}/{page}").status_code == 404


def test_an_untouched_form_changes_nothing(register: Register, signed_in: SIGNED_IN) -> None:
    client = signed_in("focal")
    number = enter(client, quantity="250.1250", amount="1.05")
    assert client.post(f"{LIST}{number}/change/", sent(client, number)).status_code == 302
    assert Contribution.objects.get(pk=number).edition == 1


def test_the_second_of_two_merges_field_by_field(register: Register, signed_in: SIGNED_IN) -> None:
    second_focal_point()
    first, second = signed_in("focal"), signed_in("second")
    number = enter(first)
    address = f"{LIST}{number}/change/"
    mine, theirs = sent(first, number), sent(second, number)
    theirs |= {"amount": "1 500 000", "caveat": "None."}
    assert second.post(address, theirs).status_code == 302
    mine |= {"amount": "1 400 000", "unit": "motor pumps"}
    answer = first.post(address, mine)
    html = answer.content.decode()
    assert answer.status_code == 409
    assert faults(html) == []
    for words in ("Ruth Nambi", "1 200 000", "1 500 000", "1 400 000", "motor pumps", "None."):
        assert words in html, words
    offered = fields(html)
    # What one of them alone changed is chosen already, what both changed is not.
    assert offered["keep-unit"] == "mine" and offered["keep-caveat"] == "theirs" and "keep-amount" not in offered
    assert Contribution.objects.get(pk=number).edition == 2

    again = first.post(address, offered)
    html = again.content.decode()
    assert again.status_code == 409
    assert "Amount: choose one of the two" in html
    assert faults(html) == []
    assert first.post(address, fields(html) | {"keep-amount": "mine"}).status_code == 302
    one = Contribution.objects.get(pk=number)
    assert (str(one.amount), one.unit, one.caveat, one.edition) == ("1400000.00", "motor pumps", "None.", 3)


def test_a_third_change_is_shown_too(register: Register, signed_in: SIGNED_IN) -> None:
    second_focal_point()
    first, second = signed_in("focal"), signed_in("second")
    number = enter(first)
    address = f"{LIST}{number}/change/"
    mine = sent(first, number) | {"amount": "1 400 000"}
    assert second.post(address, sent(second, number) | {"amount": "1 500 000"}).status_code == 302
    offered = fields(first.post(address, mine).content.decode()) | {"keep-amount": "mine"}
    assert second.post(address, sent(second, number) | {"amount": "1 600 000"}).status_code == 302
    answer = first.post(address, offered)
    assert answer.status_code == 409
    assert "1 600 000" in answer.content.decode()
    assert "keep-amount" not in fields(answer.content.decode())


def test_a_merge_that_cannot_be_is_said_and_kept(register: Register, signed_in: SIGNED_IN) -> None:
    second_focal_point()
    first, second = signed_in("focal"), signed_in("second")
    number = enter(first)
    address = f"{LIST}{number}/change/"
    mine = sent(first, number) | {"last": "2024-07-01"}
    assert second.post(address, sent(second, number) | {"first": "2024-08-01"}).status_code == 302
    answer = first.post(address, fields(first.post(address, mine).content.decode()))
    html = answer.content.decode()
    assert answer.status_code == 422
    assert "before the first one" in html
    assert 'value="2024-08-01"' in html and 'value="2024-07-01"' in html
    assert first.post(address, fields(html) | mine | {"first": "2024-06-15", "seen": "2"}).status_code == 302


def test_withdrawing_asks_first(register: Register, signed_in: SIGNED_IN) -> None:
    second_focal_point()
    first, second = signed_in("focal"), signed_in("second")
    number = enter(first, reach="coalition")
    html = first.get(f"{LIST}{number}/withdraw/").content.decode()
    assert "Pumps" in html and faults(html) == []
    assert second.post(f"{LIST}{number}/change/", sent(second, number) | {"unit": "tubes"}).status_code == 302
    assert (
        "Nothing was withdrawn" in first.post(f"{LIST}{number}/withdraw/", {"seen": "1"}, follow=True).content.decode()
    )
    assert first.post(f"{LIST}{number}/withdraw/", {"seen": "2"}).status_code == 302
    assert first.get(f"{LIST}{number}/").status_code == 404
    for client in (first, signed_in("secretariat")):
        assert "Pumps" not in client.get(LIST).content.decode()


def test_the_list_narrows_and_adds_up(register: Register, signed_in: SIGNED_IN) -> None:
    client = signed_in("focal")
    enter(client)
    enter(client, amount="300 000", line="2", reach="coalition")
    enter(client, amount="5", currency="EUR", line="", kind="funds")

    def listed(client: Client, asked: str = "") -> Any:
        return client.get(LIST + asked).context["page"]

    assert [(one.currency, int(one.amount), one.count) for one in listed(client).totals] == [
        ("EUR", 5, 1),
        ("KES", 1500000, 2),
    ]
    assert [int(one.amount) for one in listed(client, "?line=2").totals] == [300000]
    assert [int(one.amount) for one in listed(client, "?kind=funds&party=UGA").totals] == [5]
    assert [int(one.amount) for one in listed(client, "?release=coalition").totals] == [300000]
    others = listed(signed_in("secretariat"))
    assert [(one.currency, int(one.amount), one.count) for one in others.totals] == [("KES", 300000, 1)]
    assert others.kinds == ("equipment",) and others.releases == ("coalition",)
    html = client.get(f"{LIST}?kind=hosting").content.decode()
    assert "You see no contribution like this." in html and faults(html) == []
