from __future__ import annotations

import pytest

from concerted.actions import commitments, review
from concerted.register.models import Commitment, StatusChange, User
from concerted.terms.errors import Conflict, NotAllowed, NotFound
from tests.acts import acts, changes
from tests.standing import AT, Register, first_reading


@pytest.fixture
def loaded(register: Register) -> Register:
    taken = register.take_in(first_reading())
    review.accept_statement(statement=taken.statement, by=register.people.secretariat, at=AT)
    return register


def change(by: User, words: str, status: str = "in progress", evidence: str = "a letter", **more: str) -> None:
    pk = Commitment.objects.get(text__startswith=words).pk
    commitments.change_status(commitment=pk, status=status, evidence=evidence, by=by, at=AT, **more)


def test_a_change_says_who_when_and_on_what(loaded: Register) -> None:
    before = len(acts())
    change(loaded.people.secretariat, "decided to share", "fulfilled", " the report of May ")
    assert Commitment.objects.get(text__startswith="decided to share").status == "fulfilled"
    done = StatusChange.objects.get()
    assert (done.status, done.by, done.at, done.evidence) == (
        "fulfilled",
        loaded.people.secretariat,
        AT,
        "the report of May",
    )
    assert acts()[before:] == ["commitment.change_status"]
    ((was, now),) = changes("commitment.change_status", "commitment")
    assert (was["status"], now["status"]) == ("open", "fulfilled")


def test_a_focal_point_changes_what_its_party_made(loaded: Register) -> None:
    change(loaded.people.norway, "undertook to train")
    with pytest.raises(NotAllowed):
        change(loaded.people.chile, "undertook to train", "fulfilled")


def test_the_lead_of_a_line_changes_what_is_promised_for_it(loaded: Register) -> None:
    change(loaded.people.lead, "decided to share")
    with pytest.raises(NotAllowed):
        change(loaded.people.norway, "decided to share", "fulfilled")


def test_a_reader_changes_nothing_and_a_stranger_finds_nothing(loaded: Register) -> None:
    with pytest.raises(NotAllowed):
        change(loaded.people.reader, "decided to share")
    with pytest.raises(NotFound):
        change(loaded.people.stranger, "decided to share")
    assert not StatusChange.objects.exists()


@pytest.mark.parametrize(
    ("status", "evidence", "seen", "expected"),
    [
        ("done", "a letter", "open", "fulfilled"),
        ("open", "a letter", "open", "another status"),
        ("fulfilled", "  ", "open", "a sentence"),
        ("fulfilled", "a letter", "lapsed", "as you saw it"),
    ],
)
def test_a_change_that_cannot_be_says_what_was_expected(
    loaded: Register, status: str, evidence: str, seen: str, expected: str
) -> None:
    with pytest.raises(Conflict) as caught:
        change(loaded.people.secretariat, "decided to share", status, evidence, seen=seen)
    assert expected in caught.value.expected
    assert not StatusChange.objects.exists()
