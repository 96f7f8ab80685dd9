"""Partners enter, change and withdraw what they give; nobody else does."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from concerted.actions import contributions, users
from concerted.actions.editing import Edited
from concerted.register import queries
from concerted.register.models import Contribution, Reach, SearchEntry, User
from concerted.register.nouns.contribution import Content, written
from concerted.terms.errors import Conflict, NotAllowed, NotFound
from tests.acts import acts, changes
from tests.standing import AT, SLUG, TODAY, Register

BOATS = Content(
    kind="equipment",
    summary="Lifeboats for the northern ports",
    source="Letter of the harbour ministry, 1 March 2021",
    line=1,
    amount=Decimal("1200000.50"),
    currency="EUR",
    quantity=Decimal(12),
    unit="boats",
    first=date(2021, 4, 1),
    last=date(2022, 3, 31),
    caveat="Not beyond the pilot line.",
)


def add(by: User, content: Content = BOATS, **more: Any) -> int:
    return contributions.add(coalition=SLUG, content=content, by=by, at=AT, **more)


def change(number: int, by: User, seen: int = 1, **fields: Any) -> None:
    now = written(Contribution.objects.get(pk=number))
    contributions.change(number=number, content=replace(now, **fields), seen=seen, by=by, at=AT)


def second_focal_point() -> User:
    """Another focal point of Norway."""
    users.add(
        username="nora", password="nine quiet harbours", coalition=SLUG, role="focal point", party="NOR",
        by=users.operator(at=AT), at=AT,
    )  # fmt: skip
    return User.objects.get(username="nora")


def test_a_contribution_is_its_partners_own(register: Register) -> None:
    number = add(register.people.norway)
    one = Contribution.objects.get(pk=number)
    assert (one.party.code, one.owner, one.release.kind, one.edition) == ("NOR", one.party, Reach.OWNER, 1)
    assert written(one) == replace(BOATS, party="NOR")
    assert acts()[-1] == "contribution.add"


@pytest.mark.parametrize("who", ["reader", "lead", "observer", "auditor"])
def test_nobody_but_a_focal_point_enters_one(register: Register, who: str) -> None:
    with pytest.raises(NotAllowed):
        add(getattr(register.people, who))


def test_the_secretariat_enters_what_the_coalition_knows_of(register: Register) -> None:
    by = register.people.secretariat
    with pytest.raises(Conflict, match="party"):
        add(by)
    number = add(by, replace(BOATS, party="nor"), reach="coalition")
    one = Contribution.objects.get(pk=number)
    assert (one.party.code, one.owner) == ("NOR", None)
    with pytest.raises(NotAllowed):
        change(number, register.people.norway, caveat="None.")
    change(number, by, caveat="None.")
    with pytest.raises(Conflict, match="another partner"):
        add(register.people.norway, replace(BOATS, party="CHL"))


def test_a_stranger_finds_no_coalition_to_give_to(register: Register) -> None:
    with pytest.raises(NotFound):
        add(register.people.stranger)


@pytest.mark.parametrize("who", ["secretariat", "chile", "reader", "lead"])
def test_nobody_else_changes_or_withdraws_it(register: Register, who: str) -> None:
    number, other = add(register.people.norway, reach=Reach.COALITION), getattr(register.people, who)
    with pytest.raises(NotAllowed):
        change(number, other, summary="Nothing")
    with pytest.raises(NotAllowed):
        contributions.withdraw(number=number, seen=1, by=other, at=AT)


def test_nobody_else_finds_what_its_owner_keeps(register: Register) -> None:
    number = add(register.people.norway)
    for who in (register.people.secretariat, register.people.chile):
        with pytest.raises(NotFound):
            change(number, who, summary="Nothing")


def test_the_coalitions_own_hosting_is_no_partners_to_change(accepted: Register) -> None:
    hosted = Contribution.objects.get(party__code="CHL", kind="hosting")
    with pytest.raises(NotAllowed):
        change(hosted.pk, accepted.people.chile, summary="Nothing")


@pytest.mark.parametrize(
    ("fields", "where"),
    [
        ({"kind": "prayers"}, "kind"),
        ({"summary": "  "}, "summary"),
        ({"source": ""}, "source"),
        ({"amount": None}, "currency"),
        ({"currency": ""}, "currency"),
        ({"currency": "DEM"}, "currency"),
        ({"amount": Decimal(0)}, "amount"),
        ({"unit": ""}, "unit"),
        ({"quantity": Decimal(-1)}, "quantity"),
        ({"last": date(2021, 3, 31)}, "last"),
        ({"unit": "b" * 61}, "unit"),
    ],
)
def test_what_cannot_be_names_its_field(register: Register, fields: dict[str, Any], where: str) -> None:
    with pytest.raises(Conflict) as caught:
        add(register.people.norway, replace(BOATS, **fields))
    assert caught.value.where == where
    assert not Contribution.objects.exists()


def test_it_starts_as_its_owner_says(register: Register) -> None:
    kinds = [Reach.OWNER, Reach.WORKING_GROUP, Reach.COALITION, Reach.PUBLIC]
    for reach in kinds:
        one = Contribution.objects.get(pk=add(register.people.norway, reach=reach))
        assert one.release.kind == reach
        assert (one.release.line is None) == (reach != Reach.WORKING_GROUP)
    with pytest.raises(Conflict):
        add(register.people.norway, replace(BOATS, line=None), reach=Reach.WORKING_GROUP)
    with pytest.raises(Conflict):
        add(register.people.norway, reach=Reach.NAMED)


def test_a_change_is_a_new_edition(register: Register) -> None:
    number = add(register.people.norway)
    change(number, register.people.norway, amount=Decimal(900000), line=None)
    one = Contribution.objects.get(pk=number)
    assert (one.edition, one.amount, one.line, one.release.kind) == (2, Decimal(900000), None, Reach.OWNER)
    ((before, after),) = changes("contribution.change", "contribution")
    assert (Decimal(str(before["amount"])), Decimal(str(after["amount"]))) == (Decimal("1200000.50"), Decimal(900000))
    change(number, register.people.norway, seen=2)
    assert Contribution.objects.get(pk=number).edition == 2


def test_who_comes_second_gets_both_versions(register: Register) -> None:
    other = second_focal_point()
    number = add(register.people.norway)
    change(number, other, amount=Decimal("1300000.25"), first=None)
    with pytest.raises(Edited) as caught:
        change(number, register.people.norway, caveat="None.")
    edited = caught.value
    assert (edited.was["amount"], edited.was["first"]) == (Decimal("1200000.50"), date(2021, 4, 1))
    assert (edited.now["amount"], edited.now["first"]) == (Decimal("1300000.25"), None)
    assert (edited.was["line"], edited.now["line"]) == (1, 1)
    assert (edited.by, edited.at, edited.seen) == ("nora", AT, "2")
    assert Contribution.objects.get(pk=number).caveat == BOATS.caveat
    with pytest.raises(Edited):
        contributions.withdraw(number=number, seen=1, by=register.people.norway, at=AT)


def test_a_withdrawn_one_is_gone_but_in_the_ledger(register: Register) -> None:
    number = add(register.people.norway, reach=Reach.COALITION)
    assert SearchEntry.objects.filter(noun="contribution", key=str(number)).exists()
    contributions.withdraw(number=number, seen=1, by=register.people.norway, at=AT)
    assert not SearchEntry.objects.filter(noun="contribution").exists()
    for person in (register.people.norway, register.people.secretariat):
        assert queries.contributions(person, SLUG).rows == ()
        assert queries.partner(person, SLUG, "NOR", today=TODAY).contributions == ()
    assert changes("contribution.withdraw", "contribution")
    with pytest.raises(NotFound):
        change(number, register.people.norway, seen=2, summary="Again")
