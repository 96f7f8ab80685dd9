"""The secretariat looks at totals and publishes them; everybody reads as much of them as is for them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from concerted.register.models import Coalition, Contribution, Party, Publication, Release
from tests.web.conftest import SLUG, Register
from tests.web.test_pages import faults

SIGNED_IN = Callable[[str], Client]
PAGE = f"/{SLUG}/totals/"
CODES = ("KEN", "UGA", "NOR", "CHL", "PER", "GHA")


def give(code: str, amount: int, kind: str = "funds", line: int = 1) -> Contribution:
    home = Coalition.objects.get(slug=SLUG)
    party = Party.objects.get_or_create(coalition=home, code=code, defaults={"name": code})[0]
    return Contribution.objects.create(
        coalition=home,
        owner=party,
        party=party,
        release=Release.objects.get(coalition=home, kind="coalition"),
        line=home.lines.get(number=line),
        kind=kind,
        currency="KES",
        amount=amount,
        summary=f"{amount} in all",
        source="a letter",
    )


@pytest.fixture
def given(register: Register) -> Register:
    """A register with contributions."""
    give_much()
    return register


def give_much() -> None:
    """Let six partners give funds to both lines, and two of them training to the second."""
    for number, code in enumerate(CODES):
        give(code, 1000 + number)
        give(code, 2000 + number, line=2)
    give("KEN", 555, "training", 2)
    give("UGA", 777, "training", 2)


def look(client: Client) -> Any:
    return client.get(f"{PAGE}new/", {"currency": "KES"})


def publish(client: Client, **more: str) -> Any:
    page = look(client).context["page"]
    return client.post(f"{PAGE}new/", {"currency": "KES", "seen": page.digest, "reach": "public"} | more)


def test_the_secretariat_looks_before_it_publishes(given: Register, signed_in: SIGNED_IN) -> None:
    client = signed_in("secretariat")
    assert f'href="{PAGE}new/?currency=KES"' in client.get(PAGE).content.decode()
    html = look(client).content.decode()
    for words in (
        "14 contributions are counted",
        "would be left out",
        "leaves out less",
        "too few partners",
        "6 partners",
    ):
        assert words in html, words
    assert faults(html) == []
    assert not Publication.objects.exists()
    answer = publish(client)
    assert answer.status_code == 302
    assert answer["Location"] == PAGE
    html = client.get(PAGE).content.decode()
    assert "The totals are published." in html
    assert "6,015" in html
    assert faults(html) == []


def test_the_public_reads_totals_and_learns_no_reasons(given: Register, signed_in: SIGNED_IN) -> None:
    publish(signed_in("secretariat"))
    one = Publication.objects.get()
    Coalition.objects.filter(slug=SLUG).update(is_open=True)
    for address in (PAGE, f"{PAGE}{one.pk}/"):
        html = Client().get(address).content.decode()
        assert "6,015" in html
        assert "■" in html
        assert "fewer than 3 partners" in html
        assert faults(html) == []
        for words in ("too few partners", "protects other figures", "555", "777", "1,332", "Amina", "new/?currency"):
            assert words not in html, words
        read = signed_in("reader").get(address).content.decode()
        assert "too few partners" in read
        assert "new/?currency" not in read


def test_totals_for_the_coalition_are_not_for_the_public(given: Register, signed_in: SIGNED_IN) -> None:
    publish(signed_in("secretariat"), reach="coalition")
    Coalition.objects.filter(slug=SLUG).update(is_open=True)
    html = Client().get(PAGE).content.decode()
    assert "No totals are published" in html
    assert "6,015" not in html
    assert Client().get(f"{PAGE}{Publication.objects.get().pk}/").status_code == 404
    assert "6,015" in signed_in("reader").get(PAGE).content.decode()


def test_what_changed_since_it_was_looked_at_is_not_published(given: Register, signed_in: SIGNED_IN) -> None:
    client = signed_in("secretariat")
    seen = look(client).context["page"].digest
    give("KEN", 9)
    answer = client.post(f"{PAGE}new/", {"currency": "KES", "seen": seen, "reach": "public"})
    assert answer.status_code == 200
    assert "Contributions changed meanwhile" in answer.content.decode()
    assert not Publication.objects.exists()


def test_a_figure_that_waits_shows_its_former_value(given: Register, signed_in: SIGNED_IN) -> None:
    client = signed_in("secretariat")
    publish(client)
    Contribution.objects.filter(party__code="NOR", line__number=1).update(amount=1500)
    publish(client)
    html = client.get(PAGE).content.decode()
    assert "a change would show" in html
    assert "6,015 on" in html
    assert "Published before" in html
    first = Publication.objects.earliest("pk")
    assert f'href="{PAGE}{first.pk}/"' in html
    old = client.get(f"{PAGE}{first.pk}/").content.decode()
    assert "newer ones" in old
    assert "6,513" not in html + old


def test_totals_are_displayed_no_more(given: Register, signed_in: SIGNED_IN) -> None:
    client = signed_in("secretariat")
    publish(client)
    address = f"{PAGE}{Publication.objects.get().pk}/"
    asked = client.get(f"{address}withdraw/").content.decode()
    assert faults(asked) == []
    assert "later totals are still held against them" in asked
    assert client.post(f"{address}withdraw/").status_code == 302
    assert client.get(address).status_code == 404
    assert "No totals are published" in client.get(PAGE).content.decode()


@pytest.mark.parametrize("who", ["focal", "lead", "reader"])
def test_others_publish_nothing(given: Register, signed_in: SIGNED_IN, who: str) -> None:
    publish(signed_in("secretariat"))
    client = signed_in(who)
    for address in (f"{PAGE}new/?currency=KES", f"{PAGE}{Publication.objects.get().pk}/withdraw/"):
        assert client.get(address).status_code in (403, 404)
        assert client.post(address).status_code in (403, 404)
    assert Publication.objects.filter(in_force=True).count() == 1


def test_there_are_no_totals_in_what_nobody_gives(given: Register, signed_in: SIGNED_IN) -> None:
    client = signed_in("secretariat")
    for currency in ("EUR", "", "x" * 5000):
        assert client.get(f"{PAGE}new/", {"currency": currency}).status_code == 404
        assert client.post(f"{PAGE}new/", {"currency": currency}).status_code == 404
    answer = client.post(
        f"{PAGE}new/", {"currency": "KES", "reach": "owner only", "seen": look(client).context["page"].digest}
    )
    assert not Publication.objects.exists()
    assert answer.status_code in (200, 404)


def test_an_owner_is_warned_on_the_page_of_its_release(register: Register, signed_in: SIGNED_IN) -> None:
    given = {code: give(code, 1000) for code in ("KEN", "UGA", "NOR")}
    public = Release.objects.get(coalition__slug=SLUG, kind="public")
    publish(signed_in("secretariat"))
    Contribution.objects.filter(pk=given["KEN"].pk).update(release=public)
    client = signed_in("focal")
    address = f"/{SLUG}/release/contribution/{given['UGA'].pk}/"
    sent = {"reach": "public", "seen": "1"}
    html = client.post(address, sent).content.decode()
    assert "Another partner withholds something" in html
    assert "Norway" not in html.partition('id="difference"')[2].partition("</section>")[0]
    # It is the owner's to decide all the same.
    assert client.post(address, sent | {"confirm": "1"}).status_code == 302
    html = look(signed_in("secretariat")).content.decode()
    assert "readers can work out something of" in html


def test_the_history_of_totals_is_kept(given: Register, signed_in: SIGNED_IN) -> None:
    client = signed_in("secretariat")
    publish(client)
    number = Publication.objects.get().pk
    html = client.get(f"/{SLUG}/history/publication/{number}/").content.decode()
    assert "Totals published" in html
    assert "KES" in html
    past = client.get(f"{PAGE}?as_of=2024-05-02")
    assert past.status_code == 200


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_the_pages_speak_every_language(given: Register, signed_in: SIGNED_IN, language: str) -> None:
    client = signed_in("secretariat")
    client.cookies["django_language"] = language
    assert faults(look(client).content.decode()) == []
    publish(client)
    html = client.get(PAGE).content.decode()
    assert faults(html) == []
    assert "left out" not in html
