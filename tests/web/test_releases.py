"""The page on which the owner of a record releases it, and what every page notes of who was shown what."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.db import DatabaseError
from django.test import Client
from django.utils import timezone

from concerted.actions import releases, sightings
from concerted.register.models import Commitment, Contribution, Instrument, Leaf, Meeting, Sighting, Statement, User
from tests.web.conftest import SLUG, Register
from tests.web.test_contributions import LIST, enter
from tests.web.test_pages import addresses, faults

SIGNED_IN = Callable[[str], Client]


def page(noun: str, number: int) -> str:
    return f"/{SLUG}/release/{noun}/{number}/"


@pytest.fixture
def promise(decided: Register) -> Commitment:
    return Commitment.objects.order_by("pk")[0]


def test_a_record_says_how_it_is_released_and_leads_its_owner_to_change_it(
    promise: Commitment, signed_in: SIGNED_IN
) -> None:
    html = {who: signed_in(who).get(f"/{SLUG}/commitments/{promise.pk}/").content.decode() for who in _BOTH}
    assert all("Released to:" in one for one in html.values())
    assert page("commitment", promise.pk) in html["secretariat"]
    assert page("commitment", promise.pk) not in html["reader"]


_BOTH = ("secretariat", "reader")


def test_the_owner_sees_what_would_change_before_it_does(promise: Commitment, signed_in: SIGNED_IN) -> None:
    signed_in("reader").get(f"/{SLUG}/commitments/{promise.pk}/")
    client = signed_in("secretariat")
    wanted = {"reach": "named partners", "parties": ["UGA"], "seen": promise.edition}
    shown = client.post(page("commitment", promise.pk), wanted)
    html = shown.content.decode()
    assert shown.status_code == 200
    assert faults(html) == []
    assert "Would see it no longer" in html
    assert "Maria Rossi" in html
    promise.refresh_from_db()
    assert promise.release.kind == "coalition"
    assert client.post(page("commitment", promise.pk), wanted | {"confirm": "1"}).status_code == 302
    promise.refresh_from_db()
    assert promise.release.kind == "named partners"
    where = f"/{SLUG}/commitments/{promise.pk}/"
    assert [signed_in(who).get(where).status_code for who in ("focal", "lead", "reader")] == [200, 200, 404]


@pytest.mark.parametrize(
    ("wanted", "field"),
    [
        ({"reach": "named partners"}, "parties"),
        ({"reach": "working group"}, "line"),
        ({"reach": "everybody"}, "reach"),
        ({"reach": "public", "confirm": "1"}, "reach"),
        ({"reach": "owner only", "confirm": "1", "seen": 9}, "__all__"),
    ],
)
def test_a_release_that_cannot_be_is_refused_at_its_field(
    promise: Commitment, signed_in: SIGNED_IN, wanted: dict[str, Any], field: str
) -> None:
    answer = signed_in("secretariat").post(page("commitment", promise.pk), {"seen": promise.edition} | wanted)
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [field])
    assert faults(answer.content.decode()) == []


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_the_page_is_whole(decided: Register, signed_in: SIGNED_IN, language: str) -> None:
    client = signed_in("secretariat")
    client.cookies["django_language"] = language
    for noun in ("statement", "commitment", "meeting", "instrument"):
        model: Any = {"statement": Statement, "commitment": Commitment, "meeting": Meeting, "instrument": Instrument}[
            noun
        ]
        answer = client.get(page(noun, model.objects.order_by("pk")[0].pk))
        assert answer.status_code == 200, noun
        assert faults(answer.content.decode()) == [], noun


@pytest.mark.parametrize(("person", "status"), [("focal", 403), ("lead", 403), ("reader", 403), ("stranger", 404)])
def test_nobody_else_comes_to_the_page(promise: Commitment, signed_in: SIGNED_IN, person: str, status: int) -> None:
    for answer in (
        signed_in(person).get(page("commitment", promise.pk)),
        signed_in(person).post(page("commitment", promise.pk), {"reach": "public", "seen": 1, "confirm": "1"}),
    ):
        assert answer.status_code == status
    assert signed_in("secretariat").get(page("membership", 1)).status_code == 404
    assert signed_in("secretariat").get(page("commitment", 9999)).status_code == 404


def test_every_page_notes_what_it_shows(decided: Register, signed_in: SIGNED_IN) -> None:
    """Whatever page has a record of the coalition's own as its subject, or shows a contribution, notes it."""
    by, at = User.objects.get(username="secretariat"), timezone.now()
    for kept in Contribution.objects.all():
        releases.release(noun="contribution", record=kept.pk, reach="coalition", by=by, at=at)
    client = signed_in("focal")
    nouns = {"statements": "statement", "commitments": "commitment", "meetings": "meeting", "instruments": "instrument"}
    for address in addresses(decided):
        Sighting.objects.all().delete()
        html = client.get(address).content.decode()
        noted = set(Sighting.objects.values_list("noun", "record"))
        given = {
            ("contribution", one.pk) for one in Contribution.objects.all() if f'id="contribution-{one.pk}"' in html
        }
        assert given <= noted, address
        parts = address.split("?")[0].strip("/").split("/")
        if len(parts) == 3 and parts[1] in nouns:
            assert (nouns[parts[1]], int(parts[2])) in noted, address
    for address in (decided.page + "original", decided.page + "export/record"):
        Sighting.objects.all().delete()
        client.get(address)
        assert Sighting.objects.get().noun == "statement", address


