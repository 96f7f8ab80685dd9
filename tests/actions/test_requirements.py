"""Requests for assistance and requirements are entered, changed and taken back by whose own they are."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from concerted.actions import requests, requirements
from concerted.actions.editing import Edited
from concerted.register import queries
from concerted.register.models import Request, Requirement, SearchEntry, User
from concerted.register.nouns.requirement import written
from concerted.terms.errors import Conflict, NotAllowed, NotFound
from tests.acts import acts, changes
from tests.needs import BOATS_ASKED, BOATS_NEEDED
from tests.standing import AT, SLUG, TODAY, Register


def ask(by: User, **fields: Any) -> int:
    return requests.add(coalition=SLUG, content=replace(BOATS_ASKED, **fields), by=by, at=AT)


def need(by: User, reach: str = "owner only", **fields: Any) -> int:
    return requirements.add(coalition=SLUG, content=replace(BOATS_NEEDED, **fields), reach=reach, by=by, at=AT)


def test_a_focal_point_enters_what_its_party_needs(register: Register) -> None:
    asked = ask(register.people.norway)
    number = need(register.people.norway, part_of=asked)
    one = Requirement.objects.get(pk=number)
    assert (one.owner, one.edition, one.status) == (one.party, 1, "open")
    assert written(one) == replace(BOATS_NEEDED, part_of=asked, party="NOR")
    assert acts()[-2:] == ["request.add", "requirement.add"]


def test_the_secretariat_enters_what_the_coalition_or_a_partner_needs(register: Register) -> None:
    by = register.people.secretariat
    common, of_chile = (Requirement.objects.get(pk=need(by, party=code)) for code in ("", "CHL"))
    assert (common.owner, common.party) == (None, None)
    assert of_chile.owner is None and of_chile.party is not None and of_chile.party.code == "CHL"
    assert Request.objects.get(pk=ask(by, party="CHL")).party.code == "CHL"
    with pytest.raises(Conflict, match="party"):
        ask(by)


@pytest.mark.parametrize(
    ("where", "fields"),
    [
        ("summary", {"summary": " "}),
        ("source", {"source": ""}),
        ("kind", {"kind": "weather"}),
        ("priority", {"priority": ""}),
        ("status", {"status": "done"}),
        ("quantity", {"quantity": Decimal(0)}),
        ("unit", {"unit": ""}),
        ("currency", {"amount": Decimal(5)}),
        ("currency", {"amount": Decimal(5), "currency": "XXZ"}),
        ("needed_by", {"needed_from": date(2021, 10, 2)}),
        ("part_of", {"part_of": 9_999_999}),
        ("party", {"party": "CHL"}),
        ("place", {"place": "x" * 301}),
    ],
)
def test_what_cannot_be_so_is_refused_by_its_column(register: Register, where: str, fields: dict[str, Any]) -> None:
    with pytest.raises(Conflict) as refused:
        need(register.people.norway, **fields)
    assert refused.value.where == where
    assert not Requirement.objects.exists()


def test_a_request_of_another_owner_is_none(register: Register) -> None:
    asked = ask(register.people.chile)
    with pytest.raises(Conflict, match="part_of"):
        need(register.people.norway, part_of=asked)


@pytest.mark.parametrize("who", ["secretariat", "chile", "reader", "lead", "observer"])
def test_nobody_else_changes_or_withdraws_it(register: Register, who: str) -> None:
    number = need(register.people.norway, reach="coalition")
    other = getattr(register.people, who)
    with pytest.raises((NotAllowed, NotFound)):
        requirements.change(number=number, content=BOATS_NEEDED, seen=1, by=other, at=AT)
    with pytest.raises((NotAllowed, NotFound)):
        requirements.withdraw(number=number, seen=1, by=other, at=AT)


def test_a_change_is_in_the_ledger_and_the_second_sees_it(register: Register) -> None:
    by = register.people.norway
    number = need(by)
    now = replace(BOATS_NEEDED, quantity=Decimal(8), status="partly covered")
    requirements.change(number=number, content=now, seen=1, by=by, at=AT)
    ((before, after),) = changes("requirement.change", "requirement")
    assert (before["status"], after["status"]) == ("open", "partly covered")
    assert set(after) == {"quantity", "status", "edition"}
    with pytest.raises(Edited) as refused:
        requirements.change(number=number, content=BOATS_NEEDED, seen=1, by=by, at=AT)
    assert (refused.value.was["quantity"], refused.value.now["quantity"]) == (6, 8)


def test_what_is_withdrawn_is_gone_but_in_the_ledger(register: Register) -> None:
    by = register.people.norway
    asked = ask(by)
    number = need(by, part_of=asked)
    assert {hit.noun for hit in queries.search(by, SLUG, "boats").hits} >= {"request", "requirement"}
    requests.withdraw(number=asked, seen=1, by=by, at=AT)
    assert queries.kept_page(by, SLUG, "requirement", number).record.values["part_of"] is None
    requirements.withdraw(number=number, seen=1, by=by, at=AT)
    assert not SearchEntry.objects.filter(noun__in=("request", "requirement")).exists()
    history = queries.history(by, SLUG, "requirement", str(number), on=TODAY)
    assert [entry.action for entry in history.entries] == ["requirement.withdraw", "requirement.add"]
