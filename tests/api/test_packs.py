"""What a pack brought and both registers changed, decided by a program."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest

from concerted.actions import contributions, pack_imports
from concerted.api import packs
from concerted.ledger.packs.reading import look_over
from concerted.register.models import Contribution, Held
from tests.api.conftest import ROOT, Program, token_for
from tests.api.test_requests import trouble
from tests.packs import Other, take
from tests.standing import AT, SLUG, Register, register, standing

__all__ = ["register", "standing"]
PACKS = f"{ROOT}/coalitions/{SLUG}/packs"


def program(register: Register, person: str) -> Program:
    return Program(token_for(getattr(register.people, person).username))


@pytest.fixture
def place(register: Register) -> str:
    """The address of a record that Norway changed here and at home."""
    other = Other().trusted(register)
    take(register, other.pack(other.record(1)))
    one = Contribution.objects.get(owner__code="NOR")
    content = replace(contributions.KEEPING.noun.written(one), source="an order", caveat="in daylight")
    contributions.change(number=one.pk, content=content, seen=1, by=register.people.norway, at=AT)
    take(register, other.pack(other.record(1, 2, summary="Sixty radios", reach="public")))
    return f"{PACKS}/held/{Held.objects.get().pk}"


def test_a_partners_program_takes_something_of_each(register: Register, place: str) -> None:
    norway = program(register, "norway")
    listed = norway.get(PACKS).json()
    assert (len(listed["packs"]), [one["number"] for one in listed["held"]]) == (2, [1])
    shown = norway.get(place)
    page, tag = shown.json(), shown.headers["ETag"]
    assert (page["mine"]["source"], page["theirs"]["summary"], page["theirs_released"]) == (
        "an order", "Sixty radios", "public",
    )  # fmt: skip
    chosen = {"choice": "merged", "columns": ["summary", "release"]}
    trouble(norway("PUT", f"{place}/decision", chosen), 428)
    trouble(norway("PUT", f"{place}/decision", chosen, If_Match='"1.0"'), 412)
    wrong = norway("PUT", f"{place}/decision", {"choice": "merged", "columns": ["kind"]}, If_Match=tag)
    assert trouble(wrong, 422)["where"] == "columns"
    assert norway("PUT", f"{place}/decision", chosen, If_Match=tag).status_code == 204
    one = Contribution.objects.get(owner__code="NOR")
    assert (one.summary, one.source, one.release.kind) == ("Sixty radios", "an order", "public")
    trouble(norway.get(place), 404)


def test_one_version_is_taken_whole(register: Register, place: str) -> None:
    norway = program(register, "norway")
    tag = norway.get(place).headers["ETag"]
    assert norway("PUT", f"{place}/decision", {"choice": "theirs"}, If_Match=tag).status_code == 204
    one = Contribution.objects.get(owner__code="NOR")
    assert (one.summary, one.caveat) == ("Sixty radios", "")


def test_a_program_brings_a_pack_and_takes_one_along(register: Register, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pack_imports, "STEP", 2)
    monkeypatch.setattr(packs, "_AT_ONCE", -1)
    norway, other = program(register, "norway"), Other().trusted(register)
    bytes_ = {"Content-Type": "application/octet-stream"}
    pack = other.pack(*(other.record(number) for number in range(1, 4)))
    trouble(norway("POST", f"{PACKS}?name=far.pack", pack[:-9], **bytes_), 422)
    made = norway("POST", f"{PACKS}?name=far.pack", pack, **bytes_)
    assert made.status_code == 201
    place = made.json()["address"]
    assert norway.get(place).json()["goes_on"] is True
    assert [norway("POST", f"{place}/steps").json()["done"] for _step in range(3)] == [2, 3, 3]
    page = norway.get(place).json()
    assert (page["pack"]["added"], page["goes_on"]) == (3, False)
    written = norway("POST", f"{PACKS}/exports", {"to": "far-register"})
    looked = look_over(io.BytesIO(written.getvalue()), where="back")
    assert (looked.head.receiver, written.headers["Content-Type"]) == ("far-register", "application/octet-stream")
    chile = program(register, "chile")
    trouble(chile("POST", f"{PACKS}?name=far.pack", pack, **bytes_), 403)
    trouble(chile.get(place), 404)
    trouble(program(register, "secretariat")("POST", f"{PACKS}/exports", {}), 403)


def test_others_find_nothing(register: Register, place: str) -> None:
    for person, status in (("secretariat", 404), ("chile", 404), ("reader", 403), ("stranger", 404)):
        other = program(register, person)
        trouble(other.get(place), status)
        trouble(other("PUT", f"{place}/decision", {"choice": "mine"}, If_Match='"2.0"'), status)
