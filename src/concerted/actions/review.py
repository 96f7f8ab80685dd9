"""A person decides on a finding. The proposal never changes; decisions follow each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from concerted.actions import ledger, records, renewals
from concerted.actions.correction import corrected_form
from concerted.register.access import Permission
from concerted.register.models import PROPOSED, Decision, Finding, Statement, User, Verdict
from concerted.register.places import place, standing, with_anchors
from concerted.terms.errors import Conflict, NotFound, Stale

LONGEST_COMMENT = 2000


@dataclass(frozen=True, slots=True)
class Decided:
    """What became of a finding: its number, its state now, and the number of its statement."""

    finding: int
    state: str
    statement: int


@dataclass(frozen=True, slots=True)
class AllDecided:
    """What became of a statement: its number and how many findings were accepted."""

    statement: int
    accepted: int


@ledger.action("finding.accept")
def accept(*, finding: int, by: User, at: datetime, comment: str = "", seen: str | None = None) -> Decided:
    """Accept a finding as it was read; it becomes a record that keeps it as its source.

    ``seen`` is the state in which the person saw it, if the page knows. Raises NotFound,
    NotAllowed, or Conflict if it is already decided or is not what the person saw.
    """
    found, last = _open(finding, by, seen)
    _expect_open(found, last)
    return _decide(found, last, Verdict.ACCEPTED, None, by, at, comment)


@ledger.action("finding.correct")
def correct(
    *, finding: int, changes: Mapping[str, Any], by: User, at: datetime, comment: str = "", seen: str | None = None
) -> Decided:
    """Accept a finding in a form that a person has corrected.

    ``changes`` holds the fields that differ, in the form of the record file; a passage as
    ``{"start": ..., "end": ...}``. Raises BadCorrection beside the errors of ``accept``.
    """
    found, last = _open(finding, by, seen)
    _expect_open(found, last)
    data = corrected_form(found, changes)
    return _decide(found, last, Verdict.CORRECTED, data, by, at, comment)


@ledger.action("finding.reject")
def reject(*, finding: int, by: User, at: datetime, comment: str = "", seen: str | None = None) -> Decided:
    """Reject a finding; the proposal stays and can be taken up again. Raises as ``accept`` does."""
    found, last = _open(finding, by, seen)
    _expect_open(found, last)
    return _decide(found, last, Verdict.REJECTED, None, by, at, comment)


@ledger.action("finding.undo")
def undo(*, finding: int, by: User, at: datetime, comment: str = "", seen: str | None = None) -> Decided:
    """Undo the decision in force: the finding waits again, its record is out of force. Conflict if there is none."""
    found, last = _open(finding, by, seen)
    if Decision.state(last) == PROPOSED:
        raise Conflict("it is not decided", where=f"finding {finding}", expected="a finding with a decision to undo")
    return _decide(found, last, Verdict.UNDONE, None, by, at, comment)


@ledger.action("statement.accept")
def accept_statement(
    *, statement: int, by: User, at: datetime, comment: str = "", fact: str | None = None
) -> AllDecided:
    """Accept every finding of a statement that waits for a decision, or those of one sort (``fact``), as one action.

    Takes about a second for two hundred findings. Raises NotFound or NotAllowed.
    """
    found = Statement.objects.visible_to(by).select_related("coalition").filter(pk=statement).first()
    if found is None:
        raise NotFound(
            "no such statement", where=f"statement {statement}", expected="one of your coalitions' statements"
        )
    ledger.require(by, found.coalition, Permission.FINDING_DECIDE)
    lasts = {one.finding_id: one for one in Decision.objects.filter(finding__statement=found, next=None)}
    wanted = [one for one in records.REVIEWABLE if fact in (None, one)]
    waiting = [
        finding
        for finding in standing(with_anchors(Finding.objects.filter(statement=found, fact__in=wanted)))
        if finding.pk not in lasts or lasts[finding.pk].verdict == Verdict.UNDONE
    ]
    for finding in waiting:
        finding.statement = found
        _store(finding, lasts.get(finding.pk), Verdict.ACCEPTED, None, by, at, comment)
        records.enter(finding, _proposal(finding))
    renewals.link(found.coalition, waiting)
    return AllDecided(found.pk, len(waiting))


def _open(pk: int, by: User, seen: str | None) -> tuple[Finding, Decision | None]:
    """Fetch the finding and the decision in force, if the person may decide and sees it as it is."""
    found = (
        Finding.objects.visible_to(by)
        .select_related("statement__coalition")
        .filter(pk=pk, fact__in=records.REVIEWABLE)
        .first()
    )
    if found is None:
        raise NotFound("no such finding", where=f"finding {pk}", expected="a finding of your coalitions' statements")
    ledger.require(by, found.statement.coalition, Permission.FINDING_DECIDE)
    last = Decision.objects.select_related("by").filter(finding=found, next=None).first()
    if seen is not None and seen != Decision.state(last):
        raise Stale(_said(last), where=f"finding {pk}", expected=f"that it is {seen}, as you saw it")
    return found, last


def _proposal(finding: Finding) -> dict[str, Any]:
    """Give what was read, with its passages in the statement's present text."""
    found = place(finding, None)
    return found.proposal if found else finding.proposal


def _expect_open(found: Finding, last: Decision | None) -> None:
    where = place(found, last)
    if where is None or not where.stands:
        raise Conflict(
            "it does not stand in the corrected text",
            where=f"finding {found.pk}",
            expected="one that has a place there",
        )
    if Decision.state(last) != PROPOSED:
        raise Conflict(_said(last), where=f"finding {found.pk}", expected="one that waits; undo that decision first")


def _decide(
    found: Finding,
    last: Decision | None,
    verdict: Verdict,
    data: dict[str, Any] | None,
    by: User,
    at: datetime,
    comment: str,
) -> Decided:
    """Store the decision, bring the record in or out of force."""
    now = Decision.state(_store(found, last, verdict, data, by, at, comment))
    if verdict in (Verdict.ACCEPTED, Verdict.CORRECTED):
        records.enter(found, data or _proposal(found))
    elif verdict == Verdict.UNDONE:
        records.withdraw(found)
    renewals.link(found.statement.coalition, [found])
    return Decided(found.pk, now, found.statement_id)


def _store(
    found: Finding,
    last: Decision | None,
    verdict: Verdict,
    data: dict[str, Any] | None,
    by: User,
    at: datetime,
    comment: str,
) -> Decision:
    """Store a decision after the last one; the database lets only one follow each."""
    return Decision.objects.create(
        finding=found,
        previous=last,
        verdict=verdict,
        corrected=data,
        by=by,
        at=at,
        comment=comment[:LONGEST_COMMENT],
    )


def _said(last: Decision | None) -> str:
    if last is None:
        return "it waits for a decision"
    return f"it was {last.verdict} by {last.by.name} on {last.at:%Y-%m-%d at %H:%M} UTC"
