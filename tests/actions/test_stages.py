"""How far along a contribution is: said by its partner, told by a statement's verb, kept step by step."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import pytest

from concerted.actions import contributions, review, totals
from concerted.actions.stages import say_stages, told
from concerted.register import queries
from concerted.register.models import Contribution, Finding
from concerted.register.nouns.contribution import Content
from concerted.terms.errors import Conflict
from tests.standing import AT, SLUG, Register, first_reading

DAY = date(2021, 3, 2)
FUEL = Content("funds", "Fuel for patrols", "a letter", line=1, amount=Decimal(1000), currency="NOK")


def give(register: Register, **fields: Any) -> int:
    content = replace(FUEL, **fields)
    return contributions.add(coalition=SLUG, content=content, reach="coalition", by=register.people.norway, at=AT)


@pytest.mark.parametrize(
    ("verb", "language", "stage", "on"),
    [
        ("pledged to fund", "en", "pledged", DAY),
        ("undertook to train", "en", "pledged", DAY),
        ("Committed to provide", "en", "committed", DAY),
        ("offers", "en", "offered", DAY),
        ("have contributed", "en", "delivered", None),
        ("noted", "en", "", None),
        ("ont livré", "fr", "delivered", None),
        ("s’engagent à former", "fr", "committed", DAY),
        ("تعهدت", "ar", "", None),
    ],
)
def test_a_verb_tells_the_stage(verb: str, language: str, stage: str, on: date | None) -> None:
    statement: Any = SimpleNamespace(language=language, issued_on=DAY)
    assert told(verb, statement) == {"stage": stage, "stage_on": on}


def test_what_is_accepted_has_the_stage_that_its_statement_tells_of(register: Register) -> None:
    taken = register.take_in(first_reading())
    by = register.people.secretariat
    review.accept_statement(statement=taken.statement, by=by, at=AT)
    trained = Contribution.objects.get(kind="training")
    assert (trained.stage, trained.stage_on) == ("pledged", DAY)
    # A register from before stages were kept.
    Contribution.objects.filter(pk=trained.pk).update(stage="", stage_on=None)
    entered = give(register)
    assert say_stages(by=by, at=AT) == 1
    trained.refresh_from_db()
    assert (trained.stage, trained.stage_on) == ("pledged", DAY)
    assert Contribution.objects.get(pk=entered).stage == ""
    assert say_stages(by=by, at=AT) == 0
    assert Finding.objects.filter(contributions=trained).exists()


def test_the_ladder_tells_each_step_with_its_day(register: Register) -> None:
    by = register.people.norway
    number = give(register, stage="offered", stage_on=date(2021, 1, 5))
    for edition, (stage, on) in enumerate(
        (("pledged", date(2021, 2, 1)), ("pledged", date(2021, 2, 2)), ("delivered", None)), 1
    ):
        content = replace(FUEL, stage=stage, stage_on=on)
        contributions.change(number=number, content=content, seen=edition, by=by, at=AT)
    contributions.change(number=number, content=replace(FUEL, stage="delivered", caveat="None."), seen=4, by=by, at=AT)
    page = queries.contribution(register.people.chile, SLUG, number)
    assert [(step.stage, step.on) for step in page.ladder] == [
        ("offered", date(2021, 1, 5)),
        ("pledged", date(2021, 2, 1)),
        ("pledged", date(2021, 2, 2)),
        ("delivered", None),
    ]
    assert {step.by for step in page.ladder} == {"nils"}


def test_a_day_needs_a_stage(register: Register) -> None:
    with pytest.raises(Conflict, match="stage"):
        give(register, stage_on=DAY)
    with pytest.raises(Conflict, match="stage"):
        give(register, stage="promised")


def test_sums_count_all_but_what_was_withdrawn(register: Register) -> None:
    give(register, stage="pledged")
    give(register, stage="delivered", amount=Decimal(500))
    give(register, stage="withdrawn", amount=Decimal(70))
    chile = register.people.chile
    assert [one.amount for one in queries.contributions(chile, SLUG).totals] == [Decimal(1500)]
    one = queries.contributions(chile, SLUG, stage="withdrawn")
    assert ([row.stage for row in one.rows], one.totals[0].amount) == (["withdrawn"], Decimal(70))
    published = totals.publish(coalition=SLUG, currency="NOK", reach="coalition", by=register.people.secretariat, at=AT)
    assert published
    counted = queries.totals_preview(register.people.secretariat, SLUG, "NOK")
    assert "1570" not in str(counted)
