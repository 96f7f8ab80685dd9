"""Aims: which commitments can be followed up, and what is missing."""

from __future__ import annotations

import pytest

from concerted.reading.facts import Act, Aim, Kind, Mark
from concerted.reading.read import read
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
        "We will improve the quays of the old harbour.",
        "We will promote the Harbour Charter.",
        "We will develop and launch a harbour school.",
        "We will take steps that will close the sluice.",
        "We will support the owners in rebuilding the piers.",
        "We are determined to consider listing the smugglers.",
        "We commit to increasing the patrols.",
        "The map will be reviewed and updated.",
        "We commit to ending piracy by 2031.",
        "We will support the delivery of grain.",
        "We will promote trade by publishing the tariffs of the canal.",
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
        "We will fight organised crime.",
        "We will promote economic growth through the Harbour Committee.",
        "We will take further measures under the Harbour Charter.",
        "We are determined to dismantle extremism in all its forms.",
        "We will ensure our region’s security.",
        "We will focus on four priority areas.",
        "We will hold the smugglers accountable.",
        "The pilots will be guided by fairness.",
        "We will support the people of Ghana.",
        "We will explore ways to accelerate economic recovery.",
        "We will coordinate to respond to urgent needs.",
        "We will promote trade by strengthening our ties.",
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


def test_a_condition_of_the_world_is_no_target() -> None:
    assert Mark.TARGET in one("We will reinforce food security and equality.").missing
    assert Mark.TARGET in one("We will reinforce the sea wall.").marks


def test_a_count_of_headings_is_no_amount() -> None:
    assert Mark.AMOUNT in one("We will cooperate in six priority areas.").missing


def test_a_place_is_no_addressee() -> None:
    assert one("We will open a school in Ghana.").missing == (Mark.DATE, Mark.AMOUNT, Mark.ADDRESSEE)
