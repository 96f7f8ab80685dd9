"""Assessments: how far a partner has kept a commitment, by somebody who neither reported it nor speaks for it."""

from __future__ import annotations

from datetime import datetime

from concerted.actions import ledger, releases
from concerted.assessing.scores import MARKS
from concerted.register.audience import Wanted
from concerted.register.binding import bound
from concerted.register.models import (
    Assessment,
    Coalition,
    Commitment,
    Guideline,
    Membership,
    Party,
    Reach,
    Report,
    User,
)
from concerted.register.reported import digest
from concerted.terms.errors import Conflict, NotAllowed, NotFound

LONGEST = {"reasons": 10_000, "evidence": 5000}


@ledger.action("assessment.make")
def assess(
    *,
    commitment: int,
    party: str,
    mark: int,
    reasons: str,
    evidence: str,
    by: User,
    at: datetime,
    report: int | None = None,
    seen: int | None = None,
    reach: str = Reach.COALITION,
) -> int:
    """Mark how far a party has kept a commitment, by the commitment's guideline; gives the assessment's number.

    It may rest on the party's ``report``, in the edition that the person has ``seen``; the newest assessment is in
    force. The secretariat may, and a lead of the commitment's lines, but nobody of the party or who wrote the report.
    Raises NotFound, NotAllowed, or Conflict (``where`` is the field), also where there is no guideline yet.
    """
    found, judged, home = _about(commitment, party, by)
    guideline = Guideline.objects.visible_to(by).filter(commitment=found).first()
    if guideline is None:
        raise Conflict("it has no guideline", where="guideline", expected="what the marks mean to be written first")
    rest = _resting_on(report, seen, found, judged, by) if report is not None else None
    if mark not in MARKS:
        raise Conflict(f"{mark} is no mark", where="mark", expected="+1, 0 or -1")
    said = {name: _text(words, name) for name, words in (("reasons", reasons), ("evidence", evidence))}
    release = releases.give(home, Wanted(reach), owner=None)
    for before in Assessment.objects.filter(commitment=found, party=judged, in_force=True):
        _end(before)
    made = Assessment.objects.create(
        coalition=home,
        release=release,
        commitment=found,
        party=judged,
        report=rest,
        report_edition=rest.edition if rest else None,
        report_digest=digest(rest) if rest else "",
        reporter=rest.by if rest else None,
        guideline=guideline,
        mark=mark,
        by=by,
        assessor_party=next(iter(_parties(by, home)), None),
        at=at,
        **said,
    )
    return made.pk


@ledger.action("assessment.withdraw")
def withdraw(*, assessment: int, by: User, at: datetime) -> None:
    """Take an assessment back: no score counts it. Raises NotFound, or NotAllowed for who may not assess it."""
    found = Assessment.objects.visible_to(by).select_related("party").filter(pk=assessment).first()
    if found is None:
        raise NotFound("no such assessment", where=f"assessment {assessment}", expected="one that you may see")
    _about(found.commitment_id, found.party.code, by)
    found.refresh_from_db(fields=["in_force"])
    if not found.in_force:
        raise Conflict("it is no longer in force", where=f"assessment {assessment}", expected="the newest one")
    _end(found)


def _end(found: Assessment) -> None:
    found.in_force, found.edition = False, found.edition + 1
    found.save(update_fields=["in_force", "edition"])


def _about(number: int, code: str, by: User) -> tuple[Commitment, Party, Coalition]:
    """Find what is assessed, and hold its coalition; raises as ``assess`` does."""
    where = f"commitment {number}"
    found = Commitment.objects.visible_to(by).select_related("coalition", "finding").filter(pk=number).first()
    if found is None:
        raise NotFound("no such commitment", where=where, expected="one that you may see")
    home = found.coalition
    part = ledger.membership(by, home)
    if not part.may_assess(found):
        raise NotAllowed(
            f"{by.name} ({', '.join(part.roles)}) may not assess it",
            where=where,
            expected="the secretariat, or a lead of the commitment's line of effort",
        )
    judged = bound(by, found).filter(code=code).first()
    if judged is None:
        raise Conflict(f"it does not bind {code!r}", where="party", expected="a partner that made or joined it")
    if judged in _parties(by, home):
        raise NotAllowed(f"{by.name} belongs to {code}", where=where, expected="somebody of another partner, or none")
    return found, judged, home


def _parties(by: User, home: Coalition) -> list[Party]:
    """List the parties to which a person belongs in a coalition."""
    held = Membership.objects.filter(user=by, coalition=home, party__isnull=False)
    return [one.party for one in held.select_related("party").order_by("pk") if one.party]


def _resting_on(number: int, seen: int | None, commitment: Commitment, party: Party, by: User) -> Report:
    found = Report.objects.visible_to(by).select_related("by").filter(commitment=commitment, party=party, pk=number)
    report = found.first()
    if report is None:
        raise NotFound("no such report", where=f"report {number}", expected="the party's, on this commitment")
    if report.by == by:
        raise NotAllowed(f"{by.name} wrote the report", where=f"report {number}", expected="somebody else")
    if seen is not None and seen != report.edition:
        raise Conflict("it was changed meanwhile", where="seen", expected=f"edition {report.edition}, to be read again")
    return report


def _text(words: str, where: str) -> str:
    text = "\n".join(line.rstrip() for line in words.strip().splitlines())
    if not 0 < len(text) <= LONGEST[where]:
        raise Conflict(f"it has {len(text)} characters", where=where, expected=f"between 1 and {LONGEST[where]}")
    return text
