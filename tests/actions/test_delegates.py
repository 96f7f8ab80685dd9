"""Delegations register for a meeting and sit by protocol."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from concerted.actions import delegates, meetings
from concerted.formats.sheets import Cell
from concerted.register import queries
from concerted.register.models import Delegate, ImportFinding, User
from concerted.register.nouns.delegate import Content
from concerted.terms.errors import Conflict, NotFound
from tests.actions.test_parties import stand
from tests.sheets import read, write
from tests.standing import AT, SLUG, TODAY, Register


def plan(by: User, **more: Any) -> int:
    content = meetings.Content(name="Harbour days", start=date(2021, 9, 1), **more)
    return meetings.schedule(coalition=SLUG, content=content, by=by, at=AT)


def come(by: User, planned: int, **fields: Any) -> int:
    content = replace(Content(planned, "Ola Fjord", "head of delegation", party="NOR"), **fields)
    return delegates.add(coalition=SLUG, content=content, reach="coalition", by=by, at=AT)


def test_a_partner_registers_its_own_and_the_secretariat_anybody(register: Register) -> None:
    by = register.people.secretariat
    planned = plan(by)
    own = Delegate.objects.get(pk=come(register.people.norway, planned, party=""))
    assert own.owner is not None and own.party == own.owner
    with pytest.raises(Conflict, match="party"):
        come(register.people.norway, planned, party="CHL")
    with pytest.raises(Conflict, match="organisation"):
        come(register.people.norway, planned, party="", organisation="Rescue League")
    guest = Delegate.objects.get(pk=come(by, planned, party="", organisation="Rescue League", role="observer"))
    assert (guest.party, guest.organisation) == (None, "Rescue League")


def test_a_partner_that_withdrew_is_refused_with_the_day(register: Register) -> None:
    by = register.people.secretariat
    stand(register, "CHL", "acceded", date(2020, 1, 1))
    stand(register, "CHL", "withdrawn", date(2021, 3, 1))
    with pytest.raises(Conflict, match="CHL withdrew on 2021-03-01") as refused:
        come(by, plan(by), party="CHL")
    assert refused.value.where == "party"
    earlier = meetings.Content(name="Before it left", start=date(2021, 2, 1))
    before = meetings.schedule(coalition=SLUG, content=earlier, by=by, at=AT)
    assert come(by, before, party="CHL")


@pytest.mark.parametrize(
    ("where", "fields"),
    [
        ("person", {"person": " "}),
        ("role", {"role": "cook"}),
        ("role", {"person": "A second head"}),
        ("meeting", {"meeting": 9_999_999}),
        ("party", {"party": ""}),
        ("organisation", {"organisation": "Rescue League"}),
    ],
)
def test_what_cannot_be_so_is_refused_by_its_column(register: Register, where: str, fields: dict[str, Any]) -> None:
    by = register.people.secretariat
    planned = plan(by)
    come(by, planned)
    with pytest.raises(Conflict) as refused:
        come(by, planned, **fields)
    assert refused.value.where == where
    assert Delegate.objects.count() == 1


def test_a_registration_is_changed_and_taken_back(register: Register) -> None:
    by = register.people.secretariat
    planned = plan(by)
    number = come(by, planned)
    content = Content(planned, "Ola Fjord", "delegate", party="NOR")
    delegates.change(number=number, content=content, seen=1, by=by, at=AT)
    assert [seat.plate for seat in queries.seating(by, SLUG, planned, today=TODAY).seats] == ["Norway"]
    delegates.withdraw(number=number, seen=2, by=by, at=AT)
    page = queries.seating(by, SLUG, planned, today=TODAY)
    assert (page.seats, page.withdrawn) == ((), ())


def test_who_withdraws_stays_on_record_and_loses_the_seat(register: Register) -> None:
    by = register.people.secretariat
    planned = plan(by)
    number = come(by, planned)
    asked = come(by, planned, person="Siri Vik", role="delegate", status="invited")
    gone = Content(planned, "Ola Fjord", "head of delegation", party="NOR", status="withdrawn")
    delegates.change(number=number, content=gone, seen=1, by=by, at=AT)
    page = queries.seating(by, SLUG, planned, today=TODAY)
    assert page.seats == ()
    assert [(one.id, one.plate, one.role) for one in page.withdrawn] == [(number, "Norway", "head of delegation")]
    assert [(one.id, one.plate) for one in page.invited] == [(asked, "Norway")]
    assert come(by, planned, person="Another head")
    back = Content(planned, "Ola Fjord", "head of delegation", party="NOR")
    with pytest.raises(Conflict, match="head"):
        delegates.change(number=number, content=back, seen=2, by=by, at=AT)


def test_delegations_sit_by_the_alphabet_with_the_host_first(register: Register) -> None:
    by = register.people.secretariat
    planned = plan(by, hosts=("NOR",))
    come(by, planned, person="Siri Vik", role="adviser")
    for party in ("NOR", "CHL", "PER"):
        come(by, planned, party=party)
    come(by, planned, party="", organisation="Alpine Rescue", role="observer")

    page = queries.seating(register.people.reader, SLUG, planned, today=TODAY, form="long")
    assert [(seat.place, seat.plate) for seat in page.seats] == [
        (1, "Kingdom of Norway"),
        (2, "Republic of Chile"),
        (3, "Republic of Peru"),
        (4, "Alpine Rescue"),
    ]
    assert [one.role for one in page.seats[0].delegates] == ["head of delegation", "adviser"]
    french = queries.seating(by, SLUG, planned, today=TODAY, language="fr", first="PER")
    assert [seat.plate for seat in french.seats] == ["Norvège", "Pérou", "Chili", "Alpine Rescue"]
    with pytest.raises(NotFound):
        queries.seating(register.people.stranger, SLUG, planned, today=TODAY)


def test_two_heads_of_a_delegation_do_not_come_in_one_sheet(register: Register) -> None:
    by = register.people.secretariat
    row: dict[str, Cell] = {"meeting": Decimal(plan(by)), "party": "NOR", "role": "head of delegation"}
    number = read(by, row | {"person": "Ola Fjord"}, row | {"person": "Kari Vik"}, noun="delegate")
    write(number, by)
    assert [one.person for one in Delegate.objects.filter(party__code="NOR")] == ["Ola Fjord"]
    assert ImportFinding.objects.get(of=number).found == "row 2 has it already"
