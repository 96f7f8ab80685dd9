"""The page of packs, and the one on which a focal point settles what two registers changed."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from concerted.actions import contributions, pack_imports, pack_keys, pack_uploads
from concerted.ledger.keys import new_key
from concerted.ledger.packs.reading import look_over
from concerted.register.models import Contribution, Held, Pack, PackFile
from concerted.register.packing.names import own_key
from concerted.web.views import packs as views
from tests.packs import Other, take
from tests.standing import AT, SLUG, Register, register, standing
from tests.web.test_pages import faults

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


def bring(client: Client, pack: bytes, **more: str) -> HttpResponse:
    return client.post(PACKS, {"file": SimpleUploadedFile("far.pack", pack)}, headers=more)


@pytest.fixture
def trusting(register: Register, monkeypatch: pytest.MonkeyPatch) -> Other:
    """A register that Norway exchanges packs with today, taken over two records at a step and one step an answer."""
    monkeypatch.setattr(pack_imports, "STEP", 2)
    monkeypatch.setattr(views, "_AT_ONCE", -1)
    return Other().trusted(register)


@pytest.mark.parametrize("who", ["norway", "secretariat"])
def test_a_pack_that_is_brought_in_is_taken_over_step_by_step(register: Register, trusting: Other, who: str) -> None:
    client, pack = browser(register, who), trusting.pack(*(trusting.record(number) for number in range(1, 6)))
    begun = bring(client, pack)
    place = begun.headers["Location"]
    number = Pack.objects.get().pk
    assert (begun.status_code, place, Contribution.objects.filter(owner__code="NOR").count()) == (
        302, f"{PACKS}{number}/", 0,
    )  # fmt: skip
    for done in (2, 4):
        assert client.post(f"{place}go-on").headers["Location"] == place
        html = client.get(place).content.decode()
        assert faults(html) == []
        assert f"{done} of 5" in html and f'hx-post="{place}go-on"' in html
        assert Contribution.objects.filter(owner__code="NOR").count() == done
    # Brought again in between, it is the same import.
    assert bring(client, pack).headers["Location"] == place
    for _again in range(2):
        client.post(f"{place}go-on")
    html = client.get(place).content.decode()
    assert "All of its records are done." in html and "go-on" not in html
    assert (Contribution.objects.filter(owner__code="NOR").count(), PackFile.objects.count()) == (5, 0)
    assert bring(client, pack).headers["Location"] == place
    assert (Pack.objects.count(), PackFile.objects.count()) == (1, 0)


def test_a_file_that_is_no_pack_for_us_is_refused_and_nothing_is_written(
    register: Register, trusting: Other, monkeypatch: pytest.MonkeyPatch
) -> None:
    norway, good = browser(register, "norway"), trusting.pack(trusting.record(1), trusting.record(2))
    refused = {
        "it has no trailer": good.rsplit(b"\n", 2)[0] + b"\n",
        "it was altered or is cut off": good.replace(b'"by":"Nils"', b'"by":"Olaf"'),
        "no key that is named for NOR": trusting.pack(trusting.record(1), key=new_key("far-register")),
        "its format is": b"{}\n",
        "pack of CHL": trusting.pack(partner="CHL"),
    }
    for words, pack in refused.items():
        answer = bring(norway, pack)
        html = answer.content.decode()
        assert answer.status_code == 422 and words in html, words
        assert faults(html) == []
    french = bring(norway, refused["it has no trailer"], **{"Accept-Language": "fr"})
    assert "il n’a pas de fin" in french.content.decode()
    monkeypatch.setattr(pack_uploads, "LARGEST", 100)
    assert "too large" in bring(norway, good).content.decode()
    assert norway.post(PACKS).status_code == 422
    assert not Pack.objects.exists() and not PackFile.objects.exists()
    assert bring(browser(register, "reader"), good).status_code == 403
    assert bring(browser(register, "stranger"), good).status_code == 404


def test_a_key_that_is_taken_back_stops_what_it_signed(register: Register, trusting: Other) -> None:
    norway = browser(register, "norway")
    place = bring(norway, trusting.pack(*(trusting.record(number) for number in range(1, 4)))).headers["Location"]
    norway.post(f"{place}go-on")
    key, secretariat = str(trusting.key.verifier), register.people.secretariat
    pack_keys.distrust(coalition=SLUG, partner="NOR", key=key, by=secretariat, at=timezone.now())
    stopped = norway.post(f"{place}go-on", follow=True)
    assert "no key that is named for NOR" in stopped.content.decode()
    assert Pack.objects.get().done == 2
    for other in ("chile", "reader", "stranger"):
        assert browser(register, other).post(f"{place}go-on").status_code in (403, 404)
        assert browser(register, other).get(place).status_code in (403, 404)


def test_a_focal_point_takes_a_pack_along(register: Register, trusting: Other) -> None:
    norway = browser(register, "norway")
    take(register, trusting.pack(trusting.record(1), trusting.record(2)))
    assert "Write a pack for" in norway.get(PACKS).content.decode()
    answer = norway.post(f"{PACKS}export", {"to": "far-register"})
    assert answer.headers["Content-Disposition"].startswith(f'attachment; filename="{SLUG}-NOR-')
    file = io.BytesIO(answer.getvalue())
    looked = look_over(file, where="back")
    assert looked.signed_by([own_key().verifier]) and looked.head.receiver == "far-register"
    assert Pack.objects.get(outward=True).sha256 == looked.sha256
    for other, status in (("secretariat", 403), ("chile", 404), ("reader", 403), ("stranger", 404)):
        assert browser(register, other).post(f"{PACKS}export").status_code == status
    assert "Write a pack for" not in browser(register, "secretariat").get(PACKS).content.decode()
