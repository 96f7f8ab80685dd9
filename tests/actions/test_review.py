from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from concerted.actions import review
from concerted.actions.correction import BadCorrection
from concerted.register.models import (
    Call,
    Citation,
    Commitment,
    Contribution,
    Decision,
    Finding,
    LineMention,
    Meeting,
    Obligation,
    Participation,
    Renewal,
)
from concerted.terms.errors import Conflict, NotAllowed, NotFound
from tests.acts import acts
from tests.standing import AT, FIRST, Register, first_reading, second_reading


@pytest.fixture
def loaded(register: Register) -> Register:
    register.take_in(first_reading())
    return register


def accept(register: Register, finding: Finding, **more: Any) -> review.Decided:
    return review.accept(finding=finding.pk, by=register.people.secretariat, at=AT, **more)


def test_an_accepted_promise_becomes_a_commitment_with_its_source(loaded: Register) -> None:
    finding = loaded.finding("decided to share")
    assert accept(loaded, finding, comment="clear").state == "accepted"
    commitment = Commitment.objects.get(finding=finding)
    assert (commitment.text, commitment.verb) == (finding.quote, "decided to share")
    assert commitment.by_issuers
    assert [line.number for line in commitment.lines.all()] == [1, 2]
    assert (commitment.due_words, commitment.due_on) == ("within 30 days", date(2021, 4, 1))
    decision = Decision.objects.get(finding=finding)
    assert (decision.verdict, decision.by, decision.at, decision.comment) == (
        "accepted",
        loaded.people.secretariat,
        AT,
        "clear",
    )


def test_every_fact_becomes_its_record(loaded: Register) -> None:
    accept(loaded, loaded.finding("called on Peru"))
    call = Call.objects.get()
    assert [party.code for party in call.addressees.all()] == ["PER"]
    accept(loaded, loaded.finding("Chile met", "participant"))
    assert (Participation.objects.get().party.code, Participation.objects.get().note) == ("CHL", "in its own waters")
    accept(loaded, loaded.finding("resolution 4040", "instrument"))
    assert Citation.objects.get().instrument.key == "HC 4040"
    accept(loaded, loaded.finding("patrols at sea", "line"))
    assert LineMention.objects.get().line.number == 1
    accept(loaded, loaded.finding("no later", "deadline"))
    obligation = Obligation.objects.get()
    assert (obligation.series, obligation.recurring, obligation.days) == ("ministerial meeting", True, 100)


def test_a_deadline_that_is_no_meeting_binds_no_series(loaded: Register) -> None:
    accept(loaded, loaded.finding("within 30 days", "deadline"))
    assert Obligation.objects.get().series == ""


def test_a_meeting_that_the_file_knows_gets_the_source(loaded: Register) -> None:
    known = Meeting.objects.get(coalition=loaded.coalition, name="Workshop on care")
    accept(loaded, loaded.finding("host a workshop", "meeting"))
    known.refresh_from_db()
    assert known.finding == loaded.finding("host a workshop", "meeting")
    assert known.place == "Valparaíso"
    contribution = Contribution.objects.get()
    assert (contribution.party.code, contribution.kind, contribution.line and contribution.line.number) == (
        "CHL",
        "hosting",
        2,
    )
    review.undo(finding=loaded.finding("host a workshop", "meeting").pk, by=loaded.people.secretariat, at=AT)
    known.refresh_from_db()
    assert (known.finding, known.in_force) == (None, True)
    assert not Contribution.objects.filter(in_force=True).exists()


def test_what_a_named_party_gives_is_a_contribution(loaded: Register) -> None:
    accept(loaded, loaded.finding("undertook to train"))
    contribution = Contribution.objects.get()
    assert (contribution.party.code, contribution.kind) == ("NOR", "training")


def test_the_proposal_stays_beside_the_correction(loaded: Register) -> None:
    finding = loaded.finding("decided to share")
    proposal = finding.proposal
    end = FIRST.index(" within 30 days, and")
    done = review.correct(
        finding=finding.pk,
        changes={"lines": [1], "due_passage": None, "passage": {"start": finding.start, "end": end}},
        by=loaded.people.secretariat,
        at=AT,
    )
    assert done.state == "corrected"
    finding.refresh_from_db()
    assert finding.proposal == proposal
    commitment = Commitment.objects.get()
    assert commitment.text == "decided to share the positions of ships in distress"
    assert ([line.number for line in commitment.lines.all()], commitment.due_on) == ([1], None)
    corrected = Decision.objects.get().corrected
    assert corrected is not None
    assert corrected["text"] == commitment.text


