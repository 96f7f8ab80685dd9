"""The page of packs, and the one on which a focal point settles what two registers changed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.test import Client

from concerted.actions import contributions
from concerted.register.models import Contribution, Held
from tests.packs import Other, take
from tests.standing import AT, SLUG, Register, register, standing

__all__ = ["register", "standing"]

PACKS = f"/{SLUG}/packs/"


@pytest.fixture
def waiting(register: Register) -> int:
    """A record that Norway changed here and at home."""
    other = Other().trusted(register)
    take(register, other.pack(other.record(1)))
    one = Contribution.objects.get(owner__code="NOR")
    content = replace(contributions.KEEPING.noun.written(one), source="an order", caveat="in daylight")
    contributions.change(number=one.pk, content=content, seen=1, by=register.people.norway, at=AT)
    take(register, other.pack(other.record(1, 2, summary="Sixty radios", reach="public")))
    return Held.objects.get().pk


def browser(register: Register, person: str) -> Client:
    client = Client()
    client.force_login(getattr(register.people, person))
    return client


def test_a_focal_point_takes_something_of_each(register: Register, waiting: int) -> None:
    norway = browser(register, "norway")
    page = norway.get(PACKS).content.decode()
    assert f'href="{PACKS}held/{waiting}/"' in page and "far-register" in page
    shown = norway.get(f"{PACKS}held/{waiting}/").content.decode()
    for words in ("Sixty radios", "Forty radios", "an order", "a letter", "in daylight", "the public"):
        assert words in shown
    half = {"seen": "2", "keep-summary": "theirs"}
    answer = norway.post(f"{PACKS}held/{waiting}/", half)
    assert answer.status_code == 422 and 'id="theirs-summary" name="keep-summary" value="theirs" required checked' in (
        answer.content.decode()
    )
    choices = {"keep-source": "mine", "keep-caveat": "mine", "keep-release": "theirs"}
    stale = norway.post(f"{PACKS}held/{waiting}/", half | choices | {"seen": "1"})
    assert stale.status_code == 422 and "another look" in stale.content.decode()
    done = norway.post(f"{PACKS}held/{waiting}/", half | choices)
    assert (done.status_code, done.headers["Location"]) == (302, PACKS)
    one = Contribution.objects.get(owner__code="NOR")
    assert (one.summary, one.source, one.release.kind) == ("Sixty radios", "an order", "public")
    assert norway.get(f"{PACKS}held/{waiting}/").status_code == 404


def test_a_record_that_was_withdrawn_is_kept_or_goes(register: Register) -> None:
    other = Other().trusted(register)
    take(register, other.pack(other.record(1)))
    one = Contribution.objects.get(owner__code="NOR")
    content = replace(contributions.KEEPING.noun.written(one), source="an order")
    contributions.change(number=one.pk, content=content, seen=1, by=register.people.norway, at=AT)
    take(register, other.pack(other.gone(1, 2)))
    norway, address = browser(register, "norway"), f"{PACKS}held/{Held.objects.get().pk}/"
    assert "withdrawn or not there" in norway.get(address).content.decode()
    assert norway.post(address, {"seen": "2", "keep-record": "theirs"}).status_code == 302
    one.refresh_from_db()
    assert not one.in_force


def test_who_sees_what_of_packs(register: Register, waiting: int) -> None:
    address = f"{PACKS}held/{waiting}/"
    found = {}
    for person in ("secretariat", "chile", "reader", "lead", "observer", "auditor", "stranger"):
        client = browser(register, person)
        found[person] = (client.get(PACKS).status_code, client.get(address).status_code)
        assert "radios" not in client.get(PACKS).content.decode()
    assert found == {
        "secretariat": (200, 404),
        "chile": (200, 404),
        "reader": (403, 403),
        "lead": (403, 403),
        "observer": (403, 403),
        "auditor": (403, 403),
        "stranger": (404, 404),
    }
    assert "far-register" in browser(register, "secretariat").get(PACKS).content.decode()
    assert "far-register" not in browser(register, "chile").get(PACKS).content.decode()
    # Who exchanges no packs has no way there in the navigation.
    assert PACKS in browser(register, "norway").get(f"/{SLUG}/").content.decode()
    assert PACKS not in browser(register, "chile").get(f"/{SLUG}/").content.decode()
