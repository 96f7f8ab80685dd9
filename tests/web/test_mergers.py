"""Duplicates on the site: merged, led on from the former address, taken back."""

from __future__ import annotations

from collections.abc import Callable

from django.test import Client

from concerted.actions import review
from concerted.register.models import Instrument, Statement, User
from tests.web.conftest import AT, SLUG, Register

SIGNED_IN = Callable[[str], Client]


def both() -> tuple[Instrument, Instrument]:
    """An instrument that is cited, and one that an older copy of it might be."""
    secretariat = User.objects.get(username="secretariat")
    review.accept_statement(statement=Statement.objects.get().pk, by=secretariat, at=AT)
    cited = Instrument.objects.get(key="UNSCR 9999")
    again = Instrument.objects.create(
        coalition=cited.coalition, key="SCR 9999", title="Resolution 9999", said_by="a letter", release=cited.release
    )
    return cited, again


def test_a_duplicate_is_merged_and_taken_back(register: Register, signed_in: SIGNED_IN) -> None:
    cited, again = both()
    client = signed_in("secretariat")
    address = f"/{SLUG}/merge/instrument/{again.pk}/"
    page = client.get(address).content.decode()
    assert f'value="{cited.pk}"' in page
    assert client.post(address, {}).status_code == 422
    answer = client.post(address, {"into": cited.pk, "seen": again.edition})
    assert answer["Location"] == f"/{SLUG}/instruments/{cited.pk}/"
    assert client.get(f"/{SLUG}/instruments/{again.pk}/")["Location"] == f"/{SLUG}/instruments/{cited.pk}/"
    assert "SCR 9999</bdi>" not in client.get(f"/{SLUG}/instruments/").content.decode().replace("UNSCR", "")
    client.post(f"/{SLUG}/split/instrument/{again.pk}")
    assert client.get(f"/{SLUG}/instruments/{again.pk}/").status_code == 200


def test_others_find_no_way_to_merge(register: Register, signed_in: SIGNED_IN) -> None:
    cited, again = both()
    address = f"/{SLUG}/merge/instrument/{again.pk}/"
    assert "/merge/" not in signed_in("reader").get(f"/{SLUG}/instruments/{cited.pk}/").content.decode()
    assert signed_in("reader").get(address).status_code == 403
    assert signed_in("focal").get(address).status_code == 404
    assert signed_in("focal").post(address, {"into": cited.pk}).status_code in (403, 404)
    assert signed_in("stranger").get(address).status_code == 404
