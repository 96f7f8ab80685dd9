"""A fact's confidence says what was found by the same evidence before."""

from __future__ import annotations

from concerted.reading.confidence import ANY, evidence
from concerted.reading.facts import Meeting
from concerted.reading.read import read
from concerted.terms.document import Document
from concerted.terms.shelf import load, vocabulary

TEXT = (
    "President Ada Moe of Norway and President Ken Ito of Japan met in Lisbon on 3 May 2023. "
    "They pledged to dredge the bay by 31 December 2030. The bay is deep. The President urged owners to pay $2 million."
)


def test_plain_promises_are_surer_than_what_is_only_told() -> None:
    _, promise, told, _ = read(Document(TEXT)).acts
    assert promise.kind == "commitment" and told.kind == "finding"
    assert told.confidence < promise.confidence < 1


def test_nothing_is_certain_and_everything_is_rated() -> None:
    found = read(Document(TEXT))
    facts = [*found.acts, *found.participants, *found.people, *found.meetings, *found.deadlines, *found.sums]
    assert len(facts) >= 10
    assert all(0 < one.confidence < 1 for one in facts)


def test_an_act_whose_actor_is_open_waits_for_a_person() -> None:
    last = read(Document(TEXT)).acts[-1]
    assert set(last.candidates) == {"NOR", "JPN"}
    assert last.confidence <= 0.5


def test_evidence_has_a_name() -> None:
    found = read(Document(TEXT))
    (meeting,) = found.meetings
    assert isinstance(meeting, Meeting) and evidence(meeting) == "held, with a day"


def test_every_sort_of_fact_has_a_share_for_evidence_not_met_before() -> None:
    shares = load(vocabulary("confidence"))
    assert set(shares) >= {"acts", "participants", "people", "meetings", "deadlines", "sums", "checks", "lines"}
    assert all(0 < float(each[ANY]) < 1 for each in shares.values())
