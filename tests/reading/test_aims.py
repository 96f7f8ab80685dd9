"""Aims: which commitments can be followed up, and what is missing."""

from __future__ import annotations

import pytest

from concerted.reading import read
from concerted.reading.facts import Act, Aim, Kind, Mark
from concerted.terms.document import Document


def one(sentence: str) -> Act:
    (act,) = (act for act in read(Document(sentence)).acts if act.kind is Kind.COMMITMENT)
    return act


@pytest.mark.parametrize(
    "sentence",
    [
        "We will publish the harbour map.",
        "We will continue to repair the locks.",
        "We commit to hosting a meeting of pilots in Oslo.",
        "We will strengthen our cooperation by 2031.",
        "We pledge $4 million for the ferries.",
        "We will work with the owners to dredge the bay.",
        "We are determined to reopen the ferry line.",
        "We will ensure that the owners will pay the pilots.",
    ],
)
def test_a_discrete_action_towards_a_target_is_specific(sentence: str) -> None:
    assert one(sentence).aim is Aim.SPECIFIC


@pytest.mark.parametrize(
    "sentence",
    [
        "We will stand with the people of Ghana.",
        "We will work together for peace and prosperity.",
        "We reaffirm our commitment to unity.",
        "We are determined to address the challenges of our time.",
        "We remain committed to a free and open harbour.",
        "We will deepen our partnership with the pilots.",
        "We will strengthen our cooperation.",
        "We will remain seized of the matter.",
        "We will develop the deep friendship between Ghana and Japan.",
        "We will promote peace and prosperity in the Baltic.",
    ],
)
def test_a_stance_or_an_aspiration_is_a_general_aim(sentence: str) -> None:
    assert one(sentence).aim is Aim.GENERAL


@pytest.mark.parametrize(
    ("sentence", "mark"),
    [
        ("We will publish the harbour map.", Mark.TARGET),
        ("We will open the locks by 2031.", Mark.DATE),
        ("We will give $4 million to repair the quay.", Mark.AMOUNT),
        ("We will train 40 pilots.", Mark.AMOUNT),
        ("We will open a school in Ghana.", Mark.PLACE),
        ("We will open a school in Accra.", Mark.PLACE),
        ("We will lend barges to Ghana.", Mark.ADDRESSEE),
        ("We will lend barges to the affected communities.", Mark.ADDRESSEE),
    ],
)
def test_a_mark_is_found_and_otherwise_missing(sentence: str, mark: Mark) -> None:
    act = one(sentence)
    assert mark in act.marks
    assert mark not in act.missing
    assert sorted((*act.marks, *act.missing)) == sorted(Mark)


def test_vague_words_of_time_are_no_date() -> None:
    assert Mark.DATE in one("We will open the locks as soon as possible.").missing


def test_a_place_is_no_addressee() -> None:
    assert one("We will open a school in Ghana.").missing == (Mark.DATE, Mark.AMOUNT, Mark.ADDRESSEE)
