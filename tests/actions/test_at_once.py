"""Two people, or two programs, do the same thing at the same time: one of them does it, the other is told."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from django.db import connection

from concerted.actions import commitments, conclusions, items, minutes, review
from concerted.actions.editing import Edited
from concerted.register import triggers
from concerted.register.models import Commitment, Conclusion, Decision, Finding, Minute, Statement
from concerted.register.nouns.conclusion import Content as Decided
from concerted.register.nouns.item import Content as Topic
from concerted.register.nouns.minute import Content as Said
from concerted.terms.errors import Conflict
from tests.meetings import plan
from tests.standing import AT, FIRST, SLUG, Register, fill, first_reading, second_reading

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        connection.vendor == "sqlite",
        reason="the tests' SQLite lies in memory, for one program; tests/cli has two with one file",
    ),
]
HANDS = 4


@pytest.fixture(autouse=True)
def emptied(transactional_db: None) -> Iterator[None]:
    """Let the tables that only grow be emptied after a test."""
    yield
    triggers.remove(connection)


@pytest.fixture
def register(transactional_db: None) -> Register:
    """A register that every connection sees."""
    return fill()


@pytest.fixture
def together() -> Callable[[Callable[[int], Any]], list[Any]]:
    """Let several threads, each with a connection of its own, do a thing at once; gives results and errors."""

    def run(do: Callable[[int], Any]) -> list[Any]:
        barrier = Barrier(HANDS)

        def one(number: int) -> Any:
            try:
                barrier.wait(timeout=20)
                return do(number)
            except Conflict as error:
                return error
            finally:
                connection.close()

        with ThreadPoolExecutor(HANDS) as pool:
            return list(pool.map(one, range(HANDS)))

    return run


def test_a_statement_is_taken_in_once(register: Register, together: Callable[..., list[Any]]) -> None:
    results = together(lambda _: register.take_in(first_reading()))
    assert sorted(one.new for one in results) == [False] * (HANDS - 1) + [True]
    assert Statement.objects.count() == 1


def test_a_text_is_corrected_once(register: Register, together: Callable[..., list[Any]]) -> None:
    taken = register.take_in(first_reading())
    results = together(lambda number: register.replace(taken.statement, f"{FIRST}\nCorrection {number}.\n"))
    refused = [one for one in results if isinstance(one, Conflict)]
    assert len(refused) == HANDS - 1
    assert all("version 2 was loaded by secretary" in str(one) for one in refused)
    assert Statement.objects.get().version == 2


def test_a_finding_is_decided_once(register: Register, together: Callable[..., list[Any]]) -> None:
    register.take_in(first_reading())
    finding = register.finding("decided to share").pk
    verbs = [review.accept, review.reject]

    def decide(number: int) -> Any:
        return verbs[number % 2](finding=finding, by=register.people.secretariat, at=AT)

    refused = [one for one in together(decide) if isinstance(one, Conflict)]
    assert len(refused) == HANDS - 1
    assert all("by secretary on 2021-03-09" in str(one) for one in refused)
    assert Decision.objects.count() == 1


def test_findings_decided_at_once_all_become_records(register: Register, together: Callable[..., list[Any]]) -> None:
    register.take_in(first_reading())
    register.take_in(second_reading())
    acts = list(Finding.objects.filter(fact="act", kind="commitment").order_by("pk")[:HANDS])
    assert len(acts) == HANDS
    together(lambda number: review.accept(finding=acts[number].pk, by=register.people.secretariat, at=AT))
    assert Commitment.objects.filter(in_force=True).count() == HANDS
    assert Commitment.objects.get(verb="reaffirmed").renewed.count() == 1


def test_a_status_changes_once(register: Register, together: Callable[..., list[Any]]) -> None:
    taken = register.take_in(first_reading())
    review.accept_statement(statement=taken.statement, by=register.people.secretariat, at=AT)
    promise = Commitment.objects.get(verb="undertook").pk

    def change(number: int) -> Any:
        return commitments.change_status(
            commitment=promise,
            status="fulfilled",
            evidence=f"letter {number}",
            by=register.people.norway,
            at=AT,
            seen="open",
        )

    assert sum(isinstance(one, Conflict) for one in together(change)) == HANDS - 1
    assert Commitment.objects.get(pk=promise).changes.count() == 1


def test_those_who_take_minutes_lose_and_double_nothing(register: Register, together: Callable[..., list[Any]]) -> None:
    """Each sends each entry twice, as over a connection that breaks; two change one entry."""
    by = register.people.secretariat
    meeting = plan(by)
    topics = [items.add(coalition=SLUG, content=Topic(meeting, f"Item {hand}"), by=by, at=AT) for hand in range(HANDS)]
    shared: dict[str, Any] = {"coalition": SLUG, "by": by, "at": AT}

    def write(hand: int) -> Any:
        for number in range(3):
            said = Said(meeting, f"Remark {hand}.{number}", topics[hand])
            assert len({minutes.add(content=said, **shared) for _again in range(2)}) == 1
            conclusions.add(content=Decided(meeting, f"Decision {hand}.{number}", topics[hand]), **shared)
        first = Minute.objects.earliest("pk")
        try:
            minutes.change(number=first.pk, content=Said(meeting, f"Put right by {hand}"), seen=1, by=by, at=AT)
        except Edited:
            return "asked to merge"
        return "changed"

    assert sorted(together(write)) == ["asked to merge"] * (HANDS - 1) + ["changed"]
    wanted = {f"{hand}.{number}" for hand in range(HANDS) for number in range(3)}
    assert Minute.objects.count() == len(wanted) == Conclusion.objects.count()
    assert sorted(Conclusion.objects.values_list("ordinal", flat=True)) == list(range(1, len(wanted) + 1))
    assert {one.removeprefix("Decision ") for one in Conclusion.objects.values_list("text", flat=True)} == wanted
