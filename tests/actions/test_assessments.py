"""Assessments: by the guideline, by another person of another party, the newest in force."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from concerted.actions import assessments, reports, users
from concerted.register.models import Assessment, Commitment, Entry, Guideline, Reach, Release, Report, User
from concerted.register.nouns.report import written
from concerted.register.reported import digest
from concerted.terms.errors import Conflict, NotAllowed, NotFound
from tests.actions.progress import assess, guide, promise, reported
from tests.standing import AT, SLUG, Register


def lead_of_line_1() -> User:
    """A lead of line 1 who comes from Chile."""
    by = users.operator(at=AT)
    pk = users.add(
        username="luis",
        password="nine quiet harbours",
        coalition=SLUG,
        role="line lead",
        line=1,
        party="CHL",
        by=by,
        at=AT,
    )
    return User.objects.get(pk=pk)


def test_an_assessment_cites_guideline_report_and_evidence(accepted: Register) -> None:
    commitment, guideline, number = reported(accepted)
    made = assess(accepted.people.secretariat, commitment, 1, report=number, seen=1)
    one = Assessment.objects.get(pk=made)
    assert (one.mark, one.guideline_id, one.report_id, one.report_edition) == (1, guideline, number, 1)
    assert (one.report_digest, one.reporter) == (digest(Report.objects.get(pk=number)), accepted.people.norway)
    assert (one.owner, one.release.kind, one.assessor_party) == (None, "coalition", None)


def test_the_newest_is_in_force(accepted: Register) -> None:
    commitment, _guideline, number = reported(accepted)
    by = accepted.people.secretariat
    first = assess(by, commitment, 0)
    second = assess(lead_of_line_1(), commitment, 1, report=number)
    assert [one.pk for one in Assessment.objects.visible_to(by)] == [second]
    assessments.withdraw(assessment=second, by=by, at=AT)
    assert not Assessment.objects.visible_to(by).exists()
    with transaction.atomic(), pytest.raises(IntegrityError):
        Assessment.objects.filter(pk__in=[first, second]).update(in_force=True)


def test_a_new_guideline_leaves_what_was_assessed_by_the_old(accepted: Register) -> None:
    commitment, guideline, _number = reported(accepted)
    by = accepted.people.secretariat
    made = assess(by, commitment)
    with pytest.raises(Conflict, match="meanwhile"):
        guide(by, commitment, full="Seventy are trained.")
    newer = guide(by, commitment, full="Seventy are trained.", seen=guideline)
    assert guide(by, commitment, full="Seventy are trained.", seen=newer) == newer
    assert Assessment.objects.get(pk=made).guideline_id == guideline
    assert Assessment.objects.visible_to(by).get().guideline.full == "Sixty are trained."
    assert Guideline.objects.visible_to(by).get(commitment=commitment).pk == newer


@pytest.mark.parametrize(
    ("where", "more"),
    [
        ("mark", {"mark": 2}),
        ("reasons", {"reasons": " "}),
        ("evidence", {"evidence": ""}),
        ("party", {"party": "PER"}),
        ("seen", {"seen": 7}),
    ],
)
def test_what_cannot_be_is_refused(accepted: Register, where: str, more: dict[str, Any]) -> None:
    commitment, _guideline, number = reported(accepted)
    with pytest.raises(Conflict) as error:
        assess(accepted.people.secretariat, commitment, **{"report": number, **more})
    assert error.value.where == where


def test_there_is_no_assessment_without_a_guideline(accepted: Register) -> None:
    with pytest.raises(Conflict) as error:
        assess(accepted.people.secretariat, promise())
    assert error.value.where == "guideline"


def test_nobody_of_the_party_assesses_it(accepted: Register) -> None:
    """Luis leads line 1 and comes from Chile: he assesses Norway there, and never Chile."""
    luis = lead_of_line_1()
    shared = promise("decided to share")
    guide(luis, shared)
    assess(luis, shared, party="NOR")
    with pytest.raises(NotAllowed, match="belongs to CHL"):
        assess(luis, shared, party="CHL")
    chile = accepted.coalition.parties.get(code="CHL")
    with transaction.atomic(), pytest.raises(IntegrityError):
        Assessment.objects.update(party=chile)


def test_who_wrote_the_report_does_not_assess_it(accepted: Register) -> None:
    """Nils writes for Norway, then comes to the secretariat."""
    commitment, _guideline, number = reported(accepted)
    nils = accepted.people.norway
    nils.memberships.update(role="secretariat", party=None)
    with pytest.raises(NotAllowed, match="wrote the report"):
        assess(nils, commitment, report=number)
    assess(accepted.people.secretariat, commitment, report=number)
    with transaction.atomic(), pytest.raises(IntegrityError):
        Assessment.objects.update(by=nils)


@pytest.mark.parametrize("who", ["chile", "norway", "reader", "lead", "auditor", "observer"])
def test_others_neither_assess_nor_guide(accepted: Register, who: str) -> None:
    """Lena leads line 2 alone."""
    commitment, guideline, number = reported(accepted)
    by = getattr(accepted.people, who)
    with pytest.raises((NotAllowed, NotFound)):
        assess(by, commitment, report=number)
    with pytest.raises((NotAllowed, NotFound)):
        guide(by, commitment, seen=guideline)


def test_a_changed_report_no_longer_is_what_was_assessed(accepted: Register) -> None:
    commitment, _guideline, number = reported(accepted)
    made = Assessment.objects.get(pk=assess(accepted.people.secretariat, commitment, report=number))
    content = replace(written(Report.objects.get(pk=number)), text="All sixty are trained.")
    reports.change(number=number, content=content, seen=1, by=accepted.people.norway, at=AT + timedelta(days=2))
    assert digest(Report.objects.get(pk=number)) != made.report_digest


def seeing(register: Register) -> set[str]:
    """Who of the standing people sees an assessment."""
    names = ("secretariat", "chile", "norway", "reader", "lead", "observer", "auditor", "stranger")
    return {name for name in names if Assessment.objects.visible_to(getattr(register.people, name)).exists()}


@pytest.mark.parametrize(
    ("reach", "expected"),
    [
        # The party, its reader, and the auditor see it in any case.
        (Reach.OWNER, {"secretariat", "norway", "reader", "auditor"}),
        (Reach.COALITION, {"secretariat", "norway", "reader", "auditor", "chile", "lead"}),
    ],
)
def test_who_sees_an_assessment(accepted: Register, reach: str, expected: set[str]) -> None:
    commitment, _guideline, number = reported(accepted)
    assess(accepted.people.secretariat, commitment, report=number, reach=reach)
    assert seeing(accepted) == expected


def test_nobody_sees_one_of_a_report_that_they_may_not_see(accepted: Register) -> None:
    commitment, _guideline, number = reported(accepted)
    assess(accepted.people.secretariat, commitment, report=number)
    Report.objects.filter(pk=number).update(release=Release.objects.get(coalition=accepted.coalition, kind=Reach.OWNER))
    assert seeing(accepted) == {"norway", "reader"}
    entries = Entry.objects.filter(noun="assessment")
    assert entries.exists()
    assert not entries.visible_to(accepted.people.chile).exists()
    assert not entries.visible_to(accepted.people.secretariat).exists()


def test_nobody_sees_one_of_a_commitment_that_they_may_not_see(accepted: Register) -> None:
    commitment, _guideline, _number = reported(accepted)
    assess(accepted.people.secretariat, commitment)
    assert "chile" in seeing(accepted)
    Commitment.objects.filter(pk=commitment).update(
        release=Release.objects.get(coalition=accepted.coalition, kind=Reach.OWNER)
    )
    assert seeing(accepted) == {"secretariat"}
