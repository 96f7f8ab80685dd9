"""Every noun that people keep says of a row what was written, and its columns are those of its content."""

from __future__ import annotations

from dataclasses import fields
from decimal import Decimal

import pytest

from concerted.actions import contributions
from concerted.actions.kept import KEPT
from concerted.register import queries
from concerted.register.nouns import NOUNS
from concerted.register.nouns.contribution import Content
from concerted.terms.errors import NotFound
from tests.standing import AT, SLUG, Register

RADIOS = Content("equipment", "Forty radios", "a letter", line=1, quantity=Decimal(40), unit="radios")


@pytest.mark.parametrize("name", NOUNS)
def test_columns_are_the_fields_of_a_content(name: str) -> None:
    noun = NOUNS[name]
    assert {one.name for one in noun.columns} == {one.name for one in fields(noun.content)}  # type: ignore[arg-type]
    assert KEPT[name].noun is noun


def test_a_person_reads_what_they_see_and_knows_what_they_keep(register: Register) -> None:
    for reach in ("owner only", "coalition"):
        contributions.add(coalition=SLUG, content=RADIOS, by=register.people.norway, at=AT, reach=reach)
    own = list(queries.kept(register.people.norway, SLUG, "contribution"))
    assert [(one.owner, one.release, one.edition, one.may_change) for one in own] == [
        ("NOR", "owner only", 1, True),
        ("NOR", "coalition", 1, True),
    ]
    assert own[0].content.summary == "Forty radios" and own[0].content.party == "NOR"
    theirs = list(queries.kept(register.people.chile, SLUG, "contribution"))
    assert [(one.id, one.may_change) for one in theirs] == [(own[1].id, False)]
    assert list(queries.kept(register.people.norway, SLUG, "contribution", after=own[0].id)) == own[1:]


def test_what_nobody_keeps_is_refused(register: Register) -> None:
    with pytest.raises(NotFound, match="noun"):
        list(queries.kept(register.people.norway, SLUG, "weather"))
