"""Sheets on the site: taken along, brought back, looked at, imported step by step, decided."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from concerted.formats.sheets import open_sheet
from concerted.register.models import Contribution, Import, ImportFinding
from tests.answers import said
from tests.web.conftest import SLUG, Register

Clients = dict[str, Client]
HEAD = "kind,summary,amount,currency,source"


@pytest.fixture
def clients(register: Register, signed_in: Callable[[str], Client]) -> Clients:
    return {name: signed_in(name) for name in ("focal", "secretariat", "reader")}


def sheet(*rows: str) -> SimpleUploadedFile:
    return SimpleUploadedFile("boats.csv", "\n".join([HEAD, *rows]).encode(), "text/csv")


def bring(client: Client, *rows: str) -> Import:
    """Bring a sheet in, and compare it to its end."""
    sent = {"file": sheet(*rows), "reach": "owner only"}
    answer = client.post(f"/{SLUG}/sheets/contribution/", sent)
    assert answer.status_code == 302, said(answer)
    one = Import.objects.latest("pk")
    assert answer["Location"] == f"/{SLUG}/imports/{one.pk}/"
    go_on(client, one)
    return one


def go_on(client: Client, one: Import) -> None:
    for _ in range(20):
        client.post(f"/{SLUG}/imports/{one.pk}/go-on")
        one.refresh_from_db()
        if one.state not in ("comparing", "writing"):
            return
    raise AssertionError(one.state)


def decide(client: Client, one: Import, what: str, **more: Any) -> Any:
    return client.post(f"/{SLUG}/imports/{one.pk}/decide", {"what": what, **more}, follow=True)


def test_a_sheet_comes_in_step_by_step(clients: Clients) -> None:
    client = clients["focal"]
    one = bring(client, "equipment,Boats,1.50,USD,a letter", "equipment,Ropes,about 5,USD,a letter")
    page = said(client.get(f"/{SLUG}/imports/{one.pk}/"))
    assert "Boats" in page and "This is no number." in page and "about 5" in page
    assert not Contribution.objects.filter(summary="Boats").exists()
    decide(client, one, "start")
    page = said(client.get(f"/{SLUG}/imports/{one.pk}/"))
    assert 'hx-trigger="load delay:200ms, submit"' in page and "<progress" in page and "Go on" in page
    go_on(client, one)
    made = Contribution.objects.get(summary="Boats")
    assert "boats.csv" in said(client.get(f"/{SLUG}/contributions/{made.pk}/"))
    assert "1 new, 0 changed, 0 held, 1 refused" in said(client.get(f"/{SLUG}/imports/"))
    found = said(client.get(f"/{SLUG}/imports/{one.pk}/findings.csv"))
    assert "3,amount,critical,no number,about 5" in found


def test_what_goes_out_is_what_one_sees_and_comes_back_unchanged(clients: Clients) -> None:
    client = clients["focal"]
    decide(client, bring(client, "equipment,Boats,1.50,USD,a letter"), "start")
    go_on(client, Import.objects.latest("pk"))
    answer = client.get(f"/{SLUG}/sheets/contribution/xlsx")
    data = b"".join(answer.streaming_content)  # type: ignore[attr-defined]  # a file's answer has it
    rows = list(open_sheet(io.BytesIO(data), "out.xlsx").rows)
    assert "Boats" in [cell for row in rows for cell in row.cells]
    sent = {"file": SimpleUploadedFile("out.xlsx", data), "reach": "owner only"}
    client.post(f"/{SLUG}/sheets/contribution/", sent)
    one = Import.objects.latest("pk")
    go_on(client, one)
    assert [part.unchanged for part in one.parts.all()] == [len(rows) - 1]
    others = b"".join(clients["reader"].get(f"/{SLUG}/sheets/contribution/csv").streaming_content)  # type: ignore[attr-defined]
    assert b"Boats" not in others


def test_held_rows_are_decided_on_the_page(clients: Clients) -> None:
    client = clients["focal"]
    one = bring(client, "equipment,Boats,2,USD,a letter", "equipment,Boats,2,USD,a letter")
    place = ImportFinding.objects.get(of=one, tier="error").place
    assert "Import it" in said(client.get(f"/{SLUG}/imports/{one.pk}/?tier=error"))
    assert "left out" in said(decide(client, one, "leave out", place=place))
    decide(client, one, "import", place=place)
    decide(client, one, "start")
    go_on(client, one)
    assert Contribution.objects.filter(summary="Boats").count() == 2


def test_how_numbers_are_written_is_asked(clients: Clients) -> None:
    client = clients["focal"]
    one = bring(client, "funds,Fuel,1.234,USD,a letter")
    assert "How are they written?" in said(client.get(f"/{SLUG}/imports/{one.pk}/"))
    decide(client, one, "say how", decimals="comma")
    go_on(client, one)
    assert "1234" in said(client.get(f"/{SLUG}/imports/{one.pk}/?outcome=added"))
    assert "Nothing was done." in said(decide(client, one, "no such word", place="0"))
    assert "given up" in said(decide(client, one, "abandon"))


@pytest.mark.parametrize(
    ("name", "data"), [("a.csv", b"x,y\n1,2\n"), ("a.xlsx", b"PK\x03\x04"), ("a.csv", b"\x00\x01")]
)
def test_a_file_that_is_no_sheet_is_said_beside_the_field(clients: Clients, name: str, data: bytes) -> None:
    sent = {"file": SimpleUploadedFile(name, data), "reach": "owner only"}
    assert clients["focal"].post(f"/{SLUG}/sheets/contribution/", sent).status_code == 422
    assert not Import.objects.exists()


def test_an_import_is_not_there_for_others(clients: Clients) -> None:
    one = bring(clients["focal"], "funds,Fuel,12,USD,a letter")
    for who in ("secretariat", "reader"):
        for address in ("", "findings.csv"):
            assert clients[who].get(f"/{SLUG}/imports/{one.pk}/{address}").status_code == 404
        assert "boats.csv" not in said(clients[who].get(f"/{SLUG}/imports/"))
    assert clients["reader"].post(f"/{SLUG}/sheets/contribution/", {"file": sheet("a")}).status_code == 403
