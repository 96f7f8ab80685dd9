"""What leaves the register: the present reading, whatever became of its text and its findings."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from concerted.actions import review
from concerted.formats.record import reading_of
from concerted.reading.facts import Act, Kind, Reading, Sum
from concerted.register import queries
from concerted.register.models import Statement
from concerted.terms.passage import Passage
from tests.standing import AT, FIRST, SLUG, Register, first_reading, passage, reading


def _exported(register: Register) -> Reading:
    found = queries.export(register.people.reader, SLUG, Statement.objects.get().pk)
    return reading_of(dict(found.record), found.text)


def test_a_reading_comes_out_as_it_came_in(register: Register) -> None:
    register.take_in(first_reading())
    assert _exported(register) == first_reading()


def test_what_is_read_in_one_place_keeps_its_order(register: Register) -> None:
    first = first_reading()
    whole = Act(Passage.of(FIRST, 0, len(FIRST)), Kind.FINDING, "met", ("issuers",))
    register.take_in(replace(first, acts=(whole, *first.acts)))
    assert _exported(register).acts == (whole, *first.acts)


@pytest.fixture
def spending(register: Register) -> Register:
    """A register with an accepted statement in which an act names the second of two sums."""
    text = "The ministers promised $5 to nobody. They decided to spend $7 on divers."
    sums = (Sum(passage(text, "$5"), Decimal(5), "USD"), Sum(passage(text, "$7"), Decimal(7), "USD"))
    act = Act(passage(text, "decided to spend $7 on divers"), Kind.COMMITMENT, "decided", ("issuers",), sums=(1,))
    taken = register.take_in(reading(text, "Statement of the Harbour Pact", acts=(act,), sums=sums))
    review.accept_statement(statement=taken.statement, by=register.people.secretariat, at=AT)
    return register


def test_an_act_names_its_sum_after_others_came_before_it(spending: Register) -> None:
    one = Statement.objects.get()
    text = "In the year of $9, t" + one.text[1:]
    added = Sum(passage(text, "$9"), Decimal(9), "USD")
    spending.replace(one.pk, text, sums=(added,))
    found = _exported(spending)
    assert [str(total.value) for total in found.sums] == ["9", "5", "7"]
    assert [found.sums[number].passage.quote for number in found.acts[0].sums] == ["$7"]


def test_what_has_no_place_in_a_corrected_text_is_not_in_it(spending: Register) -> None:
    one = Statement.objects.get()
    spending.replace(one.pk, one.text.replace(" They decided to spend $7 on divers.", " They went home."))
    found = _exported(spending)
    assert found.acts == ()
    assert [total.passage.quote for total in found.sums] == ["$5"]


def test_decisions_go_along_and_those_taken_back_do_not(register: Register) -> None:
    register.take_in(first_reading())
    who = register.people.secretariat
    call, divers = register.finding("called on Peru").pk, register.finding("undertook").pk
    review.reject(finding=call, comment="not yet", by=who, at=AT)
    review.accept(finding=divers, by=who, at=AT)
    review.undo(finding=divers, by=who, at=AT)
    (said,) = queries.export(register.people.reader, SLUG, Statement.objects.get().pk).decisions
    assert (said.list, said.place, said.state) == ("acts", 1, "rejected")
    assert (said.decision.by, said.decision.at, said.decision.comment) == (who.name, AT, "not yet")
