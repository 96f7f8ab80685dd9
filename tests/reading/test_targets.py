"""Targets: what the researchers of compliance count one by one in a commitment."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from concerted.reading.facts import Act, Kind
from concerted.reading.read import read
from concerted.terms.document import Document

OPENING = "We, the Governments of Norway, Ghana and Japan, met in Lisbon."


def commitments(text: str) -> list[Act]:
    return [act for act in read(Document(text)).acts if act.kind is Kind.COMMITMENT]


def targets(sentence: str) -> list[str]:
    (act,) = commitments(sentence)
    return [target.quote for target in act.targets]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # One target is the complement.
        ("We will dredge the bay.", ["dredge the bay"]),
        ("We remain firmly committed to dredging the bay.", ["dredging the bay"]),
        ("We reaffirm our shared commitment to the harbour treaty.", ["the harbour treaty"]),
        ("We aim by 2031 to open three locks.", ["open three locks"]),
        # Actions that are joined.
        ("We commit to open the locks, to pay the pilots and to mark the channel.",
         ["open the locks", "to pay the pilots", "to mark the channel"]),
        ("We will open the locks, pay the pilots, and mark the channel.",
         ["open the locks", "pay the pilots", "mark the channel"]),
        ("We are committed to opening the locks and paying the pilots.",
         ["opening the locks", "paying the pilots"]),
        ("We are committed to opening the locks and to the swift repair of the quay.",
         ["opening the locks", "to the swift repair of the quay"]),
        ("We will open the locks and, as appropriate, review the tolls.",
         ["open the locks and, as appropriate", "review the tolls"]),
        ("We will repair the quay; publish the tolls; and pay the pilots.",
         ["repair the quay", "publish the tolls", "pay the pilots"]),
        # Aims of one action.
        ("We will work with the owners to reduce delays and protect the pilots.",
         ["work with the owners to reduce delays", "protect the pilots"]),
        # Numbers.
        ("We will: i) repair the quay, ii) publish the tolls; iii) pay the pilots.",
         ["repair the quay", "publish the tolls", "pay the pilots"]),
        # Things that one deed is done to.
        ("We will protect the pilots of the north as well as the crews of the ferries.",
         ["protect the pilots of the north", "the crews of the ferries"]),
        ("We will publish the map, and the list of tolls.", ["publish the map", "the list of tolls"]),
        ("We will focus on pilotage, harbour methods, and lock repairs.",
         ["focus on pilotage", "harbour methods", "lock repairs"]),
    ],
)  # fmt: skip
def test_each_target_is_counted(sentence: str, expected: list[str]) -> None:
    assert targets(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "We will repair and repaint the quay.",
        "We will keep up and step up the patrols.",
        "We commit to lending barges to Ghana and to Norway.",
        "We will take steps to better detect and prevent leaks.",
        "We will restore peace and security in the harbour.",
        "We will open a free and fair market.",
        "We will dredge the bay by hiring crews and buying barges.",
        "We will dredge the bay, including by hiring crews and by buying barges.",
        "We will dredge the bay, taking into account the tides and noting the wind.",
        "We will help the ports which handle grain and store timber.",
        "We will dredge the bay, to keep the port open.",
        "We will work together with pilots, owners and crews.",
        "We will deepen cooperation between the pilots and the owners.",
        "We will protect the locks and their keepers.",
        "We will measure the depth of the bay and the river.",
        "We will work through six boards: 1) pilots; 2) locks; 3) tolls.",
    ],
)
def test_means_adjectives_pairs_and_parties_are_no_targets(sentence: str) -> None:
    assert len(targets(sentence)) == 1


def test_an_item_of_a_list_has_its_own_targets() -> None:
    acts = commitments(f"{OPENING}\n\nWe will:\n\n- Repair the quay and publish the tolls.\n\n- Pay the pilots.\n")
    found = [[target.quote for target in act.targets] for act in acts]
    assert found == [["Repair the quay", "publish the tolls"], ["Pay the pilots"]]


def test_only_commitments_have_targets() -> None:
    (act,) = read(Document("We condemn the attack on the lock and the theft of the barge.")).acts
    assert act.targets == ()
    assert act.aim is None


_WORDS = st.sampled_from(
    ("will", "commit", "to", "and", ",", ";", ":", "(", ")", "i)", "(ii)", "repair", "repairing", "the", "quay", "as",
     "well", "pay", "by", "paying", "which", "that", "open", "—", "“", "”", "our")
)  # fmt: skip


@given(st.lists(_WORDS, max_size=24))
def test_targets_lie_in_their_act_in_order_and_apart(words: list[str]) -> None:
    text = f"We will {' '.join(words)}."
    for act in commitments(text):
        at = act.passage.start
        assert act.targets
        for target in act.targets:
            assert at <= target.start < target.end <= act.passage.end
            assert text[target.start : target.end] == target.quote
            at = target.end
