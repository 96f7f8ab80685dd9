"""The secretariat and line leads ask; a partner's focal point answers; nobody else sees either."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from concerted.actions import clarifications, contributions
from concerted.register import queries
from concerted.register.models import Clarification, Entry, Reach, User
from concerted.terms.errors import Conflict, NotAllowed, NotFound
from tests.actions.test_contributions import BOATS
from tests.standing import AT, SLUG, TODAY, Register


def ask(by: User, text: str = "Which ports are meant?", **about: Any) -> int:
    return clarifications.ask(coalition=SLUG, text=text, by=by, at=AT, **about)


def give(register: Register, line: int = 2, reach: str = Reach.COALITION) -> int:
    content = replace(BOATS, line=line)
    return contributions.add(coalition=SLUG, content=content, by=register.people.norway, at=AT, reach=reach)


def seeing(register: Register) -> set[str]:
    """Who of the standing people sees a question."""
    names = ("secretariat", "chile", "norway", "reader", "lead", "observer", "auditor")
    return {name for name in names if queries.clarifications(getattr(register.people, name), SLUG)}


def test_a_question_about_a_contribution_is_seen_by_its_people_and_who_may_ask(register: Register) -> None:
    ask(register.people.secretariat, contribution=give(register))
    assert seeing(register) == {"secretariat", "lead", "norway", "reader"}
    with pytest.raises(NotFound):
        queries.clarifications(register.people.stranger, SLUG)


def test_a_lead_asks_about_the_lines_they_lead_alone(register: Register) -> None:
    ask(register.people.lead, contribution=give(register))
    ask(register.people.lead, party="NOR", line=2)
    for about in ({"contribution": give(register, line=1)}, {"party": "NOR", "line": 1}, {"party": "NOR"}):
        with pytest.raises(NotAllowed):
            ask(register.people.lead, **about)


def test_a_question_about_another_line_is_not_the_leads_to_see(register: Register) -> None:
    ask(register.people.secretariat, party="NOR", line=1)
    assert seeing(register) == {"secretariat", "norway", "reader"}


def test_nobody_asks_about_what_they_may_not_see(register: Register) -> None:
    with pytest.raises(NotFound):
        ask(register.people.secretariat, contribution=give(register, reach=Reach.OWNER))


@pytest.mark.parametrize("who", ["norway", "chile", "reader", "observer", "auditor"])
def test_others_ask_nothing(register: Register, who: str) -> None:
    with pytest.raises(NotAllowed):
        ask(getattr(register.people, who), party="NOR")


def test_the_focal_point_answers_once(register: Register) -> None:
    number = ask(register.people.secretariat, party="NOR")
    head = queries.head(register.people.norway, SLUG, today=TODAY)
    assert head.asked == 1
    for who in (register.people.secretariat, register.people.reader):
        with pytest.raises(NotAllowed):
            clarifications.answer(clarification=number, text="All of them.", by=who, at=AT)
    with pytest.raises(NotFound):
        clarifications.answer(clarification=number, text="All of them.", by=register.people.chile, at=AT)
    clarifications.answer(clarification=number, text=" All of them. ", by=register.people.norway, at=AT)
    (row,) = queries.clarifications(register.people.secretariat, SLUG)
    assert (row.answer, row.answered_by, row.may_withdraw) == ("All of them.", "nils", False)
    assert queries.head(register.people.norway, SLUG, today=TODAY).asked == 0
    with pytest.raises(Conflict):
        clarifications.answer(clarification=number, text="None.", by=register.people.norway, at=AT)
    with pytest.raises(Conflict):
        clarifications.withdraw(clarification=number, by=register.people.secretariat, at=AT)


def test_whoever_asked_takes_it_back(register: Register) -> None:
    number = ask(register.people.secretariat, party="NOR", line=2)
    with pytest.raises(NotAllowed):
        clarifications.withdraw(clarification=number, by=register.people.lead, at=AT)
    clarifications.withdraw(clarification=number, by=register.people.secretariat, at=AT)
    assert seeing(register) == set()


def test_the_ledger_tells_of_it_to_the_partner_alone(register: Register) -> None:
    number = ask(register.people.secretariat, party="NOR")
    entries = Entry.objects.filter(noun="clarification", record=str(number))
    assert entries.visible_to(register.people.reader).exists()
    assert not entries.visible_to(register.people.chile).exists()


def test_a_question_has_words(register: Register) -> None:
    with pytest.raises(Conflict):
        ask(register.people.secretariat, "  ", party="NOR")
    assert not Clarification.objects.exists()