def test_a_correction_of_the_kind_changes_the_record(loaded: Register) -> None:
    finding = loaded.finding("decided to share")
    review.correct(finding=finding.pk, changes={"kind": "call"}, by=loaded.people.secretariat, at=AT)
    assert not Commitment.objects.exists()
    assert Call.objects.get().finding == finding


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"kind": "wish"}, "act"),
        ({"lines": [9]}, "lines"),
        ({"lines": "1"}, "lines"),
        ({"lines": ["1"]}, "lines"),
        ({"actors": ["XXX"]}, "party"),
        ({"actors": "NOR"}, "actors"),
        ({"passage": {"start": 5, "end": 5}}, "passage"),
        ({"passage": {"start": 0, "end": 10**6}}, "passage"),
        ({"passage": {"start": "a", "end": 9}}, "passage"),
        ({"confidence": 0.1}, "confidence"),
        ({"mood": "good"}, "mood"),
        ({"renews": "no"}, "act"),
        ({}, "act"),
    ],
)
def test_a_correction_that_does_not_fit_says_where(loaded: Register, changes: dict[str, Any], field: str) -> None:
    finding = loaded.finding("decided to share")
    with pytest.raises(BadCorrection) as caught:
        review.correct(finding=finding.pk, changes=changes, by=loaded.people.secretariat, at=AT)
    assert field in caught.value.where
    assert caught.value.expected
    assert not Decision.objects.exists()


@pytest.mark.parametrize(
    ("words", "fact", "changes"),
    [
        ("no later", "deadline", {"days": -5}),
        ("no later", "deadline", {"days": 10**8}),
        ("no later", "deadline", {"days": None, "months": 10**20}),
        ("patrols at sea", "line", {"number": 10**20}),
        ("host a workshop", "meeting", {"end": "2021-05-01"}),
    ],
)
def test_a_correction_that_no_register_holds_is_refused(
    loaded: Register, words: str, fact: str, changes: dict[str, Any]
) -> None:
    with pytest.raises(BadCorrection) as caught:
        review.correct(finding=loaded.finding(words, fact).pk, changes=changes, by=loaded.people.secretariat, at=AT)
    assert caught.value.where == list(changes)[-1]
    assert not Decision.objects.exists()


def test_a_rejected_finding_becomes_nothing(loaded: Register) -> None:
    finding = loaded.finding("decided to share")
    assert review.reject(finding=finding.pk, by=loaded.people.secretariat, at=AT).state == "rejected"
    assert not Commitment.objects.exists()


def test_undone_and_accepted_again_it_is_the_same_commitment(loaded: Register) -> None:
    finding = loaded.finding("decided to share")
    accept(loaded, finding)
    number = Commitment.objects.get().pk
    review.undo(finding=finding.pk, by=loaded.people.secretariat, at=AT)
    assert not Commitment.objects.filter(in_force=True).exists()
    accept(loaded, finding)
    assert Commitment.objects.get(in_force=True).pk == number
    assert [decision.verdict for decision in Decision.objects.all()] == ["accepted", "undone", "accepted"]


def test_each_decision_is_one_act(loaded: Register) -> None:
    finding, before = loaded.finding("decided to share"), len(acts())
    accept(loaded, finding)
    review.undo(finding=finding.pk, by=loaded.people.secretariat, at=AT)
    review.reject(finding=finding.pk, by=loaded.people.secretariat, at=AT)
    review.undo(finding=finding.pk, by=loaded.people.secretariat, at=AT)
    review.correct(finding=finding.pk, changes={"lines": [2]}, by=loaded.people.secretariat, at=AT)
    events = acts()[before:]
    assert events == [
        "finding.accept",
        "finding.undo",
        "finding.reject",
        "finding.undo",
        "finding.correct",
    ]


def test_a_decided_finding_is_not_decided_again(loaded: Register) -> None:
    finding = loaded.finding("decided to share")
    accept(loaded, finding)
    for verb in (review.accept, review.reject):
        with pytest.raises(Conflict, match="accepted by secretary on 2021-03-09"):
            verb(finding=finding.pk, by=loaded.people.secretariat, at=AT)
    assert Decision.objects.count() == 1


