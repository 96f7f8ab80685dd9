"""Assessments with the guidelines and reports that they rest on."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db.models import QuerySet

from concerted.assessing import scores as counting
from concerted.register.access import Permission
from concerted.register.binding import bound
from concerted.register.models import Assessment, Guideline, LineOfEffort, Party
from concerted.register.models.scope import Person
from concerted.register.queries import records, references
from concerted.register.queries.reporting import promised, report_rows, reports
from concerted.register.queries.scope import Scope, enter
from concerted.register.queries.scores import score_row
from concerted.register.reported import digest
from concerted.register.rows.progress import (
    AssessmentPage,
    AssessmentRow,
    Assessments,
    CommitmentProgress,
    GuidelinePage,
    GuidelineRow,
    ReportPage,
)
from concerted.terms.errors import NotFound

# In an address: commitments on no line of effort.
NO_LINE = 0


def assessments(
    user: Person, slug: str, *, today: date, party: str | None = None, line: int | None = None
) -> Assessments:
    """List the assessments in force, all or those of a party or line (``NO_LINE``: on none), with their score."""
    scope = enter(user, slug)
    every = _assessments(scope)
    if party is not None:
        every = every.filter(party__code=party)
    rows = [one for one in _rows(scope, every, today) if line is None or _is_on(one, line)]
    named = Party.objects.visible_to(user).filter(coalition=scope.coalition, code=party or "").first()
    of = LineOfEffort.objects.visible_to(user).filter(coalition=scope.coalition, number=line or NO_LINE).first()
    return Assessments(
        coalition=scope.ref,
        rows=tuple(rows),
        party=references.party(named) if named else None,
        line=references.line(of) if of else None,
        score=score_row(counting.score(one.mark for one in rows)),
    )


def assessment(user: Person, slug: str, id: int, *, today: date) -> AssessmentPage:
    """Give an assessment in force; raises NotFound."""
    scope = enter(user, slug)
    rows = _rows(scope, _assessments(scope).filter(pk=id), today)
    if not rows:
        raise NotFound("no such assessment", where=f"assessment {id}", expected="one in force that you may see")
    rest = report_rows(scope, reports(scope).filter(pk=rows[0].report), today) if rows[0].report else ()
    return AssessmentPage(scope.ref, rows[0], next(iter(rest), None))


def report(user: Person, slug: str, id: int, *, today: date) -> ReportPage:
    """Give a progress report with its commitment's guideline and its assessment; raises NotFound."""
    scope = enter(user, slug)
    one = reports(scope).filter(pk=id).first()
    rows = report_rows(scope, [one], today) if one else ()
    if one is None or not rows:
        raise NotFound("no such report", where=f"report {id}", expected="one that you may see")
    made = _rows(scope, _assessments(scope).filter(report=one), today)
    may_assess = scope.part.may_assess(one.commitment) and one.party_id != scope.part.party
    found = guidelines(scope).filter(commitment=one.commitment_id).first()
    return ReportPage(
        coalition=scope.ref,
        report=rows[0],
        guideline=guideline_row(found) if found else None,
        assessment=made[0] if made else None,
        may_assess=may_assess,
    )


def commitment_progress(user: Person, slug: str, id: int, *, today: date) -> CommitmentProgress:
    """Give what is reported and assessed of a commitment, and by which guideline; raises NotFound."""
    scope = enter(user, slug)
    one = records.commitments(scope).filter(pk=id).first()
    if one is None:
        raise NotFound("no such commitment", where=f"commitment {id}", expected="one that you may see")
    found = guidelines(scope).filter(commitment=one).first()
    return CommitmentProgress(
        coalition=scope.ref,
        commitment=records.commitment_row(one, today),
        guideline=guideline_row(found) if found else None,
        reports=report_rows(scope, reports(scope).filter(commitment=one), today),
        assessments=_rows(scope, _assessments(scope).filter(commitment=one), today),
        parties=tuple(references.party(each) for each in bound(user, one) if each.pk != scope.part.party),
        may_assess=scope.part.may_assess(one),
    )


def guideline(user: Person, slug: str, id: int, *, today: date) -> GuidelinePage:
    """Give a guideline, one that was replaced too, with the marks that were given by it; raises NotFound."""
    scope = enter(user, slug)
    every = Guideline.objects.reaching(user).filter(coalition=scope.coalition, pk=id)
    one = scope.told(every).select_related("by").first()
    promise = promised(scope, [one.commitment_id], today).get(one.commitment_id) if one else None
    if one is None or promise is None:
        raise NotFound("no such guideline", where=f"guideline {id}", expected="one that you may see")
    newest = guidelines(scope).filter(commitment=one.commitment_id).first()
    return GuidelinePage(
        coalition=scope.ref,
        guideline=guideline_row(one),
        commitment=promise,
        assessments=_rows(scope, _assessments(scope).filter(guideline=one), today),
        in_force=newest == one,
        newest=newest.pk if newest else None,
        may_write=newest == one and scope.part.may_assess(one.commitment),
    )


def guidelines(scope: Scope) -> QuerySet[Guideline]:
    """Give the guidelines in force that a person sees."""
    seen = Guideline.objects.visible_to(scope.user).filter(coalition=scope.coalition)
    return scope.told(seen).select_related("by").order_by("-pk")


def guideline_row(one: Guideline) -> GuidelineRow:
    """Write a guideline as a row."""
    return GuidelineRow(one.pk, one.commitment_id, one.full, one.partial, one.none, references.name(one.by), one.at)


def _assessments(scope: Scope) -> QuerySet[Assessment]:
    seen = Assessment.objects.visible_to(scope.user).filter(coalition=scope.coalition)
    return scope.told(seen).select_related("party", "report", "by").order_by("party__name", "-pk")


def _rows(scope: Scope, found: Iterable[Assessment], today: date) -> tuple[AssessmentRow, ...]:
    """Write assessments as rows: the newest of a party and commitment, where a merger has left more than one."""
    every = sorted(found, key=lambda one: (one.party.name, -one.pk))
    promises = promised(scope, {one.commitment_id for one in every}, today)
    leading = scope.part.lines
    on_lines = {number for line in LineOfEffort.objects.filter(pk__in=leading) for number in [line.number]}
    # Those that were replaced, too; loaded by themselves, as the public may not know who wrote them.
    cited = Guideline.objects.reaching(scope.user).filter(pk__in=[one.guideline_id for one in every])
    guides = {one.pk: guideline_row(one) for one in scope.told(cited).select_related("by")}
    rows: dict[tuple[int, str], AssessmentRow] = {}
    for one in every:
        promise = promises.get(one.commitment_id)
        if promise is None or (promise.id, one.party.code) in rows:
            continue
        mine = "secretariat" in scope.part.roles or bool(on_lines & {line.number for line in promise.lines})
        rows[promise.id, one.party.code] = AssessmentRow(
            id=one.pk,
            commitment=promise,
            party=references.party(one.party),
            mark=one.mark,
            reasons=one.reasons,
            evidence=one.evidence,
            report=one.report_id if one.report and one.report.in_force else None,
            report_edition=one.report_edition,
            changed=one.report is not None and digest(one.report) != one.report_digest,
            guideline=guides[one.guideline_id],
            by=references.name(one.by),
            at=one.at,
            may_assess=scope.part.may(Permission.COMMITMENT_ASSESS) and mine and one.party_id != scope.part.party,
        )
    return tuple(rows.values())


def _is_on(one: AssessmentRow, line: int) -> bool:
    numbers = {each.number for each in one.commitment.lines}
    return not numbers if line == NO_LINE else line in numbers
