"""Review: what was read, and what people decide about it."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from concerted.actions import review as decisions
from concerted.api.asking import Asking
from concerted.api.fields import Number, Seen, Sent, Slug, Text, Word
from concerted.api.operation import Operations
from concerted.register import queries
from concerted.register.rows.findings import FindingRow, ReviewQueue
from concerted.terms.errors import NotFound

operations = Operations()
_PATH = "/coalitions/{slug:slug}/statements/{int:number}/findings/{int:finding}"


class DecisionSent(Sent):
    """A decision about a finding."""

    verdict: Literal["accept", "reject", "undo"]
    comment: Text = ""


class CorrectionSent(Sent):
    """What is wrong in a finding: the fields of its fact that change, in the form of the record file."""

    changes: Annotated[dict[Word, Any], Field(min_length=1)]
    comment: Text = ""


class AllSent(Sent):
    """Which findings: those of one sort of fact, or all."""

    fact: Word | None = None


@operations.read("/coalitions/{slug:slug}/review", past=True)
def review(request: Asking, slug: Slug) -> ReviewQueue:
    """Show what waits for a decision, first what most needs a person."""
    return queries.review(request.asker, slug)


@operations.read(_PATH, edition=lambda one: one.state)
def finding(request: Asking, slug: Slug, number: Number, finding: Number) -> FindingRow:
    """Give a finding: what was read, its passage, and how it stands."""
    return _find(request, slug, number, finding)


@operations.change(f"{_PATH}/decision", edition=lambda one: one.state)
def decide(request: Asking, slug: Slug, number: Number, finding: Number, body: DecisionSent, seen: Seen) -> FindingRow:
    """Accept a finding as it was read, reject it, or undo the last decision."""
    _find(request, slug, number, finding)
    act = {"accept": decisions.accept, "reject": decisions.reject, "undo": decisions.undo}[body.verdict]
    act(finding=finding, comment=body.comment, seen=seen, by=request.asker, at=request.at)
    return _find(request, slug, number, finding)


@operations.change(f"{_PATH}/correction", edition=lambda one: one.state)
def correct(request: Asking, slug: Slug, number: Number, finding: Number, body: CorrectionSent) -> FindingRow:
    """Store a correction beside what was read; a place in the text is given as its `start` and `end`."""
    _find(request, slug, number, finding)
    decisions.correct(finding=finding, changes=body.changes, comment=body.comment, by=request.asker, at=request.at)
    return _find(request, slug, number, finding)


@operations.change("/coalitions/{slug:slug}/statements/{int:number}/accept-all", method="POST")
def accept_all(request: Asking, slug: Slug, number: Number, body: AllSent) -> int:
    """Accept every finding of a statement that waits, all or those of a sort; gives how many there were."""
    queries.statement(request.asker, slug, number)
    return decisions.accept_statement(statement=number, fact=body.fact, by=request.asker, at=request.at).accepted


def _find(request: Asking, slug: str, number: int, finding: int) -> FindingRow:
    page = queries.statement(request.asker, slug, number)
    found = next((one for one in page.findings if one.id == finding and one.reviewable), None)
    if found is None:
        raise NotFound("no such finding", where=f"finding {finding}", expected="one of the statement's, to review")
    request.shown.append(("statement", number))
    return found
