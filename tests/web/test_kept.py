"""Any noun that people keep is listed, shown, entered, changed and withdrawn on pages that look alike."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from concerted.actions import requirements, users
from concerted.register.models import Requirement, User
from concerted.register.nouns import NOUNS
from concerted.web.kept_words import WORDS
from tests.web import kept
from tests.web.conftest import AT, PASSWORD, SLUG, Register
from tests.web.kept import SENT
from tests.web.test_contributions import fields
from tests.web.test_pages import faults

SIGNED_IN = Callable[[str], Client]
LIST = f"/{SLUG}/requirements/"
NEEDED = SENT["requirement"]


def enter(client: Client, **more: str) -> int:
    return kept.enter(client, "requirement", **more)


def sent(client: Client, page: str) -> dict[str, Any]:
    """What the form of a change sends when nobody touches it."""
    form = client.get(f"{page}change/").context["form"]
    return {bound.name: str(bound.value() if bound.value() is not None else "") for bound in form}


@pytest.mark.parametrize("name", WORDS)
def test_a_noun_has_all_its_pages(register: Register, signed_in: SIGNED_IN, name: str) -> None:
    client = signed_in("secretariat" if name in kept.COMMON else "focal")
    number = kept.enter(client, name)
    listing = f"/{SLUG}/{NOUNS[name].plural}/"
    for page in ("", "new/", f"{number}/", f"{number}/change/", f"{number}/withdraw/"):
        answer = client.get(listing + page)
        assert answer.status_code == 200 and faults(answer.content.decode()) == [], page
    assert client.post(f"{listing}{number}/change/", sent(client, f"{listing}{number}/")).status_code == 302
    model = NOUNS[name].model
    assert model.objects.get(pk=number).edition == 1
    assert client.post(f"{listing}{number}/withdraw/", {"seen": "1"}).status_code == 302
    assert not model.objects.get(pk=number).in_force


@pytest.mark.parametrize("name", WORDS)
def test_every_column_has_its_words(name: str) -> None:
    said, noun = WORDS[name], NOUNS[name]
    columns = {one.name for one in noun.columns}
    assert set(said.labels) == columns
    assert {said.heading, *said.listed, *said.hints, *(day for pair in said.forward for day in pair)} <= columns


def test_a_focal_point_enters_what_its_party_needs(register: Register, signed_in: SIGNED_IN) -> None:
    client = signed_in("focal")
    request = str(kept.enter(client, "request"))
    number = enter(client, part_of=request)
    html = client.get(f"{LIST}{number}/").content.decode()
    for words in ("Gauges for the upper river", "12 gauges", "1 September 2024", "Above the first dam", "Letter 7"):
        assert words in html, words
    assert f'href="/{SLUG}/requests/{request}/"' in html and "Help with gauges" in html
    listed = client.get(LIST).content.decode()
    assert f'href="{LIST}{number}/"' in listed
    assert faults(html) == faults(listed) == faults(client.get(f"{LIST}new/").content.decode()) == []
    assert client.get(LIST, {"priority": "low"}).content.decode().count("Gauges for") == 0
    assert "Gauges" in signed_in("reader").get(f"/{SLUG}/search/", {"q": "gauges"}).content.decode()


def test_the_secretariat_chooses_who_needs_it(register: Register, signed_in: SIGNED_IN) -> None:
    client = signed_in("secretariat")
    common, of_kenya = enter(client), enter(client, party="KEN")
    assert [Requirement.objects.get(pk=one).party_id is None for one in (common, of_kenya)] == [True, False]
    assert "Kenya" in client.get(f"{LIST}{of_kenya}/").content.decode()


@pytest.mark.parametrize(
    ("field", "words", "said"),
    [
        ("quantity", "a dozen", "in figures alone"),
        ("unit", "", "in what it is counted"),
        ("summary", "", "required"),
        ("needed_from", "2024-09-02", "before the first one"),
        ("line", "", "Choose the line of effort"),
    ],
)
def test_what_cannot_be_is_said_and_kept(
    register: Register, signed_in: SIGNED_IN, field: str, words: str, said: str
) -> None:
    answer = signed_in("focal").post(f"{LIST}new/", NEEDED | {"reach": "working group", field: words})
    html = answer.content.decode()
    assert answer.status_code == 422 and said in html and "Above the first dam" in html
    assert faults(html) == []
    assert not Requirement.objects.exists()


@pytest.mark.parametrize("who", ["secretariat", "reader", "lead"])
def test_nobody_else_has_a_form(register: Register, signed_in: SIGNED_IN, who: str) -> None:
    number, client = enter(signed_in("focal")), signed_in(who)
    assert client.get(f"{LIST}{number}/").status_code == 200
    for page in ("change/", "withdraw/"):
        assert client.get(f"{LIST}{number}/{page}").status_code == 403
    kept = enter(signed_in("focal"), reach="owner only")
    assert client.get(f"{LIST}{kept}/").status_code == (200 if who == "lead" else 404)


def test_two_who_change_it_see_both_versions(register: Register, signed_in: SIGNED_IN) -> None:
    users.add(
        username="second", password=PASSWORD, name="Ruth Nambi", coalition=SLUG, role="focal point", party="UGA",
        by=users.operator(at=AT), at=AT,
    )  # fmt: skip
    first, second = signed_in("focal"), signed_in("second")
    number = enter(first)
    page = f"{LIST}{number}/"
    mine, theirs = sent(first, page), sent(second, page)
    assert second.post(f"{LIST}{number}/change/", theirs | {"quantity": "20"}).status_code == 302
    answer = first.post(f"{LIST}{number}/change/", mine | {"quantity": "15", "place": "Below the dam"})
    html = answer.content.decode()
    assert answer.status_code == 409 and "Ruth Nambi" in html and faults(html) == []
    chosen = fields(html) | {"keep-quantity": "theirs"}
    assert first.post(f"{LIST}{number}/change/", chosen).status_code == 302
    one = Requirement.objects.get(pk=number)
    assert (one.quantity, one.place, one.edition) == (20, "Below the dam", 3)


def test_what_is_withdrawn_leaves_the_list(register: Register, signed_in: SIGNED_IN) -> None:
    client = signed_in("focal")
    number = enter(client)
    page = client.get(f"{LIST}{number}/withdraw/").content.decode()
    assert "Gauges for the upper river" in page and faults(page) == []
    assert client.post(f"{LIST}{number}/withdraw/", {"seen": "0"}, follow=True).status_code == 200
    assert Requirement.objects.get(pk=number).in_force
    assert client.post(f"{LIST}{number}/withdraw/", {"seen": "1"}).status_code == 302
    assert client.get(f"{LIST}{number}/").status_code == 404
    assert "Gauges" not in client.get(LIST).content.decode()
    assert "Requirement withdrawn" in client.get(f"/{SLUG}/history/requirement/{number}/").content.decode()


def test_an_address_fills_the_form(register: Register, signed_in: SIGNED_IN) -> None:
    html = signed_in("focal").get(f"{LIST}new/", {"line": "2", "kind": "training"}).content.decode()
    assert '<option value="2" selected>' in html and '<option value="training" selected>' in html


def test_changes_are_read_field_by_field(register: Register, signed_in: SIGNED_IN) -> None:
    content = NOUNS["requirement"].content(
        kind="equipment", summary="Ropes", priority="low", source="a letter", quantity=Decimal(12), unit="coils"
    )
    by = User.objects.get(username="focal")
    number = requirements.add(coalition=SLUG, content=content, reach="coalition", by=by, at=AT)
    client, page, where = signed_in("focal"), f"{LIST}{number}/", f"/{SLUG}/changed/requirements/"
    assert f'href="{page}"' in client.get(where).content.decode()
    assert "This is no day" in client.get(where, {"since": "soon"}).content.decode()
    assert "No requirement that you see has changed" in client.get(where, {"since": "2024-05-03"}).content.decode()
    assert client.post(f"{page}change/", sent(client, page) | {"quantity": "15"}).status_code == 302
    html = signed_in("reader").get(where, {"since": "2024-05-03"}).content.decode()
    assert "<del><bdi>12</bdi></del>" in html and "<ins><bdi>15</bdi></ins>" in html and "Joseph Okello" in html
    assert faults(html) == []


def test_units_are_read_and_shown_in_the_readers_language(register: Register, signed_in: SIGNED_IN) -> None:
    client = signed_in("focal")
    client.cookies["django_language"] = "fr"
    number = enter(client, unit="Heures de vol")
    assert Requirement.objects.get(pk=number).unit == "flight hours"
    assert "heures de vol" in client.get(f"{LIST}{number}/").content.decode()
    assert sent(client, f"{LIST}{number}/")["unit"] == "heures de vol"
    assert "flight hours" in signed_in("reader").get(f"{LIST}{number}/").content.decode()


def test_a_line_and_a_partner_show_what_is_needed(register: Register, signed_in: SIGNED_IN) -> None:
    client = signed_in("focal")
    asked = kept.enter(client, "request")
    number = enter(client, part_of=str(asked))
    for page in ("lines/1/", "partners/UGA/", f"requests/{asked}/"):
        html = client.get(f"/{SLUG}/{page}").content.decode()
        assert f'href="{LIST}{number}/"' in html and faults(html) == [], page
    assert "Help with gauges" in client.get(f"/{SLUG}/partners/UGA/").content.decode()
    assert "Gauges" not in client.get(f"/{SLUG}/lines/2/").content.decode()
