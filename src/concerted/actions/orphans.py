"""A person says where an orphaned finding stands in the corrected text, or that it no longer stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from concerted.actions import ledger, records, renewals
from concerted.actions.forms import carried_form, passages_of
from concerted.reading.anchoring import Anchoring, How
from concerted.register.access import Permission
from concerted.register.models import (
    PROPOSED,
    Anchor,
    Commitment,
    Decision,
    Finding,
    Standing,
    Status,
    StatusChange,
    User,
    Verdict,
    Version,
)
from concerted.register.places import Place, place, standing, with_anchors
from concerted.terms.errors import Conflict, NotFound, Stale
from concerted.terms.passage import Passage

LONGEST_NOTE = 2000
# A fact that was read anew and shares so much of its words is the one that is placed there.
_SAME_PLACE = 0.5
_BY_HAND = "placed by hand"
_RUNNING = (Status.OPEN, Status.IN_PROGRESS)


@dataclass(frozen=True, slots=True)
class Settled:
    """What became of an orphaned finding: its number, its standing now, and the number of its statement."""

    finding: int
    standing: str
    statement: int


@ledger.action("finding.place")
def place_at(
    *, finding: int, start: int, end: int, by: User, at: datetime, note: str = "", seen: int | None = None
) -> Settled:
    """Say that an orphaned or withdrawn finding stands at ``start:end`` of the present text; its record follows.

    ``seen`` is the version of the text that the person has seen.
    What was read there anew takes the place of what was read before; what a person had corrected stays as corrected.
    Raises NotFound, NotAllowed, or Conflict if the finding has a place, is not accepted, or the place is none.
    """
    found, last, where = _open(finding, by, (Standing.ORPHANED, Standing.WITHDRAWN))
    text, version = found.statement.text, found.statement.version
    if seen is not None and seen != version:
        raise Stale(
            f"the text is version {version}", where=f"finding {finding}", expected=f"version {seen}, as you saw it"
        )
    try:
        passage = Passage.of(text, start, end)
    except ValueError as error:
        raise Conflict(
            "no place in the text", where="place", expected=f"a start before an end up to {len(text)}"
        ) from error
    read = _read_at(found, passage)
    proposal, corrected = _forms(found, where, read, passage)
    anchor = _anchor(found, last, where, Standing.ANCHORED, by, at, note)
    data = corrected or proposal
    shown = passages_of(data).get("passage", [passage])[0]
    anchor.start, anchor.end, anchor.quote = shown.start, shown.end, shown.quote
    anchor.proposal, anchor.corrected = proposal, corrected
    anchor.save()
    if read is not None:
        _anchor(read, None, None, Standing.SUPERSEDED, by, at, note).save()
    records.withdraw(found)
    records.enter(found, data)
    renewals.link(found.statement.coalition, [found])
    return Settled(found.pk, Standing.ANCHORED, found.statement_id)


@ledger.action("finding.withdraw")
def withdraw(*, finding: int, note: str, by: User, at: datetime) -> Settled:
    """Say that an orphaned finding no longer stands: a promise lapses with the note, another record goes out of force.

    Raises NotFound, NotAllowed, or Conflict if the finding is not orphaned or there is no note.
    """
    found, last, where = _open(finding, by, (Standing.ORPHANED,))
    if not note.strip():
        raise Conflict("no reason is given", where="note", expected="why it no longer stands")
    anchor = _anchor(found, last, where, Standing.WITHDRAWN, by, at, note)
    anchor.save()
    promise = Commitment.objects.filter(finding=found, in_force=True).first()
    if promise is None:
        records.withdraw(found)
    elif promise.status in _RUNNING:
        promise.status = Status.LAPSED
        promise.save(update_fields=["status"])
        StatusChange.objects.create(commitment=promise, status=Status.LAPSED, by=by, at=at, evidence=anchor.note)
    return Settled(found.pk, Standing.WITHDRAWN, found.statement_id)


def _open(pk: int, by: User, allowed: tuple[Standing, ...]) -> tuple[Finding, Decision, Place]:
    """Fetch an accepted finding that has no place now, if the person may decide on it."""
    every = Finding.objects.visible_to(by).filter(pk=pk, fact__in=records.REVIEWABLE)
    found = every.select_related("statement__coalition").first()
    if found is None:
        raise NotFound("no such finding", where=f"finding {pk}", expected="a finding of your coalitions' statements")
    ledger.require(by, found.statement.coalition, Permission.FINDING_DECIDE)
    found.statement.refresh_from_db()
    last = Decision.objects.filter(finding=found, next=None).first()
    where = place(found, last)
    if where is None or where.standing not in allowed:
        who = where.anchor.by.name if where and where.anchor else ""
        said = f"it was placed by {who}" if who else "it is in the text that it was read in"
        raise Conflict(said, where=f"finding {pk}", expected="one that waits for a place")
    if last is None or Decision.state(last) in (PROPOSED, Verdict.REJECTED):
        raise Conflict("it is not accepted", where=f"finding {pk}", expected="an accepted finding")
    return found, last, where


def _read_at(finding: Finding, passage: Passage) -> Finding | None:
    """Find what was read anew at a place, of the same sort and not yet decided on; the one that shares most words."""
    same = finding.statement.findings.filter(fact=finding.fact, decisions=None).exclude(pk=finding.pk)
    shares = []
    for one in with_anchors(standing(same)):
        where = place(one, None)
        if where is not None:
            common = min(where.end, passage.end) - max(where.start, passage.start)
            shares.append((common / (max(where.end, passage.end) - min(where.start, passage.start)), one.pk, one))
    best = max(shares, default=None, key=lambda share: share[:2])
    return best[2] if best and best[0] >= _SAME_PLACE else None


def _forms(
    finding: Finding, where: Place, read: Finding | None, passage: Passage
) -> tuple[dict[str, Any], dict[str, Any] | None]:
    """Give the proposal at the new place, and the correction over it if a person had made one."""
    if read is not None and (there := place(read, None)) is not None:
        proposal = there.proposal
    else:
        proposal = _carried(finding, where, where.proposal, passage)
    if where.data is where.proposal:
        return proposal, None
    if read is None:
        return proposal, _carried(finding, where, where.data, passage)
    words = passages_of(where.data).keys() | {"text", "quote", "quotes", "due"}
    own = {
        field: value
        for field, value in where.data.items()
        if value != where.proposal.get(field) and field not in words and field in proposal
    }
    return proposal, proposal | own


def _carried(finding: Finding, where: Place, form: dict[str, Any], passage: Passage) -> dict[str, Any]:
    """Put a form at a place that a person chose, with what else of it can be found; the rest falls away."""
    old = Version.objects.get(statement=finding.statement, number=where.version).text
    anchoring = Anchoring(old, finding.statement.text, finding.statement.language)
    own = passages_of(form)
    whole = (own.get("passage") or own.get("passages") or [Passage.of(old, where.start, where.end)])[0]

    def new(one: Passage) -> Passage | None:
        if one == whole:
            return passage
        found = anchoring.anchor(one)
        return found.passage if found.how is not How.CHANGED else None

    return carried_form(finding.fact, form, new) or form


def _anchor(
    finding: Finding, last: Decision | None, where: Place | None, to: Standing, by: User, at: datetime, note: str
) -> Anchor:
    return Anchor(
        finding=finding,
        version=finding.statement.version,
        standing=to,
        confidence=1.0,
        how=_BY_HAND,
        turned=where.anchor.turned if where and where.anchor else [],
        after=last,
        by=by,
        at=at,
        note=note.strip()[:LONGEST_NOTE],
    )
