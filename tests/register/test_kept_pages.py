"""Pages of nouns that people keep: lists with filters, one record, and what a new one may say."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from concerted.actions import requests, requirements
from concerted.register import queries
from concerted.register.models import User
from concerted.register.rows.references import LineRef, PartyRef, RecordRef
from concerted.terms.errors import NotAllowed, NotFound
from tests.needs import BOATS_ASKED, BOATS_NEEDED
from tests.standing import AT, SLUG, Register


def enter(by: User, reach: str = "coalition", **fields: Any) -> int:
    return requirements.add(coalition=SLUG, content=replace(BOATS_NEEDED, **fields), reach=reach, by=by, at=AT)


def numbers(by: User, **asked: str) -> list[int]:
    return [one.id for one in queries.kept_list(by, SLUG, "requirement", asked=asked).rows]


def test_a_list_is_narrowed_by_what_can_be_chosen(register: Register) -> None:
    norway, chile = register.people.norway, register.people.chile
    asked = requests.add(coalition=SLUG, content=BOATS_ASKED, by=norway, at=AT)
    boats = enter(norway, part_of=asked, priority="critical")
    crews = enter(chile, kind="personnel", line=2)
    own = enter(chile, reach="owner only", line=None)
    assert numbers(chile) == [own, crews, boats]
    for narrowed, found in (
        ({"party": "NOR"}, [boats]),
        ({"line": "2"}, [crews]),
        ({"kind": "equipment"}, [own, boats]),
        ({"priority": "critical", "line": "1"}, [boats]),
        ({"status": "covered"}, []),
        ({"release": "owner only"}, [own]),
        ({"part_of": str(asked)}, [boats]),
        ({"line": "two"}, []),
        ({"release": "everybody"}, []),
        ({"summary": "no filter", "weather": "wet"}, [own, crews, boats]),
    ):
        assert numbers(chile, **narrowed) == found, narrowed
    assert numbers(norway) == [crews, boats]


def test_a_record_names_what_it_points_at_as_far_as_the_person_sees_that(register: Register) -> None:
    norway = register.people.norway
    asked = requests.add(coalition=SLUG, content=BOATS_ASKED, by=norway, at=AT)
    number = enter(norway, part_of=asked)
    own = queries.kept_page(norway, SLUG, "requirement", number)
    assert own.record.values["part_of"] == RecordRef("request", asked, BOATS_ASKED.title)
    assert own.record.values["party"] == PartyRef("NOR", "Norway")
    assert own.record.values["line"] == LineRef(1, "Patrols at sea")
    assert own.record.may_change and own.changed_by == "nils"
    theirs = queries.kept_page(register.people.chile, SLUG, "requirement", number)
    assert theirs.record.values["part_of"] is None and not theirs.record.may_change
    assert theirs.choice.records["part_of"] == ()


def test_a_requirement_is_part_of_a_request_of_its_own_side(register: Register) -> None:
    norway, chile = register.people.norway, register.people.chile
    requests.add(coalition=SLUG, content=BOATS_ASKED, reach="coalition", by=norway, at=AT)
    own = requests.add(coalition=SLUG, content=replace(BOATS_ASKED, title="Ropes"), by=chile, at=AT)
    assert queries.kept_choice(chile, SLUG, "requirement").records["part_of"] == (RecordRef("request", own, "Ropes"),)


def test_who_keeps_nothing_enters_nothing(register: Register) -> None:
    for person in (register.people.reader, register.people.lead, register.people.observer):
        with pytest.raises(NotAllowed):
            queries.kept_choice(person, SLUG, "requirement")
    assert queries.kept_choice(register.people.secretariat, SLUG, "requirement").party is None


def test_what_is_not_there_is_not_found(register: Register) -> None:
    number = enter(register.people.norway, reach="owner only")
    for person in (register.people.chile, register.people.secretariat):
        with pytest.raises(NotFound, match="requirement"):
            queries.kept_page(person, SLUG, "requirement", number)
    with pytest.raises(NotFound):
        queries.kept_list(register.people.norway, SLUG, "weather")