def test_what_a_person_saw_is_noted_once_and_ones_own_never(promise: Commitment, signed_in: SIGNED_IN) -> None:
    where = f"/{SLUG}/commitments/{promise.pk}/"
    for _time in range(2):
        signed_in("reader").get(where)
        signed_in("secretariat").get(where)
    seen = Sighting.objects.filter(noun="commitment")
    assert [(one.user.username, one.party and one.party.code) for one in seen] == [("reader", "KEN")]


def test_a_page_is_shown_though_nothing_can_be_noted(
    promise: Commitment, signed_in: SIGNED_IN, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(**_what: Any) -> None:
        raise DatabaseError("no room")

    monkeypatch.setattr(sightings, "_store", full)
    assert signed_in("reader").get(f"/{SLUG}/commitments/{promise.pk}/").status_code == 200


def test_whatever_shows_a_partners_figures_is_noted_for_it(register: Register, signed_in: SIGNED_IN) -> None:
    number = enter(signed_in("focal"), reach="coalition")
    client = signed_in("reader")
    index = Leaf.objects.get(entry__noun="contribution", entry__record=str(number)).index
    for address in (
        "",
        "contributions/",
        "contributions/?line=1",
        f"contributions/?as_of={timezone.localdate().isoformat()}",
        "lines/1/",
        "partners/UGA/",
        "search/?q=pumps",
        f"history/contribution/{number}/",
        f"ledger/entries/{index}/",
        f"ledger/entries/{index}/bundle",
        "ledger/bundle",
    ):
        Sighting.objects.all().delete()
        answer = client.get(f"/{SLUG}/{address}")
        if answer.streaming:
            assert b"".join(answer.streaming_content)
        assert answer.status_code == 200, address
        seen = [(one.noun, one.record) for one in Sighting.objects.filter(user__username="reader")]
        assert seen == [("contribution", number)], address


def test_the_foot_of_a_page_says_how_far_its_record_is_released(register: Register, signed_in: SIGNED_IN) -> None:
    client = signed_in("focal")
    number = enter(client)
    foot = client.get(f"{LIST}{number}/").content.decode().partition("<footer")[2]
    assert "its owner alone" in foot
    for address in (f"{LIST}{number}/change/", f"{LIST}{number}/withdraw/", page("contribution", number)):
        assert "its owner alone" in client.get(address).content.decode().partition("<footer")[2], address
    foot = client.get(LIST).content.decode().partition("<footer")[2]
    assert "Release: each record’s own" in foot