def test_a_person_decides_on_what_they_saw(loaded: Register) -> None:
    finding = loaded.finding("decided to share")
    with pytest.raises(Conflict):
        accept(loaded, finding, seen="rejected")
    accept(loaded, finding, seen="proposed")
    with pytest.raises(Conflict):
        review.undo(finding=finding.pk, by=loaded.people.secretariat, at=AT, seen="proposed")


def test_nothing_undecided_can_be_undone(loaded: Register) -> None:
    with pytest.raises(Conflict, match="not decided"):
        review.undo(finding=loaded.finding("decided to share").pk, by=loaded.people.secretariat, at=AT)


@pytest.mark.parametrize("who", ["chile", "norway", "reader"])
def test_members_without_the_right_are_refused(loaded: Register, who: str) -> None:
    with pytest.raises(NotAllowed):
        review.accept(finding=loaded.finding("decided to share").pk, by=getattr(loaded.people, who), at=AT)


def test_for_a_stranger_there_is_no_such_finding(loaded: Register) -> None:
    finding = loaded.finding("decided to share")
    for verb in (review.accept, review.reject, review.undo):
        with pytest.raises(NotFound):
            verb(finding=finding.pk, by=loaded.people.stranger, at=AT)
    with pytest.raises(NotFound):
        review.accept_statement(statement=finding.statement_id, by=loaded.people.stranger, at=AT)


def test_what_was_passed_over_asks_for_no_decision(loaded: Register) -> None:
    with pytest.raises(NotFound):
        accept(loaded, loaded.finding("For the press", "passed_over"))


def test_nothing_is_left_of_a_decision_that_fails(loaded: Register, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: Any, **__: Any) -> None:
        raise RuntimeError

    monkeypatch.setattr("concerted.actions.ledger.seal", fail)
    with pytest.raises(RuntimeError):
        accept(loaded, loaded.finding("decided to share"))
    assert not Decision.objects.exists()
    assert not Commitment.objects.exists()


def test_a_whole_statement_is_accepted_by_one_act(loaded: Register) -> None:
    review.reject(finding=loaded.finding("called on Peru").pk, by=loaded.people.secretariat, at=AT)
    before = len(acts())
    statement = loaded.finding("called on Peru").statement_id
    done = review.accept_statement(statement=statement, by=loaded.people.secretariat, at=AT)
    assert done.accepted == 11
    assert acts()[before:] == ["statement.accept"]
    assert not Call.objects.exists()
    assert review.accept_statement(statement=statement, by=loaded.people.secretariat, at=AT).accepted == 0
    assert len(acts()) == before + 1


@pytest.mark.parametrize("order", [("first", "second"), ("second", "first")])
def test_a_renewed_promise_is_linked_to_what_it_renews(register: Register, order: tuple[str, str]) -> None:
    numbers = {
        "first": register.take_in(first_reading()).statement,
        "second": register.take_in(second_reading()).statement,
    }
    for name in order:
        review.accept_statement(statement=numbers[name], by=register.people.secretariat, at=AT)
    renewal = Renewal.objects.get()
    assert renewal.earlier.text.startswith("decided to share the positions")
    assert renewal.later.text.startswith("reaffirmed")


def test_an_aim_can_be_given_to_a_proposal_that_was_read_before_there_were_aims(register: Register) -> None:
    old = register.take_in(first_reading()).statement
    read = Finding.objects.filter(statement=old, fact="act").order_by("ordinal")[0]
    proposal = {
        name: value for name, value in read.proposal.items() if name not in ("aim", "targets", "marks", "missing")
    }
    finding = Finding.objects.create(
        statement=read.statement,
        ordinal=999,
        fact="act",
        kind="commitment",
        start=read.start,
        end=read.end,
        quote=read.quote,
        proposal=proposal,
        confidence=0.9,
    )
    review.correct(finding=finding.pk, changes={"aim": "specific"}, by=register.people.secretariat, at=AT)
    commitment = Commitment.objects.get(finding=finding)
    assert (commitment.aim, commitment.targets) == ("specific", [[0, len(finding.quote)]])
